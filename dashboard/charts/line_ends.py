"""The names at the ends of a trend chart's lines, with their latest figures, kept 17 pixels apart."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts import trend
from dashboard.charts.axes import top, value_axis
from dashboard.charts.spread import spread
from dashboard.views.drawing import TrendChart, TrendSeries


@dataclass(frozen=True, slots=True)
class LineEnd:
    """Words at the end of a line, with its role; pixels from the top of the chart to line and words."""

    role: str
    words: str
    end: float
    place: float


def trend_ends(chart: TrendChart) -> tuple[LineEnd, ...]:
    """A name for every line that has one, and for the target, from top to bottom."""
    values = value_axis(chart)
    wanted: list[tuple[str, str, float]] = []
    if chart.targets:
        target = chart.targets[-1].value
        wanted.append(("target", f"{chart.target_name} {trend.shown(chart, target)}", target))
    wanted += [(level.role, level.end, level.value) for level in chart.levels if level.end]
    for series in chart.series:
        latest = _latest(series)
        if latest is not None and series.end:
            wanted.append((series.role, series.end, latest))
    room = chart.height - trend.TOP - trend.BOTTOM
    highest = top(values)
    ends = [trend.TOP + (highest - value) / (highest - values.low) * room for *_, value in wanted]
    places = spread(ends, trend.TOP, chart.height - trend.BOTTOM)
    named = zip(wanted, ends, places, strict=True)
    return tuple(
        sorted((LineEnd(role, words, end, at) for (role, words, _), end, at in named), key=lambda e: e.place)
    )


def _latest(series: TrendSeries) -> float | None:
    """The last figure of a line."""
    return next((value for value in reversed(series.values) if value is not None), None)
