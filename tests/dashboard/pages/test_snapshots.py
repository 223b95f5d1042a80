"""Scorecards frozen for meetings, over HTTP: what was seen stays as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from dashboard.components.forms import READ_ONLY
from dashboard.pages import scorecard_reds, scorecard_table, snapshots
from dashboard.pages import scorecards as pages
from dashboard.routing import live_parts
from dashboard.shell import NoSuchPageError
from dashboard.views import snapshots as view
from dashboard.views.frozen import frozen_view
from indicators.store.schema import writings as table
from indicators.store.store import Store
from indicators.written.steps import Status
from tests.dashboard.pages.meetings import (
    DUMFRIES,
    DUNDEE,
    MARCH,
    PEOPLE,
    PLAN,
    changed,
    freeze,
    kept,
    live,
    load_newer,
    newer,
)
from tests.dashboard.tree import find, tree, words
from tests.dashboard.writing_site import ON_BOTH, Site, site_on

HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} =1+1"


@pytest.fixture
def site(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site to write in, one for each test: they load newer releases into it."""
    with site_on(request, store, tmp_path) as made:
        yield made


def body(site: Site, key: str) -> str:
    """The very text that is stored."""
    with site.store.connect() as connection:
        return str(connection.execute(select(table.c.body).where(table.c.id == key)).scalar_one())


@pytest.mark.parametrize("asked", [PEOPLE, PLAN, {"card": "children", "area": "S12000017"}])
def test_a_snapshot_is_drawn_exactly_as_the_scorecard_was(site: Site, asked: dict[str, str]) -> None:
    key = freeze(site, **asked)
    now, then = live(site, asked["card"], asked["area"]), frozen_view(kept(site, key).content)
    for part in (scorecard_reds.reds, scorecard_table.card_table, scorecard_table.notes):
        assert tree(part(then)) == tree(part(now))
    assert (then.lead, then.columns, then.rows) == (now.lead, now.columns, now.rows)


@ON_BOTH
def test_a_newer_release_changes_no_letter_of_what_the_meeting_saw(site: Site, tmp_path: Path) -> None:
    key = freeze(site)
    stored, drawn = body(site, key), json.dumps(site.page(f"/snapshots/{key}", {"area": DUNDEE}))
    before = json.dumps(site.page("/scorecards/protecting-people", {"area": DUNDEE}))
    load_newer(site, tmp_path, newer("2021-22", 9.9), newer("2022-23", 27.3))
    assert body(site, key) == stored
    assert json.dumps(site.page(f"/snapshots/{key}", {"area": DUNDEE})) == drawn
    after = json.dumps(site.page("/scorecards/protecting-people", {"area": DUNDEE}))
    assert after != before
    assert "27.3%" in after
    assert "27.3%" not in drawn


@ON_BOTH
def test_a_final_one_is_refused_while_a_red_has_no_approved_comment(site: Site) -> None:
    answer = site.send("snapshot", **PLAN, **MARCH, final="final")
    assert answer.status_code == 422
    assert answer.get_json()["problems"] == [
        "2 indicators off target have no approved comment: comment on it, or give the reason for issuing the "
        "pack without.",
        "D&G 34 Days lost to sickness per employee, teachers excluded.",
        "D&G 35 Working time lost to sickness.",
    ]
    with site.store.connect() as connection:
        assert view.snapshots_of(connection, "dg-plan", DUMFRIES) == []


def test_the_reason_for_a_final_one_all_the_same_is_kept_and_shown(site: Site) -> None:
    key = freeze(site, **PLAN, final="final", override="The figures came last night.")
    assert kept(site, key).content.override == "The figures came last night."
    drawn = json.dumps(site.page(f"/snapshots/{key}"))
    assert "Final although an indicator off target has no approved comment: The figures came last" in drawn


