"""What the councils' own documents say, through the rules and the real catalogue.

D&G is the Social Work Services Business Plan 2019-2023 of Dumfries & Galloway (its page of 23 July 2019);
Dundee is the Chief Social Work Officer's report of 2019-20, and the LGBF report of 2019 for fourth places.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import isnan
from pathlib import Path

import pytest

from etl.extract import extract
from etl.readings import Asked
from etl.sources import lgbf_workbook
from indicators.benchmarks import Benchmark, benchmarks
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.caution import change_words, small_numbers
from indicators.exceptions import Kind, Watched, newest_first, notices
from indicators.figures import Figure, Status
from indicators.funnel import funnel
from indicators.own_mean import own_mean, own_mean_words
from indicators.printed_periods import parse_as_any
from indicators.projects import Project, expected_progress, stand
from indicators.rag import Light
from indicators.standing import History, Standing
from indicators.trends import Movement
from tests.builders import make_figure

DUMFRIES, DUNDEE = "S12000006", "S12000042"
GENERATED = date(2019, 7, 23)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real catalogue."""
    return load_catalogue()


def history_of(catalogue: Catalogue, code: str, area: str, values: Mapping[str, float]) -> History:
    """The history of a real indicator of the catalogue with these values."""
    indicator = catalogue[code]
    points = tuple(
        (parse_as_any(label, indicator.periods), make_figure(value)) for label, value in values.items()
    )
    return History(indicator, area, points, {}, catalogue)


def latest_of(catalogue: Catalogue, code: str, area: str, values: Mapping[str, float]) -> Standing:
    """Where a council stands in the last of these periods."""
    return next(newest_first(history_of(catalogue, code, area, values)))


@pytest.mark.parametrize(
    ("code", "period", "value", "target", "light", "over"),
    [
        ("DG02", "2018-19", 228.0, 230.0, Light.GREEN, False),
        ("DG04", "2017-18", 5.0, 25.0, Light.GREEN, True),
        ("DG34", "2018-19", 15.53, 9.0, Light.RED, False),
        ("DG03", "2017-18", 93.9, 95.55, Light.AMBER, False),
        ("DG23", "2018-19", 98.0, 95.0, Light.GREEN, True),
        ("DG23", "2018-19", 97.0, 95.0, Light.GREEN, False),
        ("DG23", "2018-19", 93.0, 95.0, Light.AMBER, False),
        ("DG23", "2018-19", 92.9, 95.0, Light.RED, False),
    ],
)
def test_the_lights_of_the_plan_of_dumfries_and_galloway(
    catalogue: Catalogue, code: str, period: str, value: float, target: float, light: Light, over: bool
) -> None:
    """Court reports have a band of 2 points on both sides of 95."""
    standing = latest_of(catalogue, code, DUMFRIES, {period: value})
    assert standing.cut is not None
    assert (standing.cut.low, standing.light, standing.over_achieved) == (target, light, over)


def test_positive_destinations_of_94_2_and_then_91_5_are_worse(catalogue: Catalogue) -> None:
    standing = latest_of(catalogue, "CHN11", DUNDEE, {"2016-17": 94.2, "2017-18": 91.5})
    assert standing.short is not None
    assert (standing.short.movement, standing.short.arrow) == (Movement.WORSENING, "down")
    assert standing.short.change == pytest.approx(-2.7)


PROJECTS = [
    (
        Project("Implementation of the Children's Services Plan", date(2017, 4, 1), date(2023, 3, 31), 50.0),
        38,
        Light.GREEN,
    ),
    (
        Project("Review the Council's social care charges", date(2018, 4, 1), date(2020, 3, 30), 33.0),
        66,
        Light.RED,
    ),
    (
        Project("Multi-Agency Safeguarding Hub", date(2016, 1, 4), date(2020, 3, 31), 100.0),
        84,
        Light.GREEN,
    ),
    (
        Project("Integrated health and social care services", date(2016, 4, 1), date(2023, 3, 31), 66.0),
        47,
        Light.GREEN,
    ),
]


@pytest.mark.parametrize(("project", "expected", "light"), PROJECTS, ids=lambda value: str(value)[:20])
def test_the_four_projects_on_the_day_the_plan_was_printed(
    project: Project, expected: int, light: Light
) -> None:
    found = expected_progress(project, GENERATED)
    assert found is not None
    assert round(found) == expected
    assert stand(project, GENERATED).light is light


