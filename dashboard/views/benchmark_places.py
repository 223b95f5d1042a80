"""Every council of the benchmarks screen in its place on the axis, and the quarters behind them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dashboard.views.benchmark_stage import Stage
from dashboard.views.scale import Axis
from indicators.areas import Area
from indicators.display import number, value_text
from indicators.figures import Figure
from indicators.indicator import Direction, Indicator
from indicators.intervals import Interval
from indicators.quartiles import quartile_cuts
from indicators.store.rows import BenchmarkRow, FigureRow


@dataclass(frozen=True, slots=True)
class Place:
    """One council in the ranking; `share` is its place on the axis, None without a figure.

    `low` and `high` are the ends of its 95% interval on the axis, `interval` the same in words; `verdict` is
    better, similar or worse beside Scotland where that is tested, `against` the whole comparison in words.
    """

    code: str
    name: str
    short: str
    tile: tuple[int, int]
    rank: str
    value: str
    bare: str
    share: float | None
    before: float | None
    low: float | None
    high: float | None
    interval: str
    verdict: str
    against: str
    quartile: int
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of the councils as a stretch of the axis, best first in name, left to right in place."""

    start: float
    end: float
    words: str


def places_of(stage: Stage, scale: Axis, compare: str) -> tuple[Place, ...]:
    """The councils by rank, or ours and then by name where nobody has one; those without a figure last."""
    family = set(stage.family.members) if stage.family else set()
    figures = {row.area: row for row in stage.rows}
    marks = stage.marks_in(stage.period)
    places = [
        _place(stage, council, figures.get(council.code), marks.get(council.code), scale, family)
        for council in councils_of(stage, compare)
    ]
    return tuple(sorted(places, key=lambda p: (p.share is None, int(p.rank or 0), p.role != "ours", p.name)))


def councils_of(stage: Stage, compare: str) -> list[Area]:
    """All councils, or those of the family group."""
    family = set(stage.family.members) if stage.family else set()
    return [c for c in stage.catalogue.areas.councils if compare == "all" or c.code in family]


def _place(
    stage: Stage,
    council: Area,
    row: FigureRow | None,
    mark: BenchmarkRow | None,
    scale: Axis,
    family: set[str],
) -> Place:
    number_ = row.figure.number if row else None
    interval = stage.intervals.get(council.code)
    against = stage.against(council.code)
    role = "ours" if council == stage.area else "family" if council.code in family else "other"
    return Place(
        code=council.code,
        name=council.name,
        short=council.short,
        tile=council.tile,
        rank=str(mark.rank) if mark and mark.rank else "",
        value=figure_words(stage.indicator, row.figure if row else None),
        bare=number(number_, stage.indicator.decimals)
        if number_ is not None
        else figure_words(stage.indicator, row.figure if row else None),
        share=scale.share(number_) if number_ is not None else None,
        before=_before(stage, scale) if role == "ours" else None,
        low=scale.share(interval.lower) if interval else None,
        high=scale.share(interval.upper) if interval else None,
        interval=interval_words(stage.indicator, interval),
        verdict=against.judgement.value if against and against.tested else "",
        against=against.words(stage.scotland_name) if against else "",
        quartile=(mark.quartile or 0) if mark else 0,
        role=role,
        reason=_reason(stage, row),
    )


def _reason(stage: Stage, row: FigureRow | None) -> str:
    """Why a council is not on the axis; empty for one that is."""
    if row is None:
        return "No figure"
    if row.figure.number is not None:
        return ""
    return row.figure.status.words + ("" if stage.no_rank else ", so not ranked")


def _before(stage: Stage, scale: Axis) -> float | None:
    """Where our figure of the period before lay, if it lies on this axis."""
    earlier = stage.series.history.before(stage.period)
    value = dict(stage.series.history.points)[earlier].number if earlier else None
    return scale.share(value) if value is not None and scale.low <= value <= scale.high else None


def figure_words(indicator: Indicator, figure: Figure | None) -> str:
    """A figure as a cell shows it: its value, or the sign or words of its status."""
    if figure is None:
        return "[x]"
    if figure.value is None:
        return figure.status.shorthand or figure.status.words
    return value_text(indicator, figure.value)


def interval_words(indicator: Indicator, interval: Interval | None) -> str:
    """`5.1% to 7.2%`, or nothing."""
    if interval is None:
        return ""
    return f"{value_text(indicator, interval.lower)} to {value_text(indicator, interval.upper)}"


def quarters_of(stage: Stage, scale: Axis) -> tuple[Quarter, ...]:
    """The four quarters left to right, named from the best; none where there are too few or a best range."""
    cuts = quartile_cuts(list(stage.values.values()))
    if cuts is None or stage.indicator.polarity.direction is Direction.RANGE:
        return ()
    first, _, _, last = quarter_names(stage.indicator)
    names = [first, "2nd", "3rd", last]
    if stage.indicator.polarity.direction is not Direction.LOWER:
        names.reverse()
    edges = [0.0, *(scale.share(cut) for cut in cuts), 1.0]
    return tuple(Quarter(a, b, words) for (a, b), words in zip(pairwise(edges), names, strict=True))


def quarter_names(indicator: Indicator) -> tuple[str, str, str, str]:
    """The four quarters from the first: by what is better, else by size."""
    first, last = ("Best", "Worst") if indicator.polarity.judges else ("Highest", "Lowest")
    return first, "Second", "Third", last
