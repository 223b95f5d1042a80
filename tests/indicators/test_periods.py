"""Periods: their order, their words, and what may be compared with what."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse

K = PeriodKind
DAYS = st.tuples(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
PERIODS = st.builds(lambda kind, ends: Period(kind, min(ends), max(ends)), st.sampled_from(K), DAYS)


@given(st.lists(PERIODS, min_size=2, max_size=8))
def test_periods_are_ordered_by_end_then_start(periods: list[Period]) -> None:
    keys = [(period.end, period.start) for period in sorted(periods)]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("one", "other", "comparable"),
    [
        (("2019-20", None), ("2018-19", None), True),
        (("2019-20", None), ("2018-19", K.CARE_YEAR), False),
        (("2017-20", None), ("2016-19", None), True),
        (("2017-20", None), ("2016-20", None), False),
        (("2019-20 Q1", None), ("2019-04", None), False),
        (("2019", None), ("2019-20", None), False),
        (("2019-07-31", None), ("2018-07-31", None), True),
    ],
)
def test_only_one_kind_and_length_is_comparable(
    one: tuple[str, PeriodKind | None], other: tuple[str, PeriodKind | None], comparable: bool
) -> None:
    assert parse(*one).comparable(parse(*other)) is comparable


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("2019-07-31", "31 July 2019", "on 31 July 2019"),
        ("2019-04", "April 2019", "in April 2019"),
        ("2019-20 Q1", "2019-20 Q1", "in 2019-20 Q1"),
        ("2019", "2019", "in 2019"),
    ],
)
def test_a_day_and_a_month_are_said_in_words(text: str, words: str, when: str) -> None:
    assert (parse(text).words, parse(text).when) == (words, when)


@pytest.mark.parametrize(
    ("text", "months"),
    [("2019-20", 12), ("2017-20", 36), ("2019-20 Q4", 3), ("2019-02", 1), ("2019-07-31", 0)],
)
def test_a_period_knows_its_length_in_months(text: str, months: int) -> None:
    assert parse(text).months == months


@pytest.mark.parametrize(
    ("period", "first", "reached"),
    [
        ("2019-20", "2019-20", True),
        ("2018-19", "2019-20", False),
        ("2015-18", "2017-20", False),
        ("2018-21", "2017-20", True),
        ("2019-03", "2019-20", False),
        ("2019-04", "2019-20", True),
        ("2019-07-31", "2019-20", True),
        ("2019-04-01", "2019-20", True),
        ("2019-03-31", "2019-20", False),
        ("2019-20 Q1", "2019-20", True),
        ("2018-19 Q4", "2019-20", False),
        ("2016-19", "2019-20", False),
        ("2017-20", "2019-20", True),
    ],
)
def test_a_period_reaches_another_whatever_their_kinds(period: str, first: str, reached: bool) -> None:
    assert parse(period).reaches(parse(first)) is reached


@pytest.mark.parametrize(
    ("later", "earlier", "years"),
    [
        ("2019-20", "2018-19", 1.0),
        ("2019-20", "2017-18", 2.0),
        ("2019-20", "2009-10", 10.0),
        ("2019-07-31", "2019-03-31", 0.3),
        ("2011-07-31", "2010-03-31", 1.3),
        ("2018-04", "2019-04", -1.0),
    ],
)
def test_the_years_between_two_periods_are_those_between_their_ends(
    later: str, earlier: str, years: float
) -> None:
    assert parse(later).years_after(parse(earlier)) == years
