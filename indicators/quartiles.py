"""Where a list of values is cut into quarters: type-7 percentiles, and none of too few values."""

from __future__ import annotations

import math
from collections.abc import Sequence

FEWEST_TO_RANK = 8
"""Among fewer councils, or members of a family group, a place says nothing: no rank and no quarter."""


def too_few_to_rank(councils: int) -> bool:
    """True where some councils have a figure, yet fewer than a rank or a quarter needs."""
    return 0 < councils < FEWEST_TO_RANK


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle."""
    return percentile(values, 50)


def percentile(values: Sequence[float], percent: float) -> float:
    """The type-7 percentile: linear between the two nearest of the sorted values."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def quartile_cuts(values: Sequence[float]) -> tuple[float, float, float] | None:
    """The cuts at 25, 50 and 75 percent in the order of the numbers; None below eight values."""
    if len(values) < FEWEST_TO_RANK:
        return None
    return percentile(values, 25), percentile(values, 50), percentile(values, 75)


def quartile(cuts: tuple[float, float, float] | None, badness: float) -> int | None:
    """1 for the best quarter to 4 for the worst, from cuts of badness; on a cut is the better side."""
    return None if cuts is None else 1 + sum(badness > cut for cut in cuts)
