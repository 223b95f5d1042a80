"""The process-limits view: what it draws, what it says, and why it is not there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.trend_limits import limits, seasonal
from dashboard.views.trends import trends
from indicators.areas import Area
from indicators.indicator import SeriesBreak, Unit
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.store.store import Store
from indicators.trends import Point
from tests.builders import make_figure, make_indicator, make_years
from tests.dashboard.views.scenes import make_scene

COUNT = make_indicator(unit=Unit.COUNT, decimals=0, breaks=())
EVEN = (9.0, 11.0) * 6
"""Twelve figures around 10 whose moving ranges are all 2: limits of 4.68 and 15.32."""


def months(values: Sequence[float | None]) -> list[Point]:
    """Consecutive months from January 2020; None is a month without a figure."""
    return [
        (parse(f"{2020 + at // 12}-{at % 12 + 1:02d}", PeriodKind.MONTH), make_figure(value))
        for at, value in enumerate(values)
    ]


def test_centre_and_limits_are_drawn_over_the_figures_and_said() -> None:
    found = limits(make_scene(months(EVEN), COUNT))
    assert found.drawing is not None
    assert [(level.role, round(level.value, 2)) for level in found.drawing.levels] == [
        ("limit", 15.32),
        ("centre", 10.0),
        ("limit", 4.68),
    ]
    assert {(level.first, level.last) for level in found.drawing.levels} == {("2020-01", "2020-12")}
    assert found.sentence.startswith(
        "Between January 2020 and December 2020 the figures lie around 10; left alone, the process would "
        "stay between 5 and 15"
    )
    assert found.sentence.endswith("There is no signal of a change.")
    assert found.signals == ()


def test_a_figure_outside_the_limits_has_a_mark_words_and_a_row() -> None:
    found = limits(make_scene(months((*(EVEN * 3), 30.0)), COUNT))
    assert found.drawing is not None
    assert [(mark.kind, mark.period, mark.value) for mark in found.drawing.marks] == [
        ("outside", "2023-01", 30.0)
    ]
    assert found.signals == ("January 2023: 30, above the upper limit",)
    assert (found.rows[0].period, found.rows[0].value, found.rows[0].signal) == (
        "January 2023",
        "30",
        "above the upper limit",
    )
    assert "one figure outside the limits" in found.sentence


def test_a_row_on_one_side_and_figures_outside_that_follow_are_one_signal_each_in_words() -> None:
    found = limits(make_scene(months((*[10.0, 11.0] * 5, *[20.0, 21.0] * 5)), COUNT))
    assert found.drawing is not None
    assert found.signals == (
        "November 2020 to August 2021: 10 figures above the upper limit",
        "November 2020 to August 2021: 10 in a row above the centre",
        "January 2020 to October 2020: 10 figures below the lower limit",
        "January 2020 to October 2020: 10 in a row below the centre",
    )
    assert {mark.kind for mark in found.drawing.marks} == {"outside"}
    assert found.rows[0].signal == "above the upper limit; one of 10 in a row above the centre"


def test_a_lower_limit_that_no_figure_can_reach_is_not_drawn() -> None:
    found = limits(make_scene(months((1.0, 9.0) * 6), COUNT))
    assert found.drawing is not None
    assert [level.role for level in found.drawing.levels] == ["limit", "centre"]
    assert "between no lower limit above 0 and" in found.sentence


def test_a_month_without_a_figure_stays_in_the_table_with_its_status() -> None:
    rows = limits(make_scene(months((*EVEN, None, 10.0)), COUNT)).rows
    assert (rows[1].value, rows[1].signal) == ("Not available", "not in the limits")


@pytest.mark.parametrize(
    ("points", "why"),
    [
        (make_years([1.0] * 14), "for series by month or quarter"),
        (months(EVEN[:11]), "at least 12 figures; there are 11 here"),
        (months([10.0, None] * 13), "6 pairs of them that follow each other"),
        (months([None] * 13), "at least 12 figures; there are 0 here"),
        ([], "for series by month or quarter"),
    ],
)
def test_where_no_limits_can_be_drawn_a_sentence_says_why(points: Sequence[Point], why: str) -> None:
    found = limits(make_scene(points, COUNT))
    assert why in found.why_not
    assert (found.drawing, found.rows) == (None, ())


def test_only_figures_since_the_last_break_make_limits() -> None:
    broken = make_indicator(unit=Unit.COUNT, decimals=0, breaks=(SeriesBreak("2020-05", "new count"),))
    found = limits(make_scene(months((90.0, 95.0, 90.0, 95.0, *EVEN)), broken))
    assert found.drawing is not None
    assert found.drawing.levels[0].first == "2020-05"
    assert found.rows[-1].signal == "not in the limits"


@given(st.lists(st.floats(0, 1000, allow_nan=False), min_size=12, max_size=40))
def test_every_mark_lies_on_a_figure_and_is_told_in_the_table(values: list[float]) -> None:
    scene = make_scene(months(values), COUNT)
    found = limits(scene)
    assert found.drawing is not None
    by_label = {period.label: figure.value for period, figure in scene.series.history.points}
    told = {row.period for row in found.rows if row.signal}
    assert all(by_label[mark.period] == mark.value for mark in found.drawing.marks)
    assert told == {parse(mark.period).words for mark in found.drawing.marks}


def test_the_real_delayed_discharges_have_limits(months_store: Store, dundee: Area) -> None:
    query = {"indicator": "DELAYED_BED_DAYS", "view": "limits"}
    with months_store.connect() as connection:
        found = trends(connection, months_store.catalogue, dundee, query)
    assert found.limits is not None
    assert found.limits.drawing is not None
    assert found.views[-1] == "limits"
    assert [level.end for level in found.limits.drawing.levels] == [
        "Upper limit 1,375",
        "Centre 1,005",
        "Lower limit 635",
    ]
    assert "October 2016: 1,458, above the upper limit" in found.limits.signals


def test_limits_belong_to_months_and_quarters_only() -> None:
    assert seasonal(make_scene(months(EVEN), COUNT))
    assert not seasonal(make_scene(make_years(EVEN), COUNT))
