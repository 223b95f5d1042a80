"""Axes with round ticks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.scale import Axis, axis
from indicators.display import number

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 4))


@given(st.lists(NUMBERS, min_size=1, max_size=40), st.booleans())
def test_an_axis_holds_every_value_and_runs_from_its_first_tick_to_its_last(
    values: list[float], from_zero: bool
) -> None:
    found = axis(values, from_zero)
    slack = 1e-6 * max(1.0, abs(found.high), abs(found.low))
    assert found.low - slack <= min(values) <= max(values) <= found.high + slack
    assert found.ticks[0] == found.low
    assert found.ticks[-1] == found.high
    assert all(0 - 1e-6 <= found.share(value) <= 1 + 1e-6 for value in values)


@given(st.lists(NUMBERS.map(abs), min_size=1))
def test_an_axis_from_zero_begins_at_zero_when_nothing_lies_below(values: list[float]) -> None:
    assert axis(values).low == 0


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([1.4, 9.7], (0, 2, 4, 6, 8, 10)),
        ([27.8], (0, 10, 20, 30)),
        ([0.0], (0, 1)),
    ],
)
def test_ticks_stand_at_round_numbers(values: list[float], ticks: tuple[float, ...]) -> None:
    assert axis(values).ticks == pytest.approx(ticks)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([12.0], ["0.0", "2.5", "5.0", "7.5", "10.0", "12.5"]),
        ([1.2], ["0.00", "0.25", "0.50", "0.75", "1.00", "1.25"]),
        ([0.05], ["0.00", "0.01", "0.02", "0.03", "0.04", "0.05"]),
        ([9.7], ["0", "2", "4", "6", "8", "10"]),
        ([-0.9], ["−1.0", "−0.8", "−0.6", "−0.4", "−0.2", "0.0"]),
        ([123456.0], ["0", "25,000", "50,000", "75,000", "100,000", "125,000"]),
    ],
)
def test_a_tick_is_written_as_it_is(values: list[float], words: list[str]) -> None:
    found = axis(values)
    assert [number(tick, found.decimals) for tick in found.ticks] == words


HUNDREDTHS = st.integers(1, 10**8).map(lambda hundredths: hundredths / 100)


@given(HUNDREDTHS, HUNDREDTHS)
def test_no_two_ticks_are_written_alike_and_none_is_rounded(one: float, other: float) -> None:
    found = axis([one, other], is_from_zero=False)
    written = [number(tick, found.decimals) for tick in found.ticks]
    assert len(set(written)) == len(written)
    step = found.ticks[1] - found.ticks[0]
    for tick, words in zip(found.ticks, written, strict=True):
        assert float(words.replace(",", "").replace("−", "-")) == pytest.approx(tick, abs=step / 20)


@pytest.mark.parametrize(("value", "share"), [(10.0, 0.0), (15.0, 0.5), (20.0, 1.0), (25.0, 1.5)])
def test_a_value_beyond_the_axis_is_not_moved_onto_it(value: float, share: float) -> None:
    assert Axis(10.0, 20.0, (10.0, 20.0)).share(value) == share


@given(st.lists(NUMBERS, min_size=1), st.booleans())
def test_an_axis_has_no_more_ticks_than_there_is_room_for(values: list[float], from_zero: bool) -> None:
    assert 2 <= len(axis(values, from_zero).ticks) <= 8
