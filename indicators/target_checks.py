"""Whether a target still asks for something: beside the figure itself and what others have reached."""

from __future__ import annotations

from indicators.indicator import Polarity
from indicators.rag import SLACK, Cut


def asks_for_less(polarity: Polarity, cut: Cut, value: float) -> bool:
    """True for a target that is worse than the figure already reached: 230 a week while it costs 228."""
    return polarity.judges and -cut.gap(polarity, value) > SLACK


def harder_by(polarity: Polarity, target: float, reached: float) -> float:
    """How much better a target is than what somebody has reached; below 0 where it is easier."""
    return polarity.badness(reached) - polarity.badness(target)
