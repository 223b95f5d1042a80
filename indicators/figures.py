"""One figure: a value of one indicator, area, period and basis, and the status that says what it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """Which prices a figure is in; `none` for figures that are not money at a price."""

    NONE = "none"
    CASH = "cash"
    REAL = "real"


class Status(StrEnum):
    """What a figure is, or why there is none. Never lost, never a number."""

    PUBLISHED = "published"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    CARRIED_FORWARD = "carried_forward"
    SUPPRESSED = "suppressed"
    NOT_APPLICABLE = "not_applicable"
    NOT_AVAILABLE = "not_available"
    NOT_SUBMITTED = "not_submitted"
    AWAITED = "awaited"
    NEW = "new"
    NOT_ASSESSED = "not_assessed"
    WITHDRAWN = "withdrawn"
    DOUBTFUL = "doubtful"
    PROJECTED = "projected"
    MISSING = "missing"

    @property
    def may_have_number(self) -> bool:
        """True where a printed number stands beside the status."""
        return self in _WITH_NUMBER

    @property
    def judged(self) -> bool:
        """True where the number may be compared, ranked and given a light."""
        return self in _WITH_NUMBER - {Status.DOUBTFUL, Status.PROJECTED}

    @property
    def shorthand(self) -> str:
        """The Government Statistical Service shorthand, or an empty text."""
        return _SHORTHAND.get(self, "")

    @property
    def words(self) -> str:
        """The status as a reader sees it."""
        return _WORDS[self]


_WITH_NUMBER = frozenset(
    {
        Status.PUBLISHED,
        Status.PROVISIONAL,
        Status.ESTIMATED,
        Status.CARRIED_FORWARD,
        Status.DOUBTFUL,
        Status.PROJECTED,
    }
)
_SHORTHAND = {
    Status.SUPPRESSED: "[c]",
    Status.NOT_AVAILABLE: "[x]",
    Status.NOT_APPLICABLE: "[z]",
    Status.PROVISIONAL: "[p]",
    Status.ESTIMATED: "[e]",
}
_WORDS = {
    Status.PUBLISHED: "Published",
    Status.PROVISIONAL: "Provisional",
    Status.ESTIMATED: "Estimated",
    Status.CARRIED_FORWARD: "Carried forward",
    Status.SUPPRESSED: "Suppressed",
    Status.NOT_APPLICABLE: "Not applicable",
    Status.NOT_AVAILABLE: "Not available",
    Status.NOT_SUBMITTED: "Not submitted",
    Status.AWAITED: "Awaited",
    Status.NEW: "New",
    Status.NOT_ASSESSED: "Not assessed",
    Status.WITHDRAWN: "Withdrawn",
    Status.DOUBTFUL: "To check",
    Status.PROJECTED: "Projected",
    Status.MISSING: "No figure",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as the rules see it: the number, if any, always beside its status."""

    value: float | None
    status: Status = Status.PUBLISHED
    numerator: float | None = None
    denominator: float | None = None

    def __post_init__(self) -> None:
        if self.value is not None and not self.status.may_have_number:
            raise ValueError(f"a {self.status} figure cannot have the number {self.value}")
        if self.value is None and self.status.may_have_number:
            raise ValueError(f"a {self.status} figure needs a number")

    @property
    def number(self) -> float | None:
        """The number where it may be judged; None for a missing, doubtful or projected one."""
        return self.value if self.status.judged else None

    @property
    def happened(self) -> bool:
        """True where a number is printed, and not of what is still to come."""
        return self.value is not None and self.status is not Status.PROJECTED
