"""Denominators: a base that fell lifts a share by itself, and that is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.denominators import base_move_words, base_moved, made_of
from indicators.figures import Figure, Status
from tests.builders import make_indicator

AUGUST = Figure(58.0, numerator=1130, denominator=1963)
LATER = Figure(66.0, numerator=1130, denominator=1720)
COUNTS = st.integers(1, 10_000)


def share(count: float, base: float, status: Status = Status.PUBLISHED) -> Figure:
    """A percentage with what it is made of."""
    return Figure(100 * count / base, status, count, base)


def test_the_same_count_of_fewer_cases_is_told_with_what_it_would_be() -> None:
    moved = base_moved(AUGUST, LATER)
    assert moved is not None
    assert base_move_words(make_indicator(decimals=0), moved, "1 August 2020") == (
        "The denominator fell from 1,963 to 1,720 since 1 August 2020, while the numerator stayed at 1,130. "
        "On the earlier denominator it would be 58%."
    )


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (share(50, 100), share(48, 120), "The denominator rose from 100 to 120"),
        (share(50, 100), share(45, 80), "while the numerator fell from 50 to 45"),
        (share(50, 100), share(55, 90), "while the numerator rose from 50 to 55"),
    ],
)
def test_both_moves_are_told_whichever_way_they_went(before: Figure, now: Figure, words: str) -> None:
    moved = base_moved(before, now)
    assert moved is not None
    assert words in base_move_words(make_indicator(), moved, "2019-20")


def test_a_count_that_fell_to_nobody_is_told_as_0() -> None:
    moved = base_moved(share(50, 100), share(0, 120))
    assert moved is not None
    assert (moved.count_now, moved.on_earlier_base) == (0, 0)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (share(50, 100), share(60, 100)),
        (share(50, 100), share(50, 97)),
        (share(50, 100), share(80, 120)),
        (share(50, 100), share(50, 100)),
        (share(50, 100), share(55.001, 110)),
        (share(50, 100, Status.DOUBTFUL), share(50, 60)),
        (share(50, 100), share(50, 60, Status.DOUBTFUL)),
        (Figure(50.0), share(50, 60)),
        (share(50, 100), Figure(60.0, numerator=50)),
        (Figure(50.0, numerator=0, denominator=0), share(50, 60)),
        (share(50, 100), Figure(None, Status.SUPPRESSED)),
    ],
)
def test_nothing_is_said_where_the_base_did_not_move_the_share(before: Figure, now: Figure) -> None:
    assert base_moved(before, now) is None


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_on_the_earlier_base_a_share_is_its_count_of_that_base(a: int, b: int, c: int, d: int) -> None:
    moved = base_moved(share(a, b), share(c, d))
    if moved is not None:
        assert moved.on_earlier_base == pytest.approx(100 * c / b)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (LATER, "1,130 of 1,720"),
        (Figure(1.5, numerator=1.25, denominator=83.3), "1.25 of 83.3"),
        (Figure(1.5, numerator=1), ""),
        (Figure(None, Status.SUPPRESSED), ""),
    ],
)
def test_what_a_figure_is_made_of_needs_both_counts(figure: Figure, words: str) -> None:
    assert made_of(figure) == words
