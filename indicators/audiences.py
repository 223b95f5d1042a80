"""Who gets reports how often, as the councils' documents print it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Frequency(StrEnum):
    """How often an audience gets its reports, as its document prints it."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SIX_MONTHLY = "six-monthly"
    ANNUAL = "annual"
    NOT_SET = "frequency not set"

    @property
    def months(self) -> int:
        """The months one report covers; 0 where that is not set."""
        return _MONTHS[self]


_MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.SIX_MONTHLY: 6,
    Frequency.ANNUAL: 12,
    Frequency.NOT_SET: 0,
}


@dataclass(frozen=True, slots=True)
class Audience:
    """A body that gets reports: what it gets, and where its frequency is printed.

    `area` is its council, empty for one that any council has.
    """

    code: str
    title: str
    frequency: Frequency
    gets: str
    place: str
    area: str = ""
