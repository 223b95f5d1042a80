"""The heat map, the way through a long list, and terms that explain themselves."""

from __future__ import annotations

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


def test_a_long_list_links_only_to_parts_that_exist() -> None:
    both = find(pager("51 to 100 of 245", "/a", "/b"), "Link")
    assert [(words(link), link.href) for link in both] == [
        ("Earlier in the list", "/a"),
        ("Further on", "/b"),
    ]
    assert [link.href for link in find(pager("1 to 50 of 60", "", "/b"), "Link")] == ["/b"]


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
