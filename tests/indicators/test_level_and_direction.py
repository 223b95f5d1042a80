"""The light of level and direction: where a figure stands and which way it is going, kept from the target."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.comparison import Judgement, compared
from indicators.indicator import Polarity
from indicators.intervals import Interval, Method
from indicators.level_and_direction import LevelAndDirection, level_and_direction
from indicators.trends import Movement
from tests.builders import HIGHER, LOWER, NEITHER, RANGE

L, M = LevelAndDirection, Movement
NARROW, WIDE = 0.5, 5.0


def light(
    polarity: Polarity, value: float, reference: float, movement: Movement, reach: float | None = None
) -> LevelAndDirection | None:
    """The light of a value with an interval of some reach, or with none."""
    around = None if reach is None else Interval(value - reach, value + reach, Method.WILSON)
    found = level_and_direction(
        polarity, value, reference, compared(polarity, value, around, reference), movement
    )
    return found and found.light


@pytest.mark.parametrize(
    ("movement", "ahead", "alike", "behind"),
    [
        (M.IMPROVING, L.AHEAD_IMPROVING, L.ALIKE_IMPROVING, L.BEHIND_IMPROVING),
        (M.STEADY, L.AHEAD_STEADY, L.ALIKE_STEADY, L.BEHIND_STEADY),
        (M.WORSENING, L.AHEAD_WORSENING, L.ALIKE_WORSENING, L.BEHIND_WORSENING),
    ],
)
def test_every_level_meets_every_direction(movement: Movement, ahead: L, alike: L, behind: L) -> None:
    assert light(HIGHER, 9.0, 8.0, movement, NARROW) is ahead
    assert light(HIGHER, 9.0, 8.0, movement, WIDE) is alike
    assert light(HIGHER, 7.0, 8.0, movement, NARROW) is behind


@pytest.mark.parametrize(
    ("polarity", "value", "expected"),
    [
        (HIGHER, 9.0, L.AHEAD_STEADY),
        (HIGHER, 8.0, L.ALIKE_STEADY),
        (HIGHER, 7.0, L.BEHIND_STEADY),
        (LOWER, 9.0, L.BEHIND_STEADY),
        (LOWER, 7.0, L.AHEAD_STEADY),
        (NEITHER, 9.0, None),
    ],
)
def test_what_was_not_tested_stands_ahead_or_behind_by_polarity(
    polarity: Polarity, value: float, expected: LevelAndDirection | None
) -> None:
    assert light(polarity, value, 8.0, M.STEADY) is expected


@pytest.mark.parametrize(
    ("value", "reference", "expected"),
    [(97.0, 110.0, L.AHEAD_STEADY), (90.0, 97.0, L.BEHIND_STEADY), (97.0, 103.0, L.ALIKE_STEADY)],
)
@pytest.mark.parametrize("reach", [None, NARROW])
def test_within_the_best_range_nothing_is_ahead_and_up_and_down_are_steady(
    value: float, reference: float, expected: LevelAndDirection, reach: float | None
) -> None:
    for movement in (M.UP, M.DOWN, M.STEADY):
        assert light(RANGE, value, reference, movement, reach) is expected


def test_the_words_keep_to_what_was_tested() -> None:
    untested = level_and_direction(LOWER, 7.0, 8.0, compared(LOWER, 7.0, None, 8.0), M.IMPROVING)
    around = Interval(6.5, 7.5, Method.WILSON)
    tested = level_and_direction(LOWER, 7.0, 8.0, compared(LOWER, 7.0, around, 8.0), M.WORSENING)
    assert untested is not None
    assert tested is not None
    assert untested.words("Scotland") == "below Scotland (not tested), improving"
    assert tested.words("Scotland") == "better than Scotland, worsening"


def test_each_light_has_a_shape_of_its_own_and_none_of_the_targets() -> None:
    shapes = {each.shape for each in L}
    assert len(shapes) == len(L) == 9
    assert {shape.split("-")[0] for shape in shapes} == {"ring", "square", "diamond"}
    assert all(shape.split("-")[1] in ("plus", "bar", "minus") for shape in shapes)


@given(st.floats(-100, 100), st.floats(-100, 100), st.sampled_from(list(M)))
def test_judged_or_not_the_light_never_contradicts_the_comparison(
    value: float, reference: float, movement: Movement
) -> None:
    comparison = compared(HIGHER, value, None, reference)
    found = level_and_direction(HIGHER, value, reference, comparison, movement)
    assert found is not None
    assert (comparison.judgement is Judgement.ABOVE) == found.light.startswith("ahead")
    assert (comparison.judgement is Judgement.BELOW) == found.light.startswith("behind")
