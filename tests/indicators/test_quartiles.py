"""Quarters: percentiles as others work them out, and none of too few values."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.quartiles import median, percentile, quartile, quartile_cuts, too_few_to_rank

NUMBERS = st.floats(-1e6, 1e6).map(lambda value: round(value, 2))


@given(st.lists(NUMBERS, min_size=2, max_size=40))
def test_cuts_are_those_of_statistics_quantiles_inclusive(values: list[float]) -> None:
    wanted = statistics.quantiles(values, n=4, method="inclusive")
    assert [percentile(values, p) for p in (25, 50, 75)] == pytest.approx(wanted, abs=1e-6)
    assert median(values) == pytest.approx(statistics.median(values), abs=1e-6)


def test_the_ends_are_the_least_and_the_greatest_value() -> None:
    assert (percentile([3.0, 1.0, 2.0], 0), percentile([3.0, 1.0, 2.0], 100)) == (1.0, 3.0)
    assert percentile([7.0], 50) == 7.0


def test_there_are_no_cuts_below_eight_values_and_no_quarter_without_cuts() -> None:
    assert quartile_cuts([1.0] * 7) is None
    assert quartile_cuts([1.0] * 8) == (1.0, 1.0, 1.0)
    assert quartile_cuts([float(place) for place in range(101)]) == (25.0, 50.0, 75.0)
    assert quartile(None, 1.0) is None


@pytest.mark.parametrize(("badness", "quarter"), [(0.0, 1), (1.0, 1), (1.1, 2), (2.0, 2), (3.0, 3), (3.1, 4)])
def test_on_a_cut_is_the_better_quarter(badness: float, quarter: int) -> None:
    assert quartile((1.0, 2.0, 3.0), badness) == quarter


@pytest.mark.parametrize(
    ("councils", "too_few"), [(0, False), (1, True), (2, True), (7, True), (8, False), (32, False)]
)
def test_seven_councils_are_too_few_for_a_rank_and_none_are_no_few(councils: int, too_few: bool) -> None:
    assert too_few_to_rank(councils) is too_few
