"""What cannot be kept is refused, each fault with its field and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from indicators.catalogue_files import load_catalogue
from indicators.rag import Light
from indicators.risks import Score
from indicators.vocabulary import Section
from indicators.written.checks import LONGEST_LINE, LONGEST_TEXT, WritingError, tidied
from indicators.written.kinds import linked_to
from indicators.written.plan import Action, Project
from indicators.written.risk import RegisteredRisk, current_scores
from indicators.written.scorecard import ScorecardEdit
from indicators.written.when import begins, due
from tests.indicators.written.contents import make_cell, make_comment, make_issue, make_row, make_snapshot

SECTION = Section("Children", "", "", ("CHN22",))
CARD = ScorecardEdit("our-card", "Our card", (SECTION,))
RISK = RegisteredRisk("Storm")
PLAN = Project("Children's plan")
CONTROL = "Cause: it holds control characters, or spaces around it; remove them."
NOTHING_DUE = "Corrective action: nothing is to be done by the due date; write what is."
BEFORE = "Due date: April 2019 is before the start, May 2019; correct one."
OTHER_MATRIX = "Current risk: it is on a matrix of 4, not of 5; score it again."
NO_ADDRESS = "Address: 'Our card' cannot be one; write small letters, digits and hyphens."
BACKWARDS = "Period: it ends on 2019-06-30, before it begins; correct one of the days."
NO_PERIOD = (
    "Periods: 'last year' is not a period; write it as 2019-20, 2017-20, 2019-20 Q1, 2019-04, 2019 "
    "or 31 July 2019."
)


@pytest.mark.parametrize(
    ("content", "change", "said"),
    [
        (make_comment(), {"cause": " "}, "Cause: it is empty; fill it in."),
        (
            make_comment(),
            {"cause": "Why.\x07"},
            CONTROL,
        ),
        (make_comment(), {"cause": "x" * 10_001}, "Cause: it has 10,001 characters; write 10,000 at most."),
        (make_comment(), {"action": "Visit."}, "Owner: nobody owns the corrective action; name who does."),
        (make_comment(), {"owner": "A\nB"}, "Owner: it has more than one line; write it in one."),
        (
            make_comment(),
            {"due": date(2022, 1, 1)},
            NOTHING_DUE,
        ),
        (PLAN, {"progress": 101.0}, "Progress: 101 is not a percentage; write 0 to 100."),
        (PLAN, {"progress": float("nan")}, "Progress: nan is not a percentage; write 0 to 100."),
        (
            PLAN,
            {"start": begins("May 2019"), "due": due("April 2019")},
            BEFORE,
        ),
        (PLAN, {"leads": ("Ann", "Ann")}, "Leads: 'Ann' stands there twice; remove one."),
        (RISK, {"size": 2}, "Matrix: its size is 2; choose 3 to 10."),
        (
            RISK,
            {"current": Score(2, 2, 4)},
            OTHER_MATRIX,
        ),
        (
            CARD,
            {"id": "Our card"},
            NO_ADDRESS,
        ),
        (CARD, {"sections": ()}, "Sections: there is none; add one."),
        (CARD, {"periods": ("last year",)}, NO_PERIOD),
        (make_snapshot(), {"rows": ()}, "Rows: there is none to freeze; choose a scorecard with indicators."),
        (make_snapshot(), {"meeting": ""}, "Meeting: it is empty; fill it in."),
        (
            make_issue(),
            {"covers_to": date(2019, 6, 30)},
            BACKWARDS,
        ),
    ],
)
def test_a_fault_names_its_field_and_what_to_do(content: Any, change: dict[str, Any], said: str) -> None:
    with pytest.raises(WritingError) as caught:
        replace(content, **change)
    assert [fault.sentence for fault in caught.value.faults] == [said]
    assert said.startswith(f"{caught.value.faults[0].field}:")


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(WritingError) as caught:
        make_comment(cause="", indicator="", owner="x" * 301)
    assert [fault.field for fault in caught.value.faults] == ["Indicator", "Cause", "Owner"]


def test_the_longest_texts_are_kept() -> None:
    comment = make_comment(cause="x" * LONGEST_TEXT, owner="y" * LONGEST_LINE)
    assert (len(comment.cause), len(comment.owner)) == (10_000, 300)


@pytest.mark.parametrize(
    ("typed", "kept"), [(" a\r\nb ", "a\nb"), ("a\x00b\x07", "ab"), ("a\tb", "a b"), ("£1 – é", "£1 – é")]
)
def test_what_is_typed_is_tidied(typed: str, kept: str) -> None:
    assert tidied(typed) == kept


def test_what_is_linked_to_an_indicator() -> None:
    assert linked_to(make_comment()) == ("CHN22",)
    assert linked_to(Action("Visit", indicators=("CHN11", "CHN22"))) == ("CHN11", "CHN22")
    assert linked_to(CARD) == ()


def test_a_project_is_judged_by_the_rule_for_projects() -> None:
    found = replace(PLAN, start=begins("01-Apr-2017"), due=due("31-Mar-2023"), progress=50.0)
    assert found.standing(date(2019, 7, 23)).words == "50% done, 38% of its time gone"
    assert found.standing(date(2019, 7, 23)).light is Light.GREEN


def test_a_risk_is_judged_by_the_rule_for_risks_and_remembers_its_scores() -> None:
    low, high = Score(2, 2), Score(4, 4)
    risk = replace(RISK, current=high, target=low)
    assert risk.scored.above_target
    assert not RISK.scored.above_target
    assert current_scores([RISK, risk, replace(risk, position="Worse."), RISK]) == (None, high, None)


def test_a_declared_scorecard_can_be_edited_and_shown_again() -> None:
    for card in load_catalogue().scorecards.values():
        assert ScorecardEdit.of(card).scorecard == card


def test_the_row_tells_its_newest_number_or_that_it_is_suppressed() -> None:
    awaited = make_cell(period="2022-23", value=None, shown="Awaited", light=Light.NO_DATA)
    hidden = make_cell(period="2022-23", value=None, shown="[c]", light=Light.SUPPRESSED)
    green = make_cell()
    assert make_row(awaited, green).told == green
    assert make_row(hidden, green).told == hidden
    assert make_row(awaited).told == awaited
    assert replace(make_row(), cells=()).told is None