@ON_BOTH
def test_a_comment_that_is_approved_lets_it_be_final_and_is_frozen_with_it(site: Site) -> None:
    for code in ("DG34", "DG35"):
        figure = {"indicator": code, "area": DUMFRIES, "period": "2018-19"}
        said = {"cause": "A hard winter.", "action": "Review", "owner": "A. Lead", "due": "2019-12-01"}
        assert site.send("comment", **figure, **said, step="submitted", version="0").status_code == 200
        assert site.send("comment", **figure, step="approved", version="1").status_code == 200
    key = freeze(site, **PLAN, final="final")
    drawn = words(snapshots.page(site.store).layout({"key": key}))
    assert drawn.count("A hard winter.") == 2
    assert "OwnerA. LeadDue1 December 2019" in drawn
    site.send("comment", **{**figure, "cause": "A mild winter."}, step="draft", version="2")
    assert words(snapshots.page(site.store).layout({"key": key})) == drawn


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"held_on": ""}, 422, "Date of the meeting: it is empty; fill it in."),
        ({"held_on": "8 March"}, 422, "Date of the meeting: '8 March' is not a date"),
        ({"meeting": ""}, 422, "Meeting: it is empty; fill it in."),
        ({"meeting": "x" * 400}, 422, "Meeting: it has 400 characters; write 300 at most."),
        ({"card": "nope"}, 404, "There is no scorecard of this name"),
        ({"area": "S92000003"}, 404, "or no such council"),
        ({"area": "' OR 1=1--"}, 404, "or no such council"),
    ],
)
def test_what_cannot_be_frozen_is_refused_in_words(
    site: Site, fields: dict[str, str], status: int, said: str
) -> None:
    answer = site.send("snapshot", **{**PEOPLE, **MARCH, **fields})
    assert answer.status_code == status
    assert said in " ".join(answer.get_json()["problems"])


@ON_BOTH
def test_a_withdrawn_snapshot_stays_readable_and_is_compared_with_no_more(site: Site) -> None:
    key = freeze(site)
    answer = site.send("snapshot-withdraw", "B. Chief", key=key, version="1")
    assert answer.status_code == 200
    assert kept(site, key).status is Status.WITHDRAWN
    drawn = words(snapshots.page(site.store, writing=True).layout({"key": key}))
    assert "Withdrawn by B. Chief on " in drawn
    assert "Public version" not in drawn
    assert "PowerPoint" not in drawn
    assert "Withdraw this snapshot" not in drawn
    assert ("filter", "since") not in live_parts(changed(site, ""))
    assert site.send("snapshot-withdraw", key=key, version="1").status_code == 409
    assert site.send("snapshot-withdraw", key="nope", version="1").status_code == 404


@ON_BOTH
def test_the_list_says_who_froze_what_and_when_the_latest_meeting_first(site: Site) -> None:
    first, second = freeze(site), freeze(site, meeting="May", held_on="2024-05-08")
    tree_of = snapshots.list_page(site.store).layout(PEOPLE)
    rows = [words(row) for row in find(tree_of, "Tr")[1:]]
    assert [row[:3] for row in rows] == ["May", "Chi"]
    assert "A. Manager" in rows[0]
    assert [key in json.dumps(tree(tree_of), default=str) for key in (first, second)] == [True, True]
    assert "Nothing is frozen for Angus yet." in words(
        snapshots.list_page(site.store).layout({**PEOPLE, "area": "S12000041"})
    )


def test_text_of_people_is_shown_as_text(site: Site) -> None:
    key = freeze(site, meeting=HOSTILE, audience=HOSTILE, final="final", override=HOSTILE)
    drawn = snapshots.page(site.store, writing=True).layout({"key": key})
    assert HOSTILE in words(drawn)
    assert find(drawn, "Img") == []


@pytest.mark.parametrize("key", ["", "nope", "<script>", "x" * 5_000])
def test_a_snapshot_there_is_not_is_no_page(site: Site, key: str) -> None:
    with pytest.raises(NoSuchPageError):
        snapshots.page(site.store).layout({"key": key})
    with pytest.raises(NoSuchPageError):
        snapshots.list_page(site.store).layout({"card": key})


def test_without_writing_pages_show_no_form_and_say_why(site: Site) -> None:
    key = freeze(site)
    for drawn in (snapshots.page(site.store).layout({"key": key}), pages.page(site.store).layout(PEOPLE)):
        assert READ_ONLY in words(drawn)
        assert find(drawn, "Form") == []
    assert len(find(pages.page(site.store, writing=True).layout(PEOPLE), "Form")) == 1


def test_a_snapshot_without_headings_of_its_own_is_drawn_by_those_of_its_rows(site: Site) -> None:
    bare = replace(kept(site, freeze(site)).content, parts=(), columns=(), lines=())
    found = frozen_view(bare)
    assert [group.title for group in found.groups][:2] == ["Child protection", "Looked after children"]
    assert found.rows == 35
