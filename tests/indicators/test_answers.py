"""Answers: improved, the same or worse, of all who answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.answers import Answers
from indicators.display import number

COUNTS = st.integers(0, 10_000)


@pytest.mark.parametrize(
    ("counts", "base", "shares"),
    [
        ((51, 22, 4), 77, ["66", "29", "5"]),
        ((48, 26, 2), 76, ["63", "34", "3"]),
        ((47, 26, 3), 76, ["62", "34", "4"]),
        ((0, 0, 0), 0, ["0", "0", "0"]),
    ],
)
def test_the_base_is_all_who_answered_and_the_shares_are_of_it(
    counts: tuple[int, int, int], base: int, shares: list[str]
) -> None:
    found = Answers(*counts)
    assert found.base == base
    assert [number(share, 0) for share in found.shares] == shares


@given(COUNTS, COUNTS, COUNTS)
def test_the_shares_make_a_hundred_where_anybody_answered(improved: int, same: int, worse: int) -> None:
    found = Answers(improved, same, worse)
    assert sum(found.shares) == pytest.approx(100 if found.base else 0)
