"""What a reader is told in words: codes, terms where they stand, wrong addresses, cards of one council."""

from __future__ import annotations

import pytest

from dashboard.pages import benchmarks, data, data_loads, indicator, scorecards, services, trends
from dashboard.pages.self_evaluation import page as self_evaluation_page
from dashboard.shell import NoSuchPageError, Page, not_found
from indicators.problem_rules import ASKED
from indicators.store.store import Store
from tests.dashboard.tree import find, walk, words
from tests.dashboard.tree import tree as tree_of

DUNDEE, DUMFRIES = "S12000042", "S12000006"


@pytest.mark.parametrize(
    ("page", "query"),
    [
        (services.page, {"code": "adult-protection"}),
        (benchmarks.page, {"service": "self_directed_support"}),
        (indicator.page, {"code": "CP_REGISTER"}),
        (scorecards.page, {"card": "children"}),
    ],
)
def test_terms_open_their_meaning_by_a_button_that_names_it(
    store: Store, page: object, query: dict[str, str]
) -> None:
    tree = page(store).layout({"area": DUNDEE, **query})  # type: ignore[operator]
    parts = [tree_of(each)[1] for each in walk(tree)]
    opened = [each["popovertarget"] for each in parts if "popovertarget" in each]
    assert opened
    meanings = [each["id"] for each in parts if each.get("className") == "term-meaning"]
    assert sorted(opened) == sorted(meanings)
    assert len(set(opened)) == len(opened)


def test_an_unknown_indicator_is_named_with_the_nearest_and_the_search(store: Store) -> None:
    with pytest.raises(NoSuchPageError) as caught:
        indicator.page(store).layout({"code": "CHN222", "area": DUNDEE})
    assert caught.value.said == "No indicator CHN222."
    assert caught.value.ways == (
        ("Did you mean Re-registrations within 18 months (CHN22)?", f"/indicators/CHN22?area={DUNDEE}"),
        ("Search for CHN222", f"/search?area={DUNDEE}&q=CHN222"),
    )
    with pytest.raises(NoSuchPageError) as far:
        indicator.page(store).layout({"code": "<b>?" + "x" * 90})
    assert [words for words, _ in far.value.ways] == ["Search for <b>?" + "x" * 36 + "…"]


def test_an_unknown_card_and_load_say_what_there_is(store: Store) -> None:
    with pytest.raises(NoSuchPageError) as card:
        scorecards.page(store).layout({"card": "childrn"})
    assert card.value.said == "No scorecard childrn."
    assert card.value.ways[0] == ("Did you mean Children?", "/scorecards/children")
    assert ("All scorecards", "/scorecards") in card.value.ways
    with pytest.raises(NoSuchPageError) as load:
        data_loads.page(store).layout({"load": "99999"})
    assert (load.value.said, load.value.ways) == ("No load 99999.", (("All loads", "/data?view=loads"),))


def test_the_page_not_found_shows_the_ways_of_its_error_as_links() -> None:
    error = NoSuchPageError("No indicator X.", ("Search for X", "/search?q=X"))
    tree = not_found([Page("/", "Home", lambda query: [], label="Home")], "/indicators/X", error)
    assert "No indicator X." in words(tree)
    first = find(tree, "Link")[0]
    assert (words(first), first.href) == ("Search for X", "/search?q=X")


def test_trends_says_when_it_shows_another_indicator(store: Store) -> None:
    said = words(trends.page(store).layout({"indicator": "NOPE"}))
    assert "No indicator NOPE: " in said
    assert "No indicator" not in words(trends.page(store).layout({"indicator": "chn22"}))


def test_a_card_of_one_council_says_whose_it_is_to_others_only(store: Store) -> None:
    whose = "This card is Dumfries & Galloway’s"
    assert whose in words(scorecards.page(store).layout({"card": "dg-plan", "area": DUNDEE}))
    assert whose not in words(scorecards.page(store).layout({"card": "dg-plan", "area": DUMFRIES}))


def test_our_own_name_of_an_indicator_stands_on_its_page_and_in_small_print_only(store: Store) -> None:
    tree = indicator.page(store).layout({"code": "CP_REGISTER", "area": DUNDEE})
    assert [words(each) for each in find(tree, "Code")] == ["CP_REGISTER"]
    assert "Indicator CHN22" in words(indicator.page(store).layout({"code": "CHN22", "area": DUNDEE}))
    assert "CP_REGISTER" not in words(scorecards.page(store).layout({"card": "children", "area": DUNDEE}))


def test_every_rule_of_the_findings_has_its_sentence(store: Store) -> None:
    said = words(data.page(store).layout({"view": "findings"}))
    assert "Sudden change" + ASKED["sudden change"] in said
    assert "What it does" not in said


def test_a_council_without_rounds_is_told_where_scores_come_from(store: Store) -> None:
    said = words(self_evaluation_page(store).layout({"area": "S12000041"}))
    assert "Give the report to whoever loads the figures" in said
