"""Projects and actions by plan: the printed four at their day, lateness in order, what proves an item."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from dashboard.views.improvement import Improvement, improvement
from dashboard.views.plan_lines import STATE_KINDS, PlanLine, Proof, State, by_lateness, plan_line
from dashboard.views.plan_list import PLAN_HEADER, plan_rows
from dashboard.views.plan_story import plan_story
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store.writings import Writing
from indicators.written.plan import Action, Project
from indicators.written.steps import Status
from indicators.written.when import begins, due
from tests.indicators.written.contents import PLAN_ITEMS

PRINTED = date(2019, 7, 23)


def line(as_at: date = PRINTED, **fields: object) -> PlanLine:
    """The line of a project with some fields."""
    item = Project(**{"title": "Hub", "area": "A", **fields})  # type: ignore[arg-type]
    return plan_line(Writing("p", 1, Status.KEPT, item, "Ann", "2019-07-23T00:00:00"), as_at, {})


@pytest.fixture
def printed(connection: Connection, catalogue: Catalogue, dumfries: Area) -> Improvement:
    """The plan of Dumfries & Galloway on the day it was printed."""
    return improvement(connection, catalogue, dumfries, {"as_at": "2019-07-23"}, date(2026, 11, 20))


def test_the_four_printed_projects_get_their_lights_and_the_late_one_is_first(printed: Improvement) -> None:
    """001:220-336; 50% against 38%, 33% against 66%, 100% against 84%, 66% against 47%."""
    found = [
        (each.item.code, each.done, round(each.expected or 0), each.badge.words) for each in printed.lines
    ]
    assert found == [
        ("P2", "33%", 66, "Behind its time"),
        ("P1", "50%", 38, "On time"),
        ("P4", "66%", 47, "On time"),
        ("P3", "100%", 84, "Complete"),
    ]
    assert [each.badge.kind for each in printed.lines] == ["red", "green", "green", "green"]
    assert printed.lines[0].words == "33% done, 66% of its time gone"
    assert spoken(printed.lead) == "1 of 4 projects and actions is late on 23 July 2019: 1 behind its time."


def test_the_counts_are_those_of_the_plan_whatever_status_is_asked_for(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    query = {"as_at": "2019-07-23", "state": "behind"}
    found = improvement(connection, catalogue, dumfries, query, PRINTED)
    assert [(each.words, each.number) for each in found.counts] == [
        ("Behind its time", 1),
        ("On time", 2),
        ("Complete", 1),
    ]
    assert [each.item.code for each in found.lines] == ["P2"]


def test_the_inspection_plan_has_ten_actions_of_which_seven_were_due_in_the_month_of_its_report(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    """002:77-114; the column Progress is empty in the report."""
    query = {"plan": "Joint inspection improvement plan 2016", "as_at": "2016-09-26"}
    found = improvement(connection, catalogue, dundee, query, PRINTED)
    codes = ["1.1", "2.1", "2.2", "2.3", "3.1", "4.1", "4.2", "4.3", "4.4", "4.5"]
    assert sorted(each.item.code for each in found.lines) == codes
    assert sum(each.item.due.day == date(2016, 9, 30) for each in found.lines) == 7
    assert {each.done for each in found.lines} == {"No position reported"}
    assert not any(each.overdue for each in found.lines)


def test_a_month_later_those_seven_are_overdue_by_the_day(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    query = {"plan": "Joint inspection improvement plan 2016", "as_at": "2016-10-26"}
    found = improvement(connection, catalogue, dundee, query, PRINTED)
    assert [each.overdue_words for each in found.lines].count("26 days overdue") == 7
    assert [each.state for each in found.lines[:8]] == [State.OVERDUE] * 7 + [State.NO_LIGHT]
    assert "7 overdue" in spoken(found.lead)


def test_words_for_a_date_stay_and_are_sorted_as_their_last_day(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = improvement(connection, catalogue, dundee, {"plan": "PSIF improvement plan 2019"}, PRINTED)
    session = [each.item.due for each in found.lines if each.item.due.words == "During session 2019/20"]
    assert {each.day for each in session} == {date(2020, 7, 31)}
    later = improvement(
        connection, catalogue, dundee, {"plan": "PSIF improvement plan 2019", "as_at": "2020-08-01"}, PRINTED
    )
    assert {each.overdue for each in later.lines if each.item.due.words == "During session 2019/20"} == {1}


def test_an_action_shows_the_latest_light_of_the_indicator_that_proves_it(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = improvement(connection, catalogue, dundee, {}, PRINTED)
    (proof,) = next(each for each in found.lines if each.item.code == "4.4").proofs
    assert (proof.code, proof.value, proof.period) == ("CHN11", "93.9%", "2021-22")
    assert proof.badge is not None
    assert (proof.badge.kind, proof.badge.words) == ("amber", "Within tolerance")


def test_a_quality_indicator_leaves_only_its_actions(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = improvement(connection, catalogue, dundee, {"quality": "Impact on families"}, PRINTED)
    assert [each.item.code for each in found.lines] == ["1.1"]


@pytest.mark.parametrize("asked", ["", "yesterday", "2019-02-30", "'", "9" * 500])
def test_what_is_no_day_is_today(
    connection: Connection, catalogue: Catalogue, dumfries: Area, asked: str
) -> None:
    query = {"as_at": asked, "plan": asked, "state": asked, "quality": asked}
    assert improvement(connection, catalogue, dumfries, query, PRINTED).as_at == PRINTED


def test_a_council_without_a_plan_is_told_so(connection: Connection, catalogue: Catalogue) -> None:
    found = improvement(connection, catalogue, catalogue.areas["S12000017"], {}, PRINTED)
    assert spoken(found.lead) == "No project or action of Highland is written down."
    assert (found.groups, found.counts) == ((), ())


@pytest.mark.parametrize(
    ("fields", "state", "words"),
    [
        ({"due": due("22 July 2019"), "progress": 99.0}, State.OVERDUE, "Overdue"),
        ({"due": due("22 July 2019"), "progress": 100.0}, State.COMPLETE, "Complete"),
        ({"due": due("23 July 2019")}, State.NO_LIGHT, "No position reported"),
        ({"due": due("2020"), "progress": 10.0}, State.NO_LIGHT, "No start date"),
        ({"start": begins("2018"), "progress": 10.0}, State.NO_LIGHT, "No due date"),
        ({"start": begins("2020"), "due": due("2021")}, State.NO_LIGHT, "Not due to start"),
        (
            {"start": begins("1 July 2019"), "due": due("31 July 2019"), "progress": 60.0},
            State.SLIPPING,
            "Slightly behind",
        ),
    ],
)
def test_where_an_item_stands_has_a_word_and_without_a_light_says_why(
    fields: dict[str, object], state: State, words: str
) -> None:
    found = line(**fields)
    assert (found.state, found.badge.words) == (state, words)
    assert found.badge.kind == STATE_KINDS[state]


def test_one_day_late_is_one_day() -> None:
    assert line(due=due("22 July 2019")).overdue_words == "1 day overdue"
    assert line(due=due("23 July 2019")).overdue_words == ""


@given(st.lists(PLAN_ITEMS, min_size=1, max_size=6), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_nothing_stands_before_what_is_later_than_it(items: list[Project | Action], as_at: date) -> None:
    lines = sorted(
        (plan_line(Writing("p", 1, Status.KEPT, each, "Ann", ""), as_at, {}) for each in items),
        key=by_lateness,
    )
    reds = [each.badge.kind == "red" for each in lines]
    overdue = [each.overdue for each in lines]
    assert reds == sorted(reds, reverse=True)
    assert overdue == sorted(overdue, reverse=True)


def test_the_story_of_an_item_has_its_texts_and_who_wrote_it(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = plan_story(connection, catalogue, "dg-business-plan-P2", dundee, PRINTED)
    assert found is not None
    assert (found.area, found.area_name) == ("S12000006", "Dumfries & Galloway")
    assert dict(found.said)["Printed in"].endswith("text line 228 to 231 and 500 to 504")
    assert [each.by for each in found.versions] == ["Carried over from what was published, 23 July 2019"]
    assert plan_story(connection, catalogue, "nothing", dundee, PRINTED) is None


def test_the_sheet_begins_with_the_columns_pentana_users_know(printed: Improvement) -> None:
    assert PLAN_HEADER[:10] == (
        "Code", "Title", "Value", "Target", "Status", "Short Trend", "Long Trend", "Due Date", "Progress",
        "Assigned To",
    )  # fmt: skip
    first = dict(zip(PLAN_HEADER, next(iter(plan_rows(printed.lines))), strict=True))
    assert (first["Code"], first["Progress"], first["Due Date"]) == ("P2", "33%", "30-Mar-2020")
    assert first["Status"] == "Behind its time: 33% done, 66% of its time gone"
    assert (first["Id"], first["Kind"]) == ("dg-business-plan-P2", "project")


def test_of_several_indicators_each_value_has_its_code() -> None:
    item = Action("Visit", indicators=("CHN11", "CHN22"))
    proofs = {
        "CHN11": Proof("CHN11", "Destinations", "2021-22", "in 2021-22", "93.8%", "95%"),
        "CHN22": Proof("CHN22", "Re-registrations"),
    }
    written = Writing("a", 1, Status.KEPT, item, "Ann", "")
    (row,) = plan_rows([plan_line(written, PRINTED, proofs)])
    assert dict(zip(PLAN_HEADER, row, strict=True))["Value"] == "CHN11 93.8% (2021-22)"
