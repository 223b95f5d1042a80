"""The recent trend: tested over five figures with intervals, or not tested and why."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from indicators.figures import Figure, Status
from indicators.indicator import Indicator, IntervalKind, Polarity, SeriesBreak
from indicators.intervals import interval
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.recent_trend import CRITICAL_CHI_SQUARE, RecentTrend, Verdict, fit, recent_trend
from indicators.trends import Point
from tests.builders import HIGHER, LOWER, NEITHER, RANGE, make_indicator, year

V = Verdict
SHARE = make_indicator(interval=IntervalKind.PERCENTAGE)
YEARS = ("2017-18", "2018-19", "2019-20", "2020-21", "2021-22")
LATEST = year("2021-22")
RISING, FLAT = (200, 240, 280, 320, 360), (200, 210, 190, 205, 195)


def share(cases: int, base: int = 1000) -> Figure:
    """A percentage of its counts."""
    return Figure(cases / base * 100, numerator=cases, denominator=base)


def series(
    cases: Sequence[int], labels: Sequence[str] = YEARS, base: int = 1000, kind: PeriodKind | None = None
) -> list[Point]:
    """Percentages by period label."""
    return [(parse(label, kind), share(each, base)) for label, each in zip(labels, cases, strict=True)]


def trend_of(cases: Sequence[int], indicator: Indicator = SHARE, base: int = 1000) -> RecentTrend:
    """The recent trend of five years of cases."""
    return recent_trend(indicator, series(cases, base=base), LATEST)


@pytest.mark.parametrize(
    ("polarity", "rising", "falling"),
    [
        (HIGHER, V.IMPROVING, V.WORSENING),
        (LOWER, V.WORSENING, V.IMPROVING),
        (NEITHER, V.UP, V.DOWN),
    ],
)
def test_a_clear_line_is_judged_by_polarity(polarity: Polarity, rising: Verdict, falling: Verdict) -> None:
    indicator = make_indicator(interval=IntervalKind.PERCENTAGE, polarity=polarity)
    assert trend_of(RISING, indicator).verdict is rising
    assert trend_of(RISING[::-1], indicator).verdict is falling
    rare = (20_000, 24_000, 28_000, 32_000, 36_000)
    assert trend_of(rare, indicator, base=10_000_000).verdict is rising
    assert trend_of(rare[::-1], indicator, base=10_000_000).verdict is falling


def test_a_line_towards_a_best_range_improves_and_one_inside_it_is_up_or_down() -> None:
    indicator = make_indicator(interval=IntervalKind.PERCENTAGE, polarity=RANGE)
    assert trend_of((700, 760, 820, 880, 940), indicator).verdict is V.IMPROVING
    assert trend_of((960, 965, 970, 980, 990), indicator).verdict is V.UP


def test_the_working_is_the_slope_a_year_chi_squared_and_the_periods() -> None:
    found = trend_of(RISING)
    assert found.slope == pytest.approx(3.98, abs=0.05)
    assert found.chi_square > CRITICAL_CHI_SQUARE
    assert [period.label for period in found.periods] == list(YEARS)
    assert found.reason == ""


def test_small_changes_are_no_significant_change() -> None:
    found = trend_of(FLAT)
    assert (found.verdict, found.chi_square < CRITICAL_CHI_SQUARE) == (V.NO_CHANGE, True)


def test_the_same_line_on_smaller_numbers_is_not_significant() -> None:
    assert trend_of((20, 24, 28, 32, 36), base=100).verdict is V.NO_CHANGE
    assert trend_of((2000, 2400, 2800, 3200, 3600), base=10_000).verdict is V.WORSENING


def test_one_figure_that_makes_the_whole_slope_makes_no_trend() -> None:
    found = trend_of((302, 301, 300, 299, 400))
    assert found.chi_square > CRITICAL_CHI_SQUARE
    assert found.verdict is V.NO_CHANGE


def test_a_slope_of_nothing_has_no_sign_to_keep() -> None:
    """Without its first figure the series is the same forwards and backwards, so its slope is exactly 0."""
    found = trend_of((1, 108, 4, 4, 108))
    assert found.chi_square > CRITICAL_CHI_SQUARE
    assert found.verdict is V.NO_CHANGE


def test_the_critical_value_is_the_998th_thousandth_of_chi_squared() -> None:
    assert pytest.approx(stats.chi2.ppf(0.998, 1), abs=5e-5) == CRITICAL_CHI_SQUARE


@given(st.lists(st.integers(1, 999), min_size=5, max_size=5))
def test_slope_and_chi_squared_equal_a_weighted_fit_of_an_independent_library(cases: list[int]) -> None:
    found = trend_of(cases)
    widths = [interval(SHARE, share(each)) for each in cases]
    errors = np.array([(w.upper - w.lower) / 2 / 1.959963984540054 for w in widths if w])
    values = np.array(cases) / 10
    (slope, _), covariance = np.polyfit(np.arange(5), values, 1, w=1 / errors, cov="unscaled")
    assert found.slope == pytest.approx(slope, abs=1e-9)
    assert found.chi_square == pytest.approx(slope**2 / covariance[0, 0], rel=1e-6, abs=1e-9)


@example([1, 108, 4, 4, 108])
@given(st.lists(st.integers(1, 999), min_size=5, max_size=5))
def test_turning_a_series_round_turns_its_verdict_round(cases: list[int]) -> None:
    round_about = {V.IMPROVING: V.WORSENING, V.WORSENING: V.IMPROVING, V.NO_CHANGE: V.NO_CHANGE}
    assert trend_of(cases[::-1]).verdict is round_about[trend_of(cases).verdict]


def test_a_line_through_equal_weights_has_the_plain_slope() -> None:
    slope, chi_square = fit([(0.0, 1.0, 1.0), (1.0, 3.0, 1.0), (2.0, 5.0, 1.0)])
    assert (slope, chi_square) == (pytest.approx(2.0), pytest.approx(8.0))


def test_only_the_five_figures_up_to_the_period_count() -> None:
    years = ("2015-16", "2016-17", *YEARS, "2022-23")
    longer = series((900, 800, *RISING, 10), years)
    assert recent_trend(SHARE, longer, LATEST) == trend_of(RISING)
    assert recent_trend(SHARE, longer[::-1], LATEST) == trend_of(RISING)


def test_days_a_year_apart_and_windows_side_by_side_can_be_tested() -> None:
    days = tuple(f"31 July {year}" for year in range(2015, 2020))
    found = recent_trend(SHARE, series(RISING, days), parse("31 July 2019"))
    assert found.verdict is V.WORSENING
    windows = ("2004-07", "2007-10", "2010-13", "2013-16", "2016-19")
    wide = recent_trend(SHARE, series(RISING, windows), parse("2016-19"))
    assert wide.verdict is V.WORSENING
    assert wide.slope == pytest.approx(found.slope / 3)


CARE = PeriodKind.CARE_YEAR


@pytest.mark.parametrize(
    ("points", "latest", "reason"),
    [
        (series(RISING[:4], YEARS[1:]), "2021-22", "fewer than 5 figures are known"),
        (series(RISING), "2022-23", "there is no figure for 2022-23"),
        ([], "2021-22", "there is no figure for 2021-22"),
        (series(RISING, kind=CARE), "2021-22", "there is no figure for 2021-22"),
        (
            series(RISING, ("2016-17", *YEARS[1:])),
            "2021-22",
            "there is a gap between 2016-17 and 2018-19",
        ),
        (
            series(RISING, ("2013-16", "2014-17", "2015-18", "2016-19", "2017-20")),
            "2017-20",
            "the periods 2013-16 and 2014-17 overlap",
        ),
        (
            series(RISING, tuple(f"2019-0{month}" for month in range(1, 6)), kind=PeriodKind.MONTH),
            "May 2019",
            "months and quarters follow the seasons; their process limits tell more",
        ),
        (
            series(RISING, ("31 July 2015", *(f"1 August {y}" for y in range(2016, 2020)))),
            "1 August 2019",
            "there is a gap between 31 July 2015 and 1 August 2016",
        ),
    ],
)
def test_what_cannot_be_tested_says_why(points: list[Point], latest: str, reason: str) -> None:
    expected = RecentTrend(V.NOT_TESTED, reason=reason)
    assert recent_trend(SHARE, points, parse(latest)) == expected


def test_a_break_within_the_five_is_not_crossed_and_one_before_them_does_no_harm() -> None:
    inside = make_indicator(
        interval=IntervalKind.PERCENTAGE, breaks=(SeriesBreak("2019-20", "counted anew"),)
    )
    before = make_indicator(
        interval=IntervalKind.PERCENTAGE, breaks=(SeriesBreak("2017-18", "counted anew"),)
    )
    assert trend_of(RISING, inside).reason == "the series breaks at 2019-20: counted anew"
    assert trend_of(RISING, before).verdict is V.WORSENING


def test_a_figure_without_an_interval_or_a_judged_number_is_no_point() -> None:
    bare = series(RISING)
    bare[2] = (bare[2][0], Figure(28.0))
    assert recent_trend(SHARE, bare, LATEST).reason == "no 95% interval is known for 2019-20"
    bare[2] = (bare[2][0], Figure(28.0, Status.DOUBTFUL, 280, 1000))
    assert recent_trend(SHARE, bare, LATEST).reason == "fewer than 5 figures are known"
    assert trend_of(RISING, make_indicator()).reason == "no 95% interval is known for 2017-18"


def test_every_verdict_has_words_and_none_judges_without_a_polarity() -> None:
    assert len({verdict.words for verdict in V}) == len(V)
    assert V.NOT_TESTED.words == "cannot be tested"
    indicator = make_indicator(interval=IntervalKind.PERCENTAGE, polarity=NEITHER)
    assert trend_of(RISING, indicator).verdict.words == "going up"
    assert math.copysign(1, trend_of(RISING[::-1], indicator).slope) < 0
