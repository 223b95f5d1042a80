"""What stands behind the lines of a trend chart: targets, ribbons and levels over the right periods."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import scenery
from dashboard.views.drawing import Break, Level, TargetStep, TrendChart, TrendSeries

PERIODS = ("2018-19", "2019-20", "2020-21", "2021-22")
OURS = TrendSeries("Dundee City", "ours", (4.2, None, 9.7, 7.8))
CHART = TrendChart("x", PERIODS, (OURS,))
LONE = [(-0.1, 1), (0.1, 1), (0.1, 2), (-0.1, 2)]
"""The area of an interval from 1 to 2 that stands alone in the first period."""


def runs(trace: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The points of a trace between its gaps."""
    found: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        assert (x is None) == (y is None)
        if x is None:
            found.append([])
        else:
            found[-1].append((x, y))
    return [run for run in found if run]


def test_nothing_stands_behind_a_chart_without_targets_intervals_and_levels() -> None:
    assert scenery.targets(CHART) == scenery.ribbons(CHART) == scenery.levels(CHART) == []


def test_each_target_is_a_line_of_its_own_period_and_a_gap_has_none() -> None:
    steps = (TargetStep("2018-19", 8.0, 8.0, 8.4), TargetStep("2021-22", 7.0, 7.0, 7.35))
    band, line = scenery.targets(replace(CHART, targets=steps))
    assert runs(line) == [[(-0.5, 8.0), (0.5, 8.0)], [(2.5, 7.0), (3.5, 7.0)]]
    assert runs(band) == [
        [(-0.5, 8.0), (0.5, 8.0), (0.5, 8.4), (-0.5, 8.4)],
        [(2.5, 7.0), (3.5, 7.0), (3.5, 7.35), (2.5, 7.35)],
    ]
    assert (band["uid"], band["fill"], line["uid"]) == ("tolerance", "toself", "target")


@pytest.mark.parametrize("step", [TargetStep("2018-19", 8.0, 8.0), TargetStep("2018-19", 8.0, None, 8.4)])
def test_half_a_band_is_no_band(step: TargetStep) -> None:
    assert [trace["uid"] for trace in scenery.targets(replace(CHART, targets=(step,)))] == ["target"]


def test_a_target_outside_the_periods_is_not_drawn() -> None:
    assert scenery.targets(replace(CHART, targets=(TargetStep("2001-02", 8.0),))) == []


@pytest.mark.parametrize(
    ("intervals", "cuts", "areas"),
    [
        (((1, 2), (3, 4)), (), [[(0, 1), (1, 3), (1, 4), (0, 2)]]),
        (((1, 2), None, (3, 4)), (), [LONE, [(1.9, 3), (2.1, 3), (2.1, 4), (1.9, 4)]]),
        (((1, 2), (3, 4)), ("2019-20",), [LONE, [(0.9, 3), (1.1, 3), (1.1, 4), (0.9, 4)]]),
        ((None, (1, 2), (3, 4), (5, 6)), ("2018-19",), [[(1, 1), (2, 3), (3, 5), (3, 6), (2, 4), (1, 2)]]),
        ((None, None), (), []),
    ],
)  # fmt: skip
def test_a_ribbon_is_one_area_for_every_run_of_intervals(
    intervals: tuple[tuple[float, float] | None, ...],
    cuts: tuple[str, ...],
    areas: list[list[tuple[float, float]]],
) -> None:
    chart = replace(
        CHART,
        series=(replace(OURS, intervals=intervals),),
        breaks=tuple(Break(period, "new") for period in cuts),
    )
    assert [run for trace in scenery.ribbons(chart) for run in runs(trace)] == [
        [(pytest.approx(x), y) for x, y in area] for area in areas
    ]


MAYBE = st.lists(
    st.one_of(st.none(), st.tuples(st.floats(0, 50), st.floats(50, 100))), min_size=4, max_size=4
)


@given(MAYBE)
def test_the_ribbon_covers_exactly_the_periods_with_an_interval(
    intervals: list[tuple[float, float] | None],
) -> None:
    chart = replace(CHART, series=(replace(OURS, intervals=tuple(intervals)),))
    covered = {round(x) for trace in scenery.ribbons(chart) for run in runs(trace) for x, _ in run}
    assert covered == {at for at, ends in enumerate(intervals) if ends}
    edges = {y for trace in scenery.ribbons(chart) for run in runs(trace) for _, y in run}
    assert edges == {edge for ends in intervals if ends for edge in ends}


def test_levels_run_over_their_own_periods_half_a_period_further_on_each_side() -> None:
    levels = (
        Level("limit", "2019-20", "2021-22", 12, "Upper"),
        Level("centre", "2018-19", "2018-19", 6, "Centre"),
        Level("limit", "2018-19", "2020-21", 2, "Lower"),
    )
    limit, centre = scenery.levels(replace(CHART, levels=levels))
    assert runs(limit) == [[(0.5, 12), (3.5, 12)], [(-0.5, 2), (2.5, 2)]]
    assert runs(centre) == [[(-0.5, 6), (0.5, 6)]]
    assert limit["line"] != centre["line"]


def test_scenery_says_nothing_when_pointed_at() -> None:
    chart = replace(
        CHART,
        series=(replace(OURS, intervals=((1, 2),)),),
        targets=(TargetStep("2018-19", 8.0, 8.0, 8.4),),
        levels=(Level("centre", "2018-19", "2018-19", 6, "Centre"),),
    )
    every = [*scenery.targets(chart), *scenery.ribbons(chart), *scenery.levels(chart)]
    assert len(every) == 4
    assert {trace["hoverinfo"] for trace in every} == {"skip"}
