"""A number that is suppressed after a meeting is nowhere any more: not even where the meeting saw it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.pages import links
from indicators.hidden_since import HIDDEN
from indicators.store.store import Store
from tests.dashboard.pages.meetings import DUNDEE, PEOPLE, freeze, kept, load_newer, since_then
from tests.dashboard.pages.pack_chapters import CHAPTERS
from tests.dashboard.writing_site import Site, writing_site
from tests.etl.published_files import tidy_row

TITLE = "Looked after children with more than one placement in the year"
CARD = {"area": DUNDEE}
# The number, its distance to green, its movements over a year and over several.
SECRETS = ("61.4", "61.37", "46.4", "43.3", "38.6")
CAUSE = "It rose to 61.4% in a year."


def published(value: float | None, month: str) -> list[object]:
    """What is published of the children of Dundee in an edition; None is suppressed."""
    status = "published" if value is not None else "suppressed"
    return tidy_row(
        "CHN23", period="2021-22", value=value, status=status, edition=f"LGBF, {month}", published_on=month
    )


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site with a number to look for, and an approved comment that says it."""
    with writing_site(store, tmp_path) as made:
        load_newer(made, tmp_path, published(61.37, "2025-02"))
        place = {"indicator": "CHN23", "area": DUNDEE, "period": "2021-22"}
        said = {"cause": CAUSE, "action": CAUSE, "owner": "Head of Service", "due": "2026-12-01"}
        assert made.send("comment", **place, **said, step="submitted", version="0").status_code == 200
        assert made.send("comment", **place, step="approved", version="1").status_code == 200
        yield made


def file_of(site: Site, address: str, **query: str) -> bytes:
    """What a link to a file gives."""
    with site.app.server.test_client().get(address, query_string=query, buffered=True) as answer:
        assert answer.status_code == 200
        return answer.get_data()


def surfaces(site: Site, key: str) -> dict[str, str]:
    """All that tells what the meeting saw, as texts by name."""
    found = {
        "snapshot": json.dumps(site.page(f"/snapshots/{key}", CARD)),
        "snapshots": json.dumps(site.page("/scorecards/protecting-people/snapshots", CARD)),
        "changed": str(since_then(site, key)),
    }
    for kind, chapters in CHAPTERS.items():
        for public in ("", "1"):
            file = file_of(site, links.pack_of(kind), **PEOPLE, snapshot=key, public=public)
            found[f"{kind}{public}"] = str(chapters(file))
    table = links.table_file(f"/snapshots/{key}", "csv")
    return {**found, "table": file_of(site, table, **CARD, table="1").decode()}


def test_a_number_suppressed_since_is_on_no_surface_and_words_stand_in_its_place(
    site: Site, tmp_path: Path
) -> None:
    key = freeze(site)
    before = surfaces(site, key)
    tells = {name for name, said in before.items() if any(secret in said for secret in SECRETS)}
    assert tells == before.keys() - {"snapshots", "changed"}
    load_newer(site, tmp_path, published(None, "2025-03"))
    for name, said in surfaces(site, key).items():
        assert [secret for secret in SECRETS if secret in said] == [], name
        assert (HIDDEN in said) is (name in tells), name
        assert "Head of Service" not in said or name == "snapshot", name


def test_the_other_rows_stay_as_the_meeting_saw_them_and_what_is_stored_is_whole(
    site: Site, tmp_path: Path
) -> None:
    key = freeze(site)
    then = kept(site, key).content
    load_newer(site, tmp_path, published(None, "2025-03"))
    now = kept(site, key).content
    changed = [was.title for was, row in zip(then.rows, now.rows, strict=True) if was != row]
    assert changed == [TITLE]
    assert then.notes == now.notes
    load_newer(site, tmp_path, published(61.37, "2025-04"))
    assert kept(site, key).content == then


def test_what_changed_names_the_row_and_compares_it_with_nothing(site: Site, tmp_path: Path) -> None:
    key = freeze(site)
    load_newer(site, tmp_path, published(None, "2025-03"))
    found = since_then(site, key)
    assert found is not None
    assert [(group.kind, [line.title for line in group.lines]) for group in found.groups] == [
        ("Hidden since the meeting", [TITLE])
    ]
    assert found.groups[0].lines[0].sentence == "A figure of it is suppressed now, so it is not compared."


def test_withdrawing_a_snapshot_keeps_all_that_was_frozen(site: Site, tmp_path: Path) -> None:
    key = freeze(site)
    then = kept(site, key).content
    load_newer(site, tmp_path, published(None, "2025-03"))
    assert site.send("snapshot-withdraw", key=key, version="1").status_code == 200
    assert HIDDEN in str(site.page(f"/snapshots/{key}", CARD))
    load_newer(site, tmp_path, published(61.37, "2025-04"))
    assert kept(site, key).content == then
