"""Survey results told more than once, targets told once for two measures, doubtful percentages."""

from __future__ import annotations

import pytest

from etl.narrative.surveys import all_and_average, doubtful_percent, one_target, statements
from tests.etl.narrative.cases import told

CLAIM = (
    "Over 90% of staff responded, and over 90% of staff were positive to all of the Leadership statements.\n"
)
SAID = "the service identifies, reviews and improves all of its key processes."


def test_an_average_no_higher_than_what_all_exceed_is_told() -> None:
    text = CLAIM + "The strongest theme was leadership with an average of 90%."
    assert told(all_and_average, text) == [(1, 2, "where all are over 90% the average is, and it is 90%")]


@pytest.mark.parametrize(
    "said",
    [
        "The strongest theme was leadership with an average of 93%.",
        "The people theme has an average of 86%.",
        "Leadership was rated by 90% of staff.",
    ],
)
def test_a_higher_average_or_that_of_another_theme_is_left_alone(said: str) -> None:
    assert told(all_and_average, CLAIM + said) == []


def test_what_only_some_exceed_says_nothing_of_the_average() -> None:
    text = "Over 90% were positive to most of the Leadership statements.\nLeadership has an average of 85%."
    assert told(all_and_average, text) == []


@pytest.mark.parametrize(
    "second",
    [
        f"With 82% agreement was the statement For improvement, {SAID}",
        f"For improvement, {SAID.capitalize()} 82% of staff agreed with this statement.",
    ],
)
def test_one_statement_with_two_shares_is_told(second: str) -> None:
    first = f"It is said that {SAID} 88% of participants agreed with both statements.\n"
    assert told(statements, first + second) == [(2, 1, "the same statement has 88% and 82%")]


@pytest.mark.parametrize(
    "second",
    [
        f"With 88% agreement was the statement For improvement, {SAID}",
        "With 82% agreement was the statement that staff are well supported in all they do.",
        f"82% of staff left. Yet {SAID}",
        "82% of staff agreed with this statement.",
    ],
)
def test_the_same_share_another_statement_or_none_is_left_alone(second: str) -> None:
    first = f"It is said that {SAID} 88% of participants agreed with both statements.\n"
    assert told(statements, first + second) == []


def test_two_measures_with_one_target_are_told() -> None:
    text = "Increased night care by 60% and the people who have it by 10%, exceeding targets of 5%."
    assert told(one_target, text) == [(1, 1, "two measures have one target, 5%")]


@pytest.mark.parametrize(
    "text",
    [
        "Increased night care by 60%, exceeding the target of 5%.",
        "Increased night care by 60% and the people who have it by 10%, exceeding targets of 5% and 8%.",
        "Increased night care by 60% and the people who have it by 10%, exceeding targets of 5% for each.",
        "Increased night care by 60% and training by 10%. Others have targets of 5%.",
    ],
)
def test_a_target_for_each_measure_is_left_alone(text: str) -> None:
    assert told(one_target, text) == []


@pytest.mark.parametrize(
    "said", ["a 100% improvement in meeting the timescale", "a 30% increase in compliance with the standard"]
)
def test_a_percentage_that_may_be_a_change_or_a_share_is_told(said: str) -> None:
    ((_, _, why),) = told(doubtful_percent, f"There was {said}.")
    assert why == "this may be a change or the share that was met: from what to what?"


@pytest.mark.parametrize(
    "text",
    [
        "There was a 100% improvement in meeting the timescale, from 40% to 80%.",
        "100% of plans met the timescale.",
        "There was a 10% increase in referrals.",
    ],
)
def test_a_change_with_its_values_or_of_a_count_is_left_alone(text: str) -> None:
    assert told(doubtful_percent, text) == []
