"""One row of a comparison: two figures of one indicator, their difference, and which is better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.views.benchmark_places import figure_words, interval_words
from dashboard.views.histories import of_one_kind, on_basis
from indicators.areas import Area
from indicators.comparison import Comparison, Judgement, side_by_side
from indicators.display import change_text, shown_alike
from indicators.figures import Basis
from indicators.indicator import Indicator
from indicators.store.rows import FigureRow

Better = Literal["", "first", "second", "neither"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: an area, and the label of its period where one is asked for."""

    area: Area
    period: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one indicator; `crossed` says why the second cannot stand beside the first."""

    indicator: Indicator
    first: FigureRow
    second: FigureRow
    crossed: str = ""


@dataclass(frozen=True, slots=True)
class CompareRow:
    """The pair in words. `better` is which side is better by polarity, empty where nothing is judged."""

    code: str
    title: str
    periods: str
    first: str
    second: str
    first_interval: str
    second_interval: str
    difference: str
    verdict: str
    better: Better
    tested: bool


def pairs_of(
    indicator: Indicator, rows: list[FigureRow], first: Side, second: Side, basis: Basis
) -> Pair | None:
    """The two figures to compare, both with a number; None where there are none.

    Two areas are compared in the latest period in which both have one; two periods of one area are its
    latest and the one asked for.
    """
    kept = [row for row in rows if row.basis == on_basis(rows, first.area.code, basis)]
    known = [row for row in of_one_kind(indicator, kept, first.area.code) if row.figure.number is not None]
    ours = {row.period: row for row in known if row.area == first.area.code}
    if second.period:
        then = next((row for period, row in ours.items() if period.label == second.period), None)
        return _two_years(indicator, max(ours.values(), key=lambda row: row.period), then) if then else None
    theirs = {row.period: row for row in known if row.area == second.area.code}
    both = ours.keys() & theirs.keys()
    return Pair(indicator, ours[max(both)], theirs[max(both)]) if both else None


def compare_row(pair: Pair, names: tuple[str, str]) -> CompareRow:
    """The row of a pair; `names` are what the two sides are called."""
    first, second = pair.first, pair.second
    indicator = pair.indicator.in_force(first.period)
    one, other = first.figure.number or 0.0, second.figure.number or 0.0
    level = shown_alike(indicator, one, other)
    found = side_by_side(indicator.polarity, one, first.interval, other, second.interval, level=level)
    better = "" if pair.crossed else _better(indicator, one, other, level)
    same = first.period == second.period
    return CompareRow(
        code=indicator.code,
        title=indicator.short_title,
        periods=first.period.words if same else f"{first.period.words} against {second.period.words}",
        first=figure_words(indicator, first.figure),
        second=figure_words(indicator, second.figure),
        first_interval=interval_words(indicator, first.interval),
        second_interval=interval_words(indicator, second.interval),
        difference=_difference(indicator, one, other, level),
        verdict=pair.crossed or _verdict(found, better, names if same else (first.period.words, names[1])),
        better=better,
        tested=found.tested and not pair.crossed,
    )


def _two_years(indicator: Indicator, now: FigureRow, then: FigureRow) -> Pair | None:
    if now.period == then.period:
        return None
    crossed = indicator.crosses_break(then.period, now.period)
    return Pair(indicator, now, then, "[b] a break in the series lies between" if crossed else "")


def _difference(indicator: Indicator, one: float, other: float, level: bool) -> str:
    """`1.8 points lower`, of the first beside the second."""
    if level:
        return "the same as shown"
    return f"{change_text(indicator, one - other)} {'higher' if one > other else 'lower'}"


def _better(indicator: Indicator, one: float, other: float, level: bool) -> Better:
    if not indicator.polarity.judges:
        return ""
    worse = indicator.polarity.badness(one) - indicator.polarity.badness(other)
    if level or not worse:
        return "neither"
    return "second" if worse > 0 else "first"


def _verdict(found: Comparison, better: Better, names: tuple[str, str]) -> str:
    """Which is better, and whether that is tested: only what is tested is called better outright."""
    if found.judgement is Judgement.SIMILAR:
        return "similar: the intervals overlap"
    if not better:
        return f"neither way is better; {'tested' if found.tested else 'not tested'}"
    if better == "neither":
        return "level; not tested"
    name = names[0] if better == "first" else names[1]
    return f"{name} is better (tested)" if found.tested else f"{name} on the better side, not tested"
