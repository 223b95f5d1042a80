"""How a badge was worked out, as data: the rule, its inputs with the figures they are, and the arithmetic.

Any surface may render it; nothing here decides anything that a rule has not decided.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators.display import change_text, printed_decimals, value_text
from indicators.distance import distance, distance_words
from indicators.indicator import Direction, Indicator
from indicators.periods import Period
from indicators.rag import Cut, Light
from indicators.standing import Standing
from indicators.statements import rule_words, status_words
from indicators.targets import Target

MOST_DECIMALS = 4
FigureKey = tuple[str, Period]


@dataclass(frozen=True, slots=True)
class Input:
    """One number that went in: what it is, the number in full, a note, and the figure it is, if it is one.

    `figure` is the area's code and the period: with it a surface finds file, sheet and cell.
    """

    name: str
    value: str
    note: str = ""
    figure: FigureKey | None = None


@dataclass(frozen=True, slots=True)
class Working:
    """What a badge says, the rule that says so in words, what went in, and the steps from it."""

    badge: str
    result: str
    rule: str
    inputs: tuple[Input, ...] = ()
    steps: tuple[str, ...] = ()


def exact(indicator: Indicator, value: float) -> str:
    """A value with its unit and as many decimals as it has, four at most."""
    decimals = min(max(printed_decimals(value), indicator.decimals), MOST_DECIMALS)
    return value_text(indicator, value, decimals)


def exact_change(indicator: Indicator, change: float) -> str:
    """The size of a change with as many decimals as it has, four at most."""
    whole = round(change, MOST_DECIMALS)
    return change_text(indicator, whole, max(printed_decimals(whole), indicator.decimals))


def own_input(standing: Standing, area_name: str) -> Input:
    """The figure itself as an input, in words where it has no number."""
    value = standing.figure.value
    shown = status_words(standing) if value is None else exact(standing.indicator, value)
    return Input(f"{area_name}, {standing.period.words}", shown, figure=(standing.area, standing.period))


def light_working(standing: Standing, area_name: str, result: str) -> Working:
    """How the light was given: target and tolerance with their dates, the cut points, the distance."""
    own = own_input(standing, area_name)
    target, cut, value = standing.target, standing.cut, standing.figure.number
    if value is None or target is None or cut is None or not standing.indicator.polarity.judges:
        return Working("Status", result, _no_light(standing.light), (own,))
    indicator = standing.indicator
    inputs = (own, _target_input(standing, target, cut), _tolerance_input(indicator, target, cut))
    found = distance(indicator, standing.figure, cut)
    steps = (*_cut_points(indicator, cut), *((f"{distance_words(indicator, found)}.",) if found else ()))
    if standing.over_achieved:
        steps += (
            f"More than {change_text(indicator, cut.over_band)} better than the target: over-achieved.",
        )
    return Working("Status", result, _LIGHT_RULE, inputs, tuple(_sentence(step) for step in steps))


_LIGHT_RULE = (
    "The figure is held against the target and tolerance valid for its period, at full precision: "
    "at the target or better is on target, up to the tolerance beyond it is within tolerance, "
    "further is off target."
)


def _no_light(light: Light) -> str:
    return {
        Light.DATA_ONLY: "Neither way is better for this indicator, so it is given no light.",
        Light.NO_TARGET: "No target is set for this indicator, area and period, so it is given no light.",
        Light.SUPPRESSED: "The figure is hidden because it rests on a small count, and so is all made of it.",
        Light.TO_CHECK: "The figure contradicts itself or its source, so it is given no light until checked.",
    }.get(light, "There is no figure for this period, so there is no light.")


def _target_input(standing: Standing, target: Target, cut: Cut) -> Input:
    indicator = standing.indicator
    shown = exact(indicator, cut.low)
    if cut.low != cut.high:
        shown = f"{shown} to {exact(indicator, cut.high)}"
    if target.rule is None:
        return Input("Target", shown, f"set by {target.set_by}, {_valid(target)}")
    since = standing.target_since
    words = rule_words(target.rule, f"the {since.words}" if since else "the period before")
    return Input("Target", shown, f"by rule: {words}")


def _tolerance_input(indicator: Indicator, target: Target, cut: Cut) -> Input:
    size = exact_change(indicator, cut.tolerance)
    if target.in_points:
        return Input("Tolerance", size, f"set by {target.set_by}")
    return Input("Tolerance", f"{target.tolerance:g}% of the target", f"that is {size}")


def _valid(target: Target) -> str:
    if target.first and target.first == target.last:
        return f"for {target.first}"
    spans = (f"from {target.first}" if target.first else "", f"to {target.last}" if target.last else "")
    return " ".join(filter(None, spans)) or "for every period"


def _cut_points(indicator: Indicator, cut: Cut) -> tuple[str, ...]:
    low, high = exact(indicator, cut.low), exact(indicator, cut.high)
    below = exact(indicator, cut.low - cut.tolerance)
    above = exact(indicator, cut.high + cut.tolerance)
    if indicator.polarity.direction is Direction.HIGHER:
        return (f"On target from {low}; within tolerance from {below}; off target below {below}.",)
    if indicator.polarity.direction is Direction.LOWER:
        return (f"On target up to {high}; within tolerance up to {above}; off target above {above}.",)
    return (f"On target from {low} to {high}; within tolerance from {below} to {above}; off target outside.",)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
