"""Scorecards made in the browser, over HTTP: listed, opened, frozen, packed, edited and withdrawn."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from dashboard.components.forms import READ_ONLY
from dashboard.pages import scorecard_edit, scorecard_forms, scorecard_list, scorecards, snapshots
from dashboard.shell import NoSuchPageError
from dashboard.views.cards import ShownCard, history_of, shown_card, shown_cards
from indicators.catalogue_files import load_catalogue
from indicators.store.store import Store
from indicators.written.steps import Status
from tests.dashboard.tree import filled, find, words
from tests.dashboard.writing_site import ON_BOTH, Site, site_on

DUNDEE, ANGUS = "S12000042", "S12000041"
KEY = "early-years"
LINES = """\
Section: Children
Commitment: Early help
Perspective: process
CHN22
Section: Money
SW01"""


@pytest.fixture
def site(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site to write in."""
    with site_on(request, store, tmp_path) as made:
        yield made


def make(site: Site, author: str = "A. Manager", **fields: str) -> tuple[int, dict[str, object]]:
    """Send the form of a new scorecard; status and answer."""
    sent = {"title": "Early years", "area": "", "intro": "For us.", "lines": LINES, **fields}
    answer = site.send(scorecard_forms.NEW, author, **sent)
    return answer.status_code, answer.get_json()


def listed(site: Site, writing: bool = False) -> object:
    """The list of scorecards."""
    return scorecard_list.page(site.store, writing).layout({"area": ANGUS})


def drawn(site: Site, **query: str) -> str:
    """The new scorecard in words."""
    return words(scorecards.page(site.store, True).layout({"card": KEY, "area": ANGUS, **query}))


@ON_BOTH
def test_a_new_card_is_listed_after_the_declared_ones_and_opened_at_the_address_of_its_title(
    site: Site,
) -> None:
    assert make(site) == (200, {"next": f"/scorecards/{KEY}"})
    with site.store.connect() as connection:
        ids = [each.card.id for each in shown_cards(connection, site.store.catalogue)]
    assert ids == [*site.store.catalogue.scorecards, KEY]
    (link,) = [each for each in find(listed(site), "Link") if words(each) == "Early years"]
    assert link.href == f"/scorecards/{KEY}?area={ANGUS}"
    said = json.dumps(site.page(f"/scorecards/{KEY}", {"area": ANGUS}), ensure_ascii=False)
    assert all(part in said for part in ("Early years", "Early help", "For us.", "Made by A. Manager on "))
    assert "Of 2 indicators, " in said
    assert scorecards.page(site.store).title_for({"card": KEY}) == "Early years"


def test_a_card_of_one_council_shows_it_whichever_is_chosen(site: Site) -> None:
    make(site, area=DUNDEE)
    assert "Dundee City’s own plan" in drawn(site)
    assert "Early years: Dundee City" in words(listed(site))


def test_a_new_card_is_frozen_for_a_meeting_and_packed(site: Site) -> None:
    make(site)
    meeting = {"meeting": "Board", "held_on": "2026-11-20", "final": "no"}
    frozen = site.send("snapshot", card=KEY, area=ANGUS, **meeting)
    assert frozen.status_code == 200
    key = frozen.get_json()["next"].split("/")[2].split("?")[0]
    assert "Early years, Angus" in words(snapshots.page(site.store).layout({"key": key}))
    client = site.app.server.test_client()
    with client.get(f"/download/pack.xlsx?card={KEY}&area={ANGUS}") as answer:
        assert answer.status_code == 200
        with ZipFile(io.BytesIO(answer.get_data())) as book:
            parts = [book.read(name).decode() for name in book.namelist()]
    assert any("Early years" in part for part in parts)


def test_a_new_card_is_edited_like_the_others_and_may_become_that_of_a_council(site: Site) -> None:
    make(site)
    tree = scorecard_edit.page(site.store, True).layout({"card": KEY})
    (form,) = [each for each in find(tree, "Form") if each.action == "/write/scorecard"]
    sent = filled(form)
    assert (sent["lines"].replace("\n\n", "\n"), sent["area"], sent["version"]) == (LINES, "any", "1")
    answer = site.send("scorecard", "B. Chief", **{**sent, "title": "Earlier", "area": DUNDEE})
    assert answer.get_json() == {"next": f"/scorecards/{KEY}"}
    said = drawn(site)
    assert "Edited by B. Chief on " in said
    assert "Earlier" in said
    assert "Dundee City’s own plan" in said
    late = site.send("scorecard", "C. Late", **{**sent, "title": "Late"})
    assert late.status_code == 409
    assert late.get_json()["theirs"].startswith("Earlier\nFor us.\n\nSection: Children")


def test_a_declared_card_keeps_its_council_whatever_a_form_says(site: Site) -> None:
    fields = {"card": "dg-plan", "title": "Plan", "lines": LINES, "version": "0", "area": DUNDEE}
    assert site.send("scorecard", **fields).status_code == 200
    with site.store.connect() as connection:
        (newest,) = history_of(connection, "dg-plan")
    assert newest.content.area == "S12000006"


