"""Comments over HTTP: a form at the door, a version in the store, the page that shows it."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import text

from dashboard.components.forms import READ_ONLY
from dashboard.pages import indicator
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.comment import Comment, key_of
from indicators.written.steps import Status
from tests.dashboard.tree import find, words
from tests.dashboard.writing_site import ON_BOTH, Site

DUNDEE = "S12000042"
HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} =1+1"

pytestmark = ON_BOTH


def figure(code: str, period: str = "2022-23") -> dict[str, str]:
    """What every form of a figure sends."""
    return {"indicator": code, "area": DUNDEE, "period": period}


def text_of(cause: str, step: str = "draft", **more: str) -> dict[str, str]:
    """A comment as its form sends it."""
    return {"cause": cause, "action": "Review", "owner": "A. Lead", "due": "2027-03-31", "step": step, **more}


def kept(site: Site, code: str, period: str = "2022-23") -> list[Writing[Comment]]:
    """The versions of the comment on a figure, newest first."""
    with site.store.connect() as connection:
        return writings.history(connection, Comment, key_of(code, DUNDEE, period))


def shown(site: Site, code: str) -> str:
    """The page of an indicator as text."""
    return json.dumps(site.page(f"/indicators/{code}", {"area": DUNDEE}), ensure_ascii=False)


def test_a_comment_is_written_submitted_and_approved_and_the_page_shows_it(site: Site) -> None:
    answer = site.send("comment", **figure("SW02"), **text_of("Few options", "submitted"), version="0")
    assert answer.get_json() == {"next": f"/indicators/SW02?area={DUNDEE}&to=2022-23#comments"}
    assert "Submitted, not approved" in shown(site, "SW02")
    answer = site.send("comment", "B. Chief", **figure("SW02"), version="1", step="approved")
    assert answer.status_code == 200
    newest, first = kept(site, "SW02")
    assert (newest.status, newest.author, first.author) == (Status.APPROVED, "B. Chief", "A. Manager")
    assert newest.content == first.content
    page = shown(site, "SW02")
    assert "Approved by B. Chief" in page
    assert all(part in page for part in ("Few options", "Review", "A. Lead", "31 March 2027"))


def test_the_second_writer_of_a_first_comment_gets_the_first_text_and_nothing_is_lost(site: Site) -> None:
    assert site.send("comment", **figure("SW06"), **text_of("Mine")).status_code == 200
    second = site.send("comment", "B. Late", **figure("SW06"), **text_of("Theirs"))
    assert second.status_code == 409
    said = second.get_json()
    assert said["theirs"].startswith("Cause: Mine\nAction: Review\nOwner: A. Lead\nDue: 31 March 2027")
    assert "A. Manager changed this" in said["problems"][0]
    assert [each.content.cause for each in kept(site, "SW06")] == ["Mine"]


def test_whoever_approves_an_older_version_is_told_and_approves_nothing(site: Site) -> None:
    site.send("comment", **figure("SW03a"), **text_of("First", "submitted"))
    site.send("comment", **figure("SW03a"), **text_of("Changed"), version="1")
    late = site.send("comment", **figure("SW03a"), version="1", step="approved")
    assert late.status_code == 409
    assert "Cause: Changed" in late.get_json()["theirs"]
    assert [each.status for each in kept(site, "SW03a")] == [Status.DRAFT, Status.SUBMITTED]


def test_a_newer_draft_stands_beside_the_approved_one_and_withdrawing_keeps_every_version(site: Site) -> None:
    for version, fields in enumerate(
        (text_of("Approved cause", "submitted"), {"step": "approved"}, text_of("Newer cause"))
    ):
        assert site.send("comment", **figure("SW07"), version=str(version), **fields).status_code == 200
    page = shown(site, "SW07")
    assert page.index("Approved cause") < page.index("Draft, not submitted") < page.index("Newer cause")
    assert site.send("comment", **figure("SW07"), version="3", step="withdrawn").status_code == 200
    page = shown(site, "SW07")
    assert "The comment on this figure was withdrawn. Withdrawn by A. Manager" in page
    assert "History (4)" in page
    assert "Approved cause" in page
    assert len(kept(site, "SW07")) == 4


def test_a_comment_sent_back_is_a_draft_with_the_same_text(site: Site) -> None:
    site.send("comment", **figure("SW04e", "2021-22"), **text_of("Why", "submitted"))
    answer = site.send("comment", **figure("SW04e", "2021-22"), version="1", step="draft")
    assert answer.status_code == 200
    newest, first = kept(site, "SW04e", "2021-22")
    assert (newest.status, newest.content) == (Status.DRAFT, first.content)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"cause": ""}, "Cause: it is empty; fill it in."),
        ({"owner": ""}, "Owner: nobody owns the corrective action; name who does."),
        ({"due": "31/03/2027"}, "Due date: '31/03/2027' is not a date; write it as 2026-03-31."),
        ({"step": "approved"}, "This comment is not written yet; it cannot become approved from there."),
        ({"step": "kept"}, "This comment is not written yet; it cannot become kept from there."),
        ({"step": "shredded"}, "Say what is to be done with the comment."),
        ({"indicator": "NOPE"}, "NOPE"),
        ({"area": "S92000003"}, "There is no council of this code."),
        ({"period": "1066-67"}, "There is no figure of this period to comment on."),
        ({"version": "-1"}, "Version: '-1' is not a whole number."),
        ({"version": "3"}, "Version: there is no comment 'CHN24/S12000042/2021-22' to change."),
        ({"author": ""}, "Give your name: it is kept with what you write."),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_to_do(
    site: Site, changes: dict[str, str], sentence: str
) -> None:
    fields = {**figure("CHN24", "2021-22"), **text_of("Why"), "version": "0", "author": "A. Manager"}
    answer = site.send("comment", **{**fields, **changes})
    assert answer.status_code == 422
    assert sentence in " ".join(answer.get_json()["problems"])
    assert kept(site, "CHN24", "2021-22") == []


def test_a_step_without_a_text_needs_a_comment_to_take_further(site: Site) -> None:
    answer = site.send("comment", **figure("CHN24", "2021-22"), version="0", step="submitted")
    assert answer.get_json()["problems"] == ["There is no comment on this figure yet; write one first."]


def test_a_form_cannot_name_another_id_than_that_of_its_figure(site: Site) -> None:
    site.send("comment", **figure("CHN23", "2021-22"), **text_of("Own"), key="SW02/S12000042/2022-23")
    assert [each.content.cause for each in kept(site, "CHN23", "2021-22")] == ["Own"]


def test_hostile_text_is_shown_literally(site: Site) -> None:
    answer = site.send("comment", HOSTILE[:40], **figure("SW05"), **text_of(HOSTILE, owner=HOSTILE))
    assert answer.status_code == 200
    assert kept(site, "SW05")[0].content.cause == HOSTILE
    assert shown(site, "SW05").count(HOSTILE) >= 2


def test_the_forms_of_a_hidden_figure_show_no_number(site: Site) -> None:
    """Forms name indicator, council and period of what is hidden for Dundee, and nothing else."""
    with site.store.connect() as connection:
        query = "SELECT indicator_code, period FROM figures WHERE status = 'suppressed' AND area_code = :area"
        hidden = connection.execute(text(query), {"area": DUNDEE}).fetchall()
    assert hidden
    for code, period in hidden[:5]:
        page = indicator.page(site.store, writing=True).layout(
            {"code": code, "area": DUNDEE, "from": period, "to": period}
        )
        (form,) = [each for each in find(page, "Form") if "-text" in each.id]
        fields = [each.value for each in find(form, "Input") + find(form, "Textarea")]
        told = {code, DUNDEE, period, "0", "draft", ""}
        assert set(fields) <= told
        assert not any(sign.isdigit() for sign in words(form))


def test_without_writing_comments_are_read_only_and_the_page_says_why(site: Site) -> None:
    site.send("comment", **figure("SW04b", "2021-22"), **text_of("Readable", "submitted"))
    page = indicator.page(site.store).layout({"code": "SW04b", "area": DUNDEE})
    assert find(page, "Form") == []
    assert READ_ONLY in words(page)
    assert "Readable" in words(page)


def test_forms_of_two_figures_have_no_name_in_common(site: Site) -> None:
    """A form that kept its name would keep what was typed about one council beside the figure of another."""
    first, second = (
        {each.id for each in find(indicator.page(site.store, writing=True).layout(query), "Input")}
        for query in ({"code": "SW01", "area": DUNDEE}, {"code": "SW01", "area": "S12000006"})
    )
    assert first
    assert first.isdisjoint(second)
