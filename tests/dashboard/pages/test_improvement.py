"""Projects and actions over HTTP: the list, one item, its forms through the door, files that come back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.components.forms import READ_ONLY
from dashboard.pages import improvement, plan_forms, plan_item
from etl.extract import extract
from etl.plan_sheet import read_plan
from etl.plans import keep_plan, kept_plans
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.plan import Action, Project
from indicators.written.steps import Status
from tests.dashboard.tree import filled, find, pills, words
from tests.dashboard.writing_site import ON_BOTH, Site

DUNDEE, DUMFRIES, ANGUS, FIFE = "S12000042", "S12000006", "S12000041", "S12000047"
P1, P2, P3 = "dg-business-plan-P1", "dg-business-plan-P2", "dg-business-plan-P3"
HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} =1+1"

pytestmark = ON_BOTH


def versions(site: Site, key: str) -> list[Writing[Project]]:
    """Every version of a project, newest first."""
    with site.store.connect() as connection:
        return writings.history(connection, Project, key)


def form_of(site: Site, key: str) -> dict[str, str]:
    """The fields of the form that changes an item, as a browser would send them."""
    page = plan_item.page(site.store, writing=True).layout({"key": key})
    return filled(next(each for each in find(page, "Form") if each.action == f"/write/{plan_forms.KIND}"))


def said(tree: object) -> str:
    """All words of a page as it is sent."""
    return json.dumps(tree, ensure_ascii=False)


def test_the_late_one_stands_first_with_its_light_in_words(site: Site) -> None:
    page = improvement.page(site.store).layout({"area": DUMFRIES, "as_at": "2019-07-23"})
    assert pills(page) == ["Behind its time", "On time", "On time", "Complete"]
    assert "33% done, 66% of its time gone" in words(page)


def test_counts_lead_to_the_items_they_count(site: Site) -> None:
    page = improvement.page(site.store).layout({"area": DUMFRIES, "as_at": "2019-07-23"})
    counts = {words(each): each.href for each in find(page, "A") if "state=" in getattr(each, "href", "")}
    assert set(counts) == {"1Behind its time", "2On time", "1Complete"}
    assert "area=S12000006" in counts["2On time"]
    assert "as_at=2019-07-23" in counts["2On time"]


def test_the_bar_shows_progress_and_where_it_should_be(site: Site) -> None:
    page = improvement.page(site.store).layout({"area": DUMFRIES, "as_at": "2019-07-23", "state": "behind"})
    (fill,) = find(page, "Span", className="fill")
    (mark,) = find(page, "Span", className="expected")
    assert fill.style == {"width": "33%"}
    assert float(mark.style["left"].rstrip("%")) == pytest.approx(65.6, abs=0.1)


def test_a_change_is_a_further_version_and_the_page_shows_it(site: Site) -> None:
    fields = {**form_of(site, P1), "Progress": "55%", "Position": "Plan signed off"}
    answer = site.send(plan_forms.KIND, **fields)
    assert answer.get_json() == {"next": f"/improvement/{P1}?area={DUMFRIES}"}
    newest, oldest = versions(site, P1)
    assert (newest.content.progress, newest.content.position, newest.author) == (
        55.0,
        "Plan signed off",
        "A. Manager",
    )
    assert newest.content.origin == oldest.content.origin
    assert oldest.content.progress == 50.0
    assert "Progress: 50% → 55%" in said(site.page(f"/improvement/{P1}"))


def test_saving_a_form_untouched_changes_no_field(site: Site) -> None:
    """Day, semicolons and words such as `Apr-2016` come back as they were."""
    site.send(plan_forms.KIND, **form_of(site, "dg-business-plan-P4"))
    newest, oldest = versions(site, "dg-business-plan-P4")
    assert newest.content == oldest.content


def test_a_date_in_words_counted_from_its_publication_keeps_its_day(site: Site) -> None:
    key = "dundee-psif-2019-2.1"
    with site.store.connect() as connection:
        before = writings.latest(connection, Action, key)
    assert site.send(plan_forms.KIND, **{**form_of(site, key), "Progress": "10%"}).status_code == 200
    with site.store.connect() as connection:
        after = writings.latest(connection, Action, key)
    assert before is not None
    assert after is not None
    assert after.content.due == before.content.due
    assert (after.version, after.content.progress) == (2, 10.0)


def test_the_second_writer_is_told_sees_the_first_and_loses_nothing(site: Site) -> None:
    opened = form_of(site, P2)
    first = site.send(plan_forms.KIND, "B. First", **{**opened, "Position": "Theirs"})
    second = site.send(plan_forms.KIND, "C. Second", **{**opened, "Position": "Mine"})
    assert (first.status_code, second.status_code) == (200, 409)
    assert "B. First changed this" in second.get_json()["problems"][0]
    assert "Latest position: Theirs" in second.get_json()["theirs"]
    assert [each.content.position for each in versions(site, P2)] == ["Theirs", ""]


def test_withdrawing_keeps_every_version_and_it_can_be_taken_up_again(site: Site) -> None:
    opened = form_of(site, P3)
    answer = site.send(plan_forms.WITHDRAW, key=P3, version="1", seen=DUMFRIES)
    assert answer.get_json()["next"] == f"/improvement/{P3}?area={DUMFRIES}"
    assert [each.status for each in versions(site, P3)] == [Status.WITHDRAWN, Status.KEPT]
    assert versions(site, P3)[0].content == versions(site, P3)[1].content
    listed = improvement.page(site.store).layout({"area": DUMFRIES})
    assert "Multi-Agency Safeguarding Hub" not in words(listed)
    page = said(site.page(f"/improvement/{P3}"))
    assert "Withdrawn: it is in no list any more." in page
    assert "Take it up again" in page
    assert site.send(plan_forms.WITHDRAW, key=P3, version="1").status_code == 409
    assert site.send(plan_forms.KIND, **{**opened, "version": "2"}).status_code == 200
    assert "Multi-Agency Safeguarding Hub" in words(improvement.page(site.store).layout({"area": DUMFRIES}))


def test_a_new_action_is_written_down_for_the_council_and_hostile_text_stays_text(site: Site) -> None:
    fields = {
        "Title": HOSTILE,
        "Leads": "Ann; Bob",
        "Due Date": "During session 2026/27",
        "Indicators": "CHN22",
    }
    answer = site.send(plan_forms.KIND, area=ANGUS, Kind="action", **fields)
    address = answer.get_json()["next"]
    with site.store.connect() as connection:
        (made,) = writings.of_area(connection, Action, ANGUS)
    assert address == f"/improvement/{made.id}?area={ANGUS}"
    assert (made.content.title, made.content.leads, made.content.area) == (HOSTILE, ("Ann", "Bob"), ANGUS)
    assert str(made.content.due.day) == "2027-07-31"
    page = site.page("/improvement", {"area": ANGUS})
    assert HOSTILE in said(page)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"Title": ""}, "Title: it is empty; fill it in."),
        ({"Progress": "120%"}, "Progress: 120 is not a percentage; write 0 to 100."),
        ({"Progress": "0.5"}, "may be a share or a percentage"),
        ({"Indicators": "CHN999"}, "'CHN999' is not the code of an indicator"),
        ({"Start Date": "2027-01-01", "Due Date": "2026-01-01"}, "is before the start"),
        ({"Kind": "comment"}, "'comment' is unknown; write project or action"),
        ({"area": "S92000003"}, "There is no council of this code."),
        ({"area": ""}, "There is no council of this code."),
        ({"key": "nothing"}, "There is no such project or action."),
        ({"key": "dg-business-plan-R1"}, "There is no such project or action."),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_to_do(
    site: Site, changes: dict[str, str], sentence: str
) -> None:
    answer = site.send(
        plan_forms.KIND, **{"area": "S12000017", "Kind": "action", "Title": "Visit", **changes}
    )
    assert answer.status_code in (404, 422)
    assert sentence in " ".join(answer.get_json()["problems"])
    with site.store.connect() as connection:
        assert writings.of_area(connection, Action, "S12000017") == []


def test_an_item_there_is_not_is_no_page(site: Site) -> None:
    assert "Page not found" in said(site.page("/improvement/nothing"))


def test_without_writing_there_is_no_form_and_the_page_says_why(site: Site) -> None:
    for page in (improvement.page, plan_item.page, plan_item.new_page):
        tree = page(site.store).layout({"key": P1})
        assert find(tree, "Form") == []
        assert READ_ONLY in words(tree)


def test_the_form_of_another_council_is_another_form(site: Site) -> None:
    one, other = (
        {each.id for each in find(plan_item.new_page(site.store, True).layout({"area": area}), "Input")}
        for area in (DUNDEE, ANGUS)
    )
    assert one
    assert one.isdisjoint(other)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_downloaded_list_comes_back_without_any_change(site: Site, tmp_path: Path, kind: str) -> None:
    written = site.send(plan_forms.KIND, area=FIFE, Kind="action", Title=HOSTILE, Leads="Ann; Bob")
    assert written.status_code == 200
    for area in (DUNDEE, DUMFRIES, FIFE):
        with site.app.server.test_client().get(f"/download/improvement.{kind}?area={area}") as answer:
            assert answer.status_code == 200
            assert f"improvement-{area}-release-" in answer.headers["Content-Disposition"]
            file = tmp_path / f"{area}.{kind}"
            file.write_bytes(answer.get_data())
        with site.writer.begin() as connection:
            kept = kept_plans(connection)
            before = {key: each.content for key, each in kept.items()}
            placed = read_plan(extract(file), site.store.catalogue, area, before)
            counts = keep_plan(connection, placed, kept, "An importer")
        assert (counts.new, counts.changed) == (0, 0)
        assert counts.unchanged == len(placed) > 0


def test_a_download_has_what_the_screen_is_filtered_to(site: Site) -> None:
    address = f"/download/improvement.csv?area={DUMFRIES}&as_at=2019-07-23&state=behind"
    rows = site.app.server.test_client().get(address).get_data().decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert "Behind its time" in rows[1]
