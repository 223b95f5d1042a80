"""The service pages: their addresses, links, empty parts and cautions."""

from __future__ import annotations

import pytest
from dash.development.base_component import Component

from dashboard.pages import links, services
from dashboard.routing import live_parts
from dashboard.shell import NoSuchPageError
from indicators.store.store import Store
from tests.dashboard.tree import find, words

DUNDEE, ANGUS = "S12000042", "S12000041"


def drawn(store: Store, code: str, **query: str) -> Component:
    """The page of one service."""
    tree = services.page(store).layout({"code": code, **query})
    assert isinstance(tree, Component)
    return tree


def test_the_list_leads_to_every_page_for_the_council_in_view(store: Store) -> None:
    tree = services.index_page(store).layout({"area": ANGUS})
    addresses = [link.href for link in find(tree, "Link")]
    assert addresses == [f"/services/{code}?area={ANGUS}" for code in store.catalogue.service_pages]
    assert "Angus" in words(tree)


@pytest.mark.parametrize("code", ["", "nope", "<script>", "Justice"])
def test_an_unknown_service_is_no_page(store: Store, code: str) -> None:
    with pytest.raises(NoSuchPageError):
        drawn(store, code)
    assert services.page(store).title_for({"code": code}) == "Service"


def test_every_name_and_every_published_number_leads_to_its_indicator(store: Store) -> None:
    tree = drawn(store, "adult-protection", area=DUNDEE)
    targets = {words(link): link.href for link in find(tree, "Link")}
    assert targets["83"] == f"/indicators/ASP_INVESTIGATIONS?area={DUNDEE}"
    assert targets["41,569"] == f"/indicators/ASP_REFERRALS?area={DUNDEE}"
    assert targets["Referral rate"] == f"/indicators/ASP_REFERRALS_RATE?area={DUNDEE}"


def test_a_column_in_which_no_row_says_anything_is_left_out(store: Store) -> None:
    tree = drawn(store, "mental-health", area=DUNDEE)
    heads = {
        words(find(table, "Caption")): [words(head) for head in find(find(table, "Thead"), "Th")]
        for table in find(tree, "Table")
    }
    full = ["Indicator", "Latest", "Figure before", "Change", "Mean of five before", "Latest against it"]
    assert heads["Detention and treatment, Dundee City"] == full
    assert heads["Guardianship, Dundee City"] == ["Indicator", "Latest", "Figure before", "Latest against it"]
    for table in find(tree, "Table"):
        width = len(find(find(table, "Thead"), "Th"))
        assert {len(row.children) for row in find(find(table, "Tbody"), "Tr")} == {width}


def test_the_sentence_comes_first_and_the_caution_before_any_figure_of_the_parts(store: Store) -> None:
    said = words(drawn(store, "adult-protection", area=DUNDEE))
    order = [
        "2,147 referrals",
        "councils must not be compared",
        "[b] Figures from 2024-25",
        "From the police",
    ]
    places = [said.index(each) for each in order]
    assert places == sorted(places)


def test_an_empty_part_says_for_whom_and_what_would_fill_it(store: Store) -> None:
    notes = find(drawn(store, "mental-health", area=ANGUS), "Div", className="empty")
    assert len(notes) == 3
    assert words(notes[0]) == (
        "Angus has no figures here."
        "Write the counts of each year into the Mental health template and load it."
        "For whoever loads the figures: python -m etl template mental_health"
    )


def test_the_periods_shown_are_in_the_address_and_more_of_them_make_more_columns(store: Store) -> None:
    few, every = drawn(store, "justice"), drawn(store, "justice", years="all")
    assert live_parts(few)["filter", "years"].value == "few"  # type: ignore[attr-defined]
    assert live_parts(every)["filter", "years"].value == "all"  # type: ignore[attr-defined]
    assert len(find(every, "Th")) > len(find(few, "Th"))
    assert live_parts(drawn(store, "justice", years="zzz"))["filter", "years"].value == "few"  # type: ignore[attr-defined]


def test_a_page_with_nothing_more_to_show_has_no_switch(store: Store) -> None:
    assert ("filter", "years") not in live_parts(drawn(store, "mental-health"))


def test_many_remarks_are_folded_and_few_are_not(store: Store) -> None:
    summaries = [words(each) for each in find(drawn(store, "justice"), "Summary")]
    assert any(words_.endswith("remarks on these figures") for words_ in summaries)
    assert find(drawn(store, "mental-health"), "Summary") == []


def test_the_address_of_a_service_is_quoted() -> None:
    assert links.service("a/b") == "/services/a%2Fb"


def test_a_table_of_scotland_is_not_called_after_the_council_in_view(store: Store) -> None:
    captions = [words(caption) for caption in find(drawn(store, "justice", area=DUNDEE), "Caption")]
    assert "Orders and their completion, Dundee City" in captions
    assert "Scotland: unpaid work" in captions
    assert not [each for each in captions if each.startswith("Scotland") and "Dundee" in each]
