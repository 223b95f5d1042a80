"""How a series moved: against the figure before, against the longer run, and whether that is usual."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicators.figures import Figure
from indicators.indicator import Indicator, Polarity
from indicators.periods import Period, PeriodKind

USUAL_FACTOR = 3.267
FEWEST_EARLIER_CHANGES = 6
LONG_TREND_PERIODS = 4
FEWEST_LONG_TREND_PERIODS = 3
SLACK = 1e-9
SEASONAL = (PeriodKind.MONTH, PeriodKind.QUARTER)
"""Kinds that follow the seasons: each month or quarter is compared with the same one of other years."""

Point = tuple[Period, Figure]
Number = tuple[Period, float]


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


def movement(indicator: Indicator, now: float, before: float) -> Movement:
    """Steady when smaller than 1% of the earlier value or half the last shown decimal, else by polarity."""
    if abs(now - before) < steady_limit(indicator, before) - SLACK:
        return Movement.STEADY
    return _judged(indicator.polarity, now, before)


def steady_limit(indicator: Indicator, before: float) -> float:
    """The size below which a change is steady: 1% of what it is from, or half the last shown decimal."""
    half_step: float = 0.5 * 10**-indicator.decimals
    return max(abs(before) * 0.01, half_step)


def _judged(polarity: Polarity, now: float, before: float) -> Movement:
    worse = polarity.badness(now) - polarity.badness(before)
    if not polarity.judges or worse == 0:
        return Movement.UP if now > before else Movement.DOWN
    return Movement.WORSENING if worse > 0 else Movement.IMPROVING
