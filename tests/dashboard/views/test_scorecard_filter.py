"""A scorecard narrowed: one priority shows only its indicators, core hides what is local."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.pages import scorecards as pages
from dashboard.views.scorecard_filter import EVERY, narrowed, narrowing
from indicators.catalogue import Catalogue
from indicators.datasets import Dataset, dataset_of
from indicators.store.store import Store
from indicators.vocabulary import Scorecard
from tests.dashboard.tree import find, words

DUNDEE, DUMFRIES = "S12000042", "S12000006"


def codes(card: Scorecard) -> list[str]:
    """The indicators of a card in order."""
    return [code for section in card.sections for code in section.indicators]


def test_core_hides_the_local_ones_and_local_the_core(catalogue: Catalogue) -> None:
    card = catalogue.scorecards["protecting-people"]
    core, local = (
        codes(narrowed(card, narrowing(card, {"dataset": each}, catalogue), catalogue))
        for each in ("core", "local")
    )
    assert "CHILD_PROTECTION_ORDERS" in local
    assert {dataset_of(catalogue, catalogue[code]) for code in core} == {Dataset.CORE}
    assert {dataset_of(catalogue, catalogue[code]) for code in local} == {Dataset.LOCAL}
    assert sorted([*core, *local]) == sorted(codes(card))


def test_a_priority_of_the_plan_returns_only_its_indicators(catalogue: Catalogue) -> None:
    card = catalogue.scorecards["dg-plan"]
    title = card.sections[0].title
    found = narrowed(card, narrowing(card, {"section": title}, catalogue), catalogue)
    assert {section.title for section in found.sections} == {title}
    assert found.sections == tuple(section for section in card.sections if section.title == title)
    assert 0 < len(codes(found)) < 69


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_there_is_not_leaves_the_card_whole(catalogue: Catalogue, section: str, dataset: str) -> None:
    card = catalogue.scorecards["children"]
    asked = narrowing(card, {"section": section, "dataset": dataset}, catalogue)
    if dataset.strip() not in list(Dataset):
        assert (asked.section, asked.dataset, asked.active) == (EVERY, EVERY, False)
        assert narrowed(card, asked, catalogue) == card


def layout(store: Store, **query: str) -> object:
    """The page of a card, where forms are shown."""
    return pages.page(store, writing=True).layout({"area": DUNDEE, **query})


def test_the_page_counts_and_shows_what_is_left_and_freezes_only_the_whole_card(store: Store) -> None:
    whole = layout(store, card="protecting-people")
    core = layout(store, card="protecting-people", dataset="core")
    assert "Of 35 indicators, " in words(whole)
    assert "Of 26 indicators, " in words(core)
    assert "Child protection orders made" in words(whole)
    assert "Child protection orders made" not in words(core)
    assert [len(find(each, "Form")) for each in (whole, core)] == [1, 0]


@pytest.mark.parametrize("section", ["Customer", "People: learning and growth"])
def test_a_section_is_chosen_by_its_title(store: Store, section: str) -> None:
    tree = layout(store, card="social-work", section=section)
    (table,) = find(tree, "Table", className="score")
    groups = [words(each) for each in find(table, "Tr", className="group")]
    assert len(groups) == 1
    assert section in groups[0]


def test_where_nothing_is_left_the_page_says_so(store: Store) -> None:
    tree = layout(store, card="social-work", section="Customer", dataset="local")
    assert "This section has none of these." in words(tree)
    assert "Of 0 indicators" not in words(tree)
    assert find(tree, "Table", className="score") == []


def test_a_choice_of_one_is_not_offered(store: Store, catalogue: Catalogue) -> None:
    card = catalogue.scorecards["protecting-people"]
    core = replace(card, sections=(replace(card.sections[1], indicators=("CHN22",)),))
    asked = narrowing(core, {"dataset": "local"}, catalogue)
    assert [choice.value for choice in asked.datasets] == [EVERY, Dataset.CORE]
    assert not asked.active
    tree = layout(store, card="protecting-people")
    assert [bool(find(tree, id={"filter": name})) for name in ("section", "dataset", "since")] == [
        True,
        True,
        False,
    ]
