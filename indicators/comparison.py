"""Whether a figure is better than, similar to or worse than a reference such as Scotland.

Only a 95% interval can tell: better or worse where it excludes the reference. Without one a figure is
above, below or level, and that is not tested.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicators.indicator import Polarity
from indicators.intervals import Interval

SLACK = 1e-9


class Judgement(StrEnum):
    """What a figure is beside a reference; the first three say that it was tested and judged."""

    BETTER = "better"
    SIMILAR = "similar"
    WORSE = "worse"
    ABOVE = "above"
    BELOW = "below"
    LEVEL = "level"

    @property
    def words(self) -> str:
        """The judgement before what it is beside: `better than`, `level with`."""
        return _WORDS[self]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A judgement, and whether an interval stands behind it."""

    judgement: Judgement
    tested: bool

    def words(self, reference: str) -> str:
        """The comparison in words, such as `below Scotland (not tested)`."""
        return f"{self.judgement.words} {reference}{'' if self.tested else ' (not tested)'}"


_WORDS = {
    Judgement.BETTER: "better than",
    Judgement.SIMILAR: "similar to",
    Judgement.WORSE: "worse than",
    Judgement.ABOVE: "above",
    Judgement.BELOW: "below",
    Judgement.LEVEL: "level with",
}


def compared(
    polarity: Polarity, value: float, interval: Interval | None, reference: float, *, level: bool = False
) -> Comparison:
    """A value beside a reference, both in the unit of the indicator.

    With an interval: similar unless it excludes the reference (touching is similar), else better or worse
    by polarity; above or below where nothing is judged, or where both lie inside the best range. Without
    one: above, below or level, not tested. `level` says that the two are shown as the same number.
    """
    if interval is None:
        same = level or abs(value - reference) <= SLACK
        return Comparison(Judgement.LEVEL if same else _side(value, reference), tested=False)
    if not interval.excludes(reference, SLACK):
        return Comparison(Judgement.SIMILAR, tested=True)
    return Comparison(_judged(polarity, value, reference), tested=True)


def side_by_side(
    polarity: Polarity,
    value: float,
    interval: Interval | None,
    other: float,
    other_interval: Interval | None,
    *,
    level: bool = False,
) -> Comparison:
    """Two figures beside each other, such as those of two councils or of two years of one.

    Tested only where both have an interval: similar where those overlap or touch, else as `compared` has it.
    """
    if interval is None or other_interval is None:
        return compared(polarity, value, None, other, level=level)
    apart = max(interval.lower, other_interval.lower) - min(interval.upper, other_interval.upper)
    return Comparison(_judged(polarity, value, other) if apart > SLACK else Judgement.SIMILAR, tested=True)


def _judged(polarity: Polarity, value: float, reference: float) -> Judgement:
    worse = polarity.badness(value) - polarity.badness(reference)
    if not polarity.judges or worse == 0:
        return _side(value, reference)
    return Judgement.WORSE if worse > 0 else Judgement.BETTER


def _side(value: float, reference: float) -> Judgement:
    return Judgement.ABOVE if value > reference else Judgement.BELOW
