"""Distance to green in the unit and in people or pounds, and whether the pace will do."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.distance import (
    distance,
    distance_words,
    due,
    scale_of,
    trajectory,
    trajectory_words,
)
from indicators.figures import Figure, Status
from indicators.indicator import IntervalKind, Polarity, SeriesBreak, Unit
from indicators.rag import Cut, Light, light
from tests.builders import (
    HIGHER,
    LOWER,
    NEITHER,
    RANGE,
    make_figure,
    make_indicator,
    make_series,
    make_target,
    make_years,
    year,
)

CHILDREN = make_indicator(noun="children")
MORE = make_indicator(noun="children", polarity=HIGHER)


def goal(value: float, tolerance: float = 0.0) -> Cut:
    """A target of one number."""
    return Cut(value, value, tolerance)


@pytest.mark.parametrize(
    ("figure", "polarity", "target", "gap", "amount", "more"),
    [
        (Figure(12.0, numerator=12, denominator=100), LOWER, 9.0, 3.0, 3, False),
        (Figure(12.0, numerator=12, denominator=100), LOWER, 9.5, 2.5, 3, False),
        (Figure(80.0, numerator=96, denominator=120), HIGHER, 87.0, 7.0, 9, True),
        (Figure(6.0, numerator=12, denominator=2000), LOWER, 5.0, 1.0, 2, False),
        (Figure(94.0, numerator=94, denominator=100), RANGE, 0.0, 1.0, 1, True),
        (Figure(107.0, numerator=107, denominator=100), RANGE, 0.0, 2.0, 2, False),
        (make_figure(12.0), LOWER, 9.0, 3.0, None, False),
        (Figure(0.0, numerator=0, denominator=40), HIGHER, 5.0, 5.0, None, True),
        (Figure(12.0, numerator=40, denominator=100), LOWER, 9.0, 3.0, None, False),
    ],
)
def test_the_gap_is_in_the_unit_and_in_whole_people(
    figure: Figure, polarity: Polarity, target: float, gap: float, amount: int | None, more: bool
) -> None:
    """The scale is told by the figure itself; where its counts do not fit it, nobody is counted."""
    cut = Cut(95.0, 105.0, 0.0) if polarity is RANGE else goal(target)
    found = distance(make_indicator(polarity=polarity), figure, cut)
    assert found is not None
    assert found.gap == pytest.approx(gap)
    assert (found.amount, found.more, found.met) == (amount, more, False)


@pytest.mark.parametrize("polarity", [HIGHER, LOWER])
@given(above=st.integers(1, 300), below=st.integers(1, 300), tenths=st.integers(1, 500))
def test_the_people_said_really_reach_the_target_and_one_fewer_would_not(
    polarity: Polarity, above: int, below: int, tenths: int
) -> None:
    value = above / below * 100
    indicator = make_indicator(polarity=polarity)
    cut = goal(value + tenths / 10 * (1 if polarity is HIGHER else -1))
    found = distance(indicator, Figure(value, numerator=above, denominator=below), cut)
    assert found is not None
    assert found.amount is not None
    step = 1 if found.more else -1
    reached, short = ((above + step * n) / below * 100 for n in (found.amount, found.amount - 1))
    assert light(make_figure(reached), indicator.polarity, cut) is Light.GREEN
    assert light(make_figure(short), indicator.polarity, cut) is not Light.GREEN


def test_where_only_the_printed_rounding_misses_the_target_one_is_said() -> None:
    """12 of 155 are 7.742%, printed as 7.8: the counts are below 7.77 and what is printed is not."""
    found = distance(CHILDREN, Figure(7.8, numerator=12, denominator=155), goal(7.77))
    assert found is not None
    assert found.amount == 1


@pytest.mark.parametrize("value", [9.0, 8.9, 0.0])
def test_at_the_target_or_better_there_is_no_distance(value: float) -> None:
    found = distance(CHILDREN, Figure(value, numerator=value, denominator=100), goal(9.0))
    assert found is not None
    assert (found.gap, found.amount, found.met) == (0.0, 0, True)
    assert distance_words(CHILDREN, found) == "at the target or better"


@pytest.mark.parametrize(
    ("figure", "polarity", "cut"),
    [
        (make_figure(12.0), NEITHER, goal(9.0)),
        (make_figure(12.0), LOWER, None),
        (make_figure(None), LOWER, goal(9.0)),
        (Figure(12.0, Status.DOUBTFUL), LOWER, goal(9.0)),
        (Figure(None, Status.SUPPRESSED), LOWER, goal(9.0)),
    ],
)
def test_what_is_not_judged_has_no_distance(figure: Figure, polarity: Polarity, cut: Cut | None) -> None:
    assert distance(make_indicator(polarity=polarity), figure, cut) is None


@pytest.mark.parametrize(
    ("changes", "figure", "target", "words"),
    [
        (
            {"noun": "children", "polarity": HIGHER},
            Figure(80.0, numerator=96, denominator=120),
            87.0,
            "7.0 points to go: about 9 more children",
        ),
        (
            {"noun": "children"},
            Figure(12.0, numerator=12, denominator=100),
            11.0,
            "1.0 point to go: about 1 fewer child",
        ),
        (
            {"interval": IntervalKind.PERCENTAGE},
            Figure(12.0, numerator=12, denominator=100),
            9.0,
            "3.0 points to go: about 3 fewer of 100",
        ),
        ({}, Figure(12.0, numerator=12, denominator=100), 9.0, "3.0 points to go"),
        ({}, make_figure(12.0), 9.0, "3.0 points to go"),
        ({"unit": Unit.DAYS}, Figure(12.0, numerator=36, denominator=3), 9.0, "3.0 days to go"),
        (
            {"unit": Unit.POUNDS, "decimals": 0},
            Figure(240.0, numerator=2400, denominator=10),
            230.0,
            "£10 to go: about £100 less",
        ),
        (
            {"noun": "pounds", "polarity": HIGHER},
            Figure(8.0, numerator=8_000, denominator=100_000),
            9.25,
            "1.3 points to go: about £1,250 more",
        ),
        ({"unit": Unit.POUNDS, "decimals": 0}, make_figure(240.0), 230.0, "£10 to go"),
    ],
)
def test_the_distance_in_words(changes: dict[str, object], figure: Figure, target: float, words: str) -> None:
    indicator = make_indicator(**changes)
    found = distance(indicator, figure, goal(target))
    assert found is not None
    assert distance_words(indicator, found) == words


def test_pounds_are_those_of_the_value_whatever_the_numerator_is_printed_in() -> None:
    """£240 for each of 10,000 is printed as 2,400 thousand over 10,000."""
    indicator = make_indicator(unit=Unit.POUNDS, decimals=0)
    found = distance(indicator, Figure(240.0, numerator=2400, denominator=10_000), goal(230.0))
    assert found is not None
    assert found.amount == 100_000


@pytest.mark.parametrize(
    ("value", "above", "below", "scale"),
    [
        (25.0, 25.0, 100.0, 100),
        (7.8, 12.0, 155.0, 100),
        (0.25, 25.0, 100.0, 1),
        (6.0, 12.0, 2000.0, 1_000),
        (11.19, 6117.0, 5_466_000.0, 10_000),
        (5.0, 50.0, 1_000_000.0, 100_000),
        (5.05, 50.0, 1_000_000.0, 100_000),
        (50.0, 50.0, 1_000_000.0, 1_000_000),
        (51.0, 50.0, 1_000_000.0, 1_000_000),
        (51.1, 50.0, 1_000_000.0, None),
        (3852.74, 287_692.0, 1436.0, None),
        (25.0, 0.0, 100.0, None),
        (0.0, 0.0, 100.0, None),
        (25.0, 25.0, 0.0, None),
        (25.0, 100.0, 25.0, None),
    ],
)
def test_the_scale_is_told_by_the_value_and_its_counts(
    value: float, above: float, below: float, scale: int | None
) -> None:
    """A weekly cost has a scale of its own, and swapped columns have none."""
    assert scale_of(Figure(value, numerator=above, denominator=below)) == scale


# --- trajectory

FALLING = make_years([12.0, 11.0, 10.0, 9.0], first=2018)


@pytest.mark.parametrize(
    ("target", "needed", "on_course"),
    [(7.0, -1.0, True), (6.9, -1.05, False), (9.0, 0.0, True), (9.5, 0.0, True), (7.5, -0.75, True)],
)
def test_the_change_a_year_that_is_needed_is_held_against_the_mean_of_the_last_three(
    target: float, needed: float, on_course: bool
) -> None:
    """From 9 at the end of 2021-22 with two years to go and a fall of 1 a year."""
    found = trajectory(CHILDREN, FALLING, year("2021-22"), goal(target), date(2024, 3, 31))
    assert found is not None
    assert found.needed == pytest.approx(needed, abs=0.002)
    assert found.mean == pytest.approx(-1.0, abs=0.002)
    assert found.on_course is on_course


def test_only_the_last_three_changes_say_how_fast_it_moves() -> None:
    """30 to 12 is a fourth one, and 11.6 to 9 only two."""
    series = make_years([30.0, 12.0, 11.6, 10.5, 9.0], first=2017)
    found = trajectory(CHILDREN, series, year("2021-22"), goal(7.0), date(2024, 3, 31))
    assert found is not None
    assert found.mean == pytest.approx(-1.0, abs=0.002)
    slow = trajectory(
        CHILDREN, make_years([8.0, 8.1, 8.2, 8.3], 2018), year("2021-22"), goal(7.9), date(2024, 3, 31)
    )
    assert slow is not None
    assert (
        "needs a fall of 0.2 points a year; the last three changes came to a rise of 0.1"
        in trajectory_words(CHILDREN, slow)
    )


@pytest.mark.parametrize(
    ("polarity", "cut", "on_course"),
    [(HIGHER, goal(8.0), False), (HIGHER, goal(6.9), True), (LOWER, goal(6.0), False)],
)
def test_what_is_met_today_may_still_not_hold(polarity: Polarity, cut: Cut, on_course: bool) -> None:
    found = trajectory(make_indicator(polarity=polarity), FALLING, year("2021-22"), cut, date(2024, 3, 31))
    assert found is not None
    assert found.on_course is on_course


def test_a_range_can_be_overshot() -> None:
    series = make_years([60.0, 70.0, 80.0, 90.0], first=2018)
    indicator = make_indicator(polarity=RANGE)
    for end, on_course in ((date(2023, 3, 31), True), (date(2025, 3, 31), False)):
        found = trajectory(indicator, series, year("2021-22"), Cut(95.0, 105.0, 2.0), end)
        assert found is not None
        assert (found.needed > 0, found.on_course) == (True, on_course)


def test_years_without_a_figure_count_as_time_that_passed() -> None:
    """Three biennial changes of -2 are a fall of 1 a year."""
    series = make_series({"2013-14": 12.0, "2015-16": 10.0, "2017-18": 8.0, "2019-20": 6.0})
    found = trajectory(CHILDREN, series, year("2019-20"), goal(4.0), date(2022, 3, 31))
    assert found is not None
    assert found.mean == pytest.approx(-1.0, abs=0.002)


@pytest.mark.parametrize(
    ("values", "breaks"),
    [([11.0, 10.0, 9.0], ()), ([12.0, 11.0, 10.0, 9.0], (SeriesBreak("2020-21", "counted anew"),))],
)
def test_with_fewer_than_three_comparable_changes_no_course_is_said(
    values: list[float], breaks: tuple[SeriesBreak, ...]
) -> None:
    indicator = make_indicator(breaks=breaks)
    series = make_years(values, first=2022 - len(values))
    found = trajectory(indicator, series, year("2021-22"), goal(7.0), date(2024, 3, 31))
    assert found is not None
    assert (found.mean, found.on_course) == (None, None)
    assert trajectory_words(indicator, found).endswith("there are too few figures to say how fast it moves.")


@pytest.mark.parametrize(
    ("polarity", "latest", "by"),
    [
        (NEITHER, "2021-22", date(2024, 3, 31)),
        (LOWER, "2021-22", date(2022, 3, 31)),
        (LOWER, "2022-23", date(2024, 3, 31)),
    ],
)
def test_without_a_judgement_a_figure_or_time_there_is_no_trajectory(
    polarity: Polarity, latest: str, by: date
) -> None:
    indicator = make_indicator(polarity=polarity)
    assert trajectory(indicator, FALLING, year(latest), goal(7.0), by) is None


def test_figures_after_the_period_asked_for_are_not_looked_at() -> None:
    by = date(2024, 3, 31)
    known = trajectory(CHILDREN, FALLING, year("2021-22"), goal(7.0), by)
    more = trajectory(CHILDREN, make_years([12, 11, 10, 9, 3], 2018), year("2021-22"), goal(7.0), by)
    assert known == more


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (
            7.0,
            "Meeting the target by 31 March 2024 needs a fall of 1.0 point a year; "
            "the last three changes came to a fall of 1.0 point a year, which is on course.",
        ),
        (
            3.0,
            "Meeting the target by 31 March 2024 needs a fall of 3.0 points a year; "
            "the last three changes came to a fall of 1.0 point a year, not on course.",
        ),
        (
            9.0,
            "The target is met now; "
            "the last three changes came to a fall of 1.0 point a year, which is on course.",
        ),
    ],
)
def test_the_trajectory_in_words(target: float, words: str) -> None:
    found = trajectory(CHILDREN, FALLING, year("2021-22"), goal(target), date(2024, 3, 31))
    assert found is not None
    assert trajectory_words(CHILDREN, found) == words


def test_a_target_is_due_at_the_end_of_the_last_period_it_is_set_for() -> None:
    like = year("2019-20")
    assert due(CHILDREN, make_target(last="2021-22"), like) == date(2022, 3, 31)
    assert due(CHILDREN, make_target(), like) is None
