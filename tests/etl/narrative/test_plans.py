"""Projects and actions of a report against the day it is of."""

from __future__ import annotations

import pytest

from etl.narrative.plans import progress, reviews
from tests.etl.narrative.cases import table, told

MADE = "Generated on 23 July 2019\n"
PROJECT = "Start Date|Due Date|Current Position|Status"
ACTION = "|Action|Timescale|Progress"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("01-April-2018|30-Mar-2020|33%|", "33% done, 66% of its time gone"),
        ("Apr-2016|31-Mar-2019|90%|", "overdue since 31 March 2019, 90% done"),
        ("01-Apr-2018|31-Mar-2017|33%|", "it is due on 31 March 2017, before it starts"),
    ],
)
def test_a_project_far_behind_its_time_is_told(row: str, why: str) -> None:
    assert told(progress, MADE + table(PROJECT, row)) == [(3, 1, why)]


@pytest.mark.parametrize(
    "text",
    [
        MADE + table(PROJECT, "01-Apr-2017|31-Mar-2023|50%|"),
        MADE + table(PROJECT, "04-Jan-2016|31-Mar-2020|100%|"),
        MADE + table(PROJECT, "01-Apr-2018|30-Mar-2020|under way|", "|30-Mar-2020|3%|", "01-Apr-2018||3%|"),
        MADE + table("Start Date|Due Date|Owner", "01-Apr-2016|30-Mar-2018|33%"),
        MADE + table(PROJECT, "01-Apr-2016|30-Mar-2018|133%|"),
        table(PROJECT, "01-Apr-2016|30-Mar-2018|33%|"),
    ],
)
def test_a_project_in_time_or_without_what_is_needed_is_left_alone(text: str) -> None:
    assert told(progress, text) == []


@pytest.mark.parametrize(
    "due",
    [
        "Next review July 2019 and six monthly thereafter",
        "1 st April 2020. First review May 2019",
        "30/06/19",
    ],
)
def test_an_action_due_by_the_day_of_the_report_without_progress_is_told(due: str) -> None:
    ((line, against, why),) = told(reviews, MADE + table(ACTION, f"1.1|Train|{due}|"))
    assert (line, against) == (3, 1)
    assert why.startswith("it was due for ") and why.endswith("and its progress is empty")


@pytest.mark.parametrize(
    "row",
    [
        "1.1|Train|Next review July 2019|Half are trained",
        "1.1|Train|August 2019|",
        "1.1|Train|From April 2018 until March 2020|",
        "1.1|Train|April 2018 - March 2020|",
        "1.1|Train|Immediate|",
        "|and support||",
    ],
)
def test_an_action_with_progress_or_not_yet_due_is_left_alone(row: str) -> None:
    assert told(reviews, MADE + table(ACTION, row)) == []


def test_actions_of_a_report_without_a_day_or_without_dates_cannot_be_judged() -> None:
    assert told(reviews, table(ACTION, "1.1|Train|July 2019|")) == []
    assert told(reviews, MADE + table("Action|Progress", "Train July 2019|")) == []


def test_an_action_under_a_repeated_heading_is_told_once() -> None:
    text = MADE + table(ACTION, "1.1|Train|May 2019|done", ACTION, "1.2|Plan|May 2019|")
    assert [line for line, _, _ in told(reviews, text)] == [5]
