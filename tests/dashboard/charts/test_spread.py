"""Words that want to stand at nearly the same place are kept apart, and moved no more than they must be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.spread import APART, spread

PLACES = st.lists(st.floats(0, 400), max_size=20)


@given(PLACES)
def test_all_words_are_apart_inside_and_in_their_order(wanted: list[float]) -> None:
    places = spread(wanted, 0, 400)
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    for one, other in pairwise(order):
        assert places[other] - places[one] >= APART - 1e-6
    assert all(-1e-6 <= place <= 400 + 1e-6 for place in places)


@given(PLACES)
def test_words_that_are_apart_already_do_not_move(wanted: list[float]) -> None:
    every = sorted(wanted)
    if all(other - one >= APART for one, other in pairwise(every)):
        assert spread(wanted, 0, 400) == pytest.approx(wanted)


@given(PLACES.filter(bool))
def test_a_block_in_the_open_is_centred_on_what_it_wanted(wanted: list[float]) -> None:
    """Far from both edges the mean of the places is the mean of those wanted."""
    places = spread(wanted, -10_000, 10_000)
    assert sum(places) / len(places) == pytest.approx(sum(wanted) / len(wanted), abs=1e-6)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ([100, 117], [100, 117]),
        ([100, 116], [99.5, 116.5]),
        ([117, 100], [117, 100]),
        ([0, 5, 100], [0, 17, 100]),
        ([400, 399], [400, 383]),
        ([100, 110, 200], [96.5, 113.5, 200]),
    ],
)
def test_neighbours_that_collide_move_as_far_as_they_must_and_no_further(
    wanted: list[float], places: list[float]
) -> None:
    assert spread(wanted, 0, 400) == pytest.approx(places, abs=1e-6)


def test_where_there_is_no_room_for_all_they_begin_at_the_low_end() -> None:
    assert spread([5, 5, 5], 0, 20) == [0, 17, 34]


def test_the_distance_can_be_asked_for() -> None:
    assert spread([50, 50], 0, 100, apart=40) == [30, 70]
