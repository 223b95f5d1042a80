"""How far a group is from everybody, and the best part of an area from the worst."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.display import DUST_DECIMALS, change_text
from indicators.indicator import Indicator, Polarity


@dataclass(frozen=True, slots=True)
class Spread:
    """The two parts that are furthest apart, best first by polarity (without judgement highest first)."""

    best: str
    worst: str
    size: float


def gap_words(indicator: Indicator, group: float, everybody: float) -> str:
    """The gap of a group to everybody with its sign: `−4.2 points`, `+64.0`, `level`."""
    gap = round(group - everybody, DUST_DECIMALS)
    if not gap:
        return "level"
    return f"{'+' if gap > 0 else '−'}{change_text(indicator, gap)}"


def spread(polarity: Polarity, parts: Mapping[str, float]) -> Spread | None:
    """The best and the worst of the parts of an area, and how far apart they are; None of fewer than two."""
    if len(parts) < 2:
        return None
    ordered = sorted(parts, key=lambda name: (polarity.badness(parts[name]), name))
    return Spread(ordered[0], ordered[-1], abs(parts[ordered[0]] - parts[ordered[-1]]))
