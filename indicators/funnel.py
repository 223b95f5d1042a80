"""A funnel: what share of each stage goes on to the next, such as referral, investigation, conference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.display import number


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: how many reached it, and that as a percentage of the stage before and of the first.

    A percentage is None in the first stage, where a count is not shown, and where the stage before is 0.
    """

    name: str
    count: float | None
    of_previous: float | None
    of_first: float | None

    @property
    def words(self) -> str:
        """`Investigations: 83 (3.9%)`."""
        shown = "not shown" if self.count is None else number(self.count, 0)
        rate = "" if self.of_previous is None else f" ({number(self.of_previous, 1)}%)"
        return f"{self.name}: {shown}{rate}"


def funnel(stages: Sequence[tuple[str, float | None]]) -> tuple[Stage, ...]:
    """The stages in order with their conversion rates; a count that may not be shown is None.

    A stage may be larger than the one before it, as people may be counted in the year after.
    Raises ValueError for a negative count.
    """
    negative = [name for name, count in stages if count is not None and count < 0]
    if negative:
        raise ValueError(f"the count of '{negative[0]}' is below 0")
    counts = [count for _, count in stages]
    return tuple(
        Stage(
            name,
            count,
            _rate(count, counts[place - 1]) if place else None,
            _rate(count, counts[0]) if place else None,
        )
        for place, (name, count) in enumerate(stages)
    )


def _rate(count: float | None, of: float | None) -> float | None:
    return 100 * count / of if count is not None and of else None
