"""The line above a page whose address asks for a council there is none of."""

from __future__ import annotations

from typing import Any

import pytest
from dash import html

from dashboard.pages.known_council import said_of_council
from dashboard.routing import live_parts
from dashboard.shell import Page
from indicators.catalogue import Catalogue
from tests.catalogue_builder import COUNCILS, small_catalogue


@pytest.fixture
def catalogue() -> Catalogue:
    """Nine councils."""
    return small_catalogue()


def drawn(catalogue: Catalogue, area: str, tree: object) -> Any:
    """What the page of a tree draws at an address with this council."""
    page = said_of_council(Page("/", "Title", lambda _: tree), catalogue)  # type: ignore[arg-type,return-value]
    return page.layout({"area": area})


@pytest.mark.parametrize("tree", [html.H1("Head"), [html.H1("Head"), html.P("Rest")]], ids=["one", "several"])
def test_a_page_is_left_alone_where_its_council_is_known_or_not_named(
    catalogue: Catalogue, tree: object
) -> None:
    assert drawn(catalogue, next(iter(COUNCILS)), tree) is tree
    assert drawn(catalogue, "", tree) is tree


@pytest.mark.parametrize("tree", [html.H1("Head"), [html.H1("Head")]], ids=["one", "several"])
def test_an_unknown_council_is_said_at_the_top_in_a_part_that_goes_when_another_is_chosen(
    catalogue: Catalogue, tree: object
) -> None:
    told, head = drawn(catalogue, "Narnia", tree)
    assert told.children[0].children.startswith("No council Narnia: ")
    assert head.children == "Head"
    assert set(live_parts([told, head])) == {("region", "council")}
