"""The periods a template offers: of the indicator's cadence, none that has not begun."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.period_choices import HOW_MANY, kind_offered, labels
from indicators.indicator import Unit
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from tests.catalogue_builder import indicator

MONTH, QUARTER, DAY, YEAR = (
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.DAY,
    PeriodKind.FINANCIAL_YEAR,
)


@pytest.mark.parametrize(
    ("cadence", "periods", "asked", "offered"),
    [
        ("monthly", (MONTH,), None, MONTH),
        ("monthly", (DAY,), None, DAY),
        ("quarterly", (YEAR, QUARTER), None, QUARTER),
        ("annual", (PeriodKind.CARE_YEAR,), None, PeriodKind.CARE_YEAR),
        ("annual", (YEAR,), QUARTER, QUARTER),
    ],
)
def test_the_cadence_decides_which_kind_is_offered_unless_one_is_asked_for(
    cadence: str, periods: tuple[PeriodKind, ...], asked: PeriodKind | None, offered: PeriodKind
) -> None:
    item = indicator("CHN22", Unit.PERCENT, cadence=cadence, periods=periods)
    assert kind_offered(item, asked) is offered


@pytest.mark.parametrize(
    ("kind", "first_three"),
    [
        (MONTH, ["2025-02", "2025-01", "2024-12"]),
        (QUARTER, ["2024-25 Q4", "2024-25 Q3", "2024-25 Q2"]),
        (DAY, ["2025-01-31", "2024-12-31", "2024-11-30"]),
        (YEAR, ["2024-25", "2023-24", "2022-23"]),
        (PeriodKind.CARE_YEAR, ["2024-25", "2023-24", "2022-23"]),
        (PeriodKind.CALENDAR_YEAR, ["2025", "2024", "2023"]),
        (PeriodKind.WINDOW, []),
    ],
)
def test_the_latest_period_is_the_one_of_today(kind: PeriodKind, first_three: list[str]) -> None:
    assert labels(kind, date(2025, 2, 14))[:3] == first_three


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)), st.sampled_from(sorted(HOW_MANY)))
def test_every_label_is_a_period_of_its_kind_that_has_begun_and_none_is_left_out(
    today: date, kind: PeriodKind
) -> None:
    periods = [parse(label, kind) for label in labels(kind, today)]
    assert len(periods) == HOW_MANY[kind]
    assert periods[0].start <= today
    assert all(later.years_after(earlier) <= 1 for later, earlier in pairwise(periods))
    if kind is not DAY:
        assert periods[0].end >= today
        assert all((a.start - b.end).days == 1 for a, b in pairwise(periods))
