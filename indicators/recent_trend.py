"""The recent trend: whether the last five figures rose or fell by more than chance would make them.

A weighted line after the public health profiles of the Office for Health Improvement and Disparities: the
weights are 1/SE squared, from the 95% intervals; the slope counts when chi-squared with one degree of
freedom is beyond the 99.8% point and no single figure makes its sign.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise

from indicators.figures import Figure
from indicators.indicator import Indicator
from indicators.intervals import interval
from indicators.periods import Period, PeriodKind
from indicators.trends import SEASONAL, Point

PERIODS = 5
CRITICAL_CHI_SQUARE = 9.5495
MONTHS_IN_YEAR = 12
SLACK = 1e-9
Weighted = tuple[float, float, float]


class Verdict(StrEnum):
    """What the test says; up and down where no polarity judges."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    UP = "up"
    DOWN = "down"
    NO_CHANGE = "no_change"
    NOT_TESTED = "not_tested"

    @property
    def words(self) -> str:
        """The verdict as a reader sees it."""
        return _WORDS[self]


_WORDS = {
    Verdict.IMPROVING: "improving",
    Verdict.WORSENING: "worsening",
    Verdict.UP: "going up",
    Verdict.DOWN: "going down",
    Verdict.NO_CHANGE: "no significant change",
    Verdict.NOT_TESTED: "cannot be tested",
}


@dataclass(frozen=True, slots=True)
class RecentTrend:
    """A verdict with its working: slope in the unit a year, chi-squared, and the periods, oldest first.

    Not tested: no slope, no chi-squared, no periods, and the reason in words.
    """

    verdict: Verdict
    slope: float = 0.0
    chi_square: float = 0.0
    periods: tuple[Period, ...] = ()
    reason: str = ""


def recent_trend(indicator: Indicator, series: Sequence[Point], latest: Period) -> RecentTrend:
    """The recent trend at `latest`, from its figure and the four before it of the same kind and length."""
    points = [p for p in series if p[1].number is not None and p[0].comparable(latest) and not latest < p[0]]
    points = sorted(points, key=lambda point: point[0])[-PERIODS:]
    reason = _why_not(indicator, points, latest)
    if reason:
        return RecentTrend(Verdict.NOT_TESTED, reason=reason)
    weighted = [_weighted(indicator, point, latest) for point in points]
    slope, chi_square = fit(weighted)
    without_each = [fit(weighted[:left] + weighted[left + 1 :])[0] for left in range(PERIODS)]
    steady_sign = all(abs(other) > SLACK and other * slope > 0 for other in without_each)
    tested = chi_square > CRITICAL_CHI_SQUARE and steady_sign
    verdict = _verdict(indicator.in_force(latest), weighted, slope) if tested else Verdict.NO_CHANGE
    return RecentTrend(verdict, slope, chi_square, tuple(period for period, _ in points))


def fit(points: Sequence[Weighted]) -> tuple[float, float]:
    """Slope and chi-squared (one degree of freedom) of the weighted line through (years, value, weight)."""
    total = math.fsum(weight for _, _, weight in points)
    middle = math.fsum(x * weight for x, _, weight in points) / total
    mean = math.fsum(y * weight for _, y, weight in points) / total
    spread = math.fsum(weight * (x - middle) ** 2 for x, _, weight in points)
    slope = math.fsum(weight * (x - middle) * (y - mean) for x, y, weight in points) / spread
    return slope, slope * slope * spread


def _why_not(indicator: Indicator, points: Sequence[Point], latest: Period) -> str:
    """Why the figures up to `latest` cannot be tested; an empty text when they can."""
    if latest.kind in SEASONAL:
        return "months and quarters follow the seasons; their process limits tell more"
    if not points or points[-1][0] != latest:
        return f"there is no figure for {latest.words}"
    if len(points) < PERIODS:
        return f"fewer than {PERIODS} figures are known"
    return _why_no_line([period for period, _ in points], indicator) or _without_interval(indicator, points)


def _why_no_line(periods: Sequence[Period], indicator: Indicator) -> str:
    """Why no one line goes through five periods: an overlap, a gap or a break in the series."""
    for earlier, later in pairwise(periods):
        if later.start <= earlier.end:
            return f"the periods {earlier.words} and {later.words} overlap"
        if not _follows(earlier, later):
            return f"there is a gap between {earlier.words} and {later.words}"
    broken = indicator.crosses_break(periods[0], periods[-1])
    return f"the series breaks at {broken.first}: {broken.reason}" if broken else ""


def _without_interval(indicator: Indicator, points: Sequence[Point]) -> str:
    missing = next((period for period, figure in points if interval(indicator, figure) is None), None)
    return f"no 95% interval is known for {missing.words}" if missing else ""


def _follows(earlier: Period, later: Period) -> bool:
    """True when no time lies between two periods; days follow each other a year apart."""
    if later.kind is PeriodKind.DAY:
        day = later.end
        return (day.year - 1, day.month, day.day) == (earlier.end.year, earlier.end.month, earlier.end.day)
    return later.start == earlier.end + timedelta(days=1)


def _weighted(indicator: Indicator, point: Point, latest: Period) -> Weighted:
    """A point as years from `latest`, value, and weight."""
    period, figure = point
    months = (period.end.year - latest.end.year) * MONTHS_IN_YEAR + period.end.month - latest.end.month
    return months / MONTHS_IN_YEAR, figure.number or 0.0, _weight(indicator, figure)


def _weight(indicator: Indicator, figure: Figure) -> float:
    found = interval(indicator, figure)
    if found is None:
        raise ValueError("a figure without an interval has no weight")
    return 1 / found.standard_error**2


def _verdict(indicator: Indicator, points: Sequence[Weighted], slope: float) -> Verdict:
    """The sign of a slope as better or worse by polarity, from the last value back along the line."""
    polarity, now = indicator.polarity, points[-1][1]
    worse = polarity.badness(now) - polarity.badness(now + slope * points[0][0])
    if not polarity.judges or worse == 0:
        return Verdict.UP if slope > 0 else Verdict.DOWN
    return Verdict.WORSENING if worse > 0 else Verdict.IMPROVING
