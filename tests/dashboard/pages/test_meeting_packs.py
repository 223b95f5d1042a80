"""The pack of a meeting over HTTP: the same in every format after any later load, target or comment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.pages import links
from dashboard.views.pack import DRAFT
from dashboard.views.pack_order import asked_pack
from dashboard.views.pack_parts import Pack
from dashboard.views.pack_tables import SINCE
from indicators.store.store import Store
from indicators.targets import Origin, Target
from tests.dashboard.pages.meetings import load_newer, newer
from tests.dashboard.pages.pack_chapters import CHAPTERS, pages_of_pdf, slides_of_pptx
from tests.dashboard.writing_site import Site, writing_site

DUNDEE = "S12000042"
PEOPLE = {"card": "protecting-people", "area": DUNDEE}
MEETING = {"meeting": "Chief Officer Group", "held_on": "2024-03-08", "audience": "Elected members"}


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site to write in."""
    with writing_site(store, tmp_path) as made:
        yield made


def comment(site: Site, *steps: str, cause: str = "Two families moved in.", version: int = 0) -> None:
    """Write a comment on the red figure, over a version, and take it through steps."""
    code, period = "CHN23", "2021-22"
    place = {"indicator": code, "area": DUNDEE, "period": period}
    texts = {"cause": cause, "action": "Review every plan.", "owner": "Head of Service", "due": "2024-06-30"}
    for at, step in enumerate(steps):
        sent = {**place, "step": step, "version": str(version + at), **({} if at else texts)}
        answer = site.send("comment", **sent)
        assert answer.status_code == 200, answer.text


def freeze(site: Site, **fields: str) -> str:
    """Freeze the card for the meeting; the key of the snapshot."""
    answer = site.send("snapshot", **{**PEOPLE, **MEETING, **fields})
    assert answer.status_code == 200, answer.text
    return str(answer.get_json()["next"]).split("/")[2].split("?")[0]


def pack_asked(site: Site, **query: str) -> Pack:
    """The pack of an address."""
    with site.store.connect() as connection:
        found = asked_pack(connection, site.store.catalogue, {**PEOPLE, **query})
    assert found is not None
    return found


def file_of(site: Site, kind: str, **query: str) -> bytes:
    """The pack as a file."""
    client = site.app.server.test_client()
    with client.get(links.pack_of(kind), query_string={**PEOPLE, **query}) as answer:
        assert answer.status_code == 200
        return answer.get_data()


def text_of(site: Site, **query: str) -> str:
    """The text of the pack as PDF, its lines joined."""
    return " ".join(words for _, words in pages_of_pdf(file_of(site, "pdf", **query)))


def split(kind: str, file: bytes) -> tuple[list[tuple[str, str]], str]:
    """The chapters of a file without what changed, and what changed."""
    chapters = CHAPTERS[kind](file)
    changed = " ".join(words for title, words in chapters if title.startswith("What changed"))
    return [each for each in chapters if not each[0].startswith("What changed")], changed


