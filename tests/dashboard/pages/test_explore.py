"""The explore page as a tree: filters, list, pages, pivots, and what it says when there is nothing."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from dash import Dash
from dash.development.base_component import Component
from sqlalchemy import Connection

from dashboard.addresses import parse_query
from dashboard.factory import create_app
from dashboard.pages import every, explore
from dashboard.routing import live_parts
from dashboard.views import explore as view
from indicators.catalogue import Catalogue
from indicators.store.search import SortBy
from indicators.store.store import Store
from tests.dashboard.shell_app import callback_body, post
from tests.dashboard.tree import find, words

NAMES = (
    "service",
    "indicator",
    "beside",
    "where",
    "areas",
    "status",
    "source",
    "edition",
    "view",
    "sort",
    "page",
)
HOSTILE = (
    "' OR 1=1--",
    "]",
    "%",
    "_",
    "\0",
    "x" * 100_000,
    "<img src=x>",
    "{{7*7}}",
    "[]",
    "null",
    "__proto__",
    "-1",
)
Screen = Callable[..., Component]


@pytest.fixture
def screen(connection: Connection, catalogue: Catalogue) -> Screen:
    """The page at an address."""

    def at(**query: str) -> Component:
        return explore.arrange(view.explore(connection, catalogue, query), query)

    return at


def address(link: Component) -> dict[str, str]:
    """The query a link leads to."""
    return parse_query(link.href.partition("?")[2])  # type: ignore[attr-defined]


def test_the_filters_are_controls_that_live_and_the_rest_is_regions(screen: Screen) -> None:
    parts = live_parts(screen())
    filters = {name for kind, name in parts if kind == "filter"}
    assert filters == {
        "service", "indicator", "where", "areas", "from", "to", "status", "basis", "source", "view",
    }  # fmt: skip
    assert {name for kind, name in parts if kind == "region"} == {"head", "figures", "ready"}


def test_an_edition_can_be_chosen_once_there_is_a_source_and_more_indicators_once_there_is_one(
    screen: Screen,
) -> None:
    parts = live_parts(screen(source="lgbf", indicator="CHN22"))
    assert {("filter", "edition"), ("filter", "beside")} <= set(parts)


def test_every_filter_begins_the_list_again(screen: Screen) -> None:
    for control in find(screen(page="3", source="lgbf"), "Select"):
        holders = [
            each
            for each in find(screen(source="lgbf"), "Div")
            if control.id in [getattr(c, "id", None) for c in getattr(each, "children", None) or []]
        ]
        assert holders
        assert "page" in getattr(holders[0], "data-clears").split()


@pytest.mark.parametrize(
    ("now", "by", "then", "way"),
    [
        ("", "value", "value", None),
        ("value", "value", "-value", "ascending"),
        ("-value", "value", "value", "descending"),
        ("", "indicator", "-indicator", "ascending"),
    ],
)
def test_a_heading_sorts_and_sorts_the_other_way_when_it_is_followed_again(
    screen: Screen, now: str, by: str, then: str, way: str | None
) -> None:
    tree = screen(sort=now, page="2", service="children")
    heads = [each for each in find(tree, "Th", scope="col") if find(each, "A")]
    assert len(heads) == len(SortBy)
    (head,) = [each for each in heads if address(find(each, "A")[0]).get("sort", "").strip("-") == by]
    assert address(find(head, "A")[0]) == {"sort": then, "service": "children"}
    assert getattr(head, "aria-sort", None) == way


def test_a_long_list_has_links_to_its_ends_and_to_the_pages_around(screen: Screen) -> None:
    tree = screen(where="all", page="10", sort="-value")
    (pages,) = [each for each in find(tree, "Nav") if getattr(each, "aria-label", "") == "Pages of the list"]
    numbers = [address(link)["page"] for link in find(pages, "A")]
    assert numbers[:5] == ["1", "8", "9", "11", "12"]
    assert len(numbers) == 6
    assert all(address(link)["sort"] == "-value" for link in find(pages, "A"))
    assert words(find(pages, "B")[0]) == "10"
    assert "901 to 1,000 of " in words(tree)


@pytest.mark.parametrize(
    ("view", "row", "leads_to"),
    [
        ("area-period", "Angus", {"area": "S12000041", "indicator": "CHN22"}),
        ("area-period", "Scotland", None),
        (
            "indicator-area",
            "Child protection re-registrations within 18 months",
            {"area": "S12000042", "indicator": "CHN22"},
        ),
    ],
)
def test_a_row_of_a_pivot_leads_to_its_trend(
    screen: Screen, view: str, row: str, leads_to: dict[str, str] | None
) -> None:
    tree = screen(indicator="CHN22", where="all", view=view, area="S12000042", **{"from": "2021-22"})
    head = next(each for each in find(tree, "Th", scope="row") if words(each).startswith(row))
    ways = find(head, "Link")
    assert [address(way) for way in ways] == ([leads_to] if leads_to else [])
    assert all(way.href.startswith("/trends?") for way in ways)


def test_a_pivot_has_a_caption_and_headings_with_scopes(screen: Screen) -> None:
    tree = screen(indicator="CHN22", where="all", view="area-period")
    (caption,) = find(tree, "Caption")
    assert words(caption) == "Child protection re-registrations within 18 months: areas by period"
    rows = {words(row.children[0]): [words(cell) for cell in row.children[1:]] for row in find(tree, "Tr")}  # type: ignore[attr-defined]
    assert rows["Dundee City"][:2] == ["7.8%", "9.7%"]
    assert rows["Dumfries & Galloway"][:2] == ["[x]", "[x]"]
    assert {head.scope for head in find(tree, "Th")} == {"col", "row"}  # type: ignore[attr-defined]


def test_a_pivot_folds_the_rows_without_a_number_and_explains_its_signs(screen: Screen) -> None:
    tree = screen(indicator="CHN22", where="all", view="area-period", **{"from": "2020-21"})
    assert "Without a number: " in words(tree)
    assert "Dumfries & Galloway" in [words(each) for each in find(find(tree, "Details"), "Li")]
    assert "A dash: no current figure." in words(tree)
    assert "[x] not available" in words(tree)


def test_a_table_too_large_says_so_and_what_to_do(screen: Screen) -> None:
    tree = screen(where="all", view="indicator-period")
    assert find(tree, "Table") == []
    assert "are too many for a table" in words(tree)
    assert "Choose one indicator or area, or fewer years" in words(tree)
    (count,) = find(find(tree, "P", className="lead"), "B")
    assert f"All {words(count)} as CSV" in words(tree)


def test_nothing_found_offers_to_take_each_filter_away(screen: Screen) -> None:
    tree = screen(status="withdrawn", source="lgbf", edition="LGBF, February 2024", area="S12000006")
    ways = {words(link): address(link) for link in find(tree, "A") if not getattr(link, "download", None)}
    assert ways["Status: Withdrawn"] == {
        "source": "lgbf", "edition": "LGBF, February 2024", "area": "S12000006",
    }  # fmt: skip
    assert "edition" not in ways["Source: Local Government Benchmarking Framework"]
    assert ways["begin again"] == {"area": "S12000006"}


def test_downloads_take_the_query_of_the_page(screen: Screen) -> None:
    tree = screen(where="all", status="doubtful")
    files = [link.href for link in find(tree, "A") if link.href.startswith("/download/")]  # type: ignore[attr-defined]
    assert files == [
        "/download/explore.csv?where=all&status=doubtful",
        "/download/explore.xlsx?where=all&status=doubtful",
    ]


@pytest.fixture(scope="module")
def app(store: Store) -> Dash:
    """The dashboard over the bundled figures."""
    made = create_app(every.every_page(store), lambda: every.context(store))
    made.server.testing = True
    made.server.test_client().get("/_dash-dependencies")
    return made


@pytest.mark.parametrize("name", NAMES)
def test_no_value_in_the_address_breaks_the_page(app: Dash, name: str) -> None:
    for value in HOSTILE:
        values = {"url.pathname": "/explore", "url.search": f"?{urlencode({name: value})}"}
        answer = post(app, callback_body(app, "..page.children...page-state.data..", values))
        assert answer.status_code == 200
        assert "Explore every figure" in answer.get_data(as_text=True)
        assert "<img" not in answer.get_data(as_text=True)
