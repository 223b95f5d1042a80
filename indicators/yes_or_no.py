"""Figures that are yes or no: which of the two is meant, where nobody set a target."""

from __future__ import annotations

from indicators.indicator import Direction, Indicator, Unit
from indicators.targets import Origin, Target

YES, NO = 1.0, 0.0
_MEANT = {Direction.HIGHER: YES, Direction.LOWER: NO}


def target_meant(indicator: Indicator) -> Target | None:
    """Yes where yes is better, no where no is, without any tolerance; None for every other indicator."""
    meant = _MEANT.get(indicator.polarity.direction)
    if indicator.unit is not Unit.YES_NO or meant is None:
        return None
    by = "this product, as the better of yes and no"
    return Target(indicator.code, "", Origin.RULE, by, value=meant, tolerance=0.0, in_points=True)
