"""The pack of a meeting: what people wrote, what changed since, and final only when frozen as final."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from dashboard.pages import links
from dashboard.views.pack_order import ordered
from dashboard.views.pack_parts import PackOrder
from dashboard.views.scorecards import scorecard
from indicators.rag import Light
from indicators.store.store import Store
from tests.dashboard.writing_site import Site, writing_site

DUNDEE = "S12000042"
PEOPLE = {"card": "protecting-people", "area": DUNDEE}
MEETING = {"meeting": "Chief Officer Group", "held_on": "2024-03-08", "audience": "Elected members"}


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site to write in."""
    with writing_site(store, tmp_path) as made:
        yield made


def red_of(site: Site) -> tuple[str, str]:
    """Code and period of a figure of the card that is off target."""
    with site.store.connect() as connection:
        catalogue = site.store.catalogue
        view = scorecard(connection, catalogue, catalogue.scorecards[PEOPLE["card"]], catalogue.areas[DUNDEE])
    rows = (row for group in view.groups for part in group.parts for row in part.rows if row.standing)
    red = next(row.standing for row in rows if row.standing and row.standing.light is Light.RED)
    return red.indicator.code, red.period.label


def comment(site: Site, *steps: str, cause: str = "Two families moved in.") -> None:
    """Write a comment on the red figure and take it through steps."""
    code, period = red_of(site)
    place = {"indicator": code, "area": DUNDEE, "period": period}
    texts = {"cause": cause, "action": "Review every plan.", "owner": "Head of Service", "due": "2024-06-30"}
    for version, step in enumerate(steps):
        sent = {**place, "step": step, "version": str(version), **(texts if version == 0 else {})}
        answer = site.send("comment", **sent)
        assert answer.status_code == 200, answer.text


def freeze(site: Site, **fields: str) -> str:
    """Freeze the card for the meeting; the key of the snapshot."""
    answer = site.send("snapshot", **{**PEOPLE, **MEETING, **fields})
    assert answer.status_code == 200, answer.text
    return str(answer.get_json()["next"]).split("/")[2].split("?")[0]


def order_of(site: Site, **query: str) -> PackOrder:
    """What an address asks of a pack."""
    with site.store.connect() as connection:
        return ordered(connection, site.store.catalogue, {**PEOPLE, **query})


def text_of(site: Site, **query: str) -> str:
    """The text of the pack as PDF, its lines joined."""
    client = site.app.server.test_client()
    with client.get(links.pack_of("pdf"), query_string={**PEOPLE, **query}) as answer:
        pages = pypdf.PdfReader(io.BytesIO(answer.get_data())).pages
        return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_an_approved_comment_is_in_the_pack_and_in_its_public_version(site: Site) -> None:
    comment(site, "submitted", "approved")
    for public in ("", "1"):
        said = text_of(site, public=public)
        assert "Two families moved in." in said
        assert "Head of Service" in said


def test_a_draft_is_never_in_the_public_version(site: Site) -> None:
    comment(site, "draft", cause="Only a thought.")
    assert "Only a thought." not in text_of(site, public="1")


def test_the_pack_of_a_meeting_names_it_and_says_that_nothing_changed(site: Site) -> None:
    key = freeze(site)
    order = order_of(site, snapshot=key)
    assert (order.meeting, order.held_on, order.audience) == (
        "Chief Officer Group",
        "8 March 2024",
        "Elected members",
    )
    assert order.changes == ()
    assert not order.final
    assert "Chief Officer Group" in text_of(site, snapshot=key)


def test_a_comment_written_after_the_meeting_is_told_as_a_change(site: Site) -> None:
    key = freeze(site)
    comment(site, "submitted", "approved")
    changes = order_of(site, snapshot=key).changes
    assert changes is not None
    assert {change.kind.value for change in changes} == {"comment changed"}


def test_a_meeting_frozen_as_final_makes_a_final_pack_with_the_reason_printed(site: Site) -> None:
    key = freeze(site, final="final", override="The manager is away until May.")
    order = order_of(site, snapshot=key)
    assert (order.final, order.override) == (True, "The manager is away until May.")
    said = text_of(site, snapshot=key)
    assert "The manager is away until May." in said
    assert "DRAFT" not in said


def test_a_meeting_of_another_card_or_one_withdrawn_is_left_aside(site: Site) -> None:
    key = freeze(site, final="final", override="Away.")
    assert order_of(site, snapshot=key, card="dg-plan").meeting == ""
    site.send("snapshot-withdraw", key=key, version="1")
    assert (order_of(site, snapshot=key).final, order_of(site, snapshot=key).meeting) == (False, "")


def test_the_page_of_a_meeting_leads_to_its_packs(site: Site) -> None:
    key = freeze(site)
    assert f"snapshot={key}" in str(site.page(f"/snapshots/{key}", {"area": DUNDEE}))
