"""The 95% interval of a figure made of counts, against published tables and an independent library."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from indicators.catalogue_files import load_catalogue
from indicators.figures import Figure, Status
from indicators.indicator import Indicator, IntervalKind, Unit
from indicators.intervals import (
    FEWEST_FOR_BYAR,
    Interval,
    Method,
    byar,
    exact_poisson,
    interval,
    reproduces,
    wilson,
)
from indicators.store.read import figures_of
from indicators.store.store import Store
from tests.builders import make_indicator

SHARE = make_indicator(interval=IntervalKind.PERCENTAGE)
RATE = make_indicator(unit=Unit.RATE, per="per 1,000 people", interval=IntervalKind.RATE, scale=1000.0)
DECLARED = [item for item in load_catalogue().indicators.values() if item.interval is not IntervalKind.NONE]
BUNDLED = {"ASP_REFERRALS_POLICE_PCT", "LAC_INTERNAL_FOSTER_PCT", "LAC_PERMANENCE_ORDERS_PCT", "SW06"}
BASES = st.integers(1, 1_000_000)


def of_share(cases: float, base: float, value: float | None = None, **changes: Any) -> Interval | None:
    """The interval of a percentage with its parts."""
    shown = cases / base * 100 if value is None else value
    return interval(SHARE, Figure(shown, numerator=cases, denominator=base, **changes))


def of_rate(cases: int, base: int) -> Interval:
    """The interval of a rate per 1,000 with its parts."""
    found = interval(RATE, Figure(cases / base * 1000, numerator=cases, denominator=base))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("cases", "base", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_published_worked_values(cases: int, base: int, lower: float, upper: float) -> None:
    """Newcombe (1998), Statistics in Medicine 17, Table I, method 3."""
    assert [round(end, 4) for end in wilson(cases, base)] == [lower, upper]


@pytest.mark.parametrize(
    ("cases", "lower", "upper"),
    [
        (0, 0.0, 3.689),
        (1, 0.025, 5.572),
        (2, 0.242, 7.225),
        (3, 0.619, 8.767),
        (4, 1.090, 10.242),
        (5, 1.623, 11.668),
        (9, 4.115, 17.085),
        (10, 4.795, 18.390),
    ],
)
def test_exact_poisson_gives_the_published_table(cases: int, lower: float, upper: float) -> None:
    """Garwood (1936), Biometrika 28, Table 1, with 2.5% in each tail."""
    assert [round(end, 3) for end in exact_poisson(cases)] == [lower, upper]


@pytest.mark.parametrize(
    ("cases", "low", "high"), [(10, 0.480, 1.84), (100, 0.814, 1.22), (1000, 0.939, 1.06)]
)
def test_byar_agrees_with_the_published_factors_of_the_exact_limits(
    cases: int, low: float, high: float
) -> None:
    """Breslow and Day (1987), Table 2.10: what a count is multiplied by; Byar is right to three figures."""
    lower, upper = byar(cases)
    assert lower / cases == pytest.approx(low, abs=0.0015)
    assert upper / cases == pytest.approx(high, abs=0.006)


@given(BASES.flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))))
def test_wilson_equals_an_independent_library(counts: tuple[int, int]) -> None:
    cases, base = counts
    known = stats.binomtest(cases, base).proportion_ci(0.95, method="wilson")
    assert wilson(cases, base) == pytest.approx((known.low, known.high), abs=1e-11)


@pytest.mark.parametrize("cases", range(60))
def test_exact_poisson_equals_the_chi_square_quantiles_of_an_independent_library(cases: int) -> None:
    low = stats.chi2.ppf(0.025, 2 * cases) / 2 if cases else 0.0
    assert exact_poisson(cases) == pytest.approx((low, stats.chi2.ppf(0.975, 2 * cases + 2) / 2), rel=1e-11)


@given(st.integers(FEWEST_FOR_BYAR, 10_000_000))
def test_byar_is_close_to_exact_and_contains_its_count(cases: int) -> None:
    low, high = byar(cases)
    exact = stats.chi2.ppf(0.025, 2 * cases) / 2, stats.chi2.ppf(0.975, 2 * cases + 2) / 2
    assert low < cases < high
    assert (low, high) == pytest.approx(exact, rel=2e-3)


def test_a_percentage_has_its_interval_on_its_own_scale() -> None:
    found = of_share(81, 263)
    assert found is not None
    assert (round(found.lower, 2), round(found.upper, 2)) == (25.53, 36.62)
    assert found.method is Method.WILSON


def test_a_rate_turns_from_exact_to_byar_at_ten_cases() -> None:
    few, none, enough = of_rate(9, 1000), of_rate(0, 2000), of_rate(10, 500)
    assert (few.method, none.method, enough.method) == (
        Method.EXACT_POISSON,
        Method.EXACT_POISSON,
        Method.BYAR,
    )
    assert (few.lower, few.upper) == pytest.approx((4.1154, 17.0848), abs=1e-4)
    assert (none.lower, none.upper) == pytest.approx((0.0, 3.6889 / 2), abs=1e-4)
    assert (enough.lower, enough.upper) == pytest.approx((9.5749, 36.7829), abs=1e-4)


@pytest.mark.parametrize(
    ("indicator", "figure"),
    [
        (make_indicator(), Figure(50.0, numerator=10, denominator=20)),
        (make_indicator(unit=Unit.POUNDS), Figure(50.0, numerator=100, denominator=2)),
        (SHARE, Figure(50.0)),
        (SHARE, Figure(50.0, numerator=10)),
        (SHARE, Figure(50.0, denominator=20)),
        (SHARE, Figure(0.0, numerator=0, denominator=0)),
        (SHARE, Figure(None, Status.SUPPRESSED, 10, 20)),
        (SHARE, Figure(None, Status.NOT_AVAILABLE, 10, 20)),
        (SHARE, Figure(50.0, Status.DOUBTFUL, 10, 20)),
        (SHARE, Figure(52.5, numerator=10.5, denominator=20)),
        (SHARE, Figure(48.78, numerator=10, denominator=20.5)),
        (SHARE, Figure(110.0, numerator=22, denominator=20)),
        (RATE, Figure(1100.0, numerator=22, denominator=20)),
        (SHARE, Figure(-50.0, numerator=-10, denominator=20)),
        (SHARE, Figure(0.5, numerator=10, denominator=20)),
        (SHARE, Figure(50.2, numerator=10, denominator=20)),
        (RATE, Figure(50.0, numerator=10, denominator=20)),
    ],
)
def test_there_is_no_interval_without_sound_counts_that_make_the_value(
    indicator: Indicator, figure: Figure
) -> None:
    assert interval(indicator, figure) is None


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.PROVISIONAL, Status.ESTIMATED])
def test_every_judged_status_has_an_interval(status: Status) -> None:
    assert of_share(10, 20, status=status) is not None


def test_the_arithmetic_of_a_publisher_does_not_unmake_a_count() -> None:
    assert of_share(10.0000000002, 20.0, 50.0) == of_share(10, 20)


@pytest.mark.parametrize(
    ("value", "made", "same"),
    [
        (85.0, 84.86, True),
        (84.9, 84.86, True),
        (84.8, 84.86, False),
        (84.87, 84.8626, False),
        (58.6, 58.647, True),
        (0.0, 0.0, True),
        (0.0, 0.6, False),
        (107.5095015, 107.50950155, True),
        (43.73, 43.8889, False),
        (1 / 3, 0.334, False),
        (1 / 3, 1 / 3 + 1e-7, True),
        (0.001, 0.0021, False),
    ],
)
def test_a_value_is_made_by_its_parts_to_within_its_last_decimal(
    value: float, made: float, same: bool
) -> None:
    assert reproduces(value, made) is same


@given(BASES.flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))))
def test_an_interval_contains_the_value_and_stays_within_the_possible(counts: tuple[int, int]) -> None:
    cases, base = counts
    share, rate = of_share(cases, base), of_rate(cases, base)
    assert share is not None
    assert 0 <= share.lower <= cases / base * 100 + 1e-9
    assert cases / base * 100 - 1e-9 <= share.upper <= 100
    assert 0 <= rate.lower <= cases / base * 1000 <= rate.upper


@pytest.mark.parametrize("cases", [1e-13, 1e-16, 10 - 1e-12, 10 - 1e-15])
def test_wilson_of_next_to_no_cases_leaves_no_dust_below_0_or_above_1(cases: float) -> None:
    """A funnel expects parts of a case: 1e-13 of 10 came to -1.6e-17."""
    low, high = wilson(cases, 10)
    assert (low >= 0, high <= 1) == (True, True)


@given(st.integers(1, 200), st.integers(0, 200), st.integers(2, 50))
def test_an_interval_narrows_as_the_same_share_rests_on_more(cases: int, others: int, times: int) -> None:
    base = cases + others
    few, many = of_share(cases, base), of_share(cases * times, base * times)
    assert few is not None
    assert many is not None
    assert many.standard_error < few.standard_error
    assert of_rate(cases * times, base * times).standard_error < of_rate(cases, base).standard_error


@given(BASES.flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))))
def test_wilson_of_the_others_is_the_mirror(counts: tuple[int, int]) -> None:
    cases, base = counts
    low, high = wilson(base - cases, base)
    assert wilson(cases, base) == pytest.approx((1 - high, 1 - low), abs=1e-12)


def test_the_standard_error_comes_from_the_width() -> None:
    assert math.isclose(Interval(10.0, 10.0 + 2 * 1.959963984540054, Method.BYAR).standard_error, 1.0)


def test_an_end_that_touches_a_reference_does_not_exclude_it() -> None:
    found = Interval(5.0, 7.0, Method.WILSON)
    assert [found.excludes(at) for at in (4.999, 5.0, 5.0 - 1e-10, 6.0, 7.0, 7.001)] == [
        True, False, False, False, False, True
    ]  # fmt: skip


def test_every_method_has_words_of_its_own() -> None:
    assert len({method.words for method in Method}) == len(Method)


@pytest.mark.parametrize("item", DECLARED, ids=lambda item: item.code)
def test_a_declared_indicator_is_a_share_or_a_rate_and_never_money(item: Indicator) -> None:
    assert not item.unit.is_money
    assert not item.priced
    assert item.unit is (Unit.PERCENT if item.interval is IntervalKind.PERCENTAGE else Unit.RATE)


def test_every_bundled_figure_of_a_declared_indicator_is_made_by_its_counts(store: Store) -> None:
    areas = list(store.catalogue.areas.by_code)
    with store.engine.connect() as connection:
        rows = figures_of(connection, [item.code for item in DECLARED], areas)
    parts = [row for row in rows if row.figure.number is not None and row.figure.numerator is not None]
    assert {row.indicator for row in parts} == BUNDLED
    assert [row for row in parts if interval(store.catalogue[row.indicator], row.figure) is None] == []
    assert [row for row in rows if row.interval != interval(store.catalogue[row.indicator], row.figure)] == []
