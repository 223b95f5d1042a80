"""Counts and sums of a report worked out again: rows of amounts, parts of a total, bullets, years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from etl.narrative.claims import DIRECTION
from etl.narrative.conflicts import Conflict
from etl.narrative.text import Sentence, number

POINTS = 0.5  # how far a printed percentage may be from the one its numbers make


def spending(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """`an increase of 3% for Option 1` against the last two amounts of its rows in the table above it."""
    del found
    lines = text.splitlines()
    for at, line in enumerate(lines):
        for met in re.finditer(rf"(\d+(?:\.\d+)?)% for ({_NAME})", line):
            way = DIRECTION.search(line[: met.start()])
            rows = _rows_above(lines, at, met[2]) if way else []
            claimed = number(met[1]) * (1 if way and way[1] else -1)
            if rows and all(abs(moved - claimed) > POINTS for _, moved in rows):
                row, moved = rows[0]
                why = f"the last two amounts of the row make {moved:+.1f}%"
                said = f"{way[0] if way else ''} {met[0]}"
                yield Conflict("percentage change", at + 1, said, row + 1, " ".join(lines[row].split()), why)


_NAME = r"[A-Z][a-z]+ (?:\d+|[A-Z][a-z]+)"
_DIGITS = {"1": "one", "2": "two", "3": "three", "4": "four"}


def _rows_above(lines: Sequence[str], below: int, name: str) -> list[tuple[int, float]]:
    """The rows of the nearest block of amounts whose label begins with a name, with their last change.

    `Option 1` means `Option One` too. A change is in percent.
    """
    spelt = re.sub(r"\d+", lambda found: _DIGITS.get(found[0], found[0]), name.lower())
    rows: list[tuple[int, float]] = []
    seen = False
    for at in range(below - 1, max(-1, below - 13), -1):
        amounts = [number(cell) for cell in re.findall(r"£[\d,]+(?:\.\d+)?", lines[at])][-2:]
        if seen and not amounts:
            break
        seen = seen or bool(amounts)
        if len(amounts) == 2 and amounts[0] and lines[at].lower().startswith((spelt, name.lower())):
            rows.insert(0, (at, (amounts[1] - amounts[0]) / amounts[0] * 100))
    return rows


def sums(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """Parts told after their total: two that exceed it, or a list that leaves some of it unexplained."""
    del text
    for sentence, after in zip_longest(found, found[1:]):
        whole = re.search(r"\b(\d+) [A-Z][A-Za-z ]+ were (?:completed|made|undertaken)\.", sentence.text)
        if whole and after and after.line == sentence.line:
            parts = re.findall(r"(?:^|and )(\d+) (?:resulted )?in", after.text)
            made = sum(map(int, parts))
            if len(parts) > 1 and made > int(whole[1]):
                why = f"{' + '.join(parts)} = {made}, more than {whole[1]}"
                yield Conflict("sum", sentence.line, sentence.text, sentence.line, after.text, why)
        listed = re.search(r"^\W*Of the (\d+) [^,]*, (\d+ .+;.+)", sentence.text)
        if listed:
            parts = re.findall(r"(?:^|; |and )(\d+) (?:is|are|were|was) ", listed[2])
            made = sum(map(int, parts))
            if len(parts) > 2 and made != int(listed[1]):
                why = f"{' + '.join(parts)} = {made} of {listed[1]}"
                yield Conflict("sum", sentence.line, sentence.text, sentence.line, f"{made}", why)


def lists(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """`the following 8 key actions` against the bullets that follow."""
    del found
    lines = text.splitlines()
    for at, line in enumerate(lines):
        told = re.search(r"\bthe following (\d+) ([a-z ]+):", line)
        if told is None:
            continue
        below = [row for row in lines[at + 1 : at + 41] if row.strip()]
        counted = next((n for n, row in enumerate(below) if not row.lstrip().startswith("- ")), len(below))
        if counted and counted != int(told[1]):
            last = (
                at + 1 + max(n for n, row in enumerate(lines[at + 1 : at + 41]) if row in below[:counted]) + 1
            )
            why = f"{counted} are listed"
            yield Conflict("count", at + 1, told[0], last, f"{counted} bullets", why)


def spans(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """`our 7th annual ceremony ... from 1999 to 2006` against the years in between."""
    for sentence, after in zip_longest(found, found[1:]):
        told = re.search(
            r"\b(\d+)(?:<sup>)?(?:st|nd|rd|th)(?:</sup>)? (?:[a-z]+ )*?(?:annual|Award)", sentence.text
        )
        years = re.search(r"\b[Ff]rom ((?:19|20)\d\d) to ((?:19|20)\d\d)\b", after.text if after else "")
        if told and years and after and after.line == sentence.line:
            held = int(years[2]) - int(years[1]) + 1
            if held != int(told[1]):
                why = f"{years[1]} to {years[2]} are {held} years, not {told[1]}"
                yield Conflict("count", sentence.line, sentence.text, after.line, after.text, why)
    del text
