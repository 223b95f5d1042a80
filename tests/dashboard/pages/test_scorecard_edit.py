"""Scorecards edited in the browser, over HTTP: versions, the way back, two people at once, text as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.components.forms import READ_ONLY
from dashboard.pages import scorecard_edit, scorecard_list, scorecards
from dashboard.shell import NoSuchPageError
from dashboard.views.cards import history_of, shown_card, shown_cards
from indicators.catalogue_files import load_catalogue
from indicators.store.store import Store
from indicators.written.steps import Status
from tests.dashboard.tree import find, words
from tests.dashboard.writing_site import ON_BOTH, Site, site_on

HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} =1+1"
LINES = f"""\
Section: Children
Commitment: {HOSTILE}
Outcome: Children are safe
chn 22
CP_REGISTER
Activity: {HOSTILE}
Section: Money
Perspective: finance_asset
SW01
No indicator yet: {HOSTILE}"""
CARD = "protecting-people"


@pytest.fixture
def site(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site to write in."""
    with site_on(request, store, tmp_path) as made:
        yield made


def edit(
    site: Site, version: str = "0", author: str = "A. Manager", **fields: str
) -> tuple[int, dict[str, object]]:
    """Send the form of the card; status and answer."""
    sent = {"card": CARD, "title": "Ours", "intro": "For us.", "lines": LINES, "version": version, **fields}
    answer = site.send("scorecard", author, **sent)
    return answer.status_code, answer.get_json()


def drawn(site: Site) -> str:
    """The scorecard in words."""
    return words(scorecards.page(site.store).layout({"card": CARD}))


@ON_BOTH
def test_an_edit_takes_the_place_of_the_declared_one_and_says_by_whom(site: Site) -> None:
    assert edit(site) == (200, {"next": f"/scorecards/{CARD}"})
    said = drawn(site)
    assert "Ours" in said
    assert "Edited by A. Manager on " in said
    assert "Of 3 indicators" in said
    assert [part in said for part in ("Children are safe", "Ongoing activity", "No indicator yet")] == [
        True
    ] * 3
    assert "Ours" in words(scorecard_list.page(site.store).layout({}))


def test_text_of_people_is_shown_as_text(site: Site) -> None:
    edit(site, title=HOSTILE, intro=HOSTILE)
    assert drawn(site).count(HOSTILE) >= 4
    for page in (scorecards.page(site.store, True), scorecard_edit.page(site.store, True)):
        tree = page.layout({"card": CARD})
        assert find(tree, "Img") == []
        assert find(tree, "Script") == []


@ON_BOTH
def test_the_declared_one_comes_back_and_nothing_written_is_lost(site: Site) -> None:
    before = drawn(site)
    edit(site)
    answer = site.send("scorecard-withdraw", "B. Chief", key=CARD, version="1")
    assert answer.get_json() == {"next": f"/scorecards/{CARD}"}
    assert drawn(site) == before
    with site.store.connect() as connection:
        versions = history_of(connection, CARD)
    assert [(each.version, each.status, each.author) for each in versions] == [
        (2, Status.WITHDRAWN, "B. Chief"),
        (1, Status.KEPT, "A. Manager"),
    ]
    assert edit(site, version="2")[0] == 200
    assert "Ours" in drawn(site)
    assert site.send("scorecard-withdraw", key="dg-plan", version="0").status_code == 404


@ON_BOTH
def test_whoever_comes_second_is_told_and_sees_the_lines_of_the_first(site: Site) -> None:
    edit(site, lines="Section: A\nSW01")
    status, answer = edit(site, author="B. Second", lines="Section: B\nSW02")
    assert status == 409
    assert "A. Manager changed this on " in str(answer["problems"])
    assert answer["theirs"] == "Ours\nFor us.\n\nSection: A\nSW01"
    assert "The one indicator here has no light." in drawn(site)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"lines": "Section: A\nCHN99"}, "Line 2: 'CHN99' is not an indicator of the catalogue"),
        ({"lines": "Section: A\nProject: nowhere"}, "Line 2: 'nowhere' is the key of no project."),
        ({"lines": ""}, "Sections: there is none; add one."),
        ({"lines": "Section:\nSW01"}, "Section: it is empty; fill it in."),
        ({"title": ""}, "Title: it is empty; fill it in."),
        ({"title": "x" * 301}, "Title: it has 301 characters; write 300 at most."),
        ({"version": "x"}, "Version: 'x' is not a whole number."),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(site: Site, fields: dict[str, str], sentence: str) -> None:
    status, answer = edit(site, **fields)
    assert status == 422
    assert sentence in " ".join(answer["problems"])  # type: ignore[arg-type]
    with site.store.connect() as connection:
        assert history_of(connection, CARD) == []


def test_a_card_there_is_not_cannot_be_edited(site: Site) -> None:
    assert edit(site, card="nope")[0] == 404
    assert edit(site, card="../x")[0] == 404
    with pytest.raises(NoSuchPageError):
        scorecard_edit.page(site.store).layout({"card": "nope"})


def test_the_form_holds_the_card_as_lines_that_are_kept_unchanged(site: Site) -> None:
    tree = scorecard_edit.page(site.store, True).layout({"card": "dg-plan"})
    (lines,) = find(tree, "Textarea", name="lines")
    said = str(getattr(lines, "value", ""))
    answer = site.send("scorecard", card="dg-plan", title="Plan", intro="", lines=said, version="0")
    assert answer.status_code == 200
    with site.store.connect() as connection:
        shown = shown_card(connection, site.store.catalogue, "dg-plan")
    assert shown is not None
    assert shown.card.sections == site.store.catalogue.scorecards["dg-plan"].sections
    assert shown.card.periods == ("2019-20", "2018-19", "2017-18")
    assert "PlanVersion" not in json.dumps(site.page("/scorecards/dg-plan/edit"))


def test_an_indicator_the_catalogue_lost_since_is_left_out_and_named(site: Site) -> None:
    edit(site)
    smaller = load_catalogue()
    del smaller.indicators["SW01"]
    with site.store.connect() as connection:
        shown = next(each for each in shown_cards(connection, smaller) if each.card.id == CARD)
    assert shown.gone == ("SW01",)
    assert [section.indicators for section in shown.card.sections] == [("CHN22", "CP_REGISTER"), ()]
    gone = replace(site.store, catalogue=smaller)
    assert "No longer in the catalogue: SW01." in words(scorecards.page(gone).layout({"card": CARD}))


def test_without_writing_the_page_says_why_there_is_no_form(site: Site) -> None:
    edit(site)
    tree = scorecard_edit.page(site.store).layout({"card": CARD})
    assert READ_ONLY in words(tree)
    assert find(tree, "Form") == []
    assert len(find(scorecard_edit.page(site.store, True).layout({"card": CARD}), "Form")) == 2