def test_the_plan_makes_two_exceptions_of_over_achievement_and_slippage(catalogue: Catalogue) -> None:
    """98% against 95% with a band of 2 points, and a third done with two thirds of the time gone."""
    history = history_of(catalogue, "DG23", DUMFRIES, {"2018-19": 98.0})
    projects = [stand(project, GENERATED) for project, _, _ in PROJECTS]
    found = notices([Watched(list(newest_first(history)))], projects, GENERATED)
    assert [(notice.kind, notice.subject) for notice in found] == [
        (Kind.LATE_PROJECT, "Review the Council's social care charges"),
        (Kind.OVER_ACHIEVED, "DG23"),
    ]


def test_89_emergency_detentions_against_an_own_mean_of_91(catalogue: Catalogue) -> None:
    """The report prints the mean of five years and not the years: these five have that mean."""
    years = {"2014-15": 84, "2015-16": 98, "2016-17": 95, "2017-18": 88, "2018-19": 90, "2019-20": 89}
    history = history_of(catalogue, "EMERGENCY_DETENTIONS", DUNDEE, years)
    found = own_mean(history.indicator, history.points, history.points[-1][0])
    assert found is not None
    assert (found.value, found.mean, found.n) == (89, 91, 5)
    words = own_mean_words(history.indicator, found)
    assert words == "2% below own average of 91, the mean of the 5 before"


def test_13_compulsion_orders_against_10_ask_for_caution(catalogue: Catalogue) -> None:
    now, before = make_figure(13.0), make_figure(10.0)
    indicator = catalogue["COMPULSION_ORDERS"]
    assert small_numbers(indicator, now, before)
    assert change_words(indicator, now, before) == "+3 (small numbers)"


def test_of_2147_adult_protection_referrals_83_were_investigated_and_40_came_to_a_conference() -> None:
    stages = funnel([("Referrals", 2147), ("Investigations", 83), ("Case conferences", 40)])
    assert [stage.words for stage in stages] == [
        "Referrals: 2,147",
        "Investigations: 83 (3.9%)",
        "Case conferences: 40 (48.2%)",
    ]


def test_attendance_of_87_5_against_91_7_for_all_pupils_is_4_2_points_less(catalogue: Catalogue) -> None:
    looked_after, every = make_figure(87.5), make_figure(91.7)
    assert change_words(catalogue["LAC_ATTENDANCE_LOCAL"], looked_after, every) == "−4.2 points"


def councils_of(shared_data: Path, catalogue: Catalogue, code: str, period: str) -> dict[str, Figure]:
    """The figures of the 32 councils as the workbook of January 2022 prints them."""
    path = shared_data / "lgbf" / "lgbf_workbook_2022-01.xlsx"
    frame = lgbf_workbook.READER.read(extract(path), catalogue, Asked()).frame
    rows = frame[(frame.indicator == code) & (frame.period == period)]
    codes = {council.code for council in catalogue.areas.councils}
    return {
        row["area"]: Figure(None if isnan(row["value"]) else row["value"], Status(row["status"]))
        for row in rows.to_dict("records")
        if row["area"] in codes
    }


@pytest.mark.parametrize(("code", "fourth", "decimals"), [("CHN22", 5.74, 2), ("CHN20a", 29.1, 1)])
def test_the_fourth_place_of_the_family_group_of_dundee_in_2016_17(
    shared_data: Path, catalogue: Catalogue, code: str, fourth: float, decimals: int
) -> None:
    family = benchmark_of_dundee(shared_data, catalogue, code).family
    assert family is not None
    assert family.fourth is not None
    assert (round(family.fourth, decimals), family.n) == (fourth, 8)


def test_the_report_leaves_dundee_out_of_its_family_average_and_ours_is_the_mean_of_all_eight(
    shared_data: Path, catalogue: Catalogue
) -> None:
    benchmark = benchmark_of_dundee(shared_data, catalogue, "CHN20a")
    assert benchmark.family is not None
    assert benchmark.value is not None
    assert round((benchmark.family.mean * 8 - benchmark.value) / 7, 1) == 27.7
    assert round(benchmark.family.mean, 1) != 27.7


def benchmark_of_dundee(shared_data: Path, catalogue: Catalogue, code: str) -> Benchmark:
    """Where Dundee stood in 2016-17 among the 32 councils of the workbook."""
    councils = councils_of(shared_data, catalogue, code, "2016-17")
    assert len(councils) == 32
    period = parse_as_any("2016-17", catalogue[code].periods)
    return benchmarks(catalogue[code], catalogue.areas, period, councils, None)[DUNDEE]
