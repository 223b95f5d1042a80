"""When an edition is older than its source's cycle."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue_files import load_catalogue
from indicators.freshness import ALLOWED_MONTHS, Freshness, age_in_words, age_on, freshness

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("cadence", "published", "expected"),
    [
        ("annual", "2024-02", Freshness(33, True)),
        ("annual", "2025-08", Freshness(15, False)),
        ("annual", "2025-07", Freshness(16, True)),
        ("annual", "2025-07-21", Freshness(15, False)),
        ("annual", "2025", Freshness(11, False)),
        ("monthly", "2026-09", Freshness(2, False)),
        ("monthly", "2026-08", Freshness(3, True)),
        ("monthly or quarterly", "2026-07", Freshness(4, False)),
        ("monthly or quarterly", "2026-06-20", Freshness(5, True)),
        ("irregular", "2019-06-26", Freshness(88, None)),
    ],
)
def test_an_edition_is_late_when_its_cycle_and_a_quarter_have_passed(
    cadence: str, published: str, expected: Freshness
) -> None:
    assert freshness(cadence, published, TODAY) == expected


@pytest.mark.parametrize("published", ["2026", "2026-12", "2027-01-01", "2026-11-21"])
def test_an_edition_dated_after_today_is_of_this_month(published: str) -> None:
    assert freshness("annual", published, TODAY) == Freshness(0, False)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 9_000), st.integers(0, 400))
def test_an_edition_never_gets_fresher_with_time(published: date, days: int, more: int) -> None:
    printed = published.isoformat()
    now = freshness("annual", printed, published + timedelta(days))
    later = freshness("annual", printed, published + timedelta(days + more))
    assert later.months >= now.months
    assert later.late or not now.late


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "this month"),
        (1, "1 month ago"),
        (5, "5 months ago"),
        (12, "1 year ago"),
        (24, "2 years ago"),
        (33, "2 years and 9 months ago"),
        (13, "1 year and 1 month ago"),
    ],
)
def test_an_age_is_said_in_years_and_months(months: int, words: str) -> None:
    assert age_in_words(months) == words


def test_every_cadence_of_the_catalogue_has_a_cycle_or_is_irregular() -> None:
    cadences = {source.cadence for source in load_catalogue().sources.values()}
    assert cadences - {"irregular"} <= set(ALLOWED_MONTHS)


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (date(2022, 7, 31), "4 years old"),
        (date(2021, 11, 21), "4 years old"),
        (date(2024, 11, 20), "2 years old"),
        (date(2024, 11, 21), "23 months old"),
        (date(2026, 10, 20), "1 month old"),
        (date(2026, 10, 21), "less than a month old"),
        (date(2027, 3, 31), "less than a month old"),
    ],
)
def test_a_period_is_as_old_as_its_last_day(end: date, words: str) -> None:
    assert age_on(end, TODAY) == words
