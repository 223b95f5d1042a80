"""The heat map, the way through a long list, and terms that explain themselves."""

from __future__ import annotations

import pytest
from dash import dcc
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.glossary import explained, glossary_list
from dashboard.components.heat import HeatCell, HeatRow, heat_table
from dashboard.components.page_head import page_head
from dashboard.components.pager import pager
from indicators.vocabulary import Term
from tests.dashboard.tree import find, words

SDS = Term("sds", "Self-directed support", "How care is arranged.", "SDS")


def test_every_cell_of_a_heat_map_has_its_number_and_an_empty_one_says_none() -> None:
    made = heat_table(
        "Councils",
        "Indicator",
        ["2020-21"],
        [HeatRow("A", (HeatCell(31, 3),)), HeatRow("B", (HeatCell(0, 0),))],
        list("abcde"),
    )
    full, none = find(made, "Td")
    assert (words(full), full.className) == ("31", "share-3")
    assert (words(none), none.className) == ("–none", "share-0")
    assert [words(cell) for cell in find(made, "Th", scope="row")] == ["A", "B"]
    (frame,) = find(made, "Div", className="scroll")
    assert (frame.tabIndex, getattr(frame, "aria-label")) == (0, "Councils")
    assert [words(item) for item in find(made, "Li")] == list("abcde")


def numbered(page: int, pages: int, words: str = "") -> list[Component]:
    """The way through a list whose pages are at /1, /2 and so on."""
    return pager(page, pages, lambda content, number: dcc.Link(content, href=f"/{number}"), words)


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 2, "1 2"),
        (1, 5, "1 2 3 … 5"),
        (3, 5, "1 2 3 4 5"),
        (10, 20, "1 … 8 9 10 11 12 … 20"),
        (20, 20, "1 … 18 19 20"),
    ],
)
def test_a_long_list_names_both_ends_and_the_pages_around_this_one(page: int, pages: int, shown: str) -> None:
    items = [words(each).removeprefix("Page ") for each in find(numbered(page, pages), "Li")]
    assert " ".join(items) == shown


@given(st.integers(1, 60), st.integers(1, 60))
def test_every_page_is_a_link_but_the_one_shown_and_leads_to_itself(page: int, pages: int) -> None:
    page = min(page, pages)
    made = numbered(page, pages)
    assert bool(made) == (pages > 1)
    links = {int(words(link).removeprefix("Page ")): link.href for link in find(made, "Link")}
    assert all(address == f"/{number}" for number, address in links.items())
    assert page not in links
    assert links.keys() | {page} >= {1, pages}
    assert links.keys() <= set(range(1, pages + 1))
    assert [words(each) for each in find(made, "B")] == [str(page)] * bool(made)


def test_what_part_is_shown_is_said_where_it_is_told() -> None:
    assert words(find(numbered(2, 5, "51 to 100 of 245"), "P")) == "51 to 100 of 245"
    assert find(numbered(2, 5), "P") == []


def test_a_term_is_a_button_that_opens_its_meaning() -> None:
    made = explained("People using SDS, by option", (SDS,), "title")
    (button,) = find(made.words, "Button")
    (meaning,) = made.meanings
    assert words(made.words) == "People using SDS, by option"
    assert (button.type, button.popovertarget) == ("button", "term-title-sds")
    assert (meaning.id, meaning.popover) == ("term-title-sds", "auto")
    assert words(meaning) == "Self-directed support (SDS). How care is arranged."


def test_a_text_without_terms_stays_as_it_is() -> None:
    made = explained("Re-registrations", (SDS,), "title")
    assert (made.words, made.meanings) == (["Re-registrations"], [])


def test_a_heading_may_hold_terms() -> None:
    (heading,) = find(page_head(explained("SDS spend", (SDS,), "title").words), "H1")
    assert words(heading) == "SDS spend"


def test_the_glossary_is_listed_by_title() -> None:
    made = glossary_list((SDS, Term("asp", "Adult support", "A duty.")))
    assert [words(each) for each in find(made, "Dt")] == ["Adult support", "Self-directed support SDS"]
