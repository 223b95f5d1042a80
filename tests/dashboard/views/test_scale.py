"""Axes with round ticks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.scale import axis

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
