"""From a figure to what is done about it: an action under its indicator, on the card and in the pack."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from dashboard.pages import (
    comment_forms,
    exceptions,
    indicator,
    links,
    plan_forms,
    plan_item,
    risk_forms,
    scorecard_reds,
)
from dashboard.pages import scorecards as scorecard_pages
from dashboard.views.cards import shown_card
from dashboard.views.scorecard_lines import ACTION
from dashboard.views.scorecards import ScorecardView, scorecard
from dashboard.views.snapshots import snapshot_of
from indicators.store.store import Store
from tests.dashboard.tree import filled, find, words
from tests.dashboard.writing_site import Site, writing_site

DUNDEE, DUMFRIES = "S12000042", "S12000006"
CARD = "protecting-people"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site to write in."""
    with writing_site(store, tmp_path) as made:
        yield made


def view(site: Site) -> ScorecardView:
    """The card as it is now."""
    with site.store.connect() as connection:
        shown = shown_card(connection, site.store.catalogue, CARD)
        assert shown is not None
        area = site.store.catalogue.areas[DUNDEE]
        return scorecard(connection, site.store.catalogue, shown.card, area)


def card_page(site: Site, writing: bool = True) -> object:
    """The page of the card."""
    return scorecard_pages.page(site.store, writing).layout({"card": CARD, "area": DUNDEE})


def indicator_page(site: Site, code: str, writing: bool = True) -> object:
    """The page of an indicator."""
    return indicator.page(site.store, writing=writing).layout({"code": code, "area": DUNDEE})


def act(site: Site, address: str, title: str = "Visit every family", **fields: str) -> str:
    """Fill in the form at an address and send it; the key of the action."""
    query = dict(part.split("=") for part in address.partition("?")[2].split("&"))
    (form,) = find(plan_item.new_page(site.store, True).layout(query), "Form")
    sent = {**filled(form), "Title": title, "Assigned To": "Head of Service", **fields}
    answer = site.send(plan_forms.KIND, **sent)
    assert answer.status_code == 200, answer.text
    return str(answer.get_json()["next"]).split("/")[2].split("?")[0]


def ways(tree: object, said: str = "Write down an action") -> list[str]:
    """Where the links of these words lead."""
    return [each.href for each in find(tree, "Link") if words(each) == said]


def text_of(site: Site, **query: str) -> str:
    """The text of the pack as PDF, its lines joined."""
    client = site.app.server.test_client()
    with client.get(links.pack_of("pdf"), query_string={"card": CARD, "area": DUNDEE, **query}) as answer:
        pages = pypdf.PdfReader(io.BytesIO(answer.get_data())).pages
        return " ".join(" ".join(page.extract_text().split()) for page in pages)


def summaries(site: Site) -> list[str]:
    """How the rows of each section are counted."""
    return [group.summary for group in view(site).groups]


def test_each_red_of_a_card_leads_to_the_form_of_an_action_that_names_it(site: Site) -> None:
    codes = [red.code for red in view(site).reds]
    assert codes
    assert ways(card_page(site)) == [f"/improvement/new?area={DUNDEE}&indicator={code}" for code in codes]
    assert ways(card_page(site, writing=False)) == []
    assert ways(indicator_page(site, codes[0])) == [f"/improvement/new?area={DUNDEE}&indicator={codes[0]}"]
    assert ways(indicator_page(site, codes[0], writing=False)) == []


def test_an_action_made_from_a_red_is_listed_under_its_indicator_and_counted_on_the_card(site: Site) -> None:
    before = summaries(site)
    red = view(site).reds[0]
    key = act(site, ways(card_page(site))[0], **{"Due Date": "31 March 2030", "Progress": "20%"})
    assert not any("action" in each for each in before)
    ((was, now),) = [pair for pair in zip(before, summaries(site), strict=True) if pair[0] != pair[1]]
    assert now == f"{was}; 1 action"
    assert view(site).actions == 1
    own = f"/improvement/{key}?area={DUNDEE}"
    for page, times in ((card_page(site), 2), (indicator_page(site, red.code), 1)):
        assert ways(page, "Visit every family") == [own] * times
    said = words(card_page(site))
    assert "Scrutiny: 1 action names its indicators; each stands under its section." in said
    assert "Head of Service; 20% done, no start date at " in said
    assert red.value in words(plan_item.page(site.store).layout({"key": key, "area": DUNDEE}))


def test_the_action_is_counted_in_the_pack_and_kept_in_the_snapshot_of_the_meeting(site: Site) -> None:
    act(site, ways(card_page(site))[0])
    said = text_of(site)
    assert [f"{each}." in said for each in summaries(site) if "; 1 action" in each] == [True]
    answer = site.send("snapshot", card=CARD, area=DUNDEE, meeting="Group", held_on="2026-11-20", final="no")
    key = answer.get_json()["next"].split("/")[2].split("?")[0]
    with site.store.connect() as connection:
        kept = snapshot_of(connection, site.store.catalogue, key)
    assert kept is not None
    assert [line.title for line in kept.content.lines if line.kind == ACTION] == ["Visit every family"]
    page = site.page(f"/snapshots/{key}")
    assert "Visit every family" in str(page)


