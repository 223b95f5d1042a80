"""Small numbers: a caution where the counts behind a comparison are below 20."""

from __future__ import annotations

import pytest

from indicators.caution import change_words, small_numbers
from indicators.figures import Figure, Status
from indicators.indicator import Unit
from tests.builders import make_figure, make_indicator

COUNT = make_indicator(unit=Unit.COUNT, decimals=0)
SHARE = make_indicator()


@pytest.mark.parametrize(
    ("now", "before", "small"),
    [(13, 10, True), (19, 200, True), (200, 19, True), (20, 20, False), (0, 100, True)],
)
def test_a_count_below_20_on_either_side_asks_for_caution(now: float, before: float, small: bool) -> None:
    assert small_numbers(COUNT, make_figure(now), make_figure(before)) is small


@pytest.mark.parametrize(
    ("figure", "small"),
    [
        (Figure(50.0, numerator=10, denominator=20), True),
        (Figure(50.0, numerator=20, denominator=40), False),
        (Figure(120.0, numerator=24, denominator=19), True),
        (make_figure(5.0), False),
        (Figure(None, Status.SUPPRESSED), False),
    ],
)
def test_a_percentage_is_as_small_as_the_counts_it_is_made_of(figure: Figure, small: bool) -> None:
    """A percentage of 5 is no count of 5, and where no count is known there is nothing to say."""
    assert small_numbers(SHARE, figure) is small


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (13.0, 10.0, "+3 (small numbers)"),
        (10.0, 13.0, "−3 (small numbers)"),
        (13.0, 13.0, "0 (small numbers)"),
        (130.0, 100.0, "+30"),
    ],
)
def test_a_change_of_counts_says_its_size_and_the_caution(now: float, before: float, words: str) -> None:
    assert change_words(COUNT, make_figure(now), make_figure(before)) == words


def test_a_change_of_percentages_is_in_points() -> None:
    now, before = (
        Figure(30.0, numerator=6, denominator=20),
        Figure(20.0, numerator=40, denominator=200),
    )
    assert change_words(SHARE, now, before) == "+10.0 points (small numbers)"
    assert change_words(SHARE, make_figure(3.4), make_figure(3.0)) == "+0.4 points"
    assert change_words(SHARE, make_figure(3.0), make_figure(3.4)) == "−0.4 points"


@pytest.mark.parametrize("missing", [make_figure(None), Figure(4.0, Status.DOUBTFUL)])
def test_without_two_numbers_there_is_no_change(missing: Figure) -> None:
    for pair in ((make_figure(3.0), missing), (missing, make_figure(3.0))):
        with pytest.raises(ValueError, match="two numbers"):
            change_words(COUNT, *pair)
