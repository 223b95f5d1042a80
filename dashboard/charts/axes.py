"""The two axes of the trend chart: numbers for the periods, round ticks for the values."""

from __future__ import annotations

import math
import re
from typing import Final

from dashboard.charts.text import plain
from dashboard.charts.traces import Figure
from dashboard.views.drawing import TrendChart
from dashboard.views.scale import Axis, axis
from indicators.display import number

HEADROOM: Final = 0.04
"""Room above the highest tick for its words, as a share of the axis."""
MOST_NAMES: Final = 14
"""More periods than this are named every so often, the latest always."""

NARROW: Final = 430
"""Pixels of a plot that is narrow, but not the narrowest: room for the words of its values is kept on it."""
LETTER: Final = 7
"""Pixels a letter of these words takes, the space after them shared out."""

_YEAR: Final = re.compile(r"^20(\d\d-\d\d)$")
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60)


def value_axis(chart: TrendChart) -> Axis:
    """The value axis: room for every line, interval, target, tolerance and limit."""
    values = [value for series in chart.series for value in series.values if value is not None]
    values += [
        edge for step in chart.targets for edge in (step.value, step.low, step.high) if edge is not None
    ]
    values += [edge for series in chart.series for ends in series.intervals if ends for edge in ends]
    values += [
        value
        for series in chart.series
        for value in (*series.doubtful, *series.projected)
        if value is not None
    ]
    values += [level.value for level in chart.levels]
    return axis(values, chart.zero_based)


def top(values: Axis) -> float:
    """The value at the upper edge of the plot."""
    return values.high + HEADROOM * (values.high - values.low)


def x_axis(chart: TrendChart, values: Axis) -> Figure:
    """The periods at 0, 1, 2 ... with their names, not more of them than there is room for.

    The words of the values stand inside the plot: the first period leaves them room on the left.
    """
    named = _named(len(chart.periods))
    names = list(chart.names or map(short, chart.periods))
    return {
        "type": "linear",
        "range": [-_lead(chart, values), len(chart.periods) - 0.5],
        "tickmode": "array",
        "tickvals": named,
        "ticktext": [plain(names[at]) for at in named],
        "tickangle": 0,
        "ticklabelstandoff": 4,
        "ticklabeloverflow": "allow",
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": "#7b858e",
        "showspikes": False,
    }


def _lead(chart: TrendChart, values: Axis) -> float:
    """How far before the first period the plot starts, in periods: half of one, more where they are many."""
    share = LETTER * (max(map(len, tick_words(chart, values))) + 1) / NARROW
    return max(0.5, share * len(chart.periods))


def _named(count: int) -> list[int]:
    """Which of the periods have their names on the axis: every one, or every so many back from the latest."""
    step = next((step for step in _STEPS if count <= MOST_NAMES * step), math.ceil(count / MOST_NAMES))
    return [at for at in range(count) if (count - 1 - at) % step == 0]


def short(period: str) -> str:
    """A financial year without its century, `21-22`; any other period as it is."""
    return _YEAR.sub(r"\1", period)


def y_axis(chart: TrendChart, values: Axis) -> Figure:
    """The values with round ticks, the unit at the highest."""
    return {
        "type": "linear",
        "range": [values.low, top(values)],
        "tickmode": "array",
        "tickvals": list(values.ticks),
        "ticktext": [plain(words) for words in tick_words(chart, values)],
        "ticklabelposition": "inside top",
        "ticklabeloverflow": "allow",
        "fixedrange": True,
        "gridcolor": "#d9dde1",
        "zeroline": values.low < 0 < values.high,
        "zerolinecolor": "#7b858e",
    }


def tick_words(chart: TrendChart, values: Axis) -> list[str]:
    """The ticks in words with no more decimals than they need; the unit's suffix only at the highest."""
    words = [number(tick, values.decimals) for tick in values.ticks]
    words = [f"{chart.prefix}{each}" if chart.prefix and not each.startswith("−") else each for each in words]
    return [*words[:-1], words[-1] + chart.suffix]
