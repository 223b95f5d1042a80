"""The indicator page: its parts, its address, and what it does with codes nobody knows."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from dashboard.pages import indicator, links
from dashboard.shell import NoSuchPageError
from dashboard.views.indicator import indicator_story
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store.store import Store
from tests.dashboard.tree import find, words


@pytest.mark.parametrize("spelling", ["CHN22", "chn22", " chn 22 ", "CHN022"])
def test_any_spelling_of_a_code_finds_its_page(store: Store, spelling: str) -> None:
    assert (
        indicator.page(store).title_for({"code": spelling})
        == "Child protection re-registrations within 18 months"
    )


@pytest.mark.parametrize("code", ["", "NOPE", "<script>", "' OR 1=1--"])
def test_a_code_of_no_indicator_is_no_page(store: Store, code: str) -> None:
    with pytest.raises(NoSuchPageError):
        indicator.page(store).layout({"code": code})


def test_every_badge_opens_its_working(connection: Connection, catalogue: Catalogue, dundee: Area) -> None:
    found = indicator_story(connection, catalogue, dundee, catalogue["CHN22"], {})
    tree = indicator.arrange(found)
    workings = find(tree, "Details", className="working")
    assert [words(each.children[0]) for each in workings] == [
        f"How was this worked out? {fact.name}" for fact in found.facts
    ]


def test_the_rank_has_its_strip_and_a_column_without_anything_is_left_out(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    tree = indicator.arrange(indicator_story(connection, catalogue, dundee, catalogue["CHN22"], {}))
    assert len(find(tree, "Svg", className="strip")) == 1
    heads = [words(each) for each in find(find(tree, "Thead")[-1], "Th")]
    assert (heads[:2], "Made of" in heads) == (["Period", "Shown"], False)


def test_the_page_has_the_sentence_to_copy_the_questions_and_every_figure(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = indicator_story(connection, catalogue, dundee, catalogue["CHN22"], {})
    tree = indicator.arrange(found)
    full, short = find(tree, "Blockquote")
    assert words(full).startswith("Dundee City: 7.8%")
    assert words(short).startswith("7.8% in 2021-22, on target. That is 1.8 points lower")
    copies = {words(button): getattr(button, "data-of", "") for button in find(tree, "Button")}
    assert copies["Copy sentence"] == f"#{full.id}"
    assert copies["Copy the short form"] == f"#{short.id}"
    assert all(question in words(tree) for question in catalogue["CHN22"].questions)
    assert len(find(tree, "Tbody")[-1].children) == len(found.figures)


def test_a_council_without_a_figure_gets_a_way_on(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    """DG23 is the business plan of another council."""
    tree = indicator.arrange(indicator_story(connection, catalogue, dundee, catalogue["DG23"], {}))
    assert "There is no figure for this council." in words(tree)
    assert "No figure" in words(tree)


@pytest.mark.parametrize(("code", "is_compared"), [("CHN22", True), ("ASP_REFERRALS", False)])
def test_only_what_may_be_compared_leads_to_the_councils(
    connection: Connection, catalogue: Catalogue, dundee: Area, code: str, is_compared: bool
) -> None:
    tree = indicator.arrange(indicator_story(connection, catalogue, dundee, catalogue[code], {}))
    ways = {words(link): link.href for link in find(tree, "Link")}
    assert ways["Trends with filters"] == f"/trends?area={dundee.code}&indicator={code}"
    assert ("Among the 32 councils" in ways) == is_compared


def test_a_link_to_a_story_holds_council_and_code() -> None:
    link = links.to_story("S12000042", "A/B", "words")
    assert link.href == "/indicators/A%2FB?area=S12000042"


def test_a_badge_opens_the_working_of_its_own_period() -> None:
    link = links.badge("S12000042", "CHN22", "red", "Off target", "2019-20")
    assert link.href == "/indicators/CHN22?area=S12000042&to=2019-20"
    assert words(link) == "Off target and how it was worked out"


def test_the_story_up_to_a_period_is_the_story_of_that_period(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = indicator_story(connection, catalogue, dundee, catalogue["CHN22"], {"to": "2020-21"})
    assert (found.when, found.value) == ("Dundee City, 2020-21", "9.7%")
    assert found.figures[0].period == "2020-21"


def test_the_chart_is_described_to_those_who_cannot_see_it(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    tree = indicator.arrange(indicator_story(connection, catalogue, dundee, catalogue["CHN22"], {}))
    (said,) = find(tree, "P", id="alt-story")
    assert words(said).endswith("lowest 1.4% in 2016-17, highest 9.7% in 2020-21.")
