"""Gaps: a group against everybody, and the best part of an area against the worst."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.gaps import Spread, gap_words, spread
from indicators.indicator import Polarity, Unit
from tests.builders import HIGHER, LOWER, NEITHER, RANGE, make_indicator

PARTS = {"Lochee": 4.0, "Maryfield": 12.0, "Strathmartine": 9.0}
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


@pytest.mark.parametrize(
    ("group", "everybody", "words"),
    [
        (87.5, 91.7, "−4.2 points"),
        (91.7, 87.5, "+4.2 points"),
        (88.0, 87.0, "+1.0 point"),
        (5.0, 5.0, "level"),
    ],
)
def test_a_gap_has_its_sign_and_its_size_in_points(group: float, everybody: float, words: str) -> None:
    assert gap_words(make_indicator(), group, everybody) == words


def test_a_gap_of_anything_else_is_in_its_own_unit() -> None:
    assert gap_words(make_indicator(unit=Unit.POUNDS, decimals=0), 402.0, 337.0) == "+£65"


@given(NUMBERS, NUMBERS)
def test_a_gap_looked_at_from_the_other_side_has_the_other_sign(group: float, everybody: float) -> None:
    turned = str.maketrans("+−", "−+")
    indicator = make_indicator()
    assert gap_words(indicator, group, everybody).translate(turned) == gap_words(indicator, everybody, group)


@pytest.mark.parametrize(
    ("polarity", "best", "worst", "size"),
    [
        (HIGHER, "Maryfield", "Lochee", 8.0),
        (LOWER, "Lochee", "Maryfield", 8.0),
        (NEITHER, "Maryfield", "Lochee", 8.0),
    ],
)
def test_the_best_and_the_worst_follow_the_polarity(
    polarity: Polarity, best: str, worst: str, size: float
) -> None:
    assert spread(polarity, PARTS) == Spread(best, worst, size)


def test_with_a_best_range_the_worst_is_furthest_from_it() -> None:
    found = spread(RANGE, {"Inside": 100.0, "Below": 92.0, "Above": 110.0})
    assert (found.best, found.worst) == ("Inside", "Above") if found else False


@pytest.mark.parametrize("parts", [{}, {"Lochee": 4.0}])
def test_fewer_than_two_parts_have_no_gap(parts: dict[str, float]) -> None:
    assert spread(HIGHER, parts) is None


@given(st.dictionaries(st.text(min_size=1), NUMBERS, min_size=2))
def test_no_part_lies_outside_the_gap(parts: dict[str, float]) -> None:
    found = spread(HIGHER, parts)
    assert found is not None
    assert all(parts[found.worst] <= value <= parts[found.best] for value in parts.values())
