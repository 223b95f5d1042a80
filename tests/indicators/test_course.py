"""The course of a series: against the figure before, against the longer run, and whether that is usual."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.course import Course, long_trend, short_trend
from indicators.figures import Figure, Status
from indicators.indicator import SeriesBreak
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.trends import Movement, Point, Usual
from tests.builders import (
    THREE_YEARS,
    make_figure,
    make_indicator,
    make_series,
    make_years,
    year,
)

M = Movement
LATEST = year("2021-22")
VALUES = st.floats(-1000, 1000).map(lambda value: round(value, 2))


def test_the_short_trend_is_the_change_from_the_period_before() -> None:
    trend = short_trend(make_indicator(), make_series(THREE_YEARS), LATEST)
    assert trend is not None
    assert trend.change == pytest.approx(-1.8)
    assert (trend.since.label, trend.compared_with, trend.years) == ("2020-21", 9.6, 1.0)
    assert (trend.movement, trend.arrow) == (M.IMPROVING, "down")


@pytest.mark.parametrize(
    ("now", "arrow"), [(8.2, "up"), (7.4, "down"), (9.8, "up"), (5.8, "down"), (7.8, "steady")]
)
def test_the_arrow_is_that_of_the_number_itself_however_small_its_step(now: float, arrow: str) -> None:
    trend = short_trend(make_indicator(), make_series({"2020-21": 7.8, "2021-22": now}), LATEST)
    assert trend is not None
    assert trend.arrow == arrow


def test_a_change_over_a_gap_names_the_last_period_with_data_and_the_years() -> None:
    """2018-19 to 2020-21 have no number; the change is not one of one year."""
    gap = {"2017-18": 9.0, "2018-19": None, "2020-21": None, "2021-22": 7.0}
    trend = short_trend(make_indicator(), make_series(gap), LATEST)
    assert trend is not None
    assert (trend.since.label, trend.years) == ("2017-18", 4.0)


@pytest.mark.parametrize("status", [Status.MISSING, Status.SUPPRESSED, Status.AWAITED, Status.DOUBTFUL])
def test_what_is_not_a_judged_number_is_never_compared(status: Status) -> None:
    """It is not taken as 0, neither as the latest figure nor as the one before."""
    odd = Figure(5.0 if status.may_have_number else None, status)
    before = (year("2019-20"), make_figure(9.0))
    latest_odd: tuple[Point, ...] = (before, (LATEST, odd))
    assert short_trend(make_indicator(), latest_odd, LATEST) is None
    assert long_trend(make_indicator(), latest_odd, LATEST) is None
    between: tuple[Point, ...] = (before, (year("2020-21"), odd), (LATEST, make_figure(7.0)))
    trend = short_trend(make_indicator(), between, LATEST)
    assert trend is not None
    assert trend.since.label == "2019-20"


def test_one_figure_or_none_has_no_trend() -> None:
    one = make_series({"2021-22": 7.8})
    assert short_trend(make_indicator(), one, LATEST) is None
    assert short_trend(make_indicator(), (), LATEST) is None
    assert long_trend(make_indicator(), one, LATEST) is None


def test_only_periods_of_one_kind_and_length_are_compared() -> None:
    mixed = make_series({"2017-20": 5.0, "2020": 6.0, "2020-21 Q4": 4.0, "2021-22": 7.0}, None)
    assert short_trend(make_indicator(), mixed, LATEST) is None


def test_figures_after_the_period_in_question_do_not_count() -> None:
    series = make_series(THREE_YEARS)
    trend = short_trend(make_indicator(), series, year("2020-21"))
    assert trend is not None
    assert trend.since.label == "2019-20"
    assert trend.change == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("labels", "since"),
    [
        (["2018-04", "2018-05", "2019-03", "2019-04"], "2018-04"),
        (["2018-19 Q1", "2018-19 Q4", "2019-20 Q1"], "2018-19 Q1"),
        (["2018-19 Q3", "2018-19 Q4", "2019-20 Q4"], "2018-19 Q4"),
    ],
)
def test_months_and_quarters_are_compared_with_the_same_one_a_year_before(
    labels: list[str], since: str
) -> None:
    series = make_series({label: float(n) for n, label in enumerate(labels, 1)}, None)
    trend = short_trend(make_indicator(), series, series[-1][0])
    assert trend is not None
    assert (trend.since.label, trend.years) == (since, 1.0)


def test_a_month_without_its_twin_a_year_before_has_no_short_trend() -> None:
    series = make_series({"2019-01": 1.0, "2019-02": 2.0}, PeriodKind.MONTH)
    assert short_trend(make_indicator(), series, series[-1][0]) is None


def test_care_years_and_windows_have_trends_of_their_own() -> None:
    care = make_series(THREE_YEARS, PeriodKind.CARE_YEAR)
    assert short_trend(make_indicator(), care, care[-1][0]) is not None
    windows = make_series({"2015-18": 5.0, "2016-19": 6.0, "2017-20": 7.0}, None)
    trend = short_trend(make_indicator(), windows, windows[-1][0])
    assert trend is not None
    assert trend.since.label == "2016-19"


# --- the longer run


@pytest.mark.parametrize(
    ("earlier", "compared_with", "since"),
    [
        ([8.0, 9.0], None, ""),
        ([8.0, 9.0, 10.0], 9.0, "2010-11"),
        ([7.0, 8.0, 9.0, 10.0], 8.5, "2010-11"),
        ([99.0, 7.0, 8.0, 9.0, 10.0], 8.5, "2011-12"),
        ([7.0, 8.0, None, 9.0, 10.0], 8.5, "2010-11"),
        ([None, None, 9.0, 10.0], None, ""),
    ],
)
def test_the_long_trend_is_against_the_mean_of_up_to_four_periods_and_at_least_three(
    earlier: list[float | None], compared_with: float | None, since: str
) -> None:
    series = make_years([*earlier, 6.0])
    trend = long_trend(make_indicator(), series, series[-1][0])
    assert (trend is None) is (compared_with is None)
    if trend:
        assert trend.compared_with == pytest.approx(compared_with)
        assert trend.change == pytest.approx(6.0 - trend.compared_with)
        assert (trend.since.label, trend.movement) == (since, M.IMPROVING)
        assert trend.years == series[-1][0].end.year - int(since[:4]) - 1


@pytest.mark.parametrize(
    ("kind", "labels", "since"),
    [
        (PeriodKind.MONTH, ["2020-08", "2021-08", "2022-08", "2023-08", "2024-08"], "2020-08"),
        (PeriodKind.MONTH, ["2019-08", "2020-08", "2021-08", "2022-08", "2023-08", "2024-08"], "2020-08"),
        (PeriodKind.MONTH, ["2020-08", "2021-08", "2023-08", "2024-08"], "2020-08"),
        (PeriodKind.MONTH, ["2022-08", "2023-08", "2024-08"], None),
        (PeriodKind.QUARTER, ["2021-22 Q2", "2022-23 Q2", "2023-24 Q2", "2024-25 Q2"], "2021-22 Q2"),
        (PeriodKind.QUARTER, ["2022-23 Q2", "2023-24 Q2", "2024-25 Q2"], None),
    ],
)
def test_the_long_trend_of_months_and_quarters_is_against_the_same_one_of_other_years(
    kind: PeriodKind, labels: list[str], since: str | None
) -> None:
    """The months and quarters between, ten times as high, are another season and play no part."""
    between = {"2024-04": 90.0, "2024-05": 90.0, "2024-06": 90.0, "2024-07": 90.0}
    quarters = {"2023-24 Q3": 90.0, "2023-24 Q4": 90.0, "2024-25 Q1": 90.0}
    values = dict.fromkeys(labels, 10.0) | (between if kind is PeriodKind.MONTH else quarters)
    series = make_series(values | {labels[-1]: 6.0}, kind)
    indicator = make_indicator(periods=(kind,))
    trend = long_trend(indicator, series, parse(labels[-1], kind))
    assert (trend.since.label if trend else None) == since
    if trend:
        assert (trend.compared_with, trend.change, trend.movement) == (10.0, -4.0, M.IMPROVING)


def test_a_break_cuts_the_long_trend_of_months_too() -> None:
    months = make_series(dict.fromkeys((f"{at}-08" for at in range(2018, 2025)), 9.0), PeriodKind.MONTH)
    broken = make_indicator(breaks=(SeriesBreak("2022-23", "counted anew"),), periods=(PeriodKind.MONTH,))
    assert long_trend(broken, months, parse("2024-08")) is None
    assert long_trend(make_indicator(periods=(PeriodKind.MONTH,)), months, parse("2024-08")) is not None


# --- breaks


def test_no_trend_crosses_a_break() -> None:
    indicator = make_indicator(breaks=(SeriesBreak("2015-16", "counted anew"),))
    series = make_years([9.0, 9.0, 9.0, 9.0, 9.0, 5.0, 4.0, 3.0, 2.0])
    first, second, fourth = (series[n][0] for n in (5, 6, 8))
    assert short_trend(indicator, series, first) is None
    assert long_trend(indicator, series, first) is None
    after = short_trend(indicator, series, second)
    assert after is not None
    assert after.change == -1.0
    assert long_trend(indicator, series, second) is None
    longer = long_trend(indicator, series, fourth)
    assert longer is not None
    assert longer.compared_with == 4.0


def test_a_break_declared_by_a_year_stops_the_trend_of_months_too() -> None:
    indicator = make_indicator(breaks=(SeriesBreak("2019-20", "counted anew"),), periods=(PeriodKind.MONTH,))
    months = make_series({"2018-04": 5.0, "2019-03": 6.0, "2019-04": 7.0, "2020-04": 8.0}, PeriodKind.MONTH)
    assert short_trend(indicator, months, parse("2019-04")) is None
    assert short_trend(indicator, months, parse("2020-04")) is not None


# --- usual or not


def _steps(changes: list[float]) -> tuple[Point, ...]:
    values = [100.0]
    for change in changes:
        values.append(values[-1] + change)
    return make_years(values)


@pytest.mark.parametrize(
    ("earlier", "last", "expected"),
    [
        ([1.0] * 5, 50.0, Usual.TOO_FEW),
        ([1.0] * 6, 3.26, Usual.USUAL),
        ([1.0] * 6, 3.267, Usual.USUAL),
        ([0.1] * 6, -0.3267, Usual.USUAL),
        ([1.0] * 6, 3.28, Usual.UNUSUAL),
        ([1.0, -1.0, 1.0, -1.0, 1.0, -1.0], -3.28, Usual.UNUSUAL),
        ([1.0, -1.0, 1.0, -1.0, 1.0, -1.0], -3.26, Usual.USUAL),
        ([2.0, 0.0, 2.0, 0.0, 2.0, 0.0], 3.26, Usual.USUAL),
        ([1.0] * 20, 3.28, Usual.UNUSUAL),
    ],
)
def test_a_change_is_unusual_beyond_3267_times_the_mean_of_six_or_more_earlier_ones(
    earlier: list[float], last: float, expected: Usual
) -> None:
    series = _steps([*earlier, last])
    trend = short_trend(make_indicator(), series, series[-1][0])
    assert trend is not None
    assert trend.usual is expected


@given(st.lists(VALUES.filter(lambda v: abs(v) > 0.01), min_size=7, max_size=14))
def test_usual_agrees_with_the_rule_written_out(changes: list[float]) -> None:
    series = _steps(changes)
    values = [figure.value or 0.0 for _, figure in series]
    sizes = [abs(later - earlier) for earlier, later in pairwise(values)]
    limit = 3.267 * fmean(sizes[:-1])
    if abs(sizes[-1] - limit) > 1e-6:
        found = Course.of(make_indicator(), series, series[-1][0]).usual(series[-1][0])
        assert (found is Usual.UNUSUAL) is (sizes[-1] > limit)


def test_a_period_without_a_number_has_no_figures_before_it_to_be_measured_by() -> None:
    course = Course.of(make_indicator(), make_years([4.0] * 8), LATEST)
    unknown = year("2030-31")
    assert (course.before(unknown), course.earlier_sizes(unknown)) == ((), [])
    assert (course.short(unknown), course.long(unknown)) == (None, None)
    assert course.usual(unknown) is Usual.TOO_FEW


def test_changes_across_a_break_or_over_other_spans_are_not_earlier_changes() -> None:
    broken = make_indicator(breaks=(SeriesBreak("2013-14", "counted anew"),))
    series = _steps([1.0] * 7)
    trend = short_trend(broken, series, series[-1][0])
    assert trend is not None
    assert trend.usual is Usual.TOO_FEW
    gap = make_years([1.0, 2.0, 3.0, 4.0, None, 5.0, 6.0, 7.0])
    trend = short_trend(make_indicator(), gap, gap[-1][0])
    assert trend is not None
    assert trend.usual is Usual.TOO_FEW


def test_a_month_is_judged_against_earlier_changes_from_the_same_month_a_year_before() -> None:
    """Months swing by 50 from one to the next, but by 1 from year to year: a change of 20 is unusual."""
    labels = [f"{y}-{m:02d}" for y in range(2017, 2020) for m in range(1, 13)]
    values = {label: (n % 12) * 50.0 + n // 12 for n, label in enumerate(labels)}
    values["2019-12"] += 20.0
    series = make_series(values, PeriodKind.MONTH)
    trend = short_trend(make_indicator(), series, series[-1][0])
    assert trend is not None
    assert (trend.change, trend.usual) == (21.0, Usual.UNUSUAL)
    calm = short_trend(make_indicator(), series, series[-2][0])
    assert calm is not None
    assert (calm.change, calm.usual) == (1.0, Usual.USUAL)
