"""Packs over HTTP."""

from __future__ import annotations

import io
from urllib.parse import urlencode

import pypdf
import pytest
from dash import Dash
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.addresses import parse_query
from dashboard.factory import create_app
from dashboard.pages import every, links, scorecards
from dashboard.views.pack import DRAFT
from dashboard.views.pack_order import asked_pack
from dashboard.views.pack_reds import NO_COMMENT
from indicators.store.store import Store
from tests.dashboard.tree import walk, words

BEGINS = {"docx": b"PK", "pptx": b"PK", "xlsx": b"PK", "pdf": b"%PDF-"}


@pytest.fixture(scope="module")
def app(store: Store) -> Dash:
    """The dashboard over the bundled figures."""
    made = create_app(every.every_page(store), lambda: every.context(store))
    every.register(made, store)
    made.server.testing = True
    return made


@pytest.mark.parametrize("kind", links.PACK_KINDS)
def test_a_pack_is_sent_as_a_file_named_after_card_council_and_release(app: Dash, kind: str) -> None:
    address = f"{links.pack_of(kind)}?card=protecting-people&area=S12000042"
    with app.server.test_client().get(address, buffered=True) as answer:
        assert answer.status_code == 200
        assert answer.get_data().startswith(BEGINS[kind])
        assert "pack-protecting-people-Dundee-City-release-" in answer.headers["Content-Disposition"]
        assert answer.headers["Content-Disposition"].endswith(f".{kind}")
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("card", ["", "nothing", "../dg-plan", "\0", "x" * 100_000])
def test_a_scorecard_there_is_not_has_no_pack(app: Dash, card: str) -> None:
    for address in links.every_pack():
        assert app.server.test_client().get(f"{address}?{urlencode({'card': card})}").status_code == 404


def test_the_public_version_names_itself_and_the_meeting(app: Dash) -> None:
    query = {"card": "protecting-people", "public": "1", "meeting": "#strong[x] <b>", "audience": "Committee"}
    with app.server.test_client().get(f"{links.pack_of('pdf')}?{urlencode(query)}") as answer:
        first = pypdf.PdfReader(io.BytesIO(answer.get_data())).pages[0].extract_text()
    assert "Public version" in first
    assert "#strong[x] <b>" in first
    assert "Committee" in first


@given(
    st.dictionaries(
        st.sampled_from(["public", "final", "audience", "override", "snapshot"]), st.text(max_size=20)
    )
)
@settings(max_examples=10, deadline=None)
def test_no_address_makes_a_pack_final_or_brings_in_a_comment(store: Store, query: dict[str, str]) -> None:
    with store.connect() as connection:
        found = asked_pack(connection, store.catalogue, parse_query(urlencode({**query, "card": "dg-plan"})))
    assert found is not None
    assert (found.cover.marks[0], found.changes) == (DRAFT, None)
    assert {red.comment for red in found.reds} == {(("Comment", NO_COMMENT),)}


def test_the_page_of_a_scorecard_links_to_its_pack_in_every_kind(store: Store) -> None:
    layout = scorecards.page(store).layout({"card": "dg-plan", "area": "S12000006"})
    found = {getattr(node, "href", "") for node in walk(layout)}
    for query in ("card=dg-plan&area=S12000006", "card=dg-plan&area=S12000006&public=1"):
        assert {f"{address}?{query}" for address in links.every_pack()} <= found
    assert links.PUBLIC_LEAVES_OUT in words(layout)
