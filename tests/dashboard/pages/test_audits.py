"""The audit programme over HTTP: planned, done and found, its light, its forms through the door."""

from __future__ import annotations

import pytest

from dashboard.components.forms import READ_ONLY
from dashboard.pages import audit_forms, audits, self_evaluation
from dashboard.shell import NoSuchPageError
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.audit import Audit
from indicators.written.steps import Status
from tests.dashboard.tree import filled, find, pills, words
from tests.dashboard.writing_site import ON_BOTH, Site

DUNDEE, ANGUS, HIGHLAND = "S12000042", "S12000041", "S12000017"
HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} =1+1"
HALF = {
    "title": "Case files of children and families",
    "theme": "Quality of assessments",
    "lead": "Service manager",
    "planned": "100",
    "done": "50",
    "due": "March 2020",
    "strengths": "Chronologies are kept.",
    "areas_for_development": "Plans without dates.",
}
pytestmark = ON_BOTH


def write(site: Site, area: str = DUNDEE, **fields: str) -> str:
    """Write an audit down; its key."""
    answer = site.send(audit_forms.KIND, area=area, **{**HALF, **fields})
    assert answer.status_code == 200, answer.text
    return str(answer.get_json()["next"]).split("/")[2].split("?")[0]


def versions(site: Site, key: str) -> list[Writing[Audit]]:
    """Every version of an audit, newest first."""
    with site.store.connect() as connection:
        return writings.history(connection, Audit, key)


def form_of(site: Site, key: str) -> dict[str, str]:
    """The form that changes an audit, as a browser would send it."""
    page = audits.item_page(site.store, writing=True).layout({"key": key})
    return filled(next(each for each in find(page, "Form") if each.action == "/write/audit"))


def programme(site: Site, area: str) -> object:
    """The page of a council."""
    return audits.page(site.store).layout({"area": area})


def test_half_done_of_what_was_planned_is_red_beside_its_theme_strengths_and_areas_for_development(
    site: Site,
) -> None:
    key = write(site)
    write(site, title="Whole", done="100")
    write(site, title="Later", due="March 2099")
    write(site, title="Unknown", done="")
    page = programme(site, DUNDEE)
    assert pills(page) == ["Fewer than planned", "Done as planned", "Not reported", "Not due yet"]
    first = words(find(page, "Tbody")[0].children[0])
    assert all(part in first for part in ("Quality of assessments", "100", "50", "50%", "March 2020"))
    assert "Chronologies are kept.Plans without dates." in first
    assert "One of four audits fell short of the plan on " in words(page)
    assert "50 of 100 done (50%)" in words(audits.item_page(site.store).layout({"key": key}))


def test_a_change_is_a_further_version_and_a_form_untouched_changes_nothing(site: Site) -> None:
    key = write(site, ANGUS)
    assert site.send(audit_forms.KIND, **{**form_of(site, key), "done": "96"}).status_code == 200
    newest, first = versions(site, key)
    assert (newest.content.done, first.content.done, newest.content.area) == (96, 50, ANGUS)
    page = audits.item_page(site.store).layout({"key": key})
    assert "Done: 50 → 96" in words(page)
    assert pills(page) == ["Nearly all done"]
    site.send(audit_forms.KIND, **form_of(site, key))
    assert versions(site, key)[0].content == newest.content


def test_the_second_writer_is_told_and_loses_nothing(site: Site) -> None:
    key = write(site, ANGUS, title="Shared")
    opened = form_of(site, key)
    assert site.send(audit_forms.KIND, "B. First", **{**opened, "strengths": "Theirs"}).status_code == 200
    second = site.send(audit_forms.KIND, "C. Second", **{**opened, "strengths": "Mine"})
    assert second.status_code == 409
    assert "Strengths: Theirs" in second.get_json()["theirs"]
    assert "B. First changed this" in second.get_json()["problems"][0]


def test_withdrawing_keeps_every_version_and_it_can_be_taken_up_again(site: Site) -> None:
    key = write(site, ANGUS, title="Withdrawn one")
    opened = form_of(site, key)
    assert site.send(audit_forms.WITHDRAW, key=key, version="1").status_code == 200
    assert [each.status for each in versions(site, key)] == [Status.WITHDRAWN, Status.KEPT]
    assert "Withdrawn one" not in words(programme(site, ANGUS))
    assert "it is in the programme no more" in words(audits.item_page(site.store).layout({"key": key}))
    assert site.send(audit_forms.KIND, **{**opened, "version": "2"}).status_code == 200
    assert "Withdrawn one" in words(programme(site, ANGUS))


def test_hostile_text_stays_text(site: Site) -> None:
    key = write(site, ANGUS, title=HOSTILE, theme=HOSTILE, strengths=HOSTILE)
    for page in (programme(site, ANGUS), audits.item_page(site.store, True).layout({"key": key})):
        assert HOSTILE in words(page)
        assert find(page, "Img") == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Title: it is empty; fill it in."),
        ({"planned": ""}, "Planned: '' is not a whole number."),
        ({"planned": "0"}, "Planned: 0 were planned; write 1 to 1,000,000."),
        ({"planned": "2000000"}, "Planned: 2000000 were planned"),
        ({"done": "half"}, "Done: 'half' is not a whole number."),
        ({"done": "9999999"}, "Done: 9999999 are done"),
        ({"theme": "x" * 301}, "Theme: it has 301 characters"),
        ({"area": "S92000003"}, "There is no council of this code."),
        ({"key": "nothing"}, "There is no such audit."),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_to_do(
    site: Site, changes: dict[str, str], sentence: str
) -> None:
    answer = site.send(audit_forms.KIND, **{"area": HIGHLAND, **HALF, **changes})
    assert answer.status_code in (404, 422)
    assert sentence in " ".join(answer.get_json()["problems"])
    assert "No audit of Highland is written down." in words(programme(site, HIGHLAND))


def test_without_writing_there_is_no_form_and_the_page_says_why(site: Site) -> None:
    key = write(site, ANGUS, title="Readable")
    for page in (audits.page, audits.new_page, audits.item_page):
        tree = page(site.store).layout({"key": key})
        assert find(tree, "Form") == []
        assert READ_ONLY in words(tree)
    with pytest.raises(NoSuchPageError):
        audits.item_page(site.store).layout({"key": "nothing"})


def test_self_evaluation_leads_to_the_programme_and_that_to_the_form(site: Site) -> None:
    page = self_evaluation.page(site.store).layout({"area": DUNDEE})
    assert f"/audits?area={DUNDEE}" in [each.href for each in find(page, "Link")]
    page = audits.page(site.store, writing=True).layout({"area": DUNDEE})
    assert f"/audits/new?area={DUNDEE}" in [each.href for each in find(page, "Link")]
    assert "/write/audit" in str(site.page("/audits/new", {"area": DUNDEE}))
