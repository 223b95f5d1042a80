"""Dates and words that stand for dates: kept as written, sorted as days."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.written.checks import WritingError
from indicators.written.when import NEVER, When, begins, due, on

SAID = date(2019, 6, 26)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2019-07-23", date(2019, 7, 23)),
        ("31-Mar-2023", date(2023, 3, 31)),
        ("30-Mar-2020", date(2020, 3, 30)),
        ("23/07/2019", date(2019, 7, 23)),
        ("June 2019", date(2019, 6, 30)),
        ("During session 2019/20", date(2020, 7, 31)),
        ("2019/20", date(2020, 3, 31)),
        ("2019-20 Q1", date(2019, 6, 30)),
        ("by the end of 2019", date(2019, 12, 31)),
        ("First review December 2016 and reviewed annually thereafter", date(2016, 12, 31)),
        ("1st April 2017. First review of progress September 2016", date(2016, 9, 30)),
        ("1 st April 2017", date(2017, 4, 1)),
        ("Immediate & Continuous", SAID),
        ("within next three months", date(2019, 9, 26)),
        ("within 8 months", date(2020, 2, 26)),
        ("Linked to Improvement Action 2: Leadership Development", None),
        ("31 February 2019", date(2019, 2, 28)),
        ("", None),
    ],
)
def test_what_is_due_keeps_its_words_and_is_sorted_by_the_first_last_day_named(
    words: str, day: date | None
) -> None:
    assert due(words, SAID) == When(words, day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("01-Apr-2017", date(2017, 4, 1)),
        ("Apr-2016", date(2016, 4, 1)),
        ("During session 2019/20", date(2019, 8, 1)),
        ("1 June 2021, the first steps 15 March 2019", date(2019, 3, 15)),
        ("soon", None),
    ],
)
def test_what_begins_is_sorted_by_the_first_day_named(words: str, day: date | None) -> None:
    assert begins(words) == When(words, day)


def test_immediate_says_no_day_where_nobody_knows_when_it_was_said() -> None:
    assert due("Immediate") == When("Immediate", None)


def test_three_months_after_the_last_of_november_is_the_last_of_february() -> None:
    assert due("within three months", date(2019, 11, 30)).day == date(2020, 2, 29)


def test_words_sort_among_dates_and_those_without_a_day_come_last() -> None:
    mixed = [NEVER, due("During session 2019/20"), due("31-Mar-2020"), due("Ongoing"), due("1 August 2020")]
    found = [each.words for each in sorted(mixed, key=lambda each: each.order)]
    assert found == ["31-Mar-2020", "During session 2019/20", "1 August 2020", "", "Ongoing"]


def test_a_day_has_passed_only_the_day_after() -> None:
    friday = on(date(2019, 7, 19))
    assert friday.words == "19 July 2019"
    assert not friday.passed(date(2019, 7, 19))
    assert friday.passed(date(2019, 7, 20))
    assert not due("Ongoing").passed(date(2099, 1, 1))


def test_a_day_without_words_is_refused() -> None:
    with pytest.raises(WritingError, match="Date: it is empty; fill it in"):
        When("", date(2019, 1, 1))
