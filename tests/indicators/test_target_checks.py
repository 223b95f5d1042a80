"""A target that is worse than the figure already reached asks for less than is done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.indicator import Polarity
from indicators.rag import Cut
from indicators.target_checks import asks_for_less, harder_by
from tests.builders import HIGHER, LOWER, NEITHER

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


@pytest.mark.parametrize(
    ("polarity", "target", "reached", "flagged"),
    [
        (LOWER, 230.0, 228.0, True),
        (HIGHER, 95.55, 93.9, False),
        (HIGHER, 80.0, 86.0, True),
        (LOWER, 9.0, 15.53, False),
        (HIGHER, 95.0, 95.0, False),
        (NEITHER, 10.0, 20.0, False),
    ],
)
def test_only_a_target_worse_than_the_figure_is_flagged(
    polarity: Polarity, target: float, reached: float, flagged: bool
) -> None:
    assert asks_for_less(polarity, Cut(target, target, 0.0), reached) is flagged


@pytest.mark.parametrize(
    ("polarity", "target", "reached", "harder"),
    [(LOWER, 230.0, 228.0, -2.0), (HIGHER, 95.5, 94.0, 1.5), (LOWER, 7.0, 8.5, 1.5), (HIGHER, 5.0, 5.0, 0.0)],
)
def test_how_much_harder_a_target_is_follows_the_polarity(
    polarity: Polarity, target: float, reached: float, harder: float
) -> None:
    assert harder_by(polarity, target, reached) == harder


@given(st.sampled_from([HIGHER, LOWER]), NUMBERS, NUMBERS)
def test_a_target_that_asks_for_less_is_never_the_harder_one(
    polarity: Polarity, target: float, reached: float
) -> None:
    if asks_for_less(polarity, Cut(target, target, 0.0), reached):
        assert harder_by(polarity, target, reached) < 0
