"""What stands out on a trend chart: breaks, signals, and marks for what is missing, doubtful or expected."""

from __future__ import annotations

from typing import Final

from dashboard.charts.traces import HOLLOW, Figure, silent_lines, speaking_marks
from dashboard.views.drawing import TrendChart, TrendSeries
from dashboard.views.scale import Axis

_SHAPES: Final = {"run": ("square", "#1c857c"), "outside": ("diamond", "#801650")}


def breaks(chart: TrendChart, values: Axis) -> list[Figure]:
    """An upright dotted line before each period whose figures cannot be compared with those before."""
    known = [item for item in chart.breaks if item.period in chart.periods]
    if not known:
        return []
    places = [chart.periods.index(item.period) - 0.5 for item in known]
    lines = silent_lines(
        "breaks",
        [x for place in places for x in (place, place, None)],
        [y for _ in places for y in (values.low, values.high, None)],
        line={"color": "#7b858e", "width": 1, "dash": "2px,3px"},
    )
    words, periods = [item.words for item in known], [item.period for item in known]
    look = {**HOLLOW, "symbol": "line-ns"}
    return [lines, speaking_marks("break-marks", places, [values.low] * len(known), words, periods, look)]


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
    return [speaking_marks("missing", places, [values.low] * len(found), words, periods, HOLLOW)]


def _has_place(series: TrendSeries, at: int) -> bool:
    """True where a number that is not on the line is drawn all the same: to be checked, or projected."""
    return any(each[at : at + 1] not in ((), (None,)) for each in (series.doubtful, series.projected))


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
    return [speaking_marks("doubtful", places, [value for _, value, _ in found], *words, HOLLOW)]


def projected(chart: TrendChart) -> list[Figure]:
    """What is expected of years to come: dashed from the last figure of the line, with hollow marks."""
    found = []
    for series in chart.series:
        ahead = [(at, value) for at, value in enumerate(series.projected) if value is not None]
        known = [(at, value) for at, value in enumerate(series.values) if value is not None]
        if ahead:
            way = [*known[-1:], *ahead]
            line = {"color": "#12436d", "width": 2, "dash": "3px,4px"}
            found.append(
                silent_lines("projection", [at for at, _ in way], [value for _, value in way], line=line)
            )
            words = [series.reasons[at] if at < len(series.reasons) else "" for at, _ in ahead]
            periods = [chart.periods[at] for at, _ in ahead]
            places, values = [float(at) for at, _ in ahead], [value for _, value in ahead]
            found.append(speaking_marks("projected", places, values, words, periods, HOLLOW))
    return found


def signals(chart: TrendChart) -> list[Figure]:
    """Points that stand out: one trace for each kind, each with a shape of its own."""
    found = []
    for kind, (symbol, colour) in _SHAPES.items():
        every = [mark for mark in chart.marks if mark.kind == kind]
        if every:
            places = [float(chart.periods.index(mark.period)) for mark in every]
            values = [mark.value for mark in every]
            words = [mark.words for mark in every], [mark.period for mark in every]
            look = {"symbol": symbol, "size": 10, "color": colour, "line": {"width": 1, "color": "#ffffff"}}
            found.append(speaking_marks(f"signal-{kind}", places, values, *words, look))
    return found
