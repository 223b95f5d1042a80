"""Control limits of a funnel plot: how far from Scotland chance alone may take a council of a given size.

The limits are those of a council that differs from Scotland by chance only: Wilson's for percentages and
Byar's for rates, around the number of cases it would then have. Sources: D. J. Spiegelhalter (2005),
Statistics in Medicine 24, 1185-1202; Public Health England, Technical Briefing 2 (2008).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from indicators.indicator import Indicator, IntervalKind
from indicators.intervals import PERCENT, byar, wilson

INNER, OUTER = 0.95, 0.998
INNER_Z, OUTER_Z = (NormalDist().inv_cdf((1 + share) / 2) for share in (INNER, OUTER))
SLACK = 1e-9
FEWEST_CASES = 1e-9
"""Expected cases are at least this many, so that the limits of next to none can be worked out."""


class Zone(StrEnum):
    """Where a figure lies among the limits for its size."""

    FAR_BELOW = "below the outer limit"
    BELOW = "below the inner limit"
    INSIDE = "inside the limits"
    ABOVE = "above the inner limit"
    FAR_ABOVE = "above the outer limit"

    @property
    def outside(self) -> bool:
        """True beyond the outer limits, where chance takes one council in 500."""
        return self in (Zone.FAR_BELOW, Zone.FAR_ABOVE)


@dataclass(frozen=True, slots=True)
class ControlLimits:
    """The four limits at one base, in the unit of the indicator."""

    far_low: float
    low: float
    high: float
    far_high: float

    def zone(self, value: float) -> Zone:
        """Where a value lies; on a limit is inside it."""
        if value < self.far_low - SLACK:
            return Zone.FAR_BELOW
        if value > self.far_high + SLACK:
            return Zone.FAR_ABOVE
        if value < self.low - SLACK:
            return Zone.BELOW
        return Zone.ABOVE if value > self.high + SLACK else Zone.INSIDE


def control_limits(indicator: Indicator, centre: float, base: float) -> ControlLimits:
    """The limits around `centre` (in the indicator's unit) for a council with this base.

    Raises ValueError where the catalogue declares no interval, for a base of 0 or less, a centre below 0
    and a percentage above 100.
    """
    if indicator.interval is IntervalKind.NONE:
        raise ValueError(f"{indicator.code} has no intervals, so there are no limits either")
    percentage = indicator.interval is IntervalKind.PERCENTAGE
    scale = PERCENT if percentage else indicator.scale
    if base <= 0 or centre < 0 or (percentage and centre > PERCENT):
        raise ValueError(f"there are no limits around {centre} for a base of {base}")
    limits = _percentage_limits if percentage else _rate_limits
    (low, high), (far_low, far_high) = (limits(centre / scale, base, z) for z in (INNER_Z, OUTER_Z))
    return ControlLimits(far_low * scale, low * scale, high * scale, far_high * scale)


def bases_between(smallest: float, largest: float, count: int = 40) -> tuple[float, ...]:
    """Bases to draw the limits at, evenly spread by ratio from the smallest to the largest.

    Raises ValueError for a smallest base of 0 or less, one above the largest, or fewer than two bases.
    """
    if not 0 < smallest <= largest or count < 2:
        raise ValueError(f"there is no way in {count} steps from {smallest} to {largest}")
    ratio = (largest / smallest) ** (1 / (count - 1))
    return (*(smallest * ratio**step for step in range(count - 1)), largest)


def more_than_chance(zones: Sequence[Zone]) -> bool:
    """True when more figures lie beyond the inner limits than chance would leave there once in a thousand.

    Each lies beyond with probability 0.05 if nothing but chance is at work; the number then is binomial.
    """
    beyond = sum(zone is not Zone.INSIDE for zone in zones)
    chances = (
        math.comb(len(zones), count) * (1 - INNER) ** count * INNER ** (len(zones) - count)
        for count in range(beyond, len(zones) + 1)
    )
    return bool(beyond) and math.fsum(chances) < 0.001


def _percentage_limits(share: float, base: float, z: float) -> tuple[float, float]:
    return wilson(share * base, base, z)


def _rate_limits(rate: float, base: float, z: float) -> tuple[float, float]:
    """Byar's limits of the expected cases, as rates."""
    low, high = byar(max(rate * base, FEWEST_CASES), z)
    return max(low, 0.0) / base, high / base
