"""Projects: what is expected of them by a day, and the light their progress gets."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.projects import Project, Stage, expected_progress, stand
from indicators.rag import Light

START, DUE = date(2019, 4, 1), date(2019, 7, 10)
HALF = date(2019, 5, 21)
DAYS = st.dates(date(2015, 1, 1), date(2025, 12, 31))


def make_project(progress: float | None = 50.0, **changes: Any) -> Project:
    """A project of 100 days, from 1 April to 10 July 2019."""
    return Project(**{"title": "Review", "start": START, "due": DUE, "progress": progress, **changes})


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (date(2019, 3, 31), 0.0),
        (START, 0.0),
        (date(2019, 4, 2), 1.0),
        (HALF, 50.0),
        (DUE, 100.0),
        (date(2030, 1, 1), 100.0),
    ],
)
def test_the_share_of_its_time_that_has_gone_is_expected(as_at: date, expected: float) -> None:
    assert expected_progress(make_project(), as_at) == expected


@pytest.mark.parametrize(
    ("progress", "light"),
    [
        (99.0, Light.GREEN),
        (45.0, Light.GREEN),
        (44.9, Light.AMBER),
        (35.0, Light.AMBER),
        (34.9, Light.RED),
        (0.0, Light.RED),
    ],
)
def test_up_to_5_points_behind_is_green_and_up_to_15_amber(progress: float, light: Light) -> None:
    found = stand(make_project(progress), HALF)
    assert (found.light, found.stage) == (light, Stage.UNDER_WAY)
    assert found.late is (light is Light.RED)


@pytest.mark.parametrize(
    ("project", "as_at", "stage", "light", "words"),
    [
        (make_project(100.0), HALF, Stage.COMPLETE, Light.GREEN, "Complete"),
        (make_project(100.0), date(2020, 1, 1), Stage.COMPLETE, Light.GREEN, "Complete"),
        (make_project(100.0, start=None, due=None), HALF, Stage.COMPLETE, Light.GREEN, "Complete"),
        (make_project(98.0), DUE, Stage.UNDER_WAY, Light.GREEN, "98% done, 100% of its time gone"),
        (
            make_project(98.0),
            date(2019, 7, 11),
            Stage.OVERDUE,
            Light.RED,
            "Overdue since 10 July 2019, 98% done",
        ),
        (
            make_project(None),
            date(2019, 7, 11),
            Stage.OVERDUE,
            Light.RED,
            "Overdue since 10 July 2019, no position reported",
        ),
        (
            make_project(0.0),
            date(2019, 3, 1),
            Stage.NOT_STARTED,
            Light.NO_TARGET,
            "Not due to start until 1 April 2019",
        ),
        (
            make_project(None),
            date(2019, 3, 1),
            Stage.NOT_STARTED,
            Light.NO_TARGET,
            "Not due to start until 1 April 2019",
        ),
        (
            make_project(10.0),
            date(2019, 3, 1),
            Stage.UNDER_WAY,
            Light.GREEN,
            "10% done, 0% of its time gone",
        ),
        (
            make_project(None),
            HALF,
            Stage.NOT_REPORTED,
            Light.NO_DATA,
            "No position reported, 50% of its time gone",
        ),
        (
            make_project(None, due=None),
            HALF,
            Stage.NOT_REPORTED,
            Light.NO_DATA,
            "No position reported",
        ),
        (make_project(30.0, due=None), HALF, Stage.NO_DUE_DATE, Light.NO_TARGET, "30% done, no due date"),
        (make_project(30.0, start=None), HALF, Stage.NO_DUE_DATE, Light.NO_TARGET, "30% done, no start date"),
    ],
)
def test_every_stage_has_its_light_and_its_words(
    project: Project, as_at: date, stage: Stage, light: Light, words: str
) -> None:
    found = stand(project, as_at)
    assert (found.stage, found.light, found.words) == (stage, light, words)


@pytest.mark.parametrize(
    ("day", "expected", "stage"),
    [
        (date(2019, 3, 31), 0.0, Stage.NOT_STARTED),
        (START, 100.0, Stage.UNDER_WAY),
        (date(2019, 4, 2), 100.0, Stage.OVERDUE),
    ],
)
def test_a_project_of_one_day_is_expected_whole_on_that_day(day: date, expected: float, stage: Stage) -> None:
    found = stand(make_project(0.0, due=START), day)
    assert (found.expected, found.stage) == (expected, stage)


def test_without_both_dates_nothing_is_expected() -> None:
    assert expected_progress(make_project(due=None), HALF) is None
    assert expected_progress(make_project(start=None), HALF) is None


@pytest.mark.parametrize("progress", [-0.1, 100.1, 330.0])
def test_progress_outside_0_to_100_is_refused(progress: float) -> None:
    with pytest.raises(ValueError, match="write 0 to 100"):
        make_project(progress)


def test_a_project_due_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        make_project(due=START - timedelta(days=1))


@given(DAYS, st.integers(0, 3000), DAYS, DAYS)
def test_what_is_expected_never_falls_as_time_goes_by(
    start: date, length: int, one: date, other: date
) -> None:
    project = make_project(start=start, due=start + timedelta(days=length))
    early, late = (expected_progress(project, day) for day in sorted((one, other)))
    assert early is not None
    assert late is not None
    assert 0.0 <= early <= late <= 100.0


@given(st.floats(0, 100), st.floats(0, 100), DAYS)
def test_more_progress_never_gets_a_worse_light(one: float, other: float, as_at: date) -> None:
    order = [Light.GREEN, Light.AMBER, Light.RED]
    less, more = sorted((one, other))
    lights = [stand(make_project(progress), max(as_at, START)).light for progress in (more, less)]
    assert order.index(lights[0]) <= order.index(lights[1])
