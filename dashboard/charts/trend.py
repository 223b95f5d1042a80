"""The trend chart as a plain plotly dictionary.

Periods stand at 0, 1, 2 ... on a number axis whose ticks are the periods' names: the order is ours, and a
target can run half a period to each side. Every trace has a `uid`; plotly turns it into a class, and
`assets/charts.css` colours the class, so one figure serves light, dark and print. The colours written here
are the light ones, for pictures saved as files.
"""

from __future__ import annotations

from typing import Final

from dashboard.charts import marks, scenery
from dashboard.charts.axes import value_axis, x_axis, y_axis
from dashboard.charts.text import plain
from dashboard.charts.traces import Figure
from dashboard.views.drawing import Band, TrendChart, TrendSeries
from dashboard.views.scale import Axis
from indicators.display import number

TOP, BOTTOM, LEFT, RIGHT = 14, 34, 4, 10
CROWDED: Final = 40
"""More points than this are small."""

_LINES: Final[dict[str, Figure]] = {
    "ours": {"color": "#12436d", "width": 3},
    "scotland": {"color": "#3d3d3d", "width": 2, "dash": "6px,4px"},
    "family": {"color": "#28a197", "width": 2},
    "other": {"color": "#bfc5cc", "width": 1},
    "peer-1": {"color": "#801650", "width": 2},
    "peer-2": {"color": "#f46a25", "width": 2},
    "peer-3": {"color": "#a285d1", "width": 2},
}
_ORDER: Final = ("other", "peer-3", "peer-2", "peer-1", "family", "scotland", "ours")
_SHAPES: Final = {
    "scotland": "diamond",
    "family": "square",
    "peer-1": "triangle-up",
    "peer-2": "triangle-down",
    "peer-3": "cross",
}
"""Points without a line are told apart by shape too; ours is the circle."""
_QUIET: Final = "#5c656e"


def trend_figure(chart: TrendChart) -> Figure:
    """The chart as {"data": [...], "layout": {...}}; traces from back to front, ours last but for marks."""
    values = value_axis(chart)
    lines = sorted(chart.series, key=lambda series: _ORDER.index(series.role))
    data = [
        *scenery.targets(chart),
        *scenery.ribbons(chart),
        *marks.breaks(chart, values),
        *scenery.levels(chart),
        *(_line(chart, series, at) for at, series in enumerate(lines)),
        *marks.missing(chart, values),
        *marks.doubtful(chart),
        *marks.projected(chart),
        *marks.signals(chart),
    ]
    return {"data": data, "layout": _layout(chart, values)}


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
    cuts = {item.period for item in chart.breaks}
    for at, (period, value) in enumerate(zip(chart.periods, series.values, strict=True)):
        if at and period in cuts:
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
    drawn = "lines+markers" if alone else "lines"
    return {
        "type": "scatter",
        "mode": drawn if chart.joined else "markers",
        "uid": f"other-{place}" if series.role == "other" else series.role,
        "name": plain(series.name),
        "x": x,
        "y": y,
        "text": text,
        "customdata": periods,
        "connectgaps": False,
        "cliponaxis": False,
        "line": style,
        "marker": _marker(chart, style["color"])
        | ({} if chart.joined else {"symbol": _SHAPES.get(series.role, "circle")}),
        "hovertemplate": "%{text}<extra></extra>",
    }


def _marker(chart: TrendChart, colour: str) -> Figure:
    """The dots of a line: small and without a rim where they would touch."""
    crowded = len(chart.periods) > CROWDED
    return {
        "size": 4 if crowded else 8,
        "color": colour,
        "line": {"width": 0 if crowded else 1.5, "color": "#ffffff"},
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
        "xaxis": x_axis(chart, values),
        "yaxis": y_axis(chart, values),
        "shapes": [_shade(chart, band) for band in bands],
        "annotations": [_shade_words(chart, band) for band in bands],
    }


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
    """The name of shaded periods at their top left; at their right where they are near the end."""
    last = chart.periods.index(band.last) >= 0.75 * (len(chart.periods) - 1)
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
