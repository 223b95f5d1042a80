"""What stands behind the lines of a trend chart: targets, intervals and levels."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from dashboard.charts.traces import Figure, silent_lines
from dashboard.views.drawing import Level, TrendChart

_LEVELS: Final[dict[str, Figure]] = {
    "limit": {"color": "#68727b", "width": 1.2, "dash": "7px,4px"},
    "centre": {"color": "#68727b", "width": 1.2},
}


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
    band = silent_lines(
        "tolerance",
        [x for at, _, _ in bands for x in (at - 0.5, at + 0.5, at + 0.5, at - 0.5, None)],
        [y for _, low, high in bands for y in (low, low, high, high, None)],
        fill="toself",
        fillcolor="#f1e3bf",
        line={"width": 0},
    )
    line = silent_lines(
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
                silent_lines(
                    "interval", x, y, fill="toself", fillcolor="rgba(18,67,109,0.16)", line={"width": 0}
                )
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
        found += [silent_lines(role, x, y, line=line)] if every else []
    return found


def _reach(chart: TrendChart, level: Level) -> tuple[float, float]:
    """From half a period before the first to half a period after the last."""
    return chart.periods.index(level.first) - 0.5, chart.periods.index(level.last) + 0.5
