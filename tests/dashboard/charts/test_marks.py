"""What stands out on a trend chart: one mark for each thing that has one, at its place, with its words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import marks
from dashboard.views.drawing import Break, Mark, TrendChart, TrendSeries
from dashboard.views.scale import Axis

PERIODS = ("2018-19", "2019-20", "2020-21", "2021-22")
SCALE = Axis(2.0, 10.0, (2.0, 6.0, 10.0))
OURS = TrendSeries("Dundee City", "ours", (4.2, None, 9.7, 7.8))
CHART = TrendChart("x", PERIODS, (OURS,))


def with_line(**changes: Any) -> TrendChart:
    """The chart with a changed line."""
    return replace(CHART, series=(replace(OURS, **changes),))


def test_a_chart_without_anything_special_has_no_marks() -> None:
    assert marks.breaks(CHART, SCALE) == marks.missing(CHART, SCALE) == []
    assert marks.doubtful(CHART) == marks.projected(CHART) == marks.signals(CHART) == []


def test_a_break_is_an_upright_line_over_the_whole_axis_before_its_period() -> None:
    lines, words = marks.breaks(
        replace(CHART, breaks=(Break("2019-20", "New"), Break("2021-22", "Newer"))), SCALE
    )
    assert lines["x"] == [0.5, 0.5, None, 2.5, 2.5, None]
    assert lines["y"] == [2.0, 10.0, None, 2.0, 10.0, None]
    assert (words["x"], words["text"], words["customdata"]) == (
        [0.5, 2.5],
        ["New", "Newer"],
        ["2019-20", "2021-22"],
    )


def test_a_break_outside_the_periods_has_no_line() -> None:
    assert marks.breaks(replace(CHART, breaks=(Break("2001-02", "Old"),)), SCALE) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"reasons": ("", "Suppressed", "", "")}, [(1.0, 2.0, "Suppressed", "2019-20")]),
        ({"reasons": ("Seen", "", "", "")}, []),
        ({"reasons": ("", "Suppressed")}, [(1.0, 2.0, "Suppressed", "2019-20")]),
        ({"reasons": ("", "To check", "", ""), "doubtful": (None, 5.0)}, []),
        ({"reasons": ("", "To check", "", ""), "doubtful": (None, 0.0)}, []),
        ({"reasons": ("", "Projected", "", ""), "projected": (None, 5.0)}, []),
        ({"reasons": ("", "Awaited", "", ""), "doubtful": (1.0,)}, [(1.0, 2.0, "Awaited", "2019-20")]),
    ],
)
def test_a_missing_value_is_marked_on_the_axis_unless_it_has_a_place_of_its_own(
    changes: dict[str, Any], found: list[tuple[float, float, str, str]]
) -> None:
    made = marks.missing(with_line(**changes), SCALE)
    every = [
        mark
        for trace in made
        for mark in zip(trace["x"], trace["y"], trace["text"], trace["customdata"], strict=True)
    ]
    assert every == found


def test_a_doubted_figure_stands_where_it_was_printed_with_its_reason_or_none() -> None:
    (trace,) = marks.doubtful(
        with_line(doubtful=(None, 0.0, None, 6.5), reasons=("", "To check, printed 0%"))
    )
    assert (trace["x"], trace["y"]) == ([1.0, 3.0], [0.0, 6.5])
    assert trace["text"] == ["To check, printed 0%", ""]


def test_a_projection_begins_at_the_last_figure_that_is_known() -> None:
    way, ahead = marks.projected(with_line(values=(4.2, 5.0, None, None), projected=(None, None, 6.0, 7.0)))
    assert (way["x"], way["y"]) == ([1, 2, 3], [5.0, 6.0, 7.0])
    assert (ahead["x"], ahead["text"], ahead["customdata"]) == ([2.0, 3.0], ["", ""], ["2020-21", "2021-22"])


def test_signals_of_one_kind_are_one_trace() -> None:
    both = replace(
        CHART,
        marks=(
            Mark("run", "2018-19", 4.2, "Low"),
            Mark("outside", "2020-21", 9.7, "High"),
            Mark("run", "2021-22", 7.8, "On"),
        ),
    )
    run, outside = marks.signals(both)
    assert (run["uid"], run["x"], run["y"], run["text"]) == (
        "signal-run",
        [0.0, 3.0],
        [4.2, 7.8],
        ["Low", "On"],
    )
    assert (outside["uid"], outside["x"], outside["customdata"]) == ("signal-outside", [2.0], ["2020-21"])


HOSTILE = '<a href="https://evil.example">x</a>'


@pytest.mark.parametrize(
    "traces",
    [
        marks.breaks(replace(CHART, breaks=(Break("2019-20", HOSTILE),)), SCALE),
        marks.missing(with_line(reasons=("", HOSTILE)), SCALE),
        marks.doubtful(with_line(doubtful=(None, 1.0), reasons=("", HOSTILE))),
        marks.projected(with_line(projected=(None, 1.0), reasons=("", HOSTILE))),
        marks.signals(replace(CHART, marks=(Mark("run", "2018-19", 4.2, HOSTILE),))),
    ],
)
def test_the_words_of_a_mark_are_never_markup(traces: list[dict[str, Any]]) -> None:
    assert [trace["text"] for trace in traces if "text" in trace] == [
        ['&lt;a href="https://evil.example"&gt;x&lt;/a&gt;']
    ]


MAYBE = st.lists(st.one_of(st.none(), st.floats(2, 10)), min_size=4, max_size=4)


@given(MAYBE)
def test_each_value_is_on_the_line_or_a_hollow_mark_and_never_both(values: list[float | None]) -> None:
    made = marks.missing(with_line(values=tuple(values), reasons=("Awaited",) * 4), SCALE)
    marked = {int(x) for trace in made for x in trace["x"]}
    assert marked == {at for at, value in enumerate(values) if value is None}
