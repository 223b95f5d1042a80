"""What a target is: a value, a range or a rule, for some periods, by somebody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TargetRule(StrEnum):
    """A target that follows the comparators of the period before, so that it is known in advance."""

    SCOTLAND = "scotland"
    FAMILY_MEAN = "family_mean"
    FAMILY_FOURTH = "family_fourth"
    OWN_PREVIOUS = "own_previous"


class Origin(StrEnum):
    """Who a target comes from."""

    NATIONAL = "national"
    LOCAL = "local"
    STATUTORY = "statutory"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Target:
    """A target for some periods: a value, a range or a rule, with its tolerance and its origin.

    `tolerance` and `over` are in the unit of the figure when `in_points`, else in percent of the target.
    `over` is how far beyond the target is too good to pass without a word; None is twice the tolerance.
    """

    indicator: str
    area: str
    origin: Origin
    set_by: str
    value: float | None = None
    rule: TargetRule | None = None
    low: float | None = None
    high: float | None = None
    tolerance: float = 5.0
    over: float | None = None
    in_points: bool = False
    first: str = ""
    last: str = ""
    note: str = ""
