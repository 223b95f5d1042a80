"""Process limits of months and quarters: centre, natural limits, and the two signals."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.figures import Figure, Status
from indicators.indicator import SeriesBreak, Unit
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse
from indicators.process_limits import ProcessLimits, Signal, SignalKind, process_limits
from indicators.trends import Point
from tests.builders import make_figure, make_indicator, make_years

COUNT = make_indicator(unit=Unit.COUNT)
# Twelve numbers whose mean is 10 and whose moving ranges are all 2.
EVEN = (9.0, 11.0) * 6


def month(place: int) -> Period:
    """The month a number of months after March 2018."""
    years, months = divmod(place + 3, 12)
    return parse(f"{2018 + years}-{months + 1:02d}", PeriodKind.MONTH)


def months(values: Sequence[float | None]) -> list[Point]:
    """Consecutive months from April 2018; None leaves one out."""
    return [(month(at), make_figure(value)) for at, value in enumerate(values) if value is not None]


def limits(values: Sequence[float | None]) -> ProcessLimits | None:
    """The limits at the last of some months."""
    points = months(values)
    return process_limits(COUNT, points, points[-1][0])


def signals(values: Sequence[float | None]) -> tuple[Signal, ...]:
    """The signals of some months, which are enough for limits."""
    found = limits(values)
    assert found is not None
    return found.signals


def test_the_limits_are_the_mean_and_2_66_mean_moving_ranges_either_side() -> None:
    found = limits(EVEN)
    assert found is not None
    assert (found.centre, found.lower, found.upper) == pytest.approx((10.0, 4.68, 15.32))
    assert (len(found.periods), found.signals) == (12, ())


def test_the_limits_of_wheelers_way_by_hand() -> None:
    """Ranges 2, 5, 1, 3, 4, 2, 1, 6, 3, 2, 4 with the mean 3; the values add to 241."""
    values = (20.0, 22.0, 17.0, 18.0, 21.0, 17.0, 19.0, 20.0, 26.0, 23.0, 21.0, 17.0)
    found = limits(values)
    assert found is not None
    assert found.centre == pytest.approx(241 / 12)
    assert found.upper - found.centre == pytest.approx(2.66 * 33 / 11)


@pytest.mark.parametrize("count", [1, 11])
def test_fewer_than_twelve_points_have_no_limits(count: int) -> None:
    assert limits((EVEN * 2)[:count]) is None
    assert limits((EVEN * 2)[:12]) is not None


def test_years_have_no_limits_and_quarters_do() -> None:
    years = make_years([1.0, 2.0] * 8)
    assert process_limits(COUNT, years, years[-1][0]) is None
    labels = [f"{y}-{(y + 1) % 100:02d} Q{q}" for y in (2018, 2019, 2020) for q in range(1, 5)]
    points = [(parse(label), make_figure(value)) for label, value in zip(labels, EVEN, strict=True)]
    found = process_limits(COUNT, points, points[-1][0])
    assert found is not None
    assert (found.centre, found.upper) == pytest.approx((10.0, 15.32))


def test_a_point_beyond_a_limit_is_a_signal_and_those_within_are_none() -> None:
    wide = (5.0, 15.0) * 6
    (high,) = signals((*wide, 5.0, 80.0, 5.0))
    assert (high.kind, high.periods, high.above) == (SignalKind.OUTSIDE, (month(13),), True)
    (low,) = signals((*wide, 15.0, -60.0, 15.0))
    assert (low.kind, low.above) == (SignalKind.OUTSIDE, False)
    assert signals((*wide, 5.0, 30.0, 5.0)) == ()


@pytest.mark.parametrize(("row", "found"), [(7, 0), (8, 1), (9, 1)])
def test_eight_in_a_row_on_one_side_are_a_signal(row: int, found: int) -> None:
    """Around a row of 11s the rest goes up and down widely enough for nothing to be outside."""
    values = (14.0, 4.0) * 6 + (11.0,) * row + (4.0,)
    runs = [signal for signal in signals(values) if signal.kind is SignalKind.RUN]
    assert len(runs) == found
    assert all(signal.above for signal in runs)


def test_a_run_holds_all_its_periods_and_ends_with_a_point_on_the_centre() -> None:
    below, above = (9.0, 8.0) * 4, (11.0, 12.0) * 4
    lower, upper = signals((*below, *above))
    assert (lower.periods, lower.above) == (tuple(month(at) for at in range(8)), False)
    assert (upper.periods, upper.above) == (tuple(month(at) for at in range(8, 16)), True)
    parted = signals((*(9.0,) * 7, 10.0, *(11.0,) * 7))
    assert {signal.kind for signal in parted} == {SignalKind.OUTSIDE}


def test_a_gap_breaks_a_run_and_gives_no_range() -> None:
    below, above = (9.0, 8.0) * 4, (11.0, 12.0) * 4
    cut = (*below[:4], None, *below[4:], *above[:4], None, *above[4:])
    assert signals(cut) == ()
    found = limits((10.0,) * 8 + (None,) + (20.0,) * 8)
    assert found is not None
    assert found.lower == found.upper == found.centre == 15.0


def test_points_with_too_few_neighbours_have_no_limits() -> None:
    """Twelve figures with gaps have six neighbours, or five."""
    alternate: list[float | None] = [10.0, None] * 13
    assert limits(alternate) is None
    six: list[float | None] = [9.0, 11.0, None] * 6
    assert limits(six) is not None
    assert limits([*six[:-3], 9.0, None, 11.0]) is None
    assert limits([9.0] * 11) is None


def test_a_side_is_told_however_near_the_centre() -> None:
    near = signals((9.8, 9.9) * 4 + (10.1, 10.2) * 4)
    assert [(one.kind, one.above) for one in near] == [(SignalKind.RUN, False), (SignalKind.RUN, True)]


@pytest.mark.parametrize(("beyond", "outside"), [(0.0, 0), (1e-6, 2)])
def test_a_point_on_a_limit_is_within(beyond: float, outside: int) -> None:
    """One point and its mirror among 24 ones: s = 2.66 x (46 + 4 s) / 25 puts both on the limits."""
    edge = 2.66 * 46 / (25 - 4 * 2.66) + beyond
    ones = (1.0, -1.0) * 6
    found = signals((*ones, edge, -edge, *ones))
    assert len([one for one in found if one.kind is SignalKind.OUTSIDE]) == outside


def test_only_what_follows_the_last_break_counts() -> None:
    broken = make_indicator(unit=Unit.COUNT, breaks=(SeriesBreak("2019-04", "counted anew"),))
    points = months([100.0, 200.0] * 6 + list(EVEN))
    found = process_limits(broken, points, points[-1][0])
    assert found is not None
    assert (found.centre, found.periods[0]) == (10.0, month(12))
    assert process_limits(broken, points, points[-2][0]) is None


def test_later_months_doubtful_ones_and_other_kinds_are_left_out() -> None:
    points = months(EVEN)
    more = [*points, (month(12), make_figure(500.0)), *make_years([7.0])]
    more.append((month(-1), Figure(900.0, Status.DOUBTFUL)))
    assert process_limits(COUNT, more, points[-1][0]) == process_limits(COUNT, points, points[-1][0])


@given(st.lists(st.integers(-1000, 1000), min_size=12, max_size=40))
def test_the_limits_lie_evenly_about_the_mean_and_shift_with_the_numbers(values: list[int]) -> None:
    found, moved = limits([float(value) for value in values]), limits([value + 7.0 for value in values])
    assert found is not None
    assert moved is not None
    assert found.centre == pytest.approx(fmean(values))
    assert found.upper - found.centre == pytest.approx(found.centre - found.lower)
    assert (moved.lower, moved.upper) == pytest.approx((found.lower + 7, found.upper + 7))


def test_each_signal_has_words() -> None:
    assert SignalKind.OUTSIDE.words == "outside the process limits"
    assert SignalKind.RUN.words == "8 or more in a row on one side of the mean"
