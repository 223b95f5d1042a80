"""The light of level and direction, beside that of the target and never mixed with it.

It joins where a figure stands against a reference with which way it is going, after the Community
Planning Outcomes Profile of the Improvement Service. The shapes are others than those of the target.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicators.comparison import Comparison, Judgement
from indicators.indicator import Polarity
from indicators.trends import Movement


class LevelAndDirection(StrEnum):
    """Where a figure stands (ahead, alike or behind) and which way it is going."""

    AHEAD_IMPROVING = "ahead_improving"
    AHEAD_STEADY = "ahead_steady"
    AHEAD_WORSENING = "ahead_worsening"
    ALIKE_IMPROVING = "alike_improving"
    ALIKE_STEADY = "alike_steady"
    ALIKE_WORSENING = "alike_worsening"
    BEHIND_IMPROVING = "behind_improving"
    BEHIND_STEADY = "behind_steady"
    BEHIND_WORSENING = "behind_worsening"

    @property
    def shape(self) -> str:
        """The shape: an outline for the level, and in it a mark for the direction."""
        level, direction = self.value.split("_")
        return f"{_OUTLINES[level]}-{_MARKS[direction]}"


_OUTLINES = {"ahead": "ring", "alike": "square", "behind": "diamond"}
_MARKS = {"improving": "plus", "steady": "bar", "worsening": "minus"}
_LEVELS = {
    Judgement.BETTER: "ahead",
    Judgement.SIMILAR: "alike",
    Judgement.LEVEL: "alike",
    Judgement.WORSE: "behind",
}
# Up and down are movements inside a best range, where no number is better than another.
_DIRECTIONS = {
    Movement.IMPROVING: "improving",
    Movement.WORSENING: "worsening",
    Movement.STEADY: "steady",
    Movement.UP: "steady",
    Movement.DOWN: "steady",
}


@dataclass(frozen=True, slots=True)
class LevelLight:
    """The light with the comparison and the movement it was made of."""

    light: LevelAndDirection
    comparison: Comparison
    movement: Movement

    def words(self, reference: str) -> str:
        """The light in words, such as `below Scotland (not tested), improving`."""
        return f"{self.comparison.words(reference)}, {_DIRECTIONS[self.movement]}"


def level_and_direction(
    polarity: Polarity, value: float, reference: float, comparison: Comparison, movement: Movement
) -> LevelLight | None:
    """The light of a value compared with a reference, both in the unit of the indicator.

    What is above or below counts as ahead or behind by polarity, tested or not, and as alike where both
    lie inside the best range. None where the polarity judges nothing.
    """
    if not polarity.judges:
        return None
    level = _LEVELS.get(comparison.judgement) or _by_polarity(polarity, value, reference)
    return LevelLight(LevelAndDirection(f"{level}_{_DIRECTIONS[movement]}"), comparison, movement)


def _by_polarity(polarity: Polarity, value: float, reference: float) -> str:
    worse = polarity.badness(value) - polarity.badness(reference)
    if worse == 0:
        return "alike"
    return "behind" if worse > 0 else "ahead"
