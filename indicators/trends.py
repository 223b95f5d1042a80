"""How a series moved: against the figure before, against the longer run, and whether that is usual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from indicators.catalogue import Indicator, Polarity
from indicators.figures import Figure
from indicators.periods import Period, PeriodKind

USUAL_FACTOR = 3.267
FEWEST_EARLIER_CHANGES = 6
LONG_TREND_PERIODS = 4
FEWEST_LONG_TREND_PERIODS = 3
SLACK = 1e-9

Point = tuple[Period, Figure]


class Movement(StrEnum):
    """Which way a number went and, where a polarity judges, whether that is better or worse."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    UP = "up"
    DOWN = "down"
    STEADY = "steady"


class Usual(StrEnum):
    """Whether a change is of the size this series usually makes."""

    USUAL = "usual"
    UNUSUAL = "unusual"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Trend:
    """A change with its size, the period or mean it is measured from, and its judgement."""

    change: float
    since: Period
    compared_with: float
    movement: Movement
    usual: Usual
    years: float

    @property
    def arrow(self) -> str:
        """The movement of the number itself: up, down or steady."""
        if self.movement is Movement.STEADY:
            return "steady"
        return "up" if self.change > 0 else "down"


def short_trend(indicator: Indicator, series: Sequence[Point], latest: Period) -> Trend | None:
    """The change at `latest` from the last period before it with data, of the same kind and length.

    Monthly and quarterly figures are compared with the same period a year earlier. None when there
    is no figure to compare with or a break in the series lies between.
    """
    points = _comparable(series, latest)
    now = _number_at(points, latest)
    before = _previous(points, latest)
    if now is None or before is None or indicator.crosses_break(before[0], latest):
        return None
    previous = before[1]
    return Trend(
        change=now - previous,
        since=before[0],
        compared_with=previous,
        movement=movement(indicator, now, previous),
        usual=usual(indicator, points, latest),
        years=latest.years_after(before[0]),
    )


def long_trend(indicator: Indicator, series: Sequence[Point], latest: Period) -> Trend | None:
    """The figure at `latest` against the mean of up to four figures before it (at least three)."""
    points = [p for p in _comparable(series, latest) if not indicator.crosses_break(p[0], latest)]
    now = _number_at(points, latest)
    earlier = [(period, value) for period, value in points if period < latest][-LONG_TREND_PERIODS:]
    if now is None or len(earlier) < FEWEST_LONG_TREND_PERIODS:
        return None
    mean = sum(value for _, value in earlier) / len(earlier)
    return Trend(
        change=now - mean,
        since=earlier[0][0],
        compared_with=mean,
        movement=movement(indicator, now, mean),
        usual=Usual.TOO_FEW,
        years=latest.years_after(earlier[0][0]),
    )


def movement(indicator: Indicator, now: float, before: float) -> Movement:
    """Steady when smaller than 1% of the earlier value or half the last shown decimal, else by polarity."""
    change = now - before
    if abs(change) < max(abs(before) * 0.01, 0.5 * 10**-indicator.decimals) - SLACK:
        return Movement.STEADY
    return _judged(indicator.polarity, now, before)


def usual(indicator: Indicator, points: Sequence[tuple[Period, float]], latest: Period) -> Usual:
    """Whether the last change is beyond 3.267 times the mean size of at least six earlier ones.

    Changes are measured as the short trend does (months and quarters from the same one a year before).
    Only those over the same number of years as the last one count, and none across a break.
    """
    past = [point for point in points if not latest < point[0]]
    pairs = [(before, point) for point in past if (before := _previous(past, point[0])) is not None]
    changes = [
        (round(later[0].years_after(earlier[0])), abs(later[1] - earlier[1]))
        for earlier, later in pairs
        if not indicator.crosses_break(earlier[0], later[0])
    ]
    sizes = [size for years, size in changes[:-1] if years == changes[-1][0]]
    if len(sizes) < FEWEST_EARLIER_CHANGES:
        return Usual.TOO_FEW
    return Usual.UNUSUAL if changes[-1][1] > USUAL_FACTOR * fmean(sizes) + 1e-12 else Usual.USUAL


def _judged(polarity: Polarity, now: float, before: float) -> Movement:
    worse = polarity.badness(now) - polarity.badness(before)
    if not polarity.judges or worse == 0:
        return Movement.UP if now > before else Movement.DOWN
    return Movement.WORSENING if worse > 0 else Movement.IMPROVING


def _comparable(series: Sequence[Point], latest: Period) -> list[tuple[Period, float]]:
    numbers = [
        (period, figure.number)
        for period, figure in series
        if figure.number is not None and period.comparable(latest)
    ]
    return sorted(numbers, key=lambda point: (point[0].end, point[0].start))


def _number_at(points: Sequence[tuple[Period, float]], latest: Period) -> float | None:
    return next((value for period, value in points if period == latest), None)


def _previous(points: Sequence[tuple[Period, float]], latest: Period) -> tuple[Period, float] | None:
    if latest.kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        year_before = (latest.start.year - 1, latest.start.month)
        return next((p for p in points if (p[0].start.year, p[0].start.month) == year_before), None)
    return next((p for p in reversed(points) if p[0] < latest), None)
