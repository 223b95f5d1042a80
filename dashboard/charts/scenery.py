"""What stands behind and between the lines of a trend chart: targets, breaks and marks for missing points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.charts.text import plain
from dashboard.views.drawing import TrendChart
from dashboard.views.scale import Axis

Figure = dict[str, Any]


def targets(chart: TrendChart) -> list[Figure]:
    """The target as a short level line for each period, over the band of its tolerance; [] without one."""
    steps = [
        (chart.periods.index(step.period), step) for step in chart.targets if step.period in chart.periods
    ]
    if not steps:
        return []
    bands = [
        (at, step.low, step.high) for at, step in steps if step.low is not None and step.high is not None
    ]
    band = _trace(
        "tolerance",
        [x for at, _, _ in bands for x in (at - 0.5, at + 0.5, at + 0.5, at - 0.5, None)],
        [y for _, low, high in bands for y in (low, low, high, high, None)],
        fill="toself",
        fillcolor="#f1e3bf",
        line={"width": 0},
    )
    line = _trace(
        "target",
        [x for at, _ in steps for x in (at - 0.5, at + 0.5, None)],
        [y for _, step in steps for y in (step.value, step.value, None)],
        line={"color": "#14181c", "width": 1.2},
    )
    return [band, line] if bands else [line]


def breaks(chart: TrendChart, values: Axis) -> list[Figure]:
    """An upright dotted line before each period whose figures cannot be compared with those before."""
    known = [period for period in chart.breaks if period in chart.periods]
    if not known:
        return []
    places = [chart.periods.index(period) - 0.5 for period in known]
    lines = _trace(
        "breaks",
        [x for place in places for x in (place, place, None)],
        [y for _ in places for y in (values.low, values.high, None)],
        line={"color": "#7b858e", "width": 1, "dash": "2px,3px"},
    )
    words = [f"Not comparable before {period}" for period in known]
    return [lines, _marks("break-marks", places, values, words, known)]


def missing(chart: TrendChart, values: Axis) -> list[Figure]:
    """Hollow marks on the axis where a line has no number, each with its reason."""
    found = [
        (at, reason)
        for series in chart.series
        for at, (value, reason) in enumerate(zip(series.values, series.reasons, strict=False))
        if value is None and reason
    ]
    if not found:
        return []
    places = [float(at) for at, _ in found]
    periods = [chart.periods[at] for at, _ in found]
    return [_marks("missing", places, values, [reason for _, reason in found], periods)]


def _marks(
    uid: str, x: Sequence[float], values: Axis, words: Sequence[str], periods: Sequence[str]
) -> Figure:
    """Marks on the axis that say something when pointed at."""
    return {
        "type": "scatter",
        "mode": "markers",
        "uid": uid,
        "x": list(x),
        "y": [values.low] * len(x),
        "text": [plain(each) for each in words],
        "customdata": [plain(period) for period in periods],
        "cliponaxis": False,
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": "circle" if uid == "missing" else "line-ns",
            "size": 9,
            "color": "#ffffff",
            "line": {"width": 1.5, "color": "#68727b"},
        },
    }


def _trace(uid: str, x: Sequence[float | None], y: Sequence[float | None], **more: Any) -> Figure:
    """A trace that is scenery: nothing to point at."""
    return {
        "type": "scatter",
        "mode": "lines",
        "uid": uid,
        "x": list(x),
        "y": list(y),
        "hoverinfo": "skip",
        **more,
    }
