"""Every council of the benchmarks screen in its place on the axis, and the quarters behind them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dashboard.views.benchmark_stage import Stage
from dashboard.views.scale import Axis
from indicators.areas import Area
from indicators.benchmarks import quartile_cuts
from indicators.catalogue import Direction, Indicator
from indicators.display import number, value_text
from indicators.store.read import BenchmarkRow, FigureRow


@dataclass(frozen=True, slots=True)
class Place:
    """One council in the ranking; `share` is its place on the axis, None without a figure."""

    code: str
    name: str
    short: str
    tile: tuple[int, int]
    rank: str
    value: str
    bare: str
    share: float | None
    before: float | None
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
    """The councils by rank; those without a figure last, each with its reason."""
    family = set(stage.family.members) if stage.family else set()
    figures = {row.area: row for row in stage.rows}
    marks = stage.marks_in(stage.period)
    shown = [c for c in stage.catalogue.areas.councils if compare == "all" or c.code in family]
    places = [
        _place(stage, council, figures.get(council.code), marks.get(council.code), scale, family)
        for council in shown
    ]
    return tuple(sorted(places, key=lambda p: (p.share is None, int(p.rank or 0), p.role != "ours", p.name)))


def _place(
    stage: Stage,
    council: Area,
    row: FigureRow | None,
    mark: BenchmarkRow | None,
    scale: Axis,
    family: set[str],
) -> Place:
    number_ = row.figure.number if row else None
    role = "ours" if council == stage.area else "family" if council.code in family else "other"
    reason = f"{row.figure.status.words}, so not ranked" if row and number_ is None else "No figure"
    return Place(
        code=council.code,
        name=council.name,
        short=council.short,
        tile=council.tile,
        rank=str(mark.rank) if mark and mark.rank else "",
        value=_shown(stage.indicator, row),
        bare=number(number_, stage.indicator.decimals)
        if number_ is not None
        else _shown(stage.indicator, row),
        share=scale.share(number_) if number_ is not None else None,
        before=_before(stage, scale) if role == "ours" else None,
        quartile=(mark.quartile or 0) if mark else 0,
        role=role,
        reason="" if number_ is not None else reason,
    )


def _before(stage: Stage, scale: Axis) -> float | None:
    """Where our figure of the period before lay, if it lies on this axis."""
    earlier = stage.series.history.before(stage.period)
    value = dict(stage.series.history.points)[earlier].number if earlier else None
    return scale.share(value) if value is not None and scale.low <= value <= scale.high else None


def _shown(indicator: Indicator, row: FigureRow | None) -> str:
    if row is None:
        return "[x]"
    if row.figure.value is None:
        return row.figure.status.shorthand or row.figure.status.words
    return value_text(indicator, row.figure.value)


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
