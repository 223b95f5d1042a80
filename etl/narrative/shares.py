"""Shares of one population: more than all of it, without a base, or moved by the base alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from etl.narrative.conflicts import Conflict
from etl.narrative.placements import placement
from etl.narrative.tables import Row, tables
from etl.narrative.text import YEAR, Sentence, number

WHOLE = 101.0  # percent: two rounded shares of one population may add up to a little over 100
ABOVE = 25  # lines above a table in which its base may be told
FEWEST_ROWS = 3  # of a table of rates, before it is taken for one
_PERCENT = r"(\d+(?:\.\d+)?)%"
_COUNT = r"\d[\d,]*"
_CELL = re.compile(rf"({_COUNT}) \({_PERCENT}\)")
_ELSEWHERE = re.compile(r"away from home|nation|scot|(?<!as with the )(?:previous|last) year")
_ANSWERS = re.compile(
    r"\b\d+ (?:completed )?(?:questionnaires|responses|respondents|returns|surveys|participants)"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """The share of looked after children in one kind of placement, and the years its sentence names."""

    line: int
    text: str
    kind: str
    percent: float
    years: frozenset[str]


def placements(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """Two kinds of placement of looked after children that together have more than all of them."""
    del text
    for one, other in combinations(_placed(found), 2):
        made = one.percent + other.percent
        same_time = one.years == other.years or not (one.years and other.years)
        if one.kind != other.kind and same_time and made > WHOLE:
            why = f"{one.percent:g}% {one.kind} and {other.percent:g}% {other.kind} make {made:g}%"
            yield Conflict("share", one.line, one.text, other.line, other.text, why)


def _placed(found: Sequence[Sentence]) -> Iterator[Placed]:
    for sentence in found:
        said = sentence.text.lower()
        if "looked after" not in said:
            continue
        years, end = frozenset(re.findall(YEAR, said)), 0
        for met in re.finditer(rf"{_PERCENT}([^.%]{{0,80}})", said):
            kind, at = placement(met[2])
            if kind and not _ELSEWHERE.search(said[end : met.start(2) + at]):
                yield Placed(sentence.line, sentence.text, kind, float(met[1]), years)
            end = met.start(2) + max(at, 0)


def bases(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A table of counts with their shares whose base is told neither in it nor above it."""
    del found
    lines = text.splitlines()
    for rows in tables(text):
        made = [(row, base) for row in rows if (base := _base(row))]
        top = max(0, rows[0].line - 1 - ABOVE)
        near = lines[top : rows[-1].line]
        if not made or any(_tells(base, near) for _, base in made):
            continue
        first, added = made[0][0], ", ".join(f"{base:,.0f}" for _, base in made)
        told = [(at, hit[0]) for at, line in enumerate(near, top + 1) if (hit := _ANSWERS.search(line))]
        at, said = told[-1] if told else (first.line, "no base")
        why = f"no base is told, and the counts make {added}"
        yield Conflict("base", first.line, first.text, at, said, why)


def _base(row: Row) -> float:
    """What the counts of a row add up to where their shares make the whole; else 0."""
    parts = list(filter(None, map(_CELL.fullmatch, row.cells)))
    short_of_whole = abs(100 - sum(number(part[2]) for part in parts))
    is_whole = len(parts) > 1 and short_of_whole <= len(parts) / 2
    return sum(number(part[1]) for part in parts) if is_whole else 0


def _tells(base: float, lines: Sequence[str]) -> bool:
    return any(re.search(rf"(?<![\d,]){base:,.0f}(?![\d,])", line) for line in lines)


def moved_by_base(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A rate of a table that rises or falls although its count is the same: only its base has changed."""
    del found
    for rows in tables(text):
        rated = [(row, each) for row in rows if (each := _rate(row))]
        if len(rated) < FEWEST_ROWS:
            continue
        for (_, (rate, _, count)), (row, (now, base, same)) in pairwise(rated):
            if count == same and rate != now:
                heading = _heading(rows, row)
                why = f"{rate:g}% became {now:g}% with the same {same:,.0f}: its base is now {base:,.0f}"
                yield Conflict("rate", heading.line, heading.text, row.line, row.text, why)


def _rate(row: Row) -> tuple[float, float, float] | None:
    """The rate, base and count of a row that has exactly these three, the rate being theirs."""
    percents = [number(cell) for cell in row.cells if re.fullmatch(_PERCENT, cell)]
    counts = [number(cell) for cell in row.cells if re.fullmatch(_COUNT, cell)]
    if len(percents) != 1 or len(counts) != 2 or not min(counts):
        return None
    base, count, rate = max(counts), min(counts), percents[0]
    return (rate, base, count) if abs(count / base * 100 - rate) <= 0.5 else None


def _heading(rows: Sequence[Row], below: Row) -> Row:
    """The nearest row above one that has no number in a cell of its own."""
    above = [row for row in rows if row.line < below.line]
    named = [row for row in above if not any(re.fullmatch(rf"{_COUNT}%?", cell) for cell in row.cells)]
    return named[-1] if named else below
