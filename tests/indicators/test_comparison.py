"""Better, similar or worse by the interval; above, below or level without one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.comparison import Comparison, Judgement, compared, side_by_side
from indicators.indicator import Polarity
from indicators.intervals import Interval, Method
from tests.builders import HIGHER, LOWER, NEITHER, RANGE

J = Judgement
VALUES = st.floats(-1000, 1000)
POLARITIES = st.sampled_from([HIGHER, LOWER, NEITHER, RANGE])


def around(value: float, reach: float = 1.0) -> Interval:
    """An interval with the value in its middle."""
    return Interval(value - reach, value + reach, Method.WILSON)


@pytest.mark.parametrize(
    ("polarity", "value", "reference", "expected"),
    [
        (HIGHER, 8.0, 6.9, J.BETTER),
        (HIGHER, 8.0, 7.0, J.SIMILAR),
        (HIGHER, 8.0, 7.0 - 1e-10, J.SIMILAR),
        (HIGHER, 8.0, 9.0, J.SIMILAR),
        (HIGHER, 8.0, 9.1, J.WORSE),
        (LOWER, 8.0, 6.9, J.WORSE),
        (LOWER, 8.0, 9.0, J.SIMILAR),
        (LOWER, 8.0, 9.1, J.BETTER),
        (NEITHER, 8.0, 6.9, J.ABOVE),
        (NEITHER, 8.0, 8.5, J.SIMILAR),
        (NEITHER, 8.0, 9.1, J.BELOW),
        (RANGE, 90.0, 97.0, J.WORSE),
        (RANGE, 97.0, 110.0, J.BETTER),
        (RANGE, 97.0, 103.0, J.BELOW),
    ],
)
def test_an_interval_that_excludes_the_reference_is_better_or_worse(
    polarity: Polarity, value: float, reference: float, expected: Judgement
) -> None:
    """Touching is similar; without a polarity, or within the best range, it is above or below."""
    assert compared(polarity, value, around(value), reference) == Comparison(expected, tested=True)


@pytest.mark.parametrize("polarity", [HIGHER, LOWER, NEITHER, RANGE])
@pytest.mark.parametrize(
    ("value", "reference", "level", "expected"),
    [
        (8.0, 7.9, False, J.ABOVE),
        (8.0, 8.1, False, J.BELOW),
        (8.0, 8.0 + 1e-10, False, J.LEVEL),
        (8.0, 8.04, True, J.LEVEL),
    ],
)
def test_without_an_interval_nothing_is_tested(
    polarity: Polarity, value: float, reference: float, level: bool, expected: Judgement
) -> None:
    found = compared(polarity, value, None, reference, level=level)
    assert found == Comparison(expected, tested=False)


def test_two_numbers_are_level_only_where_it_is_said_or_they_are() -> None:
    assert compared(HIGHER, 8.04, None, 8.0).judgement is J.ABOVE
    assert side_by_side(LOWER, 7.96, None, 8.0, None).judgement is J.BELOW


@given(POLARITIES, VALUES, VALUES, st.floats(0.001, 500))
def test_only_a_tested_comparison_by_a_polarity_says_better_or_worse(
    polarity: Polarity, value: float, reference: float, reach: float
) -> None:
    untested = compared(polarity, value, None, reference)
    tested = compared(polarity, value, around(value, reach), reference)
    assert untested.judgement in (J.ABOVE, J.BELOW, J.LEVEL)
    assert polarity.judges or tested.judgement not in (J.BETTER, J.WORSE)
    wider = compared(polarity, value, around(value, reach * 2), reference)
    assert wider.judgement in (tested.judgement, J.SIMILAR)


@given(VALUES, VALUES, st.floats(0.001, 500))
def test_what_is_better_where_higher_is_better_is_worse_where_lower_is(
    value: float, reference: float, reach: float
) -> None:
    mirror = {J.BETTER: J.WORSE, J.WORSE: J.BETTER, J.SIMILAR: J.SIMILAR}
    high = compared(HIGHER, value, around(value, reach), reference)
    assert compared(LOWER, value, around(value, reach), reference).judgement is mirror[high.judgement]


def test_a_comparison_names_its_reference_and_says_when_it_is_not_tested() -> None:
    words = [Comparison(judgement, judgement in (J.BETTER, J.SIMILAR, J.WORSE)) for judgement in J]
    assert [each.words("Scotland") for each in words] == [
        "better than Scotland",
        "similar to Scotland",
        "worse than Scotland",
        "above Scotland (not tested)",
        "below Scotland (not tested)",
        "level with Scotland (not tested)",
    ]


@pytest.mark.parametrize(
    ("polarity", "ours", "theirs", "judgement"),
    [
        (HIGHER, (40, 30, 50), (70, 60, 80), Judgement.WORSE),
        (LOWER, (40, 30, 50), (70, 60, 80), Judgement.BETTER),
        (NEITHER, (40, 30, 50), (70, 60, 80), Judgement.BELOW),
        (HIGHER, (70, 60, 80), (40, 30, 50), Judgement.BETTER),
        (HIGHER, (40, 30, 60), (70, 60, 80), Judgement.SIMILAR),
        (HIGHER, (40, 30, 65), (70, 60, 80), Judgement.SIMILAR),
    ],
)
def test_two_figures_differ_only_where_their_intervals_neither_overlap_nor_touch(
    polarity: Polarity,
    ours: tuple[float, float, float],
    theirs: tuple[float, float, float],
    judgement: Judgement,
) -> None:
    one, other = Interval(*ours[1:], Method.WILSON), Interval(*theirs[1:], Method.WILSON)
    assert side_by_side(polarity, ours[0], one, theirs[0], other) == Comparison(judgement, tested=True)


def test_two_figures_are_not_tested_when_one_of_them_has_no_interval() -> None:
    known = Interval(30, 50, Method.WILSON)
    assert side_by_side(HIGHER, 40, known, 70, None) == Comparison(Judgement.BELOW, tested=False)
    assert side_by_side(HIGHER, 70, None, 40, known) == Comparison(Judgement.ABOVE, tested=False)
    assert side_by_side(HIGHER, 40, None, 40.01, None, level=True) == Comparison(
        Judgement.LEVEL, tested=False
    )
