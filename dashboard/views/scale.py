"""An axis with round ticks, and where a value lies on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.query import Query, one_of

WANTED_TICKS = 5
AXES = ("zero", "fit")
"""How an address asks for an axis: from zero, or fitted to the values."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight axis from `low` to `high` with its ticks, all in the unit of the values."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def decimals(self) -> int:
        """The fewest decimals, four at most, that write every tick as it is: 2.5 is not 3."""
        return max(len(f"{tick:.4f}".rstrip("0").split(".")[1]) for tick in self.ticks)

    def share(self, value: float) -> float:
        """Where the value lies, from 0 at the low end to 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def from_zero(query: Query) -> bool:
    """Whether the axis begins at zero, as it does unless the address asks for one that fits the values."""
    return one_of(query, "axis", AXES, AXES[0]) == AXES[0]


def axis_named(is_from_zero: bool) -> str:
    """What an address calls the axis."""
    return AXES[0] if is_from_zero else AXES[1]


def axis(values: Sequence[float], is_from_zero: bool = True) -> Axis:
    """The axis that holds all values, with round numbers at its ends and three to six ticks."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if is_from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    step = _round_step((high - low) / WANTED_TICKS or abs(high) or 1.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    last = max(last, first + 1)
    return Axis(first * step, last * step, tuple(place * step for place in range(first, last + 1)))


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough - 1e-12)
