"""The trends page as a tree: what each view holds, and which of its parts follow the address."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from dash.development.base_component import Component

from dashboard.pages.trends import page
from dashboard.routing import live_parts
from indicators.store.store import Store
from tests.dashboard.tree import find, words

DUNDEE = "S12000042"


def drawn(store: Store, **query: str) -> Any:
    """The page at an address."""
    return page(store).layout({"area": DUNDEE, **query})


def parts(tree: Component, kind: str) -> set[str]:
    """The names of the live parts of a kind."""
    return {name for found, name in live_parts(tree) if found == kind}


def headings(tree: Component) -> list[str]:
    """The second headings in reading order."""
    return [words(each) for each in find(tree, "H2")]


def test_one_indicator_leads_with_its_sentence_chart_family_and_table(store: Store) -> None:
    made = drawn(store, indicator="CHN22")
    assert headings(made) == ["Per cent", "The family group, one by one", "The figures", "Questions to ask"]
    assert parts(made, "chart") == {"trend"}
    assert parts(made, "filter") >= {"indicator", "indicators", "peers", "compare", "axis", "from", "to"}
    assert "Cannot be tested: no 95% interval is known" in words(made)


def test_one_indicator_leads_on_to_its_page_and_to_the_councils_and_several_do_not(store: Store) -> None:
    (onward,) = find(drawn(store, indicator="CHN22"), "P", className="onward not-print")
    assert {words(link): link.href for link in find(onward, "Link")} == {
        "The whole story": f"/indicators/CHN22?area={DUNDEE}",
        "Among the councils": f"/benchmarks?area={DUNDEE}&indicator=CHN22",
    }
    (onward,) = find(drawn(store, indicator="ASP_REFERRALS"), "P", className="onward not-print")
    assert [words(link) for link in find(onward, "Link")] == ["The whole story"]
    several = drawn(store, indicator="CHN22", indicators="CHN22,CHN23")
    assert find(several, "P", className="onward not-print") == []


def test_the_views_are_links_that_keep_what_is_chosen(store: Store) -> None:
    made = drawn(store, indicator="CHN22", view="table", peers="S12000041")
    links = {words(link): link for link in find(find(made, "Nav", className="views"), "A")}
    assert list(links) == ["Lines", "Small multiples", "Table"]
    asked = parse_qs(urlsplit(links["Small multiples"].href).query)
    assert asked == {"area": [DUNDEE], "indicator": ["CHN22"], "peers": ["S12000041"], "view": ["multiples"]}
    assert "view" not in links["Lines"].href
    assert links["Table"].to_plotly_json()["props"]["aria-current"] == "true"


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("", "Trends"),
        ("multiples", "Small multiples, trends"),
        ("table", "Table, trends"),
        ("limits", "Process limits, trends"),
        ("x", "Trends"),
    ],
)
def test_each_view_has_a_title_of_its_own(store: Store, view: str, title: str) -> None:
    assert page(store).title_for({"view": view}) == title


def test_several_indicators_stand_one_above_the_other(store: Store) -> None:
    made = drawn(store, indicators="CHN22,SW01")
    assert words(find(made, "H1")) == "Two indicators of Dundee City"
    assert parts(made, "chart") == {"trend", "trend-2"}
    assert [words(each) for each in find(made, "H3")] == ["Per cent", "Pounds per hour"]
    assert words(find(made, "Details")[0]).startswith("Add indicators")
    assert find(made, "Details")[0].open is True
    heads = [words(each) for each in find(find(made, "Thead"), "Th")]
    assert heads[1:4] == [
        "Child protection re-registrations within 18 monthsCHN22", "StatusCHN22", "ScotlandCHN22",
    ]  # fmt: skip


def test_every_chart_is_named_and_described_by_words_that_are_there(store: Store) -> None:
    made = drawn(store, indicators="CHN22,SW01")
    for plot in find(made, "Div", role="img"):
        properties = plot.to_plotly_json()["props"]
        assert len(find(made, id=properties["aria-labelledby"])) == 1
        (said,) = find(made, "P", id=properties["aria-describedby"])
        assert "figures, from" in words(said)


def test_the_text_of_a_chart_changes_with_it(store: Store) -> None:
    tree = live_parts(drawn(store, indicator="CHN22", to="2015-16"))
    assert "to 2.6% in 2015-16" in words(tree["region", "trend-alt"])


def test_only_charts_that_can_be_saved_offer_a_picture(store: Store) -> None:
    for view, offered in (("", ["#chart-trend"]), ("multiples", []), ("table", [])):
        made = drawn(store, indicator="CHN22", view=view)
        pictures = [b.to_plotly_json()["props"] for b in find(made, "Button") if words(b) == "PNG"]
        assert [each["data-of"] for each in pictures] == offered


def test_small_multiples_have_all_councils_and_a_table_of_them(store: Store) -> None:
    made = drawn(store, indicator="CHN22", view="multiples")
    assert headings(made) == ["Per cent", "32 councils, one by one", "The figures"]
    assert len(find(find(made, "Ul", className="multiples"), "Li")) == 32
    assert len(find(find(made, "Tbody"), "Tr")) == 33
    assert "compare" not in parts(made, "filter")


def test_the_table_view_is_a_table_without_a_picture(store: Store) -> None:
    made = drawn(store, indicator="CHN22", view="table")
    assert headings(made) == ["Per cent", "The figures", "Questions to ask"]
    assert parts(made, "chart") == set()
    assert parts(drawn(store, indicators="CHN22,SW01", view="table"), "chart") == set()


def test_process_limits_that_cannot_be_drawn_leave_a_sentence_and_the_table(store: Store) -> None:
    made = drawn(store, indicator="CHN22", view="limits")
    assert "Process limits are for series by month or quarter" in words(find(made, "Div", role="note"))
    assert parts(made, "chart") == set()
    assert "axis" not in parts(made, "filter")
    assert len(find(find(made, "Tbody"), "Tr")) == 10


def test_every_part_of_every_view_is_live_once(store: Store) -> None:
    for view in ("", "multiples", "table", "limits"):
        names = [
            str(each.id)
            for each in find(drawn(store, indicators="CHN22,CHN17", view=view))
            if hasattr(each, "id")
        ]
        assert len(names) == len(set(names)), view


def test_process_limits_are_a_chart_with_its_signals_in_words_and_shapes(months_store: Store) -> None:
    made = drawn(months_store, indicator="DELAYED_BED_DAYS", view="limits")
    assert parts(made, "chart") == {"limits"}
    assert "October 2016: 1,458, above the upper limit" in words(find(made, "Ul", className="signals"))
    assert [each.className for each in find(find(made, "Ul", className="key"), "I")] == [
        "signal run",
        "signal outside",
    ]
    assert [words(each) for each in find(find(made, "Thead"), "Th")] == ["Period", "Dundee City", "Signal"]
    assert len(find(find(made, "Tbody"), "Tr")) == 110
