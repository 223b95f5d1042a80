"""The names at the ends of lines stand where the lines end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.axes import top, value_axis
from dashboard.charts.line_ends import trend_ends
from dashboard.charts.spread import APART
from dashboard.charts.trend import BOTTOM, TOP
from dashboard.views.drawing import Level, TargetStep, TrendChart, TrendSeries

PERIODS = ("2019-20", "2020-21", "2021-22")


def chart(*series: TrendSeries, **more: object) -> TrendChart:
    """A chart of three years."""
    return TrendChart("x", PERIODS, series, **more)  # type: ignore[arg-type]


def ours(*values: float | None, end: str = "Ours") -> TrendSeries:
    """Our line."""
    return TrendSeries("Dundee City", "ours", values, end=end)


def test_a_name_stands_at_the_height_of_the_last_figure_and_not_of_a_gap() -> None:
    """The axis of 0, 5 and 10 runs to 10.4 at the top."""
    made = chart(ours(10.0, 5.0, None))
    (end,) = trend_ends(made)
    room = made.height - TOP - BOTTOM
    assert end.end == pytest.approx(TOP + (10.4 - 5.0) / 10.4 * room)
    assert end.place == end.end


def test_the_target_named_is_that_of_the_last_period_with_one() -> None:
    steps = (TargetStep("2019-20", 9.0), TargetStep("2020-21", 8.25))
    found = trend_ends(chart(ours(10.0, 5.0, 4.0), targets=steps, suffix="%", decimals=1))
    assert [end.words for end in found] == ["Target 8.3%", "Ours"]


def test_the_target_may_have_a_name_of_its_own() -> None:
    steps = (TargetStep("2021-22", 8.0),)
    found = trend_ends(chart(ours(10.0, 5.0, 4.0), targets=steps, target_name="Aim", decimals=0))
    assert found[0].words == "Aim 8"


@pytest.mark.parametrize("series", [ours(None, None, None), ours(1.0, 2.0, 3.0, end="")])
def test_a_line_without_figures_or_without_a_name_has_no_words(series: TrendSeries) -> None:
    assert trend_ends(chart(series)) == ()


def test_a_level_is_named_only_where_it_has_words() -> None:
    levels = (
        Level("limit", "2019-20", "2021-22", 9.0, "Upper limit 9"),
        Level("centre", "2019-20", "2021-22", 6.0, ""),
    )
    assert [(end.role, end.words) for end in trend_ends(chart(ours(10.0, 5.0, 4.0), levels=levels))] == [
        ("limit", "Upper limit 9"),
        ("ours", "Ours"),
    ]


TENTHS = st.integers(0, 10_000).map(lambda tenths: tenths / 10)
VALUES = st.lists(st.one_of(st.none(), TENTHS), min_size=3, max_size=3)
ROLES = ("ours", "scotland", "family", "peer-1", "peer-2", "peer-3")


@given(st.lists(VALUES, min_size=1, max_size=6))
def test_names_are_apart_from_top_to_bottom_and_each_end_is_that_of_its_line(
    lines: list[list[float | None]],
) -> None:
    series = [
        TrendSeries(role, role, tuple(values), end=role)  # type: ignore[arg-type]
        for role, values in zip(ROLES, lines, strict=False)
    ]
    made = chart(*series)
    ends, axis = trend_ends(made), value_axis(made)
    for above, below in pairwise(ends):
        assert below.place - above.place >= APART - 1e-6
    last = {
        s.role: [v for v in s.values if v is not None][-1]
        for s in series
        if any(v is not None for v in s.values)
    }
    room = made.height - TOP - BOTTOM
    assert {end.role for end in ends} == set(last)
    for end in ends:
        value = top(axis) - (end.end - TOP) / room * (top(axis) - axis.low)
        assert value == pytest.approx(last[end.role], abs=1e-6)  # type: ignore[index]
