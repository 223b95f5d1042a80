"""The funnel plot of an indicator: each council's figure against its base, and how far chance alone goes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views import funnel_words
from dashboard.views.benchmark_places import figure_words, interval_words
from dashboard.views.benchmark_stage import Stage
from dashboard.views.funnel_words import Counted, counted_councils
from dashboard.views.scale import Axis, axis
from dashboard.views.text import Text, bold
from indicators.display import number, value_text
from indicators.funnel_plot import ControlLimits, Zone, bases_between, control_limits


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """A council: its base and figure, in words and as shares of the axes, and its zone among the limits."""

    name: str
    short: str
    role: str
    base: str
    cases: str
    value: str
    interval: str
    limits: str
    far_limits: str
    zone: Zone
    across: float
    up: float


@dataclass(frozen=True, slots=True)
class FunnelPlot:
    """All the funnel plot shows. `lines` are the limits from the outer low to the outer high.

    Each line is (across, up) in shares of the axes. `why_not` says why there is no picture, if there is none;
    `outside` names those beyond the outer limits.
    """

    lead: Text
    why_not: str
    points: tuple[FunnelPoint, ...] = ()
    lines: tuple[tuple[tuple[float, float], ...], ...] = ()
    ticks_up: tuple[tuple[float, str], ...] = ()
    ticks_across: tuple[tuple[float, str], ...] = ()
    scotland: tuple[float, str] = (0.0, "")
    outside: tuple[str, ...] = ()
    caution: str = ""


@dataclass(frozen=True, slots=True)
class _Across:
    """The axis of the bases: equal distances are equal ratios, as councils differ tenfold in size."""

    low: float
    high: float

    def share(self, base: float) -> float:
        return math.log(base / self.low) / math.log(self.high / self.low)


def funnel_plot(stage: Stage) -> FunnelPlot:
    """The plot of one indicator and period, or the reason why there is none."""
    why_not = funnel_words.why_not(stage)
    if why_not:
        return FunnelPlot((bold("There is no funnel plot here"), f": {why_not}"), why_not)
    centre = stage.scotland.scotland if stage.scotland else None
    points = counted_councils(stage, centre or 0.0)
    bases = [point.base for point in points]
    across = _Across(min(bases) / 1.15, max(bases) * 1.15)
    drawn = [
        control_limits(stage.indicator, centre or 0.0, b) for b in bases_between(across.low, across.high)
    ]
    inside = [point.limits for point in points]
    highest = max(*(point.value for point in points), *(limits.far_high for limits in inside))
    scale = axis([highest, *(point.value for point in points), *(limits.far_low for limits in inside)], False)
    return FunnelPlot(
        lead=funnel_words.lead(stage, points),
        why_not="",
        points=tuple(_shown(stage, point, scale, across) for point in points),
        lines=_lines(drawn, scale),
        ticks_up=tuple(
            (scale.share(tick), value_text(stage.indicator, tick, scale.decimals)) for tick in scale.ticks
        ),
        ticks_across=tuple((across.share(tick), number(tick, 0)) for tick in _round_bases(across)),
        scotland=(
            scale.share(centre or 0.0),
            f"{stage.scotland_name} {value_text(stage.indicator, centre or 0.0)}",
        ),
        outside=funnel_words.outside(points),
        caution=funnel_words.caution(points),
    )


def _shown(stage: Stage, point: Counted, scale: Axis, across: _Across) -> FunnelPoint:
    family = set(stage.family.members) if stage.family else set()
    ours = point.area == stage.area
    low, high, far_low, far_high = (
        value_text(stage.indicator, limit)
        for limit in (point.limits.low, point.limits.high, point.limits.far_low, point.limits.far_high)
    )
    return FunnelPoint(
        name=point.area.name,
        short=point.area.short,
        role="ours" if ours else "family" if point.area.code in family else "other",
        base=number(point.base, 0),
        cases="" if point.figure.numerator is None else number(point.figure.numerator, 0),
        value=figure_words(stage.indicator, point.figure),
        interval=interval_words(stage.indicator, stage.intervals.get(point.area.code)),
        limits=f"{low} to {high}",
        far_limits=f"{far_low} to {far_high}",
        zone=point.zone,
        across=across.share(point.base),
        up=scale.share(point.value),
    )


def _lines(drawn: Sequence[ControlLimits], scale: Axis) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The four limits as points of lines, cut where they leave the picture."""
    steps = [place / (len(drawn) - 1) for place in range(len(drawn))]
    return tuple(
        tuple(
            (across, min(max(scale.share(value), 0.0), 1.0))
            for across, value in zip(steps, values, strict=True)
        )
        for values in zip(*((d.far_low, d.low, d.high, d.far_high) for d in drawn), strict=True)
    )


def _round_bases(across: _Across) -> list[float]:
    """Bases of 1, 2 or 5 times a power of ten inside the axis."""
    first = math.floor(math.log10(across.low))
    last = math.ceil(math.log10(across.high))
    every = [factor * 10.0**power for power in range(first, last + 1) for factor in (1, 2, 5)]
    return [base for base in every if across.low <= base <= across.high]
