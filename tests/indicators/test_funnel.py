"""Funnels: what share of each stage goes on to the next."""

from __future__ import annotations

import pytest

from indicators.funnel import funnel


def test_each_stage_is_a_share_of_the_one_before_and_of_the_first() -> None:
    first, second, third = funnel([("Referrals", 200), ("Investigations", 50), ("Conferences", 10)])
    assert (first.of_previous, first.of_first) == (None, None)
    assert (second.of_previous, second.of_first) == (25.0, 25.0)
    assert (third.of_previous, third.of_first) == (20.0, 5.0)
    assert [stage.words for stage in (first, third)] == ["Referrals: 200", "Conferences: 10 (20.0%)"]


@pytest.mark.parametrize(
    ("counts", "of_previous", "of_first", "last"),
    [
        ([200, None, 10], [None, None, None], [None, None, 5.0], "2: 10"),
        ([None, 50, 10], [None, None, 20.0], [None, None, None], "2: 10 (20.0%)"),
        ([200, 50, None], [None, 25.0, None], [None, 25.0, None], "2: not shown"),
        ([0, 0, 0], [None, None, None], [None, None, None], "2: 0"),
        ([10, 0, 0], [None, 0.0, None], [None, 0.0, 0.0], "2: 0"),
        ([10, 12, 6], [None, 120.0, 50.0], [None, 120.0, 60.0], "2: 6 (50.0%)"),
    ],
)
def test_a_count_not_shown_and_a_zero_before_give_no_rate_away(
    counts: list[float | None],
    of_previous: list[float | None],
    of_first: list[float | None],
    last: str,
) -> None:
    found = funnel([(str(place), count) for place, count in enumerate(counts)])
    assert [stage.of_previous for stage in found] == of_previous
    assert [stage.of_first for stage in found] == of_first
    assert found[-1].words == last


def test_a_negative_count_is_refused_and_no_stages_are_no_funnel() -> None:
    with pytest.raises(ValueError, match="the count of 'Investigations' is below 0"):
        funnel([("Referrals", 3), ("Investigations", -1)])
    assert funnel([]) == ()
