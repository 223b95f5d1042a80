"""How far a figure is from its target, in its unit and in people or pounds, and whether it will get there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.course import Course
from indicators.display import change_text, number, singular
from indicators.figures import Figure
from indicators.indicator import Direction, Indicator, Polarity, Unit
from indicators.periods import Period, PeriodKind
from indicators.rag import SLACK, Cut
from indicators.targets import Target
from indicators.trends import Point

CHANGES = 3
POUNDS = "pounds"
_SCALES = (1, 100, 1_000, 10_000, 100_000, 1_000_000)
ROUNDING = 0.02
_ARITHMETIC = 1e-6


@dataclass(frozen=True, slots=True)
class Distance:
    """What is missing to the target.

    `gap` is in the unit of the figure, 0 when the target is met. `amount` is the whole number by which
    the count (or the pounds) behind the figure must change to reach it; None where that is not known.
    `of` is the denominator that count is taken of.
    """

    gap: float
    amount: int | None
    more: bool
    of: float | None = None

    @property
    def met(self) -> bool:
        """True when nothing is missing."""
        return self.gap == 0


@dataclass(frozen=True, slots=True)
class Trajectory:
    """The change a year that would meet a target by its date, beside the mean change of late.

    `mean` is None with fewer than three earlier figures to measure from; `on_course` is None where that
    or the lack of a judgement leaves nothing to say.
    """

    needed: float
    mean: float | None
    by: date
    on_course: bool | None


def distance(indicator: Indicator, figure: Figure, cut: Cut | None) -> Distance | None:
    """The distance of a figure to its target; None without a judged number, a target or a judgement."""
    value = figure.number
    if value is None or cut is None or not indicator.polarity.judges:
        return None
    gap, edge = cut.gap(indicator.polarity, value), _edge(cut, indicator.polarity, value)
    if gap <= SLACK:
        return Distance(0.0, 0, False)
    return Distance(gap, _amount(indicator, figure, edge), edge > value, figure.denominator)


def scale_of(figure: Figure) -> int | None:
    """What a value is a share of: 100 for a percentage, 1,000 for a rate per 1,000.

    It is told by the value and its own numerator and denominator, up to the 2% a printed value may be
    rounded by. None where they are not known or do not belong together.
    """
    value, above, below = figure.number, figure.numerator, figure.denominator
    if not value or not above or not below:
        return None
    return nearest_scale(value * below / above)


def nearest_scale(told: float) -> int | None:
    """The scale that what values and their counts tell comes to, up to the 2% of rounding; else None."""
    return next((scale for scale in _SCALES if abs(told - scale) <= ROUNDING * scale), None)


def due(indicator: Indicator, target: Target, like: Period) -> date | None:
    """The day a target is to be met: the end of the last period it is set for; None where it is open."""
    return indicator.period_named(target.last, like).end if target.last else None


def trajectory(
    indicator: Indicator, series: Sequence[Point], latest: Period, cut: Cut, by: date
) -> Trajectory | None:
    """The yearly change that meets the target `by` a day, against the mean yearly change of the last three.

    `latest` is the period to start from. None when it has no number, when it ends on or after `by`, or
    where nothing is judged.
    """
    indicator = indicator.in_force(latest)
    numbers = [point for point in Course.of(indicator, series, latest).numbers if not latest < point[0]]
    years = (by - latest.end).days / 365.25
    if not numbers or numbers[-1][0] != latest or years <= 0 or not indicator.polarity.judges:
        return None
    value = numbers[-1][1]
    missing = max(cut.gap(indicator.polarity, value), 0.0)
    needed = math.copysign(missing, _edge(cut, indicator.polarity, value) - value) / years
    mean = _mean_change(indicator, numbers)
    if mean is None:
        return Trajectory(needed, None, by, None)
    arrives = cut.gap(indicator.polarity, value + mean * years)
    return Trajectory(needed, mean, by, arrives <= SLACK)


def distance_words(indicator: Indicator, found: Distance) -> str:
    """`3.1 points to go: about 9 more children`, `£12 to go`, or `at the target or better`.

    Where the catalogue has no noun for what is counted, a percentage of counts (it has an interval) says
    of how many: `about 9 more of 120`.
    """
    if found.met:
        return "at the target or better"
    parts = (f"{change_text(indicator, found.gap)} to go", _whole(indicator, found))
    return ": about ".join(filter(None, parts))


def trajectory_words(indicator: Indicator, found: Trajectory) -> str:
    """What is needed a year, what happened of late, and whether that will do."""
    day = Period(PeriodKind.DAY, found.by, found.by).words
    if abs(found.needed) <= SLACK:
        need = "The target is met now"
    else:
        need = f"Meeting the target by {day} needs {_yearly(indicator, found.needed)} a year"
    if found.mean is None:
        return f"{need}; there are too few figures to say how fast it moves."
    course = (
        "" if found.on_course is None else ", which is on course" if found.on_course else ", not on course"
    )
    return f"{need}; the last three changes came to {_yearly(indicator, found.mean)} a year{course}."


def _amount(indicator: Indicator, figure: Figure, edge: float) -> int | None:
    """Whole people or pounds, rounded up so that the target is really reached.

    Where the printed value is rounded and its counts reach the target already, one is said.
    """
    scale, value, above, below = scale_of(figure), figure.number, figure.numerator, figure.denominator
    if scale is None or value is None or above is None or below is None:
        return None
    if indicator.unit.is_money:
        return math.ceil(abs(edge - value) * below - _ARITHMETIC)
    missing = edge * below / scale - above
    return max(1, math.ceil((missing if edge > value else -missing) - _ARITHMETIC))


def _whole(indicator: Indicator, found: Distance) -> str:
    """`9 more children`, `£1,200 less`, `9 more of 120`; an empty text where nothing whole is known."""
    if found.amount is None:
        return ""
    size = number(found.amount, 0)
    if indicator.unit.is_money or indicator.noun == POUNDS:
        return f"£{size} {'more' if found.more else 'less'}"
    counted = f"{size} {'more' if found.more else 'fewer'}"
    if indicator.noun:
        return f"{counted} {singular(indicator.noun) if found.amount == 1 else indicator.noun}"
    if indicator.unit is Unit.PERCENT and indicator.interval and found.of is not None:
        return f"{counted} of {number(found.of, 0)}"
    return ""


def _edge(cut: Cut, polarity: Polarity, value: float) -> float:
    """The nearest edge of the goal; the value itself when it is inside a range."""
    if polarity.direction is Direction.HIGHER:
        return cut.low
    if polarity.direction is Direction.LOWER:
        return cut.high
    return min(max(value, cut.low), cut.high)


def _mean_change(indicator: Indicator, numbers: Sequence[tuple[Period, float]]) -> float | None:
    """The mean yearly change over the last three changes; None with fewer or across a break."""
    if len(numbers) <= CHANGES:
        return None
    (first, before), (last, now) = numbers[-1 - CHANGES], numbers[-1]
    if indicator.crosses_break(first, last):
        return None
    return (now - before) / ((last.end - first.end).days / 365.25)


def _yearly(indicator: Indicator, change: float) -> str:
    text = change_text(indicator, change)
    return f"{'a rise' if change > 0 else 'a fall'} of {text}" if change else "no change"
