"""The blocks of a scorecard: names of indicators, and a table of values and targets below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.narrative.conflicts import Conflict
from etl.narrative.tables import Row, tables
from etl.narrative.text import Sentence, words

FEWEST_DIGITS = 3  # of a value that is no chance where it is its own target and last year's value
FEWEST_WORDS = 3  # of a name that is no heading
_NUMBER = re.compile(r"£?\d[\d,]*(?:\.\d+)?%?(?: days| hours| weeks)?")


@dataclass(frozen=True, slots=True)
class Block:
    """Names with their lines, the heading row with `Value` and `Target`, and the rows below it.

    `headed` says that the names stand right under a heading, so that none of them can be missing.
    """

    names: tuple[tuple[int, str], ...]
    headed: bool
    heading: Row
    rows: tuple[Row, ...]

    def columns(self, title: str) -> list[int]:
        """The columns of a title such as `Value`."""
        return [at for at, cell in enumerate(self.heading.cells) if cell.lower() == title]

    def aligned(self) -> Iterator[tuple[int, str, Row]]:
        """Each name with its line and its row, where there is one row for every name."""
        if len(self.names) == len(self.rows):
            for (line, name), row in zip(self.names, self.rows, strict=True):
                yield line, name, row


def blocks(text: str) -> Iterator[Block]:
    """The scorecard blocks of a report."""
    lines = text.splitlines()
    for rows in tables(text):
        for at, row in enumerate(rows):
            if row.find("^value$") >= 0 and row.find("^target$") >= 0:
                names, headed = _names(lines, row.line - 1)
                filled = tuple(below for below in rows[at + 1 :] if below.text)
                yield Block(names, headed, row, filled)
                break


def _names(lines: Sequence[str], heading: int) -> tuple[tuple[tuple[int, str], ...], bool]:
    """The names above a table with their lines, and whether they stand right under a heading of their own."""
    at = heading - 1
    while at >= 0 and lines[at].strip():  # the rows of years above `Value` and `Target`
        at -= 1
    while at >= 0 and not lines[at].strip():
        at -= 1
    names: list[tuple[int, str]] = []
    while at >= 0 and lines[at].strip():
        if re.search(r"indicators\W*$", lines[at], re.IGNORECASE):
            return tuple(names), True
        name = max((cell.strip() for cell in lines[at].split("\t")), key=len)
        at -= 1
        if name[:1].islower():  # the end of the name above it
            continue
        names.insert(0, (at + 2, name))
    return tuple(names), False


def _printed(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def lengths(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """More names than rows in a block, or fewer: nobody can say which row belongs to which name."""
    del found
    for block in blocks(text):
        if block.headed and block.names and block.rows and len(block.names) != len(block.rows):
            (line, name), row = block.names[-1], block.rows[-1]
            why = f"{len(block.names)} names have {len(block.rows)} rows"
            yield Conflict("count", line, name, row.line, row.text, why)


def new_with_history(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """An indicator marked NEW whose row has a value of an earlier period."""
    del found
    for block in blocks(text):
        for line, name, row in block.aligned():
            earlier = [row.at(column) for column in block.columns("value")[1:]]
            values = [value for value in earlier if _printed(value)]
            if re.search(r"\bnew\)?\W*$", name, re.IGNORECASE) and values:
                why = f"it is marked new, and an earlier period has {values[0]}"
                yield Conflict("new", line, name, row.line, row.text, why)


def repeated(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A value that is to the last digit its own target and the value of another period."""
    del found
    for block in blocks(text):
        values, targets = block.columns("value"), block.columns("target")
        for row in block.rows:
            for column in values:
                own = row.at(column)
                target = row.at(next((at for at in targets if at > column), -1))
                others = [row.at(other) for other in values if other != column]
                if own == target and own in others and _says_much(own):
                    why = f"{own} is the value, its target and the value of another period"
                    yield Conflict("repeated", row.line, row.text, row.line, own, why)
                    break


def _says_much(printed: str) -> bool:
    """False for 100%, 0 and small counts, which may well be reached and planned twice."""
    return _printed(printed) and len(re.sub(r"\D", "", printed).strip("0")) >= FEWEST_DIGITS


def twice(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """An indicator listed twice, once with values and once without."""
    del found
    filled: dict[frozenset[str], Row] = {}
    empty: dict[frozenset[str], tuple[int, str]] = {}
    for block in blocks(text):
        for line, name in block.names:
            if len(words(name)) < FEWEST_WORDS:
                continue
            if block.rows:
                filled.setdefault(words(name), block.rows[0])
            else:
                empty.setdefault(words(name), (line, name))
    for about in filled.keys() & empty.keys():
        line, name = empty[about]
        why = "it is listed twice, once with values and once without"
        yield Conflict("twice", line, name, filled[about].line, filled[about].text, why)