@ON_BOTH
def test_withdrawing_takes_it_off_the_list_and_loses_nothing(site: Site) -> None:
    make(site)
    answer = site.send(scorecard_forms.WITHDRAW, "B. Chief", key=KEY, version="1")
    assert answer.get_json() == {"next": f"/scorecards/{KEY}"}
    with site.store.connect() as connection:
        assert [each.status for each in history_of(connection, KEY)] == [Status.WITHDRAWN, Status.KEPT]
        assert KEY not in [each.card.id for each in shown_cards(connection, site.store.catalogue)]
    assert "Withdrawn (1)Early years" in words(listed(site))
    said = drawn(site)
    assert "Withdrawn by B. Chief on " in said
    assert "Early help" in said
    assert "Freeze" not in said
    assert "Pack as" not in said
    meeting = {"meeting": "Board", "held_on": "2026-11-20", "final": "no"}
    assert site.send("snapshot", card=KEY, area=ANGUS, **meeting).status_code == 404
    assert "Take it up again" in words(scorecard_edit.page(site.store, True).layout({"card": KEY}))
    again = site.send("scorecard", card=KEY, title="Early years", lines=LINES, version="2", area="")
    assert again.status_code == 200
    assert "Withdrawn" not in words(listed(site))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"title": "Protecting people!"},
            "Title: /scorecards/protecting-people is the address of a scorecard already, “Protecting "
            "People”; choose another title.",
        ),
        ({"title": "New"}, "Title: /scorecards/new is the address of this form; choose another title."),
        ({"title": "!!!"}, "Title: it has no letter and no digit to make an address of; write one."),
        ({"lines": "Section: A\nCHN22\nCHN99"}, "Line 3: 'CHN99' is not an indicator of the catalogue"),
        ({"lines": "CHN22"}, "Line 1: 'CHN22' is in no section; begin with 'Section: ' and its title."),
        ({"lines": "Section: A\nCHN22\nchn 22"}, "Line 3: CHN22 stands in line 2 already; remove one."),
        ({"lines": "Section: "}, "Section: it is empty; fill it in."),
        ({"area": "S92000003"}, "There is no council of this code."),
        ({"author": ""}, "Give your name: it is kept with what you write."),
    ],
)
def test_what_cannot_be_a_scorecard_is_refused_in_one_sentence(
    site: Site, fields: dict[str, str], sentence: str
) -> None:
    status, answer = make(site, **fields)
    assert status == 422
    (said,) = answer["problems"]  # type: ignore[misc]
    assert str(said).startswith(sentence)
    with site.store.connect() as connection:
        assert len(shown_cards(connection, site.store.catalogue)) == len(site.store.catalogue.scorecards)


def test_the_second_maker_of_a_card_is_told_also_after_it_was_withdrawn(site: Site) -> None:
    make(site)
    assert make(site, "B. Second", lines="Section: B\nSW02")[0] == 422
    site.send(scorecard_forms.WITHDRAW, key=KEY, version="1")
    status, answer = make(site, "B. Second", lines="Section: B\nSW02")
    assert status == 422
    assert answer["problems"] == [
        f"Title: /scorecards/{KEY} is the address of a withdrawn scorecard, which can be taken up again, "
        "“Early years”; choose another title."
    ]
    with site.store.connect() as connection:
        assert [each.author for each in history_of(connection, KEY)] == ["A. Manager"] * 2


@ON_BOTH
def test_a_card_that_is_made_between_the_look_and_the_write_is_not_written_over(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(site)
    monkeypatch.setattr(scorecard_forms, "shown_card", lambda *_: None)
    status, answer = make(site, "B. Second", lines="Section: B\nSW02")
    assert status == 409
    assert str(answer["theirs"]).startswith("Early years\nFor us.")
    assert "A. Manager changed this on " in str(answer["problems"])


def test_the_way_to_the_form_is_there_only_where_writing_is_on(site: Site) -> None:
    (link,) = [each for each in find(listed(site, True), "Link") if words(each) == "New scorecard"]
    assert link.href == f"/scorecards/new?area={ANGUS}"
    assert "New scorecard" not in words(listed(site))
    assert '"/write/scorecard-new"' in json.dumps(site.page("/scorecards/new"))
    tree = scorecard_edit.new_page(site.store).layout({})
    assert READ_ONLY in words(tree)
    assert find(tree, "Form") == []


def test_the_example_beside_the_form_can_be_kept_as_it_stands(site: Site) -> None:
    assert make(site, lines=scorecard_forms.EXAMPLE, area="any")[0] == 200
    said = drawn(site)
    assert "Children live in their community" in said
    assert "Fund the young carers project" in said


def test_a_card_declared_later_at_its_address_comes_up_once_the_written_one_is_withdrawn(site: Site) -> None:
    make(site)
    catalogue = load_catalogue()
    declared = replace(catalogue.scorecards["children"], id=KEY, title="Declared")
    catalogue.scorecards[KEY] = declared
    with site.store.connect() as connection:
        found = shown_card(connection, catalogue, KEY)
    assert found is not None
    assert (found.card.title, found.declared) == ("Early years", True)
    site.send(scorecard_forms.WITHDRAW, key=KEY, version="1")
    with site.store.connect() as connection:
        found = shown_card(connection, catalogue, KEY)
    assert found == ShownCard(declared, version=2)


def test_a_wrong_address_is_led_to_the_card_of_the_nearest_name(site: Site) -> None:
    make(site)
    with pytest.raises(NoSuchPageError) as error:
        drawn(site, card="early-year")
    assert ("Did you mean Early years?", f"/scorecards/{KEY}?area={ANGUS}") in error.value.ways
