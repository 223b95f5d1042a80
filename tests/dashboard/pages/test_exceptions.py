"""The exceptions over HTTP: what must be explained comes first, and goes once it is explained."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dashboard.pages import exceptions
from indicators.store import writings
from indicators.store.store import Store
from indicators.written.comment import Comment, key_of
from indicators.written.plan import Project
from indicators.written.steps import Status
from indicators.written.when import begins, due
from tests.dashboard.tree import find, words
from tests.dashboard.writing_site import Site, writing_site

DUNDEE, ANGUS = "S12000042", "S12000041"
COMMENT = Comment("SW02", DUNDEE, "2022-23", "Few options", "Review", "A. Lead", date(2027, 3, 31))
LATE = Project(
    "Review <b>charges</b>", area=DUNDEE, start=begins("2017-04-01"), due=due("2020-03-31"), progress=33.0,
    position="Consulting", assigned_to="C. Owner",
)  # fmt: skip


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site with one approved comment, one that is submitted, and a project behind its time."""
    with writing_site(store, tmp_path) as made:
        with made.writer.begin() as connection:
            approved = writings.write(connection, COMMENT, "B. Chief", Status.APPROVED, COMMENT.key)
            assert approved.id == key_of("SW02", DUNDEE, "2022-23")
            waiting = Comment("SW06", DUNDEE, "2022-23", "Winter")
            writings.write(connection, waiting, "A. Manager", Status.SUBMITTED, waiting.key)
            on = datetime(2019, 7, 23, tzinfo=UTC)
            writings.write(connection, LATE, "A. Manager", Status.KEPT, written_at=on)
        yield made


def layout(site: Site, **query: str) -> object:
    """The page of Dundee as components."""
    return exceptions.page(site.store, writing=True).layout({"area": DUNDEE, **query})


def headings(page: object) -> list[str]:
    """The headings of the groups with their counts."""
    return [words(each) for each in find(page, "Tr", className="group")]


def test_uncommented_reds_come_first_and_an_explained_one_after_them(site: Site) -> None:
    page = layout(site)
    assert headings(page) == [
        "Off target, without an approved comment6",
        "Off target, explained1",
        "Projects behind their time1",
        "Far better than the target1",
        "No longer off target3",
    ]
    assert "Seven indicators are off target, six of them without an approved comment." in words(page)
    assert "every indicator with figures, headline or not. Overview counts the headline ones." in words(page)


def test_an_explained_row_shows_cause_action_owner_and_date(site: Site) -> None:
    (row,) = [each for each in find(layout(site), "Tr") if "Direct payments" in words(each)]
    said = words(row)
    assert "2.6%2022-236.0%Off target and how it was worked out3.4 points to go" in said
    assert "Off target for 12 periods" in said
    assert said.endswith("CauseFew optionsActionReviewOwnerA. LeadDue31 March 2027")
    assert "No approved comment" not in said


def test_a_row_without_an_approved_comment_leads_to_where_one_is_written(site: Site) -> None:
    (row,) = [each for each in find(layout(site), "Tr") if "Readmissions" in words(each)]
    assert "No approved comment. Take it further" in words(row)
    assert "Winter" in words(row)
    targets = [each.href for each in find(row, "A") if "further" in words(each)]
    assert targets == [f"/indicators/SW06?area={DUNDEE}&to=2022-23#comments"]
    plain = exceptions.page(site.store).layout({"area": DUNDEE})
    read_only = [each for each in find(plain, "Tr") if "Readmissions" in words(each)]
    assert "No approved comment.Cause" in words(read_only)


