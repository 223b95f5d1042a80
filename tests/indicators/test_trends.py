"""Trends: which way a change goes, whether that is better or worse, and when it is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.course import long_trend, short_trend
from indicators.indicator import Polarity, Unit
from indicators.trends import Movement, movement
from tests.builders import (
    HIGHER,
    LOWER,
    NEITHER,
    RANGE,
    make_indicator,
    make_years,
    year,
)

M = Movement
LATEST = year("2021-22")
VALUES = st.floats(-1000, 1000).map(lambda value: round(value, 2))


@pytest.mark.parametrize(
    ("polarity", "before", "now", "expected"),
    [
        (HIGHER, 94.2, 91.5, M.WORSENING),
        (HIGHER, 91.5, 94.2, M.IMPROVING),
        (LOWER, 94.2, 91.5, M.IMPROVING),
        (LOWER, 91.5, 94.2, M.WORSENING),
        (NEITHER, 94.2, 91.5, M.DOWN),
        (NEITHER, 91.5, 94.2, M.UP),
        (RANGE, 90.0, 97.0, M.IMPROVING),
        (RANGE, 97.0, 110.0, M.WORSENING),
        (RANGE, 110.0, 93.0, M.IMPROVING),
        (RANGE, 96.0, 104.0, M.UP),
        (RANGE, 104.0, 96.0, M.DOWN),
        (RANGE, 90.0, 110.0, M.UP),
        (HIGHER, 0.2, 0.5, M.IMPROVING),
        (LOWER, 0.2, 0.5, M.WORSENING),
        (RANGE, 4.2, 4.9, M.IMPROVING),
        (RANGE, 105.0, 106.1, M.WORSENING),
    ],
)
def test_a_change_is_better_or_worse_by_polarity_only(
    polarity: Polarity, before: float, now: float, expected: Movement
) -> None:
    """Within a best range, and without a judgement, a change is up or down and nothing more."""
    assert movement(make_indicator(polarity=polarity), now, before) is expected


@pytest.mark.parametrize(
    ("before", "now", "decimals", "steady"),
    [
        (100.0, 100.9, 1, True),
        (100.0, 101.0, 1, False),
        (10.0, 10.1, 1, False),
        (10.0, 10.09, 1, True),
        (1.0, 1.049, 1, True),
        (1.0, 1.05, 1, False),
        (1.0, 0.95, 1, False),
        (1.0, 1.4, 0, True),
        (1.0, 1.5, 0, False),
        (0.0, 0.0, 1, True),
        (0.0, 0.04, 1, True),
        (0.0, 0.05, 1, False),
        (-100.0, -100.5, 1, True),
        (-100.0, -101.0, 1, False),
    ],
)
def test_steady_is_less_than_one_percent_or_half_the_last_decimal(
    before: float, now: float, decimals: int, steady: bool
) -> None:
    """The threshold itself is a movement, however binary fractions fall; a change from 0 is measured too."""
    found = movement(make_indicator(decimals=decimals), now, before)
    assert (found is M.STEADY) is steady


@given(VALUES, VALUES)
def test_lower_is_better_is_the_mirror_of_higher_is_better(before: float, now: float) -> None:
    mirror = {M.IMPROVING: M.WORSENING, M.WORSENING: M.IMPROVING, M.STEADY: M.STEADY}
    found = movement(make_indicator(polarity=HIGHER), now, before)
    assert movement(make_indicator(polarity=LOWER), now, before) is mirror[found]


@given(st.lists(VALUES, min_size=2, max_size=12))
def test_without_a_judgement_nothing_is_better_or_worse(values: list[float]) -> None:
    series = make_years(values)
    indicator = make_indicator(polarity=NEITHER)
    for trend in (
        short_trend(indicator, series, series[-1][0]),
        long_trend(indicator, series, series[-1][0]),
    ):
        assert trend is None or trend.movement in (M.UP, M.DOWN, M.STEADY)


def test_the_arrow_follows_the_number_and_not_the_judgement() -> None:
    up = short_trend(make_indicator(unit=Unit.COUNT), make_years([10.0, 20.0]), year("2011-12"))
    steady = short_trend(make_indicator(), make_years([10.0, 10.0]), year("2011-12"))
    assert up is not None
    assert steady is not None
    assert (up.arrow, up.movement, steady.arrow) == ("up", M.WORSENING, "steady")