def everything_changes(site: Site, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A revised figure, a newer one, a stricter target, and another comment."""
    load_newer(site, folder, newer("2021-22", 9.9), newer("2022-23", 27.3))
    known = site.store.catalogue._targets
    own = Target("CHN09", DUNDEE, Origin.LOCAL, "the committee", value=99.0)
    monkeypatch.setitem(known, "CHN09", [own, *known.get("CHN09", [])])
    comment(site, "draft", "submitted", "approved", cause="Another cause altogether.", version=2)


@pytest.mark.parametrize("public", ["", "1"])
def test_the_pack_of_a_meeting_is_the_same_in_every_format_whatever_happens_later(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, public: str
) -> None:
    comment(site, "submitted", "approved")
    key = freeze(site)
    asked = {"snapshot": key, "public": public}
    then = {kind: split(kind, file_of(site, kind, **asked)) for kind in links.PACK_KINDS}
    everything_changes(site, tmp_path, monkeypatch)
    for kind, (said, changed) in then.items():
        now, changed_now = split(kind, file_of(site, kind, **asked))
        assert now == said, kind
        words = " ".join(words for _, words in now)
        for frozen in ("7.8%", "8.4%", "28.0%", "Two families moved in.", "as frozen on"):
            assert frozen in words, (kind, frozen)
        for later in ("9.9%", "27.3%", "99%", "Another cause altogether."):
            assert later not in words, (kind, later)
        assert "Nothing has changed since the meeting." in changed
        assert "Compared with the figures of release" in changed_now
        assert all(number in changed_now for number in ("9.9%", "27.3%", "99%")), kind
        assert ("Another cause altogether." in changed_now) is not public, kind


def test_what_changed_stands_on_slides_with_titles_of_their_own(site: Site, tmp_path: Path) -> None:
    key = freeze(site)
    load_newer(site, tmp_path, newer("2021-22", 9.9))
    slides = slides_of_pptx(file_of(site, "pptx", snapshot=key))
    titles = [title for title, _ in slides]
    assert len(titles) == len(set(titles))
    changed = next(words for title, words in slides if title.startswith(SINCE))
    assert "Compared with the figures of release" in changed
    assert "9.9%" in changed


def test_the_pack_of_now_has_the_figures_of_now(site: Site, tmp_path: Path) -> None:
    load_newer(site, tmp_path, newer("2021-22", 9.9), newer("2022-23", 27.3))
    said = text_of(site)
    assert "27.3%" in said
    assert "Figures as at" in said
    assert "This pack is of no meeting that was frozen" in said


def test_a_final_pack_stays_final_and_a_draft_a_draft_whatever_is_loaded(site: Site, tmp_path: Path) -> None:
    final = freeze(site, final="final", override="The manager is away until May.")
    draft = freeze(site)
    load_newer(site, tmp_path, newer("2021-22", 9.9))
    assert (pack_asked(site, snapshot=final).cover.marks, pack_asked(site, snapshot=draft).cover.marks) == (
        (),
        (DRAFT,),
    )
    said = text_of(site, snapshot=final)
    assert "The manager is away until May." in said
    assert "DRAFT" not in said


def test_the_file_is_named_after_the_release_the_meeting_saw_and_says_when_it_is_public(
    site: Site, tmp_path: Path
) -> None:
    key = freeze(site)
    release = pack_asked(site, snapshot=key).cover.release
    load_newer(site, tmp_path, newer("2021-22", 9.9))
    assert pack_asked(site).cover.release == release + 1
    client = site.app.server.test_client()
    for public, named in (("", "Dundee-City-release"), ("1", "Dundee-City-public-release")):
        query = {**PEOPLE, "snapshot": key, "public": public}
        with client.get(links.pack_of("xlsx"), query_string=query) as answer:
            assert f"pack-protecting-people-{named}-{release}" in answer.headers["Content-Disposition"]


def test_an_approved_comment_is_in_the_pack_and_in_its_public_version(site: Site) -> None:
    comment(site, "submitted", "approved")
    for public in ("", "1"):
        said = text_of(site, public=public)
        assert "Two families moved in." in said
        assert "Head of Service" in said


def test_a_draft_is_never_in_the_public_version(site: Site) -> None:
    comment(site, "draft", cause="Only a thought.")
    assert "Only a thought." not in text_of(site, public="1")


def test_the_pack_of_a_meeting_names_it_and_says_that_nothing_changed(site: Site) -> None:
    found = pack_asked(site, snapshot=freeze(site))
    facts = dict(found.cover.facts)
    assert (facts["Meeting"], facts["Audience"]) == ("Chief Officer Group, 8 March 2024", "Elected members")
    assert found.changes == ()


@pytest.mark.parametrize(("public", "told"), [("", {"comment changed"}), ("1", set())])
def test_a_comment_written_after_the_meeting_is_told_as_a_change_inside(
    site: Site, public: str, told: set[str]
) -> None:
    key = freeze(site)
    comment(site, "submitted", "approved")
    changes = pack_asked(site, snapshot=key, public=public).changes
    assert changes is not None
    assert {change.kind.value for change in changes} == told


def test_a_draft_that_was_frozen_is_inside_the_pack_and_never_in_its_public_version(site: Site) -> None:
    comment(site, "draft", cause="Only a thought.")
    key = freeze(site)
    comment_now = "Only a thought." in text_of(site, snapshot=key)
    assert (comment_now, "Only a thought." in text_of(site, snapshot=key, public="1")) == (True, False)


def test_a_meeting_of_another_card_or_one_withdrawn_is_left_aside(site: Site) -> None:
    key = freeze(site, final="final", override="Away.")
    assert "Meeting" not in dict(pack_asked(site, snapshot=key, card="dg-plan").cover.facts)
    site.send("snapshot-withdraw", key=key, version="1")
    found = pack_asked(site, snapshot=key)
    assert (found.cover.marks, found.changes) == ((DRAFT,), None)


def test_the_page_of_a_meeting_leads_to_its_packs(site: Site) -> None:
    key = freeze(site)
    drawn = site.page(f"/snapshots/{key}", {"area": DUNDEE})
    found = str(drawn)
    for kind in links.PACK_KINDS:
        address = f"{links.pack_of(kind)}?card=protecting-people&area={DUNDEE}&snapshot={key}"
        assert f"'{address}'" in found
        assert f"'{address}&public=1'" in found
    assert links.PUBLIC_LEAVES_OUT in found


@pytest.mark.parametrize("kind", links.PACK_KINDS)
def test_the_public_link_of_a_scorecard_gives_a_public_pack(site: Site, kind: str) -> None:
    drawn = str(site.page("/scorecards/protecting-people", {"area": DUNDEE}))
    address = f"{links.pack_of(kind)}?card=protecting-people&area={DUNDEE}&public=1"
    assert f"'{address}'" in drawn
    with site.app.server.test_client().get(address) as answer:
        assert answer.status_code == 200
        assert "-public-release-" in answer.headers["Content-Disposition"]
        assert "Public version" in str(CHAPTERS[kind](answer.get_data()))
