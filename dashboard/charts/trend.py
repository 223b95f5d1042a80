"""The trend chart as a plain plotly dictionary.

Periods stand at 0, 1, 2 ... on a number axis whose ticks are the periods' names: the order is ours, and a
target can run half a period to each side. Every trace has a `uid`; plotly turns it into a class, and
`assets/charts.css` colours the class, so one figure serves light, dark and print. The colours written here
are the light ones, for pictures saved as files.
"""

from __future__ import annotations

import re
from typing import Any, Final

from dashboard.charts import scenery
from dashboard.charts.text import plain
from dashboard.views.drawing import Band, TrendChart, TrendSeries
from dashboard.views.scale import Axis, axis
from indicators.display import number

TOP, BOTTOM, LEFT, RIGHT = 14, 34, 4, 10
HEADROOM: Final = 0.04
"""Room above the highest tick for its words, as a share of the axis."""

Figure = dict[str, Any]

_LINES: Final[dict[str, dict[str, Any]]] = {
    "ours": {"color": "#12436d", "width": 3},
    "scotland": {"color": "#3d3d3d", "width": 2, "dash": "6px,4px"},
    "family": {"color": "#28a197", "width": 2},
    "other": {"color": "#bfc5cc", "width": 1},
    "peer-1": {"color": "#801650", "width": 2},
    "peer-2": {"color": "#f46a25", "width": 2},
    "peer-3": {"color": "#a285d1", "width": 2},
}
_ORDER: Final = ("other", "peer-3", "peer-2", "peer-1", "family", "scotland", "ours")
_YEAR: Final = re.compile(r"^20(\d\d-\d\d)$")
_QUIET: Final = "#5c656e"


def trend_figure(chart: TrendChart) -> Figure:
    """The chart as {"data": [...], "layout": {...}}; traces from back to front, ours last but for marks."""
    values = value_axis(chart)
    lines = sorted(chart.series, key=lambda series: _ORDER.index(series.role))
    data = [
        *scenery.targets(chart),
        *scenery.breaks(chart, values),
        *(_line(chart, series, at) for at, series in enumerate(lines)),
        *scenery.missing(chart, values),
    ]
    return {"data": data, "layout": _layout(chart, values)}


def value_axis(chart: TrendChart) -> Axis:
    """The value axis: room for every line, target and tolerance."""
    values = [value for series in chart.series for value in series.values if value is not None]
    values += [
        edge for step in chart.targets for edge in (step.value, step.low, step.high) if edge is not None
    ]
    return axis(values, chart.zero_based)


def top(values: Axis) -> float:
    """The value at the upper edge of the plot."""
    return values.high + HEADROOM * (values.high - values.low)


def shown(chart: TrendChart, value: float) -> str:
    """A value with its unit: `−3.2%`, `£1,057`."""
    words = number(value, chart.decimals)
    sign = "−" if words.startswith("−") else ""
    return f"{sign}{chart.prefix}{words.removeprefix('−')}{chart.suffix}"


def _line(chart: TrendChart, series: TrendSeries, place: int) -> Figure:
    """A series; None cuts the line, and so does the start of a new definition."""
    x: list[float] = []
    y: list[float | None] = []
    text: list[str] = []
    periods: list[str] = []
    for at, (period, value) in enumerate(zip(chart.periods, series.values, strict=True)):
        if at and period in chart.breaks:
            x.append(at - 0.5)
            y.append(None)
            text.append("")
            periods.append("")
        x.append(float(at))
        y.append(value)
        text.append(plain(_said(chart, series, at)))
        periods.append(plain(period))
    style = _LINES[series.role]
    alone = series.role == "ours" or sum(value is not None for value in series.values) == 1
    return {
        "type": "scatter",
        "mode": "lines+markers" if alone else "lines",
        "uid": f"other-{place}" if series.role == "other" else series.role,
        "name": plain(series.name),
        "x": x,
        "y": y,
        "text": text,
        "customdata": periods,
        "connectgaps": False,
        "cliponaxis": False,
        "line": style,
        "marker": {"size": 8, "color": style["color"], "line": {"width": 1.5, "color": "#ffffff"}},
        "hovertemplate": "%{text}<extra></extra>",
    }