def test_a_red_of_the_card_leads_to_its_comment_until_one_is_approved(site: Site) -> None:
    (red,) = view(site).reds
    address = links.comments(DUNDEE, red.code, red.period)
    place = {"indicator": red.code, "area": DUNDEE, "period": red.period}
    told = []
    for step, version in ((None, 0), ("submitted", 0), ("approved", 1)):
        if step:
            written = {"cause": "Two moves."} if step == "submitted" else {}
            assert (
                site.send("comment", **place, **written, step=step, version=str(version)).status_code == 200
            )
        reds = scorecard_reds.reds(view(site), writing=True)
        told.append([words(link) for link in find(reds, "A") if link.href == address])
        assert address not in str(scorecard_reds.reds(view(site)))
    assert told == [["Write one"], ["Take it further"], []]


def test_a_withdrawn_action_and_one_of_another_council_are_not_counted(site: Site) -> None:
    (first, *_) = ways(card_page(site))
    key = act(site, first)
    act(site, first.replace(DUNDEE, DUMFRIES), "Theirs")
    assert view(site).actions == 1
    assert site.send(plan_forms.WITHDRAW, key=key, version="1").status_code == 200
    assert view(site).actions == 0
    assert "Visit every family" not in words(card_page(site))


def test_an_action_under_two_sections_is_counted_once_on_the_card(site: Site) -> None:
    groups = [group for group in view(site).groups if any(part.rows for part in group.parts)]
    codes = [next(part.rows[0].code for part in group.parts if part.rows) for group in groups[:2]]
    act(site, ways(card_page(site))[0], Indicators="; ".join(codes))
    assert view(site).actions == 1
    assert sum("1 action" in each for each in summaries(site)) == 2


def test_a_long_and_hostile_title_is_cut_and_stays_text(site: Site) -> None:
    act(site, ways(card_page(site))[0], f"{HOSTILE} {'word ' * 80}")
    page = card_page(site)
    assert find(page, "Img") == []
    (line,) = [each for group in view(site).groups for part in group.parts for each in part.lines if each.key]
    assert line.title.startswith(HOSTILE)
    assert line.title.endswith(" …")
    assert len(line.title) <= 160


def test_an_action_and_a_risk_of_an_indicator_lead_to_their_pages(site: Site) -> None:
    code = view(site).reds[0].code
    key = act(site, f"/improvement/new?area={DUNDEE}&indicator={code}")
    answer = site.send(risk_forms.KIND, area=DUNDEE, title="Staff leave", size="5", indicators=code)
    risk = answer.get_json()["next"]
    page = indicator_page(site, code, writing=False)
    assert ways(page, "Visit every family") == [f"/improvement/{key}?area={DUNDEE}"]
    assert ways(page, "Staff leave") == [risk]


def test_an_exception_of_a_project_leads_to_the_project(site: Site) -> None:
    page = exceptions.page(site.store).layout({"area": DUMFRIES, "kind": "late-project"})
    found = [each.href for each in find(page, "Link") if "/improvement/" in each.href]
    assert found == [f"/improvement/dg-business-plan-P2?area={DUMFRIES}"]


def test_the_form_says_which_indicator_is_to_prove_the_action(site: Site) -> None:
    page = plan_item.new_page(site.store, True).layout({"area": DUNDEE, "indicator": "CHN22"})
    (field,) = find(page, "Input", name="Indicators")
    assert field.value == "CHN22"
    assert "It is to be proved by " in words(page)
    other = plan_item.new_page(site.store, True).layout({"area": DUNDEE, "indicator": "nothing"})
    (field,) = find(other, "Input", name="Indicators")
    assert field.value == ""
    assert "It is to be proved by " not in words(other)


def test_action_4_4_shows_the_value_and_the_light_of_the_positive_destinations_it_is_to_bring(
    site: Site,
) -> None:
    page = plan_item.page(site.store).layout({"key": "dundee-inspection-2016-4.4", "area": DUNDEE})
    (proof,) = find(page, "Ul", className="proofs")
    assert "93.9% in 2021-22" in words(proof)
    assert "Within tolerance" in words(proof)


def test_an_empty_comment_is_no_explanation_and_a_meeting_cannot_be_final_without_one(site: Site) -> None:
    red = view(site).reds[0]
    place = {"indicator": red.code, "area": DUNDEE, "period": "2022-23", "version": "0", "step": "submitted"}
    assert site.send(comment_forms.KIND, **place, cause=" ").status_code == 422
    meeting = {"meeting": "Committee", "held_on": "2026-11-20", "final": "final"}
    refused = site.send("snapshot", card=CARD, area=DUNDEE, **meeting)
    assert refused.status_code == 422
    assert red.title in " ".join(refused.get_json()["problems"])


def test_the_public_version_of_a_pack_tells_of_no_action(site: Site) -> None:
    act(site, ways(card_page(site))[0], "Ask the Smith family")
    answer = site.send("snapshot", card=CARD, area=DUNDEE, meeting="Group", held_on="2026-11-20", final="no")
    key = answer.get_json()["next"].split("/")[2].split("?")[0]
    for snapshot in ("", key):
        public, ours = (text_of(site, public=public, snapshot=snapshot) for public in ("1", ""))
        assert ("Smith" in ours, "Smith" in public) == (True, False)
        assert ("1 action" in ours, "1 action" in public) == (True, False)
