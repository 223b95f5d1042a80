"""Reports against each other."""

from __future__ import annotations

import pytest

from etl.narrative.across import across
from etl.narrative.conflicts import Conflict

EARLIER = (
    "26 JUNE 2019\n79% of all Payback Orders were completed in 2016-2017 and 81% were completed in 2017-18."
)
STAY = (
    "26 JUNE 2019\nFor kinship care, the average length of stay rose from 5 to 16 months; "
    "for foster care, from 11 to 23 months."
)


def told(first: str, second: str) -> list[tuple[str, Conflict]]:
    return list(across({"first.txt": first, "second.txt": second}))


def test_a_share_with_two_values_for_one_year_is_told_with_the_other_report() -> None:
    ((name, found),) = told(EARLIER, "75% of Payback Orders were completed in 2017/18.")
    assert (name, found.line, found.against_file, found.against_line) == ("second.txt", 1, "first.txt", 2)
    assert found.why == "one report has 81% in 2017-18, another 75% in 2017-18"


def test_a_jump_of_one_year_between_two_reports_asks_for_the_definition() -> None:
    later = "68% of Payback Orders were completed in 2019/20. This is under the previous year figure of 69%."
    ((name, found),) = told(EARLIER, later)
    assert (name, found.rule) == ("second.txt", "reports")
    assert found.why == "it moves -12 points in one year between two reports: was it defined otherwise?"


def test_the_later_figure_is_told_whatever_the_order_of_the_reports() -> None:
    later = "68% of Payback Orders were completed in 2018/19."
    assert [name for name, _ in told(later, EARLIER)] == ["first.txt"]


@pytest.mark.parametrize(
    "later",
    [
        "81% of Payback Orders were completed in 2017/18.",
        "81.4% of Payback Orders were completed in 2017/18.",
        "75% of Payback Orders were completed in 2018/19.",
        "60% of Payback Orders were completed in 2019/20.",
        "60% of Treatment Orders were completed in 2017/18.",
        "60% of Payback Orders were revoked in 2017/18.",
        "In Scotland, 60% of Payback Orders were completed in 2017/18.",
        "60% of Payback Orders were completed in 2017.",
    ],
)
def test_the_same_value_a_usual_change_or_something_else_is_left_alone(later: str) -> None:
    assert told(EARLIER, later) == []


def test_a_report_is_not_held_against_itself() -> None:
    twice = "81% of Orders were met in 2017/18.\n60% of Orders were met in 2017/18."
    assert list(across({"only.txt": twice})) == []


def placements(date: str, now: str, then: str) -> str:
    """A later report on placements."""
    return f"{date}\nThe average length of placements {now} as opposed to {then} in the previous year."


def test_a_length_of_stay_is_of_the_year_that_had_ended_when_the_report_was_made() -> None:
    later = placements("27 OCTOBER 2020", "in foster care is 25 months", "the 19 months recorded")
    ((_, found),) = told(STAY, later)
    assert found.why == "one report has 23 months in 2018-19, another 19 months in 2018-19"


@pytest.mark.parametrize(
    "later",
    [
        placements("27 OCTOBER 2020", "in foster care is 25 months", "23 months"),
        placements("27 OCTOBER 2020", "in residential care is 25 months", "19 months"),
        placements("27 OCTOBER 2020", "overall is 25 months", "19 months"),
        placements("27 OCTOBER 2021", "in foster care is 25 months", "19 months"),
        placements("27 OCTOBER 2020", "in foster care is 25 weeks", "19 weeks"),
        placements("", "in foster care is 25 months", "19 months"),
        "27 OCTOBER 2020\nThe average length of placements in foster care is 25 months.",
    ],
)
def test_the_same_length_another_placement_year_or_unit_is_left_alone(later: str) -> None:
    assert told(STAY, later) == []
