"""What changed on a scorecard since a meeting, each kind of change told apart, over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.routing import live_parts
from dashboard.views import snapshots as view
from dashboard.views.scorecards import scorecard
from indicators.catalogue_files import load_catalogue
from indicators.changes_since import ChangeKind
from indicators.store.store import Store
from indicators.targets import Origin, Target
from tests.dashboard.pages.meetings import (
    DUNDEE,
    PLAN,
    changed,
    freeze,
    kept,
    load_newer,
    newer,
    since_then,
)
from tests.dashboard.tree import words
from tests.dashboard.writing_site import ON_BOTH, Site, site_on
from tests.etl.published_files import tidy_row


@pytest.fixture
def site(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site to write in, one for each test: they load newer releases into it."""
    with site_on(request, store, tmp_path) as made:
        yield made


@ON_BOTH
def test_what_changed_since_tells_revision_new_period_and_movement_apart(site: Site, tmp_path: Path) -> None:
    key = freeze(site)
    load_newer(site, tmp_path, newer("2021-22", 9.9), newer("2022-23", 27.3))
    since = since_then(site, key)
    assert since is not None
    told = {group.kind: [(line.code, line.sentence) for line in group.lines] for group in since.groups}
    assert told == {
        "Performance moved": [
            ("CHN22", "2022-23: 27.3%, was 7.8%; the light went from On target to Off target.")
        ],
        "New period": [("CHN22", "2022-23: 27.3%.")],
        "Data revised": [("CHN22", "2021-22: 9.9%, was 7.8%; the light went from On target to Off target.")],
        "Period no longer shown": [
            ("CHN22", "2019-20: 1.9% then; the scorecard no longer shows this period.")
        ],
    }
    drawn = words(changed(site, key))
    assert "What changed since Chief Officer Group, 8 March 2024" in drawn
    assert "Data revised" in drawn


def test_a_figure_that_was_awaited_is_said_to_have_arrived(site: Site, tmp_path: Path) -> None:
    rate = {"indicator": "CP_PLANNING_MEETINGS_RATE", "period": "2021-22"}
    load_newer(site, tmp_path, tidy_row(**rate, value="", status="awaited", note="March 2025"))
    key = freeze(site)
    load_newer(site, tmp_path, tidy_row(**rate, value=4.2, edition="A later one", published_on="2025-03"))
    since = since_then(site, key)
    assert since is not None
    told = {group.kind: [line.sentence for line in group.lines] for group in since.groups}
    assert told == {
        "Figure arrived": [
            "2021-22: 4.2, was Awaited March 2025; the light went from No figure to Data only."
        ]
    }
    assert "Figure arrived" in words(changed(site, key))


def test_a_moved_target_is_no_performance(site: Site) -> None:
    key = freeze(site)
    stricter = load_catalogue()
    own = Target("CHN22", DUNDEE, Origin.LOCAL, "the committee", value=5.0)
    stricter._targets["CHN22"].insert(0, own)
    with site.store.connect() as connection:
        now = scorecard(
            connection, stricter, stricter.scorecards["protecting-people"], stricter.areas[DUNDEE]
        )
    found = view.changes_between(kept(site, key).content, now)
    assert {change.kind for change in found} == {ChangeKind.TARGET_CHANGED}
    assert view.change_sentence(found[0]) == (
        "2021-22: 5%, tolerance 0.25, was 8.4%, tolerance 0.42; the light went from On target to Off target."
    )


def test_rows_added_and_removed_by_an_edit_are_told(site: Site) -> None:
    key = freeze(site)
    lines = "Section: Child protection\nCHN22\nSW01"
    site.send("scorecard", card="protecting-people", title="T", lines=lines, version="0")
    since = since_then(site, key)
    assert since is not None
    told = {group.kind: len(group.lines) for group in since.groups}
    assert told == {"Row added": 1, "Row removed": 34}


def test_nothing_changed_is_said_and_another_cards_snapshot_is_not_compared(site: Site) -> None:
    key, other = freeze(site), freeze(site, **PLAN)
    assert "Nothing changed: every row is as that meeting saw it." in words(changed(site, key))
    assert "What changed since Chief" not in words(changed(site, other))
    parts = live_parts(changed(site, key))
    assert parts["filter", "since"].value == key  # type: ignore[attr-defined]
