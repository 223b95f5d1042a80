"""What stands behind and between the lines of a trend chart: targets, ribbons, limits, breaks and marks."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any, Final

from dashboard.charts.text import plain
from dashboard.views.drawing import Level, TrendChart, TrendSeries
from dashboard.views.scale import Axis

Figure = dict[str, Any]

_HOLLOW: Final[Figure] = {
    "symbol": "circle",
    "size": 9,
    "color": "#ffffff",
    "line": {"width": 1.5, "color": "#68727b"},
}
_LEVELS: Final[dict[str, Figure]] = {
    "limit": {"color": "#68727b", "width": 1.2, "dash": "7px,4px"},
    "centre": {"color": "#68727b", "width": 1.2},
}
_SHAPES: Final = {"run": ("square", "#1c857c"), "outside": ("diamond", "#801650")}


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


def ribbons(chart: TrendChart) -> list[Figure]:
    """The 95% interval of each line that has one, as an area for every run of figures; cut as the line is."""
    cuts = {item.period for item in chart.breaks}
    found = []
    for series in chart.series:
        x: list[float | None] = []
        y: list[float | None] = []
        for run in _runs(chart.periods, series.intervals, cuts):
            x += [*(at for at, _, _ in run), *(at for at, _, _ in reversed(run)), None]
            y += [*(low for _, low, _ in run), *(high for _, _, high in reversed(run)), None]
        if x:
            found.append(
                _trace("interval", x, y, fill="toself", fillcolor="rgba(18,67,109,0.16)", line={"width": 0})
            )
    return found


def _runs(
    periods: Sequence[str], intervals: Sequence[tuple[float, float] | None], cuts: Container[str]
) -> list[list[tuple[float, float, float]]]:
    """(place, low, high) of neighbouring intervals; one alone is widened, or it would have no area."""
    runs: list[list[tuple[float, float, float]]] = []
    follows = False
    for at, ends in enumerate(intervals):
        if ends is not None:
            if not follows or periods[at] in cuts:
                runs.append([])
            runs[-1].append((float(at), *ends))
        follows = ends is not None
    return [
        run if len(run) > 1 else [(at + by, low, high) for at, low, high in run for by in (-0.1, 0.1)]
        for run in runs
    ]


def levels(chart: TrendChart) -> list[Figure]:
    """Level lines over their periods: one trace for the limits, one for the centre."""
    found = []
    for role, line in _LEVELS.items():
        every = [level for level in chart.levels if level.role == role]
        x = [edge for level in every for edge in (*_reach(chart, level), None)]
        y = [value for level in every for value in (level.value, level.value, None)]
        found += [_trace(role, x, y, line=line)] if every else []
    return found


def _reach(chart: TrendChart, level: Level) -> tuple[float, float]:
    """From half a period before the first to half a period after the last."""
    return chart.periods.index(level.first) - 0.5, chart.periods.index(level.last) + 0.5


def marks(chart: TrendChart) -> list[Figure]:
    """Points that stand out: one trace for each kind, each with a shape of its own."""
    found = []
    for kind, (symbol, colour) in _SHAPES.items():
        every = [mark for mark in chart.marks if mark.kind == kind]
        x = [float(chart.periods.index(mark.period)) for mark in every]
        words = [mark.words for mark in every], [mark.period for mark in every]
        look = {"symbol": symbol, "size": 10, "color": colour, "line": {"width": 1, "color": "#ffffff"}}
        found += [_points(f"signal-{kind}", x, [mark.value for mark in every], *words, look)] if every else []
    return found


def doubtful(chart: TrendChart) -> list[Figure]:
    """Printed figures that are to be checked: hollow marks where they were printed, off the line."""
    found = [
        (at, value, series.reasons[at] if at < len(series.reasons) else "")
        for series in chart.series
        for at, value in enumerate(series.doubtful)
        if value is not None
    ]
    if not found:
        return []
    places = [float(at) for at, _, _ in found]
    words = [words for _, _, words in found], [chart.periods[at] for at, _, _ in found]
    return [_points("doubtful", places, [value for _, value, _ in found], *words, _HOLLOW)]


def breaks(chart: TrendChart, values: Axis) -> list[Figure]:
    """An upright dotted line before each period whose figures cannot be compared with those before."""
    known = [item for item in chart.breaks if item.period in chart.periods]
    if not known:
        return []
    places = [chart.periods.index(item.period) - 0.5 for item in known]
    lines = _trace(
        "breaks",
        [x for place in places for x in (place, place, None)],
        [y for _ in places for y in (values.low, values.high, None)],
        line={"color": "#7b858e", "width": 1, "dash": "2px,3px"},
    )
    words, periods = [item.words for item in known], [item.period for item in known]
    look = {**_HOLLOW, "symbol": "line-ns"}
    return [lines, _points("break-marks", places, [values.low] * len(known), words, periods, look)]


def missing(chart: TrendChart, values: Axis) -> list[Figure]:
    """Hollow marks on the axis where a line has no number, each with its reason."""
    found = [
        (at, reason)
        for series in chart.series
        for at, (value, reason) in enumerate(zip(series.values, series.reasons, strict=False))
        if value is None and reason and not _has_place(series, at)
    ]
    if not found:
        return []
    places = [float(at) for at, _ in found]
    words, periods = [reason for _, reason in found], [chart.periods[at] for at, _ in found]
    return [_points("missing", places, [values.low] * len(found), words, periods, _HOLLOW)]


def _has_place(series: TrendSeries, at: int) -> bool:
    """True where a number that is not on the line is drawn all the same: to be checked, or projected."""
    return any(each[at : at + 1] not in ((), (None,)) for each in (series.doubtful, series.projected))


def projected(chart: TrendChart) -> list[Figure]:
    """What is expected of years to come: dashed from the last figure of the line, with hollow marks."""
    found = []
    for series in chart.series:
        ahead = [(at, value) for at, value in enumerate(series.projected) if value is not None]
        known = [(at, value) for at, value in enumerate(series.values) if value is not None]
        if ahead:
            way = [*known[-1:], *ahead]
            line = {"color": "#12436d", "width": 2, "dash": "3px,4px"}
            found.append(_trace("projection", [at for at, _ in way], [value for _, value in way], line=line))
            words = [series.reasons[at] if at < len(series.reasons) else "" for at, _ in ahead]
            periods = [chart.periods[at] for at, _ in ahead]
            places, values = [float(at) for at, _ in ahead], [value for _, value in ahead]
            found.append(_points("projected", places, values, words, periods, _HOLLOW))
    return found


def _points(
    uid: str,
    x: Sequence[float],
    y: Sequence[float],
    words: Sequence[str],
    periods: Sequence[str],
    look: Figure,
) -> Figure:
    """Marks that say something when pointed at."""
    return {
        "type": "scatter",
        "mode": "markers",
        "uid": uid,
        "x": list(x),
        "y": list(y),
        "text": [plain(each) for each in words],
        "customdata": [plain(period) for period in periods],
        "cliponaxis": False,
        "hovertemplate": "%{text}<extra></extra>",
        "marker": look,
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
