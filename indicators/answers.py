"""What people answered: how many said improved, the same or worse, always with how many answered at all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answers:
    """The counts of one question; the base is all who answered it."""

    improved: float
    same: float
    worse: float

    @property
    def base(self) -> float:
        """How many answered: 77 of 51, 22 and 4."""
        return self.improved + self.same + self.worse

    @property
    def shares(self) -> tuple[float, float, float]:
        """Improved, same and worse in per cent of the base; nought where nobody answered."""
        counts = (self.improved, self.same, self.worse)
        improved, same, worse = (100 * count / self.base if self.base else 0.0 for count in counts)
        return improved, same, worse
