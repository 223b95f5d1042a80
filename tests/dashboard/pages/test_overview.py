"""The page of the overview: where its lists and rows lead, its signs and its empty states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection

from dashboard.pages import overview as page
from dashboard.views.attention import LISTED, Item
from dashboard.views.overview import Overview, overview
from indicators.areas import Area
from indicators.catalogue import Catalogue
from tests.dashboard.tree import find, tree, words

ITEMS = tuple(Item(f"C{at}", f"Indicator {at}", "a fact", "") for at in range(LISTED + 3))


@pytest.fixture
def found(connection: Connection, catalogue: Catalogue, dundee: Area) -> Overview:
    """The overview of Dundee City."""
    return overview(connection, catalogue, dundee)


def row_of(arranged: Any, title: str) -> Any:
    """The row of the table whose heading holds a title."""
    return next(row for row in find(arranged, "Tr") if title in words(row))


def test_rows_and_lists_lead_to_the_page_of_their_indicator(found: Overview) -> None:
    arranged = page.arrange(found, {}, "headline")
    for where in (find(arranged, "Ul", className="stories"), find(arranged, "Th", className="title")):
        addresses = [link.href for link in find(where, "Link")]
        assert addresses
        assert all(address.startswith("/indicators/") for address in addresses)
        assert all(address.endswith("?area=S12000042") for address in addresses)


def test_a_list_shows_four_and_counts_the_rest(found: Overview) -> None:
    arranged = page.arrange(replace(found, newly_off=ITEMS), {}, "headline")
    entries = [words(each) for each in find(find(arranged, "Ul", className="stories")[0], "Li")]
    assert len(entries) == LISTED + 1
    assert entries[-1] == "And 3 more, in the list below"


def test_what_is_awaited_or_old_ends_with_the_ways_to_all_of_it_and_an_empty_list_does_not(
    found: Overview,
) -> None:
    def of_old(shown: Overview) -> list[Any]:
        return find(find(page.arrange(shown, {}, "headline"), "Ul", className="stories")[3], "Li")

    last = of_old(replace(found, old=ITEMS[:1]))[-1]
    assert words(last) == "See all that is awaited or all older than its cycle"
    assert [link.href for link in find(last, "A")] == [
        "/exceptions?area=S12000042&kind=awaited",
        "/exceptions?area=S12000042&kind=stale",
    ]
    assert [words(each) for each in of_old(replace(found, old=()))] == [
        "Every figure is of the newest period."
    ]


@pytest.mark.parametrize(
    ("show", "said"),
    [
        ("headline", "Counted: headline indicators only. Exceptions has every indicator with figures."),
        ("all", "Counted: every indicator with figures, as under Exceptions."),
    ],
)
def test_what_is_counted_is_said_beside_the_way_to_the_exceptions(
    found: Overview, show: str, said: str
) -> None:
    note = find(page.arrange(found, {}, show), "P", className="note section-note")[0]
    assert words(note) == said
    assert find(note, "A")[0].href == "/exceptions?area=S12000042"


def test_a_list_without_an_entry_says_that_there_is_none(found: Overview) -> None:
    arranged = page.arrange(replace(found, newly_off=(), old=(), disagree=()), {}, "headline")
    said = [words(each) for each in find(arranged, "Ul", className="stories")]
    assert [said[0], *said[2:]] == [
        "Nothing is newly off target.",
        "They agree wherever both are known.",
        "Every figure is of the newest period.",
    ]


def test_each_row_with_a_history_has_a_picture_with_words_and_the_second_light_in_ink(
    found: Overview,
) -> None:
    row = row_of(page.arrange(found, {}, "headline"), "CHN22")
    (spark,) = find(row, "Svg", className="spark")
    assert tree(spark)[1]["aria-label"].startswith("Re-registrations within 18 months, Dundee City:")
    assert len(find(row, "Svg", className="level")) == 1
    assert "ahead, improving" in words(row)


def test_a_cost_has_no_second_light(found: Overview) -> None:
    assert find(row_of(page.arrange(found, {}, "headline"), "SW01"), "Svg", className="level") == []


def test_the_signs_of_the_second_light_are_explained_below_the_table(found: Overview) -> None:
    (key,) = find(page.arrange(found, {}, "headline"), "Ul", className="level-key")
    assert words(key) == "ahead of Scotlandalikebehindimprovingsteadyworsening"
    paths = [each.d for each in find(key, "Path")]
    assert len(set(paths)) == len(paths) == 6


def test_all_indicators_stand_in_a_table_to_open_for_each_service(found: Overview) -> None:
    arranged = page.arrange(found, {}, "all")
    services = find(find(arranged, "Div", className="folds"), "Details")
    assert [words(find(each, "Summary")) for each in services] == [g.title + g.summary for g in found.groups]
    assert [len(find(find(each, "Tbody"), "Tr")) for each in services] == [len(g.rows) for g in found.groups]
    assert len(find(page.arrange(found, {}, "headline"), "Table")) == 1


@pytest.mark.parametrize(
    ("show", "said"),
    [
        ("headline", "None of the headline indicators has a figure for Dundee City."),
        ("all", "The database has no figure for Dundee City."),
    ],
)
def test_a_council_without_figures_gets_a_way_on(found: Overview, show: str, said: str) -> None:
    arranged = page.arrange(replace(found, groups=(), rows=0), {}, show)
    assert said in words(arranged)
    assert find(arranged, "Table") == []
    ways = [link.href for link in find(arranged, "A") if "show=all" in (link.href or "")]
    assert bool(ways) is (show == "headline")
