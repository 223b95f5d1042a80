"""How the short and the long trend of a figure were worked out, as data."""

from __future__ import annotations

from statistics import fmean

from indicators.indicator import Indicator
from indicators.standing import History, Standing
from indicators.trends import (
    FEWEST_EARLIER_CHANGES,
    FEWEST_LONG_TREND_PERIODS,
    LONG_TREND_PERIODS,
    USUAL_FACTOR,
    Trend,
    steady_limit,
)
from indicators.working import Input, Working, exact, exact_change, own_input

_SHORT_RULE = (
    "The change from the last period before it that has a figure (months and quarters: the same one a year "
    "earlier). Steady where it is smaller than 1% of that figure and than half of the last decimal shown, "
    "whichever is larger. No change is measured across a break in the series."
)
_LONG_RULE = (
    f"The figure against the mean of up to {LONG_TREND_PERIODS} figures before it, at least "
    f"{FEWEST_LONG_TREND_PERIODS} (months and quarters: the same one of the years before), none of them from "
    "before a break in the series."
)


def short_trend_working(history: History, standing: Standing, area_name: str, result: str) -> Working:
    """How the short trend was worked out, and whether its size is usual."""
    trend, indicator = standing.short, standing.indicator
    if trend is None:
        return Working("Short trend", result, _SHORT_RULE, (own_input(standing, area_name),))
    before = Input(
        f"{area_name}, {trend.since.words}",
        exact(indicator, trend.compared_with),
        figure=(standing.area, trend.since),
    )
    inputs = (own_input(standing, area_name), before)
    return Working(
        "Short trend", result, _SHORT_RULE, inputs, (*_change(indicator, trend), _usual(history, standing))
    )


def long_trend_working(history: History, standing: Standing, area_name: str, result: str) -> Working:
    """How the long trend was worked out: the figures in the mean, and the change from it."""
    trend, indicator = standing.long, standing.indicator
    own = own_input(standing, area_name)
    if trend is None:
        return Working("Long trend", result, _LONG_RULE, (own,))
    earlier = history.course.before(standing.period)
    inputs = tuple(
        Input(f"{area_name}, {period.words}", exact(indicator, value), figure=(standing.area, period))
        for period, value in earlier
    )
    mean = f"The mean of the {len(earlier)} is {exact(indicator, trend.compared_with)}."
    return Working("Long trend", result, _LONG_RULE, (own, *inputs), (mean, *_change(indicator, trend)))


def _change(indicator: Indicator, trend: Trend) -> tuple[str, str]:
    limit = steady_limit(indicator, trend.compared_with)
    way = "more" if trend.change > 0 else "less"
    size = exact_change(indicator, trend.change)
    return (
        f"The change is {size} {way}." if trend.change else "There is no change.",
        f"It would be steady below {exact_change(indicator, limit)}.",
    )


def _usual(history: History, standing: Standing) -> str:
    sizes, indicator = history.course.earlier_sizes(standing.period), standing.indicator
    if len(sizes) < FEWEST_EARLIER_CHANGES:
        return (
            f"Earlier changes to compare it with: {len(sizes)}; with fewer than {FEWEST_EARLIER_CHANGES} "
            "it is not said whether a change is usual."
        )
    mean, limit = (exact_change(indicator, size) for size in (fmean(sizes), fmean(sizes) * USUAL_FACTOR))
    return (
        f"The mean size of {len(sizes)} earlier changes is {mean}; "
        f"beyond {USUAL_FACTOR} times that, {limit}, is unusual."
    )