def test_a_project_behind_its_time_is_judged_on_the_day_its_position_was_written(site: Site) -> None:
    (row,) = [each for each in find(layout(site), "Tr") if "charges" in words(each)]
    assert words(row) == (
        "Review <b>charges</b>Project33% done23 July 201977% by thenBehind44 points behind"
        "33% done, 77% of its time gonePositionConsultingOwnerC. OwnerDue2020-03-31"
    )
    assert "charges" not in words(layout(site, service="children"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "recovered"}, ["No longer off target3"]),
        ({"kind": "late-project"}, ["Projects behind their time1"]),
        ({"kind": "new-red"}, ["Off target, without an approved comment2"]),
        ({"service": "children"}, ["Off target, without an approved comment2", "Far better than the target1",
                                   "No longer off target1"]),
        ({"kind": "late-project", "service": "children"}, []),
    ],
)  # fmt: skip
def test_the_list_keeps_to_a_kind_and_a_service(
    site: Site, query: dict[str, str], expected: list[str]
) -> None:
    assert headings(layout(site, **query)) == expected


def test_the_counts_are_links_that_say_which_one_is_shown(site: Site) -> None:
    (kinds,) = find(layout(site, kind="recovered"), "Nav")
    shown = {words(each): (each.href, getattr(each, "aria-current", "")) for each in find(kinds, "A")}
    assert shown["12 All outside their band"] == (f"/exceptions?area={DUNDEE}", "")
    assert shown["3 No longer off target"] == (f"/exceptions?area={DUNDEE}&kind=recovered", "true")


def test_nothing_of_a_kind_is_said_with_the_way_on(site: Site) -> None:
    page = layout(site, kind="late-project", service="children")
    assert "Nothing of this kind for Dundee City.Show all exceptions" in words(page)


def test_the_page_and_the_scorecard_are_drawn_anew_after_a_comment(site: Site) -> None:
    path, query = "/exceptions", {"area": DUNDEE, "service": "children"}
    assert "Newly explained" not in json.dumps(site.page(path, query))
    sent = {"indicator": "CHN23", "area": DUNDEE, "period": "2021-22", "cause": "Newly explained"}
    assert site.send("comment", **sent, step="draft").status_code == 200
    assert "Newly explained" in json.dumps(site.page(path, query))
    assert "Newly explained" in json.dumps(site.page("/scorecards/children", {"area": DUNDEE}))


def test_the_downloads_hold_the_rows_of_the_screen(site: Site) -> None:
    client = site.app.server.test_client()
    answer = client.get(f"/download/exceptions.csv?area={DUNDEE}")
    rows = list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
    assert len(rows) == 12
    explained = next(row for row in rows if row["indicator_code"] == "SW02")
    assert (explained["comment"], explained["cause"], explained["due"]) == (
        "Approved", "Few options", "31 March 2027",
    )  # fmt: skip
    assert explained["exception"] == "off target again"
    assert float(explained["value"]) == 2.56
    late = next(row for row in rows if not row["indicator_code"])
    assert (late["cause"], late["owner"], late["light"]) == ("Consulting", "C. Owner", "Behind")
    with client.get(f"/download/exceptions.xlsx?area={DUNDEE}") as workbook:
        assert workbook.status_code == 200
    some = client.get(f"/download/exceptions.csv?area={DUNDEE}&kind=recovered").get_data(as_text=True)
    assert len(some.splitlines()) == 4


def test_the_overview_says_beside_a_new_red_what_was_approved_about_it(site: Site) -> None:
    sent = {"indicator": "CHN24", "area": DUNDEE, "period": "2021-22"}
    site.send("comment", **sent, cause="Rents rose", step="submitted")
    assert "Rents rose" not in json.dumps(site.page("/", {"area": DUNDEE, "show": "all"}))
    site.send("comment", **sent, version="1", step="approved")
    assert "Cause: Rents rose" in json.dumps(site.page("/", {"area": DUNDEE, "show": "all"}))


@pytest.mark.parametrize("name", ["service", "kind", "area"])
@pytest.mark.parametrize("value", ["' OR 1=1--", "<img src=x>", "\0", "x" * 5_000, "__proto__"])
def test_no_value_of_an_address_breaks_the_page(site: Site, name: str, value: str) -> None:
    said_back = "No council <img src=x>: "  # text, which the browser is sent as text
    assert "<img" not in json.dumps(site.page("/exceptions", {name: value})).replace(said_back, "")
