"""Control limits of funnel plots: against published values, by size, and what is too much for chance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from indicators.catalogue_files import load_catalogue
from indicators.funnel_plot import ControlLimits, Zone, bases_between, control_limits, more_than_chance
from indicators.indicator import Indicator, IntervalKind

SHARE = replace(load_catalogue()["CHN22"], interval=IntervalKind.PERCENTAGE, scale=0)
RATE = replace(load_catalogue()["SW06"], interval=IntervalKind.RATE, scale=1000)
MONEY = load_catalogue()["SW01"]

# Wilson: 50 of 100 as in Newcombe (1998), and by hand; Byar: 10 and 100 cases as in Breslow and Day (1987).
LIMITS = [
    (SHARE, 50, 100, (40.383, 59.617)),
    (SHARE, 8, 250, (5.238, 12.033)),
    (SHARE, 0, 100, (0, 3.699)),
    (SHARE, 100, 100, (96.301, 100)),
    (RATE, 10, 1000, (4.787, 18.391)),
    (RATE, 100, 1000, (81.362, 121.628)),
    (RATE, 0, 1000, (0, 3.668)),
]


@pytest.mark.parametrize(("indicator", "centre", "base", "inner"), LIMITS)
def test_the_inner_limits_are_those_of_wilson_and_byar(
    indicator: Indicator, centre: float, base: float, inner: tuple[float, float]
) -> None:
    found = control_limits(indicator, centre, base)
    assert (found.low, found.high) == pytest.approx(inner, abs=0.001)


def test_the_outer_limits_lie_3_09_deviates_out() -> None:
    found = control_limits(SHARE, 50, 100)
    assert (found.far_low, found.far_high) == pytest.approx((35.238, 64.762), abs=0.001)


@pytest.mark.parametrize(
    ("indicator", "centre", "base"),
    [(MONEY, 10, 100), (SHARE, 8, 0), (SHARE, -1, 100), (SHARE, 101, 100), (RATE, 8, -5)],
)
def test_without_counts_or_sense_there_are_no_limits(
    indicator: Indicator, centre: float, base: float
) -> None:
    with pytest.raises(ValueError, match="limits"):
        control_limits(indicator, centre, base)


bases = st.floats(5, 1e6)


@given(st.sampled_from([SHARE, RATE]), st.floats(0, 100), bases)
def test_limits_are_in_order_around_the_centre(indicator: Indicator, centre: float, base: float) -> None:
    found = control_limits(indicator, centre, base)
    assert found.far_low <= found.low + 1e-9
    assert found.low <= centre + 1e-9
    assert centre <= found.high + 1e-9
    assert found.high <= found.far_high + 1e-9
    assert found.far_low >= 0


@given(st.sampled_from([SHARE, RATE]), st.floats(1, 99), bases, st.floats(1.5, 50))
def test_a_larger_council_has_narrower_limits(
    indicator: Indicator, centre: float, base: float, times: float
) -> None:
    small, large = control_limits(indicator, centre, base), control_limits(indicator, centre, base * times)
    assert large.high - large.low < small.high - small.low
    assert large.far_high - large.far_low < small.far_high - small.far_low


@pytest.mark.parametrize(
    ("value", "zone"),
    [
        (3.9, Zone.FAR_BELOW),
        (4.0, Zone.BELOW),
        (5.9, Zone.BELOW),
        (6.0, Zone.INSIDE),
        (10.0, Zone.INSIDE),
        (10.1, Zone.ABOVE),
        (12.0, Zone.ABOVE),
        (12.1, Zone.FAR_ABOVE),
    ],
)
def test_on_a_limit_is_inside_it(value: float, zone: Zone) -> None:
    assert ControlLimits(4, 6, 10, 12).zone(value) is zone
    assert zone.outside == (zone in (Zone.FAR_ABOVE, Zone.FAR_BELOW))


def test_bases_go_from_the_smallest_to_the_largest_in_equal_ratios() -> None:
    assert bases_between(10, 1000, 3) == pytest.approx((10, 100, 1000))
    assert bases_between(7, 7, 2) == (7, 7)


def test_small_bases_and_rare_cases_have_limits_too() -> None:
    found = control_limits(SHARE, 0.5, 1)
    assert 0 <= found.low < 0.5 < found.high <= 100
    assert bases_between(0.5, 2, 3) == pytest.approx((0.5, 1, 2))


@pytest.mark.parametrize(("low", "high", "count"), [(0, 10, 5), (10, 5, 5), (1, 2, 1)])
def test_no_bases_lie_between_ends_that_make_no_sense(low: float, high: float, count: int) -> None:
    with pytest.raises(ValueError, match="there is no way"):
        bases_between(low, high, count)


@pytest.mark.parametrize(("beyond", "too_many"), [(0, False), (2, False), (6, False), (7, True), (32, True)])
def test_seven_of_32_beyond_the_inner_limits_are_more_than_chance(beyond: int, too_many: bool) -> None:
    # With 0.05 each, 6 or more happen with probability 0.0040, 7 or more with 0.0009.
    zones = [Zone.ABOVE] * beyond + [Zone.INSIDE] * (32 - beyond)
    assert more_than_chance(zones) is too_many


@example((6, 25))
@given(st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_too_many_for_chance_equals_the_binomial_of_an_independent_library(counts: tuple[int, int]) -> None:
    beyond, n = counts
    zones = [Zone.FAR_BELOW] * beyond + [Zone.INSIDE] * (n - beyond)
    assert more_than_chance(zones) is bool(stats.binom.sf(beyond - 1, n, 0.05) < 0.001)
