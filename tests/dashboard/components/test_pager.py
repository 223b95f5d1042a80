"""Links to the pages of a long list."""

from __future__ import annotations

import pytest
from dash import dcc
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.pager import pager
from tests.dashboard.tree import find, words


def link(children: list[Component | str], number: int) -> Component:
    """A link to a page."""
    return dcc.Link(children, href=f"/data?page={number}")


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 1, []),
        (1, 2, ["1", "2"]),
        (1, 9, ["1", "2", "3", "…", "9"]),
        (5, 9, ["1", "…", "3", "4", "5", "6", "7", "…", "9"]),
        (4, 9, ["1", "2", "3", "4", "5", "6", "…", "9"]),
        (9, 9, ["1", "…", "7", "8", "9"]),
        (3, 5, ["1", "2", "3", "4", "5"]),
    ],
)
def test_both_ends_and_the_pages_around_are_there(page: int, pages: int, shown: list[str]) -> None:
    items = find(pager(page, pages, link), "Li")
    assert [words(item).removeprefix("Page ") for item in items] == shown


@given(st.integers(2, 300).flatmap(lambda pages: st.tuples(st.integers(1, pages), st.just(pages))))
def test_every_page_but_the_one_shown_is_a_link_to_itself(at: tuple[int, int]) -> None:
    page, pages = at
    made = pager(page, pages, link)
    (current,) = find(made, "B")
    assert words(current) == str(page)
    links = {words(each).removeprefix("Page "): each.href for each in find(made, "Link")}
    assert links == {number: f"/data?page={number}" for number in links}
    assert str(page) not in links
    assert {"1", str(pages)} <= {*links, str(page)}


def test_the_words_of_the_part_stand_before_the_numbers() -> None:
    (nav,) = pager(2, 5, link, "51 to 100 of 245")
    assert words(find(nav, "P")) == "51 to 100 of 245"
    assert find(pager(2, 5, link), "P") == []
    assert pager(1, 1, link, "1 to 9 of 9") == []
