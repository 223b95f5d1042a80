"""What a trends screen is decided from: what is in view, and which standing is the latest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.figures import Figure, Status
from indicators.periods import Period
from indicators.printed_periods import parse
from tests.builders import THREE_YEARS, make_series
from tests.dashboard.views.scenes import make_scene


def test_the_history_of_a_scene_in_view_leaves_out_what_was_not_asked_for() -> None:
    scene = make_scene(make_series(THREE_YEARS))
    cut = replace(scene, periods=scene.periods[1:])
    assert [period.label for period, _ in cut.in_view.points] == ["2020-21", "2021-22"]


@pytest.mark.parametrize(
    ("figures", "latest"),
    [
        ({"2019-20": Figure(9.0), "2020-21": Figure(None, Status.AWAITED)}, "2019-20"),
        ({"2019-20": Figure(9.0), "2020-21": Figure(9.9, Status.PROJECTED)}, "2019-20"),
        ({"2019-20": Figure(9.0), "2020-21": Figure(9.9, Status.DOUBTFUL)}, "2020-21"),
        ({"2019-20": Figure(None, Status.NOT_AVAILABLE), "2020-21": Figure(None, Status.AWAITED)}, "2020-21"),
    ],
)
def test_the_latest_standing_is_the_last_that_happened_else_the_last_there_is(
    figures: dict[str, Figure], latest: str
) -> None:
    points: list[tuple[Period, Figure]] = [(parse(label), figure) for label, figure in figures.items()]
    found = make_scene(points).latest
    assert found is not None
    assert found.period.label == latest
