"""One row of a profile over invented councils: places on the bar, and the same in words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.profile_rows import ProfileRow, profile_row
from indicators.figures import Figure, Status
from indicators.indicator import IntervalKind, Polarity
from indicators.intervals import interval
from indicators.printed_periods import parse
from indicators.standing import Comparators, History
from tests.builders import HIGHER, LOWER, NEITHER, RANGE, make_catalogue, make_indicator

NINE = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]
"""Quarters of these are cut at 3, 5 and 7."""


def row(
    value: float | Figure | None = 4.0,
    values: list[float] = NINE,
    scotland: float | None = 5.0,
    before: float | None = None,
    marks: dict[str, Any] | None = None,
    **changes: Any,
) -> ProfileRow | None:
    """The row of council A in 2021-22."""
    indicator, period = make_indicator(**changes), parse("2021-22")
    status = Status.PUBLISHED if value is not None else Status.NOT_AVAILABLE
    figure = value if isinstance(value, Figure) else Figure(value, status)
    found = Comparators(scotland=scotland, **{"scotland_kind": "published", "rank_n": 9, **(marks or {})})
    known = {period: each} if (each := interval(indicator, figure)) else {}
    history = History(
        indicator, "A", ((period, figure),), {period: found}, make_catalogue([indicator]), {}, known
    )
    return profile_row(history.at(period), values, before)


def made(*args: Any, **changes: Any) -> ProfileRow:
    """The same, where there must be one."""
    found = row(*args, **changes)
    assert found is not None
    return found


def test_no_row_without_scotland_or_with_too_few_councils() -> None:
    assert row(scotland=None) is None
    assert row(values=NINE[:7]) is None
    assert row(values=NINE[:8]) is not None


@pytest.mark.parametrize(
    ("polarity", "worst", "best", "ours", "low", "high"),
    [
        (LOWER, "9.0%", "1.0%", 0.625, 0.25, 0.75),
        (HIGHER, "1.0%", "9.0%", 0.375, 0.25, 0.75),
        (NEITHER, "1.0%", "9.0%", 0.375, 0.25, 0.75),
    ],
)
def test_the_ends_of_the_bar_are_the_worst_and_the_best_council(
    polarity: Polarity, worst: str, best: str, ours: float, low: float, high: float
) -> None:
    found = made(polarity=polarity)
    assert (found.worst, found.best, found.middle, found.scotland) == (worst, best, "3.0% to 7.0%", "5.0%")
    assert (found.ours, found.quarter_low, found.quarter_high) == (ours, low, high)


@pytest.mark.parametrize(
    ("value", "polarity", "side", "better"),
    [
        (4.0, LOWER, "on the better side of Scotland", True),
        (6.0, LOWER, "on the worse side of Scotland", False),
        (4.0, HIGHER, "on the worse side of Scotland", False),
        (6.0, HIGHER, "on the better side of Scotland", True),
        (5.0, LOWER, "level with Scotland", False),
        (4.96, LOWER, "level with Scotland", False),
        (4.0, NEITHER, "below Scotland, neither way is better", False),
        (6.0, NEITHER, "above Scotland, neither way is better", False),
        (5.04, NEITHER, "level with Scotland", False),
        (None, LOWER, "no figure to place", False),
        (Figure(4.0, Status.DOUBTFUL), LOWER, "no figure to place", False),
        (Figure(None, Status.SUPPRESSED), LOWER, "no figure to place", False),
    ],
)
def test_the_side_is_told_by_what_is_better_and_never_of_what_is_shown_alike(
    value: float | Figure | None, polarity: Polarity, side: str, better: bool
) -> None:
    found = made(value, polarity=polarity)
    assert (found.side, found.better_side) == (side, better)


@pytest.mark.parametrize(
    ("value", "scotland", "side"),
    [
        (97.0, 103.0, "as near the best range as Scotland"),
        (93.0, 107.0, "as near the best range as Scotland"),
        (97.0, 107.0, "on the better side of Scotland"),
        (90.0, 103.0, "on the worse side of Scotland"),
    ],
)
def test_inside_the_best_range_nobody_is_on_a_worse_side(value: float, scotland: float, side: str) -> None:
    """95 to 105 is best."""
    values = [80.0, 90.0, 95.0, 97.0, 100.0, 103.0, 105.0, 107.0, 110.0]
    assert made(value, values, scotland, polarity=RANGE).side == side


@pytest.mark.parametrize(
    ("cases", "side"),
    [(20, "better than Scotland"), (50, "similar to Scotland"), (90, "worse than Scotland")],
)
def test_a_tested_row_says_the_result_of_the_test(cases: int, side: str) -> None:
    counted = Figure(cases / 10, numerator=cases, denominator=1000)
    assert made(counted, interval=IntervalKind.PERCENTAGE).side == side


def test_a_similar_council_keeps_its_place_on_the_bar() -> None:
    counted = Figure(4.9, numerator=49, denominator=1000)
    found = made(counted, interval=IntervalKind.PERCENTAGE)
    assert (found.side, found.better_side, found.ours) == ("similar to Scotland", True, 0.5125)


@pytest.mark.parametrize(
    ("before", "share"), [(None, None), (9.0, 0.0), (1.0, 1.0), (9.5, None), (0.5, None)]
)
def test_the_figure_before_is_drawn_only_where_this_years_councils_reach(
    before: float | None, share: float | None
) -> None:
    assert made(before=before).before == share


def test_the_figure_before_is_told_even_where_it_is_not_drawn() -> None:
    assert (made(before=9.55).before_value, made().before_value) == ("9.6%", "")


def test_a_hidden_figure_has_no_place_no_number_and_no_rank() -> None:
    found = made(Figure(None, Status.SUPPRESSED), marks={"rank": None, "quartile": None})
    assert (found.value, found.ours, found.rank, found.quarter, found.quartile) == ("[c]", None, "", "", 0)


def test_rank_and_quarter_are_those_of_the_benchmark() -> None:
    found = made(marks={"rank": 4, "quartile": 2})
    assert (found.rank, found.quarter, found.quartile, found.councils) == ("4 of 9", "second quarter", 2, 9)


@pytest.mark.parametrize(
    ("kind", "note"),
    [("published", ""), ("mean", "mean of 31 councils"), ("computed", "computed from councils' counts")],
)
def test_a_scotland_that_nobody_published_has_a_note(kind: str, note: str) -> None:
    assert made(marks={"scotland_kind": kind, "scotland_councils": 31}).scotland_note == note


@given(
    st.lists(st.floats(0, 1000), min_size=8, max_size=32), st.floats(0, 1000),
    st.sampled_from([LOWER, HIGHER, NEITHER, RANGE]),
)  # fmt: skip
def test_everything_drawn_lies_on_the_bar_and_the_better_side_is_the_right_half(
    values: list[float], scotland: float, polarity: Polarity
) -> None:
    found = made(values[0], values, scotland, polarity=polarity)
    assert found.ours is not None
    assert 0 <= found.quarter_low <= found.quarter_high <= 1
    assert 0 <= found.ours <= 1
    if found.better_side:
        assert found.ours >= 0.5
