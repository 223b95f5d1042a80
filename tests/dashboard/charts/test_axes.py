"""The room on the left of a trend chart, and where the name of shaded periods stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.axes import LETTER, NARROW
from dashboard.charts.trend import trend_figure
from dashboard.views.drawing import Band, TrendChart, TrendSeries

YEARS = tuple(f"20{year}-{year + 1}" for year in range(10, 23))


def drawn(value: float, periods: tuple[str, ...] = YEARS, **more: Any) -> dict[str, Any]:
    """The layout of a chart of one flat line."""
    line = TrendSeries("Dundee City", "ours", (value,) * len(periods))
    return trend_figure(replace(TrendChart("x", periods, (line,)), **more))["layout"]


def room(layout: dict[str, Any]) -> float:
    """Pixels between the edge of a narrow plot and its first period."""
    start, end = layout["xaxis"]["range"]
    return float(-start / (end - start) * NARROW)


@given(value=st.floats(1, 10_000_000), count=st.integers(1, 60))
def test_the_words_of_the_values_have_room_before_the_first_period(value: float, count: int) -> None:
    layout = drawn(value, tuple(str(each) for each in range(count)))
    longest = max(map(len, layout["yaxis"]["ticktext"]))
    assert room(layout) >= 0.8 * LETTER * longest


def test_many_periods_and_long_words_leave_more_room_than_few_and_short_ones() -> None:
    assert drawn(9, YEARS[:4])["xaxis"]["range"] == [-0.5, 3.5]
    assert room(drawn(4_000)) > room(drawn(9)) > 14


@pytest.mark.parametrize(
    ("first", "last", "side", "at"),
    [
        ("2011-12", "2012-13", "left", 0.5),
        ("2019-20", "2020-21", "right", 10.5),
        ("2021-22", "2022-23", "right", 12.5),
    ],
)
def test_the_name_of_shaded_periods_reaches_inwards(first: str, last: str, side: str, at: float) -> None:
    (note,) = drawn(9, shaded=(Band(first, last, "Pandemic years"),))["annotations"]
    assert (note["xanchor"], note["x"]) == (side, at)
