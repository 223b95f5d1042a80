"""The trends screen, on the bundled figures."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, text

from dashboard.views.figure_list import HEADER
from dashboard.views.text import spoken
from dashboard.views.trends import Trends, trend_figures, trends
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.display import value_text


@pytest.fixture
def found(connection: Connection, catalogue: Catalogue, dundee: Area) -> Trends:
    """CHN22 of Dundee City."""
    return trends(connection, catalogue, dundee, {"indicator": "CHN22"})


def test_the_sentence_is_the_one_a_performance_officer_would_write(found: Trends) -> None:
    assert spoken(found.panels[0].lead) == (
        "Dundee City: 7.8% of child protection registrations in 2021-22 were re-registrations within 18 "
        "months, below Scotland (8.0%, not tested) and below the family group mean (8.4%), 16th of 31 "
        "councils. That is 1.8 points lower than in 2020-21, within the usual year-to-year movement."
    )
    assert found.sub.startswith(
        "The target, 8.4%, is the 2020-21 fourth place in the family group; it is met."
    )


def test_the_table_and_the_chart_hold_the_same_numbers(found: Trends, catalogue: Catalogue) -> None:
    lines = {line.role: line.values for line in found.panels[0].drawing.series}
    indicator = catalogue["CHN22"]
    for role, column in (("ours", "value"), ("scotland", "scotland"), ("family", "family")):
        shown = [value_text(indicator, value) for value in lines[role] if value is not None]
        assert shown == [getattr(row, column) for row in reversed(found.rows)]


def test_the_chart_holds_the_figures_of_the_store(found: Trends, connection: Connection) -> None:
    query = (
        "SELECT value FROM figures WHERE indicator_code = 'CHN22' AND area_name = 'Dundee City' "
        "ORDER BY period_end"
    )
    stored = tuple(connection.execute(text(query)).scalars())
    assert next(line.values for line in found.panels[0].drawing.series if line.role == "ours") == stored


def test_the_target_of_a_year_is_the_fourth_place_of_the_year_before(found: Trends) -> None:
    steps = {step.period: step for step in found.panels[0].drawing.targets}
    assert "2012-13" not in steps  # nothing is known of the year before the first
    assert round(steps["2021-22"].value, 1) == 8.4
    assert steps["2021-22"].high == pytest.approx(steps["2021-22"].value * 1.05)
    assert found.rows[-1].target == "none"


def test_revised_figures_are_marked(found: Trends) -> None:
    marks = {row.period: row.scotland_marks for row in found.rows}
    assert marks["2020-21"] == "[r]"
    assert marks["2021-22"] == ""


def test_the_family_group_comes_one_by_one_ours_first(found: Trends) -> None:
    assert found.family is not None
    names = [small.name for small in found.family.members]
    assert names[0] == "Dundee City"
    assert set(names[1:]) == {
        "East Ayrshire", "Eilean Siar", "Glasgow City", "Inverclyde", "North Ayrshire", "North Lanarkshire",
        "West Dunbartonshire",
    }  # fmt: skip


def test_years_outside_those_asked_for_are_left_out(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    asked = {"indicator": "CHN22", "from": "2015-16", "to": "2018-19"}
    found = trends(connection, catalogue, dundee, asked)
    assert found.panels[0].drawing.periods == ("2015-16", "2016-17", "2017-18", "2018-19")
    assert spoken(found.panels[0].lead).startswith(
        "Dundee City: 4.2% of child protection registrations in 2018-19"
    )


def test_years_asked_for_the_wrong_way_round_are_put_right(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    asked = {"indicator": "CHN22", "from": "2018-19", "to": "2015-16"}
    assert trends(connection, catalogue, dundee, asked).panels[0].drawing.periods[0] == "2015-16"


def test_a_council_can_stand_alone_or_beside_others(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    asked = {"indicator": "CHN22", "compare": "alone", "peers": "S12000041,S12000049"}
    found = trends(connection, catalogue, dundee, asked)
    assert [line.name for line in found.panels[0].drawing.series] == ["Angus", "Glasgow City", "Dundee City"]
    assert found.peer_names == ("Angus", "Glasgow City")


def test_a_biennial_series_names_the_distance_of_its_change(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = trends(connection, catalogue, dundee, {"indicator": "SW04b"})
    assert "than in 2019-20, two years earlier, with too few years to say" in spoken(found.panels[0].lead)


def test_a_printed_zero_known_to_be_false_is_a_gap_with_its_reason(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = trends(connection, catalogue, dumfries, {"indicator": "CHN22"})
    ours = next(line for line in found.panels[0].drawing.series if line.role == "ours")
    assert ours.values[-2:] == (None, None)
    assert ours.reasons[-2:] == ("[x] Not available", "[x] Not available")
    assert [row.value for row in found.rows[:2]] == ["[x]", "[x]"]


def test_costs_come_in_cash_and_say_so(connection: Connection, catalogue: Catalogue, dundee: Area) -> None:
    found = trends(connection, catalogue, dundee, {"indicator": "SW01"})
    assert "prices of their own year" in found.panels[0].caption
    assert found.panels[0].direction == "neither way is better"
    assert not found.panels[0].drawing.targets


def test_a_series_known_for_scotland_only_says_that_we_have_none(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = trends(connection, catalogue, dundee, {"indicator": "CP_REGISTER"})
    assert spoken(found.panels[0].lead).startswith("Dundee City has no figure for")
    assert {
        line.role for line in found.panels[0].drawing.series if any(v is not None for v in line.values)
    } == {"scotland"}


def test_the_download_lists_exactly_what_is_shown(
    connection: Connection, catalogue: Catalogue, dundee: Area, found: Trends
) -> None:
    rows = [
        dict(zip(HEADER, row, strict=True))
        for row in trend_figures(connection, catalogue, dundee, {"indicator": "CHN22"})
    ]
    ours = [row for row in rows if row["area"] == "Dundee City"]
    assert [row["shown"] for row in ours] == [row.value for row in reversed(found.rows)]
    assert all(row["edition"] and row["locator"] and row["file"] for row in ours)
    assert {row["area"] for row in rows} == {"Dundee City", "Scotland"}


@pytest.mark.parametrize("code", ["CHN08a", "SW08", "CHN24", "ASP_REFERRALS", "DG34", "EMERGENCY_DETENTIONS"])
def test_any_indicator_can_be_shown_for_any_kind_of_period(
    connection: Connection, catalogue: Catalogue, dundee: Area, dumfries: Area, code: str
) -> None:
    for area in (dundee, dumfries):
        found = trends(connection, catalogue, area, {"indicator": code})
        assert found.panels[0].code == code
        assert len(found.rows) == len(found.panels[0].drawing.periods)


def test_the_periods_after_the_figure_spoken_of_are_named_with_their_status(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = trends(connection, catalogue, dumfries, {"indicator": "CHN22"})
    assert found.sub.endswith("2020-21: [x] Not available. 2021-22: [x] Not available.")


def test_a_family_mean_of_one_council_is_not_given(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = trends(connection, catalogue, dundee, {"indicator": "CHN12a"})
    assert "family group mean" not in spoken(found.panels[0].lead)
    assert {row.family for row in found.rows} == {""}


def test_the_first_figure_after_a_break_is_just_the_first_where_there_is_none_before_it(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = trends(connection, catalogue, dundee, {"indicator": "LAC_TOTAL"})
    rows = {row.period: row for row in found.rows}
    assert rows["31 March 2019"].change.note == "first figure"
    assert "[b] Not comparable before 31 July 2010: " in found.panels[0].caption


def test_days_and_months_are_named_on_the_axis(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    names = {
        code: trends(connection, catalogue, dundee, {"indicator": code}).panels[0].drawing.names
        for code in ("CHRONOLOGY_OPEN_CASES", "MEALS_RATIO", "CHN22")
    }
    assert names["CHRONOLOGY_OPEN_CASES"] == ("1 May 20", "1 Jun 20", "1 Jul 20", "1 Aug 20", "28 Aug 20")
    assert names["MEALS_RATIO"] == ("Mar 12",)
    assert names["CHN22"] == ()


def test_snapshots_of_the_pandemic_years_are_shaded_whatever_their_label(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    (band,) = trends(connection, catalogue, dundee, {"indicator": "LAC_TOTAL"}).panels[0].drawing.shaded
    assert (band.first, band.last) == ("2020-07-31", "2021-07-31")


def test_the_figures_of_other_councils_come_with_their_source(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    asked = {"indicator": "CHN22", "peers": "S12000041"}
    cells = [
        dict(zip(HEADER, row, strict=True)) for row in trend_figures(connection, catalogue, dundee, asked)
    ]
    angus = [row for row in cells if row["area"] == "Angus"]
    assert angus
    assert all(row["file"] == "lgbf.csv" and row["locator"] and row["edition"] for row in angus)