def _said(chart: TrendChart, series: TrendSeries, at: int) -> str:
    """What hovering says of a point: the words given, else its figure."""
    if at < len(series.texts) and series.texts[at]:
        return series.texts[at]
    value = series.values[at]
    return "" if value is None else f"{series.name}: {shown(chart, value)}"


def _layout(chart: TrendChart, values: Axis) -> Figure:
    """No legend, no title, no dragging: names stand at the ends of lines, the title on the page."""
    known = set(chart.periods)
    bands = [band for band in chart.shaded if {band.first, band.last} <= known]
    return {
        "height": chart.height,
        "autosize": True,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "x unified",
        "margin": {"t": TOP, "b": BOTTOM, "l": LEFT, "r": RIGHT, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Segoe UI, Roboto, Helvetica, Arial, sans-serif", "size": 12, "color": _QUIET},
        "hoverlabel": {"align": "left", "font": {"size": 13}, "bgcolor": "#ffffff", "bordercolor": "#7b858e"},
        "xaxis": _x_axis(chart),
        "yaxis": _y_axis(chart, values),
        "shapes": [_shade(chart, band) for band in bands],
        "annotations": [_shade_words(chart, band) for band in bands],
    }


def _x_axis(chart: TrendChart) -> Figure:
    return {
        "type": "linear",
        "range": [-0.5, len(chart.periods) - 0.5],
        "tickmode": "array",
        "tickvals": list(range(len(chart.periods))),
        "ticktext": [plain(name) for name in chart.names or map(short, chart.periods)],
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


def short(period: str) -> str:
    """A financial year without its century, `21-22`; any other period as it is."""
    return _YEAR.sub(r"\1", period)


def _y_axis(chart: TrendChart, values: Axis) -> Figure:
    return {
        "type": "linear",
        "range": [values.low, top(values)],
        "tickmode": "array",
        "tickvals": list(values.ticks),
        "ticktext": [plain(words) for words in tick_words(chart, values)],
        "ticklabelposition": "inside top",
        "fixedrange": True,
        "gridcolor": "#d9dde1",
        "zeroline": values.low < 0 < values.high,
        "zerolinecolor": "#7b858e",
    }


def tick_words(chart: TrendChart, values: Axis) -> list[str]:
    """The ticks in words with no more decimals than they need; the unit's suffix only at the highest."""
    decimals = max(len(f"{tick:.4f}".rstrip("0").split(".")[1]) for tick in values.ticks)
    words = [number(tick, decimals) for tick in values.ticks]
    words = [f"{chart.prefix}{each}" if chart.prefix and not each.startswith("−") else each for each in words]
    return [*words[:-1], words[-1] + chart.suffix]


def _shade(chart: TrendChart, band: Band) -> Figure:
    """Shaded periods behind everything."""
    return {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": "paper",
        "x0": chart.periods.index(band.first) - 0.5,
        "x1": chart.periods.index(band.last) + 0.5,
        "y0": 0,
        "y1": 1,
        "fillcolor": "#f3f5f7",
        "line": {"width": 0},
    }


def _shade_words(chart: TrendChart, band: Band) -> Figure:
    """The name of shaded periods at their top left; at their right where the chart ends with them."""
    last = band.last == chart.periods[-1]
    return {
        "text": plain(band.words),
        "xref": "x",
        "yref": "paper",
        "x": chart.periods.index(band.last) + 0.5 if last else chart.periods.index(band.first) - 0.5,
        "y": 1,
        "xanchor": "right" if last else "left",
        "yanchor": "top",
        "xshift": -4 if last else 4,
        "showarrow": False,
        "font": {"size": 12, "color": _QUIET},
    }
