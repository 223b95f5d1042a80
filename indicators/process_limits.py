"""Process limits of monthly and quarterly series: the XmR chart of single values and moving ranges.

Sources: W. A. Shewhart (1931); D. J. Wheeler (1993), Understanding Variation, for 2.66 times the mean
moving range and the run of eight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import fmean

from indicators.course import Course
from indicators.indicator import Indicator
from indicators.periods import Period, PeriodKind
from indicators.trends import Number, Point

FEWEST_POINTS = 12
FEWEST_RANGES = 6
NATURAL = 2.66
RUN = 8
SLACK = 1e-9
KINDS = (PeriodKind.MONTH, PeriodKind.QUARTER)


class SignalKind(StrEnum):
    """What says that a process has changed."""

    OUTSIDE = "outside"
    RUN = "run"

    @property
    def words(self) -> str:
        """The signal as a reader sees it."""
        return _WORDS[self]


_WORDS = {
    SignalKind.OUTSIDE: "outside the process limits",
    SignalKind.RUN: f"{RUN} or more in a row on one side of the mean",
}


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal, the periods that give it, oldest first, and whether they are above the centre."""

    kind: SignalKind
    periods: tuple[Period, ...]
    above: bool


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """Centre and natural limits in the unit of the indicator, over the periods they were made of.

    The limits are arithmetic: one may lie below 0, or beyond 100%, where no figure can.
    """

    centre: float
    lower: float
    upper: float
    periods: tuple[Period, ...]
    signals: tuple[Signal, ...]


def process_limits(indicator: Indicator, series: Sequence[Point], latest: Period) -> ProcessLimits | None:
    """The limits of a monthly or quarterly series up to `latest`, from the last break in it on.

    A range or a run never crosses a gap. None for other kinds of period, with fewer than 12 figures, or
    with fewer than 6 pairs of neighbours to take a range from.
    """
    if latest.kind not in KINDS:
        return None
    numbers = Course.of(indicator, series, latest).numbers
    points = [p for p in numbers if not latest < p[0] and not indicator.crosses_break(p[0], latest)]
    ranges = [
        abs(later[1] - earlier[1]) for earlier, later in pairwise(points) if _neighbours(earlier, later)
    ]
    if len(points) < FEWEST_POINTS or len(ranges) < FEWEST_RANGES:
        return None
    centre, reach = fmean(value for _, value in points), NATURAL * fmean(ranges)
    signals = (*_outside(points, centre, reach), *_runs(points, centre))
    periods = tuple(period for period, _ in points)
    return ProcessLimits(centre, centre - reach, centre + reach, periods, signals)


def _neighbours(earlier: Number, later: Number) -> bool:
    return later[0].start == earlier[0].end + timedelta(days=1)


def _outside(points: Sequence[Number], centre: float, reach: float) -> Iterator[Signal]:
    """Every point beyond a limit; on the limit is within."""
    for period, value in points:
        if abs(value - centre) > reach + SLACK:
            yield Signal(SignalKind.OUTSIDE, (period,), value > centre)


def _runs(points: Sequence[Number], centre: float) -> Iterator[Signal]:
    """Every unbroken row of eight or more points on one side; a point on the centre ends a row."""
    row: list[Number] = []
    for point in points:
        if row and not (_neighbours(row[-1], point) and _side(point, centre) == _side(row[-1], centre)):
            yield from _run(row, centre)
            row = []
        row.append(point)
    yield from _run(row, centre)


def _run(row: Sequence[Number], centre: float) -> Iterator[Signal]:
    side = _side(row[0], centre) if row else 0
    if side and len(row) >= RUN:
        yield Signal(SignalKind.RUN, tuple(period for period, _ in row), side > 0)


def _side(point: Number, centre: float) -> int:
    """1 above the centre, -1 below it, 0 on it."""
    gap = point[1] - centre
    return 0 if abs(gap) <= SLACK else 1 if gap > 0 else -1
