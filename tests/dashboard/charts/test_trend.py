"""The trend chart as data: no line through a gap, no shade but over the periods it names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.trend import trend_figure
from dashboard.views.drawing import Band, Break, TrendChart, TrendSeries

PERIODS = ("2018-19", "2019-20", "2020-21", "2021-22")
SCOTLAND = TrendSeries("Scotland", "scotland", (7.2, 6.9, 7.0, 8.0))
CHART = TrendChart("Re-registrations", PERIODS, (SCOTLAND,), suffix="%")


def trace(chart: TrendChart, uid: str) -> dict[str, Any]:
    """The one trace with this uid."""
    (found,) = [each for each in trend_figure(chart)["data"] if each["uid"] == uid]
    return found


@pytest.mark.parametrize(
    ("first", "last", "drawn"),
    [
        ("2018-19", "2021-22", [(-0.5, 3.5)]),
        ("2020-21", "2020-21", [(1.5, 2.5)]),
        ("2001-02", "2020-21", []),
        ("2020-21", "2030-31", []),
    ],
)
def test_a_band_is_shaded_from_its_first_period_to_its_last_if_both_are_there(
    first: str, last: str, drawn: list[tuple[float, float]]
) -> None:
    layout = trend_figure(replace(CHART, shaded=(Band(first, last, "Years"),)))["layout"]
    assert [(shape["x0"], shape["x1"]) for shape in layout["shapes"]] == drawn
    assert len(layout["annotations"]) == len(drawn)


def test_a_chart_of_two_periods_may_be_shaded_whole() -> None:
    two = TrendChart("x", ("2020-21", "2021-22"), (), shaded=(Band("2020-21", "2021-22", "Years"),))
    assert len(trend_figure(two)["layout"]["shapes"]) == 1


MAYBE = st.one_of(st.none(), st.integers(0, 10_000).map(lambda tenths: tenths / 10))


@given(st.lists(MAYBE, min_size=4, max_size=4), st.sets(st.sampled_from(PERIODS[1:])))
def test_no_line_runs_through_a_gap_or_a_break_and_no_missing_value_is_a_number(
    values: list[float | None], broken: set[str]
) -> None:
    chart = TrendChart(
        "x", PERIODS, (TrendSeries("Dundee City", "ours", tuple(values)),),
        breaks=tuple(Break(period, "new") for period in sorted(broken)),
    )  # fmt: skip
    drawn = trace(chart, "ours")
    at_periods = dict(zip(drawn["x"], drawn["y"], strict=True))
    assert [at_periods[at] for at in range(4)] == values
    for at in range(1, 4):
        assert (at - 0.5 in at_periods) == (PERIODS[at] in broken)
        assert at_periods.get(at - 0.5) is None
    assert len(drawn["x"]) == len(drawn["text"]) == len(drawn["customdata"])


@pytest.mark.parametrize(
    ("values", "mode"), [((1.0, None, None, None), "lines+markers"), ((1.0, 2.0, None, None), "lines")]
)
def test_only_a_line_of_one_point_needs_a_dot(values: tuple[float | None, ...], mode: str) -> None:
    assert trace(replace(CHART, series=(replace(SCOTLAND, values=values),)), "scotland")["mode"] == mode
