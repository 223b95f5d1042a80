"""Addresses: queries read and written, and the page that stands at a path."""

from __future__ import annotations

import pytest
from dash import html
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st

from dashboard.addresses import LONGEST_VALUE, find_page, href, parse_query
from dashboard.shell import Page, Query


def test_a_query_holds_the_last_value_of_each_name() -> None:
    assert parse_query("?area=S1&area=S2&view=lines") == {"area": "S2", "view": "lines"}


@pytest.mark.parametrize("search", [None, 3, [], {}, "", "?", "?" + "a=1&" * 100, "?x=" + "y" * 30_000])
def test_what_is_not_a_query_is_an_empty_one(search: object) -> None:
    assert parse_query(search) == {}


def test_values_are_short_and_printable() -> None:
    assert parse_query("?a=" + "x" * 999)["a"] == "x" * LONGEST_VALUE
    assert parse_query("?a=one%0d%0atwo%00")["a"] == "onetwo"


@given(st.text())
def test_any_text_can_be_asked_for(search: str) -> None:
    assert all(isinstance(value, str) for value in parse_query(search).values())


@given(st.dictionaries(st.text("abcxyz", min_size=1), st.text("abc &=?#%/+é", min_size=1), max_size=5))
def test_an_address_can_be_read_back(query: dict[str, str]) -> None:
    _, _, search = href("/trends", query).partition("?")
    assert parse_query(search) == query


def test_changes_replace_and_empty_values_leave() -> None:
    assert (
        href("/trends", {"area": "S1", "view": "x"}, view="", indicator="CHN22")
        == "/trends?area=S1&indicator=CHN22"
    )
    assert href("/") == "/"


def blank(_: Query) -> Component:
    """A layout with nothing in it."""
    return html.Div()


PAGES = (
    Page("/", "Home", blank),
    Page("/indicators/<code>", "Indicator", blank),
    Page("/trends", "Trends", blank),
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", ("/", {})),
        ("/trends", ("/trends", {})),
        ("/trends/", ("/trends", {})),
        ("/indicators/CHN22", ("/indicators/<code>", {"code": "CHN22"})),
        ("/indicators/a%20b", ("/indicators/<code>", {"code": "a b"})),
    ],
)
def test_pages_are_found_by_path(path: str, expected: tuple[str, dict[str, str]]) -> None:
    found = find_page(PAGES, path)
    assert found is not None
    assert (found[0].path, found[1]) == expected


@pytest.mark.parametrize("path", ["/nowhere", "/trends/more", "/indicators", "/indicators/a/b"])
def test_other_paths_lead_nowhere(path: str) -> None:
    assert find_page(PAGES, path) is None
