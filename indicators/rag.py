"""The light of a figure against its target, as each period's own target and tolerance say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicators.figures import Figure, Status
from indicators.indicator import Direction, Polarity
from indicators.targets import Target

SLACK = 1e-9


class Light(StrEnum):
    """What a figure is against its target; only the first three are counted as green, amber, red."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NO_TARGET = "no_target"
    DATA_ONLY = "data_only"
    NO_DATA = "no_data"
    SUPPRESSED = "suppressed"
    TO_CHECK = "to_check"

    @property
    def judged(self) -> bool:
        """True for green, amber and red."""
        return self in (Light.GREEN, Light.AMBER, Light.RED)


@dataclass(frozen=True, slots=True)
class Cut:
    """The goal a figure must reach and how far beyond it amber runs, in the figure's own unit.

    For a range `low` and `high` differ; for higher or lower they are the same number. `over` is how far
    a figure may beat the goal before it is over-achieved; None where the target does not say.
    """

    low: float
    high: float
    tolerance: float
    over: float | None = None

    @property
    def over_band(self) -> float:
        """How far a figure may beat the goal: as the target says, else twice the tolerance."""
        return 2 * self.tolerance if self.over is None else self.over

    def gap(self, polarity: Polarity, value: float) -> float:
        """How far the value is on the wrong side of the goal; 0 or less when it is met."""
        if polarity.direction is Direction.HIGHER:
            return self.low - value
        if polarity.direction is Direction.LOWER:
            return value - self.high
        return max(self.low - value, value - self.high)


def cut_points(target: Target, resolved: float | None) -> Cut | None:
    """The cut points of a target; `resolved` is the number a rule target came to.

    A tolerance in percent is of the size of the target: of -20 as of 20, and of the mean size of the two
    ends of a range. None when a rule target has no comparator in the period before.
    """
    value = resolved if target.rule is not None else target.value
    low = target.low if target.low is not None else value
    high = target.high if target.high is not None else value
    if low is None or high is None:
        return None
    share = 1.0 if target.in_points else (abs(low) + abs(high)) / 200
    over = None if target.over is None else target.over * share
    return Cut(low, high, target.tolerance * share, over)


def light(figure: Figure | None, polarity: Polarity, cut: Cut | None) -> Light:
    """The light of a figure: at the goal or better green, within the tolerance amber, beyond it red.

    Polarity `none` is data only whatever the target; compared at full precision with a slack of 1e-9.
    """
    if figure is None or figure.number is None:
        return _without_number(figure)
    if not polarity.judges:
        return Light.DATA_ONLY
    if cut is None:
        return Light.NO_TARGET
    gap = cut.gap(polarity, figure.number)
    if gap <= SLACK:
        return Light.GREEN
    return Light.AMBER if gap <= cut.tolerance + SLACK else Light.RED


def over_achieved(value: float, polarity: Polarity, cut: Cut) -> bool:
    """True when a value beats its target by more than the over band; it stays green.

    Nothing inside a best range is better than the rest of it, so a range is never over-achieved.
    """
    one_way = polarity.direction in (Direction.HIGHER, Direction.LOWER)
    return one_way and -cut.gap(polarity, value) > cut.over_band + SLACK


def _without_number(figure: Figure | None) -> Light:
    if figure is not None and figure.status is Status.SUPPRESSED:
        return Light.SUPPRESSED
    return Light.TO_CHECK if figure is not None and figure.status is Status.DOUBTFUL else Light.NO_DATA
