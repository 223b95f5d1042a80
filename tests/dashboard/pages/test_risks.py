"""The risk register over HTTP: the list, the matrix, one risk, and its forms through the door."""

from __future__ import annotations

import json

import pytest

from dashboard.components.forms import READ_ONLY
from dashboard.pages import risk, risk_forms, risks
from indicators.risks import Score
from indicators.store import writings
from indicators.store.writings import Writing
from indicators.written.risk import RegisteredRisk
from indicators.written.steps import Status
from tests.dashboard.tree import filled, find, pills, words
from tests.dashboard.writing_site import ON_BOTH, Site

DUNDEE, DUMFRIES, ANGUS, HIGHLAND = "S12000042", "S12000006", "S12000041", "S12000017"
FIFE = "S12000047"
R1, R2, R3, R4 = (f"dg-business-plan-R{number}" for number in range(1, 5))
HOSTILE = "<script>alert(1)</script> %(x)s ${7*7}"

pytestmark = ON_BOTH


def versions(site: Site, key: str) -> list[Writing[RegisteredRisk]]:
    """Every version of a risk, newest first."""
    with site.store.connect() as connection:
        return writings.history(connection, RegisteredRisk, key)


def form_of(site: Site, key: str) -> dict[str, str]:
    """The fields of the form that changes a risk, as a browser would send them."""
    page = risk.page(site.store, writing=True).layout({"key": key})
    return filled(next(each for each in find(page, "Form") if each.action == f"/write/{risk_forms.KIND}"))


def scores(**sides: tuple[int, int]) -> dict[str, str]:
    """The fields of some scores: `current=(4, 5)` is likelihood 4 and impact 5."""
    return {
        f"{name}_{side}": str(value)
        for name, pair in sides.items()
        for side, value in zip(("likelihood", "impact"), pair, strict=True)
    }


def test_the_four_printed_risks_are_not_scored_and_one_that_is_stands_in_the_matrix(site: Site) -> None:
    page = risks.page(site.store).layout({"area": DUMFRIES})
    assert pills(page) == ["Not scored"] * 4
    (matrix,) = find(page, "Table", className="risk-matrix")
    assert words(matrix).count("very high") == 3
    assert find(matrix, "Link") == []
    fields = {**form_of(site, R1), **scores(original=(5, 5), current=(4, 5), target=(2, 5))}
    assert site.send(risk_forms.KIND, **fields).get_json()["next"] == f"/risks/{R1}?area={DUMFRIES}"
    page = risks.page(site.store).layout({"area": DUMFRIES})
    assert "Above target" in words(page)
    assert "One of four risks is above target; three not scored." in words(page)
    (matrix,) = find(page, "Table", className="risk-matrix")
    cells = [words(each) for each in find(matrix, "Td") if "R1" in words(each)]
    assert cells == ["10 highR1 aim", "20 very highR1 now"]
    aim, now = find(matrix, "Link")
    assert aim.href == now.href == f"/risks/{R1}?area={DUMFRIES}"
    assert "20, very high (likelihood 4, impact 5)" in words(page)


def test_the_page_of_a_risk_tells_how_its_score_moved(site: Site) -> None:
    address = site.send(risk_forms.KIND, area=FIFE, title="Too few carers").get_json()["next"]
    key = address.removeprefix("/risks/").partition("?")[0]
    for likelihood in (5, 3):
        fields = {**form_of(site, key), **scores(current=(likelihood, 4))}
        assert site.send(risk_forms.KIND, **fields).status_code == 200
    page = words(risk.page(site.store).layout({"key": key}))
    assert (
        "Current score over time: Not scored → 20, very high (likelihood 5, impact 4) → 12, high "
        "(likelihood 3, impact 4)"
    ) in page
    assert "Version 3, A. Manager" in page


