"""Audit programmes: how much of what was planned is done, and what light that gets once it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indicators.display import number
from indicators.figures import Figure, Status
from indicators.indicator import Direction, Polarity
from indicators.rag import Cut, Light, light

ALL = 100.0
TOLERANCE = 5.0
"""In percent of what was planned, as for any target without a tolerance of its own."""


@dataclass(frozen=True, slots=True)
class Audited:
    """What was planned until a day and what is done of it; `done` is None where nobody reported it."""

    planned: int
    done: int | None
    due: date | None = None

    @property
    def share(self) -> float | None:
        """What is done in percent of what was planned; more than 100 where more was done."""
        return None if self.done is None else self.done / self.planned * ALL

    @property
    def words(self) -> str:
        """`6 of 12 done (50%)`, or that nobody reported it."""
        if self.done is None or self.share is None:
            return f"{self.planned} planned, none reported"
        return f"{self.done} of {self.planned} done ({number(self.share, 0)}%)"

    def light(self, as_at: date) -> Light:
        """Green when all that was planned is done, amber within 5% of it, else red.

        No light before the day it is due, unless all of it is done; and none where nobody reported it.
        """
        if self.share is None:
            return Light.NO_DATA
        waits = self.due is not None and as_at <= self.due and self.share < ALL
        cut = None if waits else Cut(ALL, ALL, TOLERANCE)
        return light(Figure(self.share, Status.PUBLISHED), Polarity(Direction.HIGHER), cut)
