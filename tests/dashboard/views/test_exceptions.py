"""The rows of the exceptions: how far off, since when, under which heading, and the sentence above them."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Connection

from dashboard.views.exception_rows import ExceptionRow, indicator_row, project_row
from dashboard.views.exceptions import exceptions, lead, slug
from dashboard.views.histories import Series
from dashboard.views.overview import overview
from dashboard.views.text import spoken
from indicators.areas import SCOTLAND, Area
from indicators.catalogue import Catalogue
from indicators.exceptions import Kind, Watched, newest_first, of_indicator
from indicators.figures import Status
from indicators.standing import History
from indicators.written.plan import Project
from indicators.written.snapshot import FrozenComment
from indicators.written.when import begins, due
from tests.builders import make_figure, make_history, make_series, make_target, year

TODAY = date(2023, 1, 1)
COMMENT = FrozenComment("2021-22", "Why", "Do", "A. Lead", None, approved=True)


def row_of(values: dict[str, float | None], comment: FrozenComment | None = None) -> ExceptionRow:
    """The row of council A with a target of 8.4, lower being better, over these years."""
    return row_of_history(make_history(make_series(values), targets=[make_target()]), comment)


def row_of_history(history: History, comment: FrozenComment | None = None) -> ExceptionRow:
    """The row of a history."""
    series = Series(history, History(history.indicator, SCOTLAND, (), {}, history.catalogue), "", (), ())
    watched = Watched(tuple(newest_first(history)), comment is not None and comment.approved)
    return indicator_row(series, of_indicator(watched, TODAY), comment)


@pytest.mark.parametrize(
    ("values", "why", "distance"),
    [
        ({"2020-21": 8.0, "2021-22": 9.6}, ("Newly off target",), "1.2 points to go"),
        ({"2019-20": 9.4, "2020-21": 9.5, "2021-22": 9.6}, ("Off target for 3 periods",), "1.2 points to go"),
        ({"2019-20": 9.4, "2021-22": 9.6}, ("Off target for 2 periods",), "1.2 points to go"),
        ({"2020-21": 9.6, "2021-22": 8.0}, ("No longer off target",), "At the target or better"),
        ({"2020-21": 9.6, "2021-22": 8.6}, ("No longer off target",), "0.2 points to go"),
        ({"2020-21": 8.0, "2021-22": 6.0}, ("Over-achieved",), "2.4 points better"),
    ],
)
def test_a_row_says_how_far_off_it_is_and_since_when(
    values: dict[str, float | None], why: tuple[str, ...], distance: str
) -> None:
    row = row_of(values)
    assert (row.why, row.distance) == (why, distance)


@pytest.mark.parametrize(
    ("comment", "state", "to_explain"),
    [
        (None, "", True),
        (FrozenComment("2021-22", "Why", "", "", None, approved=False), "Not approved yet", True),
        (COMMENT, "Approved", False),
    ],
)
def test_a_red_is_to_be_explained_until_its_comment_is_approved(
    comment: FrozenComment | None, state: str, to_explain: bool
) -> None:
    row = row_of({"2020-21": 8.0, "2021-22": 9.6}, comment)
    assert (row.said.state, row.to_explain) == (state, to_explain)
    assert (row.kinds[0] is Kind.UNCOMMENTED_RED) is to_explain


def test_who_is_no_longer_off_target_owes_no_comment() -> None:
    assert not row_of({"2020-21": 9.6, "2021-22": 8.0}).to_explain


def test_a_suppressed_figure_gives_no_number_and_no_distance_away() -> None:
    points = ((year("2020-21"), make_figure(9.6)), (year("2021-22"), make_figure(None, Status.SUPPRESSED)))
    history = make_history(points, targets=[make_target()])
    watched = Watched(tuple(newest_first(history)))
    assert of_indicator(watched, TODAY) == []
    old = row_of_history_at(history, date(2030, 1, 1))
    assert (old.value, old.distance, old.badge.words) == ("[c]", "", "[c] Suppressed")
    assert not old.off_target


def row_of_history_at(history: History, as_at: date) -> ExceptionRow:
    """The row of a history whose latest figure has grown old by a day."""
    series = Series(history, History(history.indicator, SCOTLAND, (), {}, history.catalogue), "", (), ())
    return indicator_row(series, of_indicator(Watched(tuple(newest_first(history))), as_at), None)


@pytest.mark.parametrize(
    ("start", "until", "progress", "words", "distance", "value"),
    [
        ("2017-04-01", "2020-03-31", 33.0, "Behind", "44 points behind", "33% done"),
        ("2017-04-01", "2019-03-31", 50.0, "Overdue", "50 points behind", "50% done"),
        ("", "2019-03-31", None, "Overdue", "", "none reported"),
    ],
)
def test_a_project_shows_what_was_expected_of_it(
    start: str, until: str, progress: float | None, words: str, distance: str, value: str
) -> None:
    project = Project("Review", start=begins(start), due=due(until), progress=progress, leads=("A", "B"))
    as_at = date(2019, 7, 23)
    row = project_row("p", project, project.standing(as_at), as_at)
    assert row.key == "p"
    assert (row.badge.words, row.distance, row.value, row.period) == (words, distance, value, "23 July 2019")
    assert ("Owner", "A, B") in row.said.parts
    assert row.kinds == (Kind.LATE_PROJECT,)


def late() -> ExceptionRow:
    """A project behind its time."""
    project = Project("Review", start=begins("2017-04-01"), due=due("2020-03-31"), progress=33.0)
    return project_row("p", project, project.standing(date(2019, 7, 23)), date(2019, 7, 23))


NEW, GOOD = {"2020-21": 8.0, "2021-22": 9.6}, {"2020-21": 8.0, "2021-22": 6.0}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "Nothing is off target. None is far better than the target; no project is behind its time."),
        (
            [row_of(NEW)],
            "One indicator is off target, without an approved comment. None is far better than the target; "
            "no project is behind its time.",
        ),
        (
            [row_of(NEW, COMMENT), row_of(GOOD), late()],
            "One indicator is off target, explained. One is far better than the target; one project is "
            "behind time.",
        ),
        (
            [row_of(NEW), row_of(NEW, COMMENT), row_of(NEW, COMMENT), row_of(GOOD), row_of(GOOD)],
            "Three indicators are off target, one of them without an approved comment. Two are far better "
            "than the target; no project is behind its time.",
        ),
        (
            [row_of(NEW, COMMENT), row_of(NEW, COMMENT), late(), late()],
            "Two indicators are off target, each explained. None is far better than the target; two projects "
            "are behind time.",
        ),
    ],
)
def test_the_sentence_counts_what_is_to_be_explained(rows: list[ExceptionRow], sentence: str) -> None:
    assert spoken(lead(rows)) == sentence


def test_the_sentence_of_one_service_names_it_and_says_nothing_of_projects() -> None:
    assert spoken(lead([row_of(NEW)], "Adult care")) == (
        "Adult care alone. One indicator is off target, without an approved comment. None is far better than "
        "the target."
    )
    assert spoken(lead([], "Adult care")).startswith("Adult care alone. Nothing is off target. None is far")


def test_all_indicators_of_the_overview_are_off_target_as_often_as_the_exceptions_count(
    connection: Connection, catalogue: Catalogue, dundee: Area, dumfries: Area
) -> None:
    for area in (dundee, dumfries):
        rows = exceptions(connection, catalogue, area, {}).rows
        off = sum(row.off_target for row in rows)
        headline, of_all = (
            next(count for badge, count in overview(connection, catalogue, area, every).counts)
            for every in (False, True)
        )
        assert off == of_all >= headline > 0


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_asked_for_lists_exactly_those_it_counts(
    connection: Connection, catalogue: Catalogue, dumfries: Area, kind: Kind
) -> None:
    found = exceptions(connection, catalogue, dumfries, {"kind": slug(kind)})
    assert len(found.rows) == dict(found.counts).get(kind, 0)
    assert all(kind in row.kinds for row in found.rows)


def test_a_service_keeps_to_its_own_indicators_and_leaves_projects_out(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = exceptions(connection, catalogue, dundee, {"service": "children"})
    assert found.rows
    assert {catalogue[row.code].service for row in found.rows} == {"children"}


def test_what_a_report_shows_first_is_under_a_heading_of_what_is_shown(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    """CHN20b is in the worst quarter, which is not listed unless asked for, and no longer off target."""
    found = exceptions(connection, catalogue, dumfries, {})
    by_heading = {group.heading: [row.code for row in group.rows] for group in found.groups}
    assert "CHN20b" in by_heading["No longer off target"]
    asked = exceptions(connection, catalogue, dumfries, {"kind": "green-worst-quarter"})
    assert [group.heading for group in asked.groups] == ["On target, yet in the worst quarter of councils"]