def test_saving_a_form_untouched_changes_no_field(site: Site) -> None:
    for _ in range(2):
        site.send(risk_forms.KIND, **form_of(site, R1))
    newest, before, *_ = versions(site, R1)
    assert newest.content == before.content


def test_the_second_writer_is_told_sees_the_first_and_loses_nothing(site: Site) -> None:
    opened = form_of(site, R3)
    first = site.send(risk_forms.KIND, "B. First", **{**opened, "position": "Theirs"})
    second = site.send(risk_forms.KIND, "C. Second", **{**opened, "position": "Mine"})
    assert (first.status_code, second.status_code) == (200, 409)
    assert "Latest position: Theirs" in second.get_json()["theirs"]
    assert "Current score: Not scored" in second.get_json()["theirs"]
    assert [each.content.position for each in versions(site, R3)] == ["Theirs", ""]


def test_withdrawing_keeps_every_version_and_it_can_be_taken_up_again(site: Site) -> None:
    opened = form_of(site, R4)
    assert site.send(risk_forms.WITHDRAW, key=R4, version="1", seen=DUMFRIES).status_code == 200
    assert [each.status for each in versions(site, R4)] == [Status.WITHDRAWN, Status.KEPT]
    assert "electronic information" not in words(risks.page(site.store).layout({"area": DUMFRIES}))
    assert "Withdrawn" in words(risk.page(site.store).layout({"key": R4}))
    assert site.send(risk_forms.KIND, **{**opened, "version": "2"}).status_code == 200
    assert "electronic information" in words(risks.page(site.store).layout({"area": DUMFRIES}))


def test_a_new_risk_on_a_matrix_of_its_size_and_hostile_text_stays_text(site: Site) -> None:
    fields = {"title": HOSTILE, "size": "4", "indicators": "CHN22, SW01", **scores(current=(4, 4))}
    assert site.send(risk_forms.KIND, area=ANGUS, **fields).status_code == 200
    with site.store.connect() as connection:
        (made,) = writings.of_area(connection, RegisteredRisk, ANGUS)
    assert (made.content.current, made.content.indicators) == (Score(4, 4, 4), ("CHN22", "SW01"))
    page = json.dumps(site.page("/risks", {"area": ANGUS}), ensure_ascii=False)
    assert HOSTILE in page
    assert "4 by 4" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Title: it is empty; fill it in."),
        ({"current_likelihood": "3"}, "Current score: a risk is scored by likelihood and impact together"),
        (scores(current=(5, 5)) | {"size": "4"}, "is not a whole number from 1 to 4"),
        (scores(target=(0, 1)), "Target score: a likelihood of 0"),
        ({"current_likelihood": "x", "current_impact": "1"}, "Current score: 'x' is not a whole number."),
        ({"size": "2"}, "Matrix: its size is 2; choose 3 to 10."),
        ({"size": "99999999"}, "its size is 99999999"),
        ({"indicators": "CHN999"}, "'CHN999' is not the code of an indicator"),
        ({"area": "S92000003"}, "There is no council of this code."),
        ({"key": "dg-business-plan-P1"}, "There is no such risk."),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_to_do(
    site: Site, changes: dict[str, str], sentence: str
) -> None:
    answer = site.send(risk_forms.KIND, **{"area": HIGHLAND, "title": "Flood", **changes})
    assert answer.status_code in (404, 422)
    assert sentence in " ".join(answer.get_json()["problems"])
    with site.store.connect() as connection:
        assert writings.of_area(connection, RegisteredRisk, HIGHLAND) == []


def test_a_risk_there_is_not_is_no_page(site: Site) -> None:
    assert "Page not found" in json.dumps(site.page("/risks/nothing"))


def test_without_writing_there_is_no_form_and_the_page_says_why(site: Site) -> None:
    for page in (risks.page, risk.page, risk.new_page):
        tree = page(site.store).layout({"key": R1})
        assert find(tree, "Form") == []
        assert READ_ONLY in words(tree)
