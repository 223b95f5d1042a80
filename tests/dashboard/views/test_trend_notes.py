"""What is said of a change beyond the sentence, each where its rule has something to say."""

from __future__ import annotations

import pytest

from dashboard.views.trend_notes import notes
from indicators.figures import Figure, Status
from indicators.indicator import Indicator, IntervalKind, Unit
from indicators.targets import Target
from indicators.trends import Point
from tests.builders import make_figure, make_indicator, make_series, make_target, make_years
from tests.dashboard.views.scenes import make_scene

TESTED = make_indicator(interval=IntervalKind.PERCENTAGE)


def said(points: tuple[Point, ...], indicator: Indicator | None = None, *targets: Target) -> dict[str, str]:
    """The notes of a scene by name."""
    return dict(notes(make_scene(points, indicator, targets)))


def counted(*cases: int) -> tuple[Point, ...]:
    """Years from 2010-11 with so many cases of 1,000 each."""
    figures = (make_figure(each / 10, numerator=each, denominator=1000) for each in cases)
    years = make_years([1.0] * len(cases))
    return tuple((period, figure) for (period, _), figure in zip(years, figures, strict=True))


def test_a_recent_trend_beyond_chance_is_said_with_its_size_and_years() -> None:
    assert said(counted(100, 150, 200, 250, 300), TESTED)["Recent trend"] == (
        "Worsening over the last 5 figures, 2010-11 to 2014-15: 5.0 points more a year, more than chance "
        "would make."
    )


def test_figures_that_barely_move_have_no_significant_trend() -> None:
    assert said(counted(100, 101, 99, 100, 101), TESTED)["Recent trend"] == (
        "No significant change over the last 5 figures, 2010-11 to 2014-15."
    )


@pytest.mark.parametrize(
    ("points", "why"),
    [
        (make_years([1.0] * 5), "no 95% interval is known for 2010-11"),
        (make_years([1.0] * 4), "fewer than 5 figures are known"),
    ],
)
def test_a_trend_that_cannot_be_tested_says_why(points: tuple[Point, ...], why: str) -> None:
    assert said(points)["Recent trend"] == f"Cannot be tested: {why}."


def test_the_distance_to_a_target_is_said_until_it_is_met() -> None:
    assert said(make_years([9.4]), None, make_target())["To the target"] == "1.0 point to go."
    assert "To the target" not in said(make_years([8.4]), None, make_target())


def test_a_target_with_a_date_has_a_trajectory() -> None:
    points = make_years([12.0, 11.0, 10.0, 9.4])
    found = said(points, None, make_target(last="2015-16"))
    assert found["Trajectory"].startswith(
        "Meeting the target by 31 March 2016 needs a fall of 0.5 points a year"
    )
    assert "Trajectory" not in said(points, None, make_target())


def test_mental_health_is_compared_with_its_own_mean_and_nothing_else_is() -> None:
    counts = make_indicator(service="mental_health", unit=Unit.COUNT, decimals=0)
    years = make_years([90.0, 100.0, 110.0, 80.0])
    assert said(years, counts)["Own average"] == ("20% below own average of 100, the mean of the 3 before.")
    assert said(years[:2], counts)["Own average"].startswith("Fewer than three earlier figures")
    assert "Own average" not in said(years)


def test_small_numbers_are_a_caution() -> None:
    assert "Fewer than 20 cases" in said(counted(19), TESTED)["Small numbers"]
    assert "Small numbers" not in said(counted(20), TESTED)


@pytest.mark.parametrize("figure", [Figure(None, Status.SUPPRESSED), Figure(5.0, Status.DOUBTFUL)])
def test_nothing_is_said_of_a_figure_that_is_not_judged(figure: Figure) -> None:
    ((period, _),) = make_series({"2021-22": 1.0})
    assert said(((period, figure),), None, make_target()) == {}
