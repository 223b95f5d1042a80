"""Audits against their plan: the share done, and its light from the day after it is due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.audits import Audited
from indicators.rag import Light

DUE = date(2020, 3, 31)


@pytest.mark.parametrize(
    ("planned", "done", "light", "words"),
    [
        (100, 50, Light.RED, "50 of 100 done (50%)"),
        (12, 6, Light.RED, "6 of 12 done (50%)"),
        (100, 94, Light.RED, "94 of 100 done (94%)"),
        (100, 95, Light.AMBER, "95 of 100 done (95%)"),
        (1000, 999, Light.AMBER, "999 of 1000 done (100%)"),
        (12, 12, Light.GREEN, "12 of 12 done (100%)"),
        (12, 15, Light.GREEN, "15 of 12 done (125%)"),
        (12, 0, Light.RED, "0 of 12 done (0%)"),
        (12, None, Light.NO_DATA, "12 planned, none reported"),
    ],
)
def test_half_of_what_was_planned_is_red_and_within_five_percent_amber(
    planned: int, done: int | None, light: Light, words: str
) -> None:
    found = Audited(planned, done)
    assert (found.light(DUE), found.words) == (light, words)


@pytest.mark.parametrize(
    ("done", "days", "light"),
    [
        (50, -1, Light.NO_TARGET),
        (50, 0, Light.NO_TARGET),
        (50, 1, Light.RED),
        (100, -1, Light.GREEN),
        (None, 1, Light.NO_DATA),
    ],
)
def test_before_it_is_due_only_a_complete_one_has_a_light(done: int | None, days: int, light: Light) -> None:
    assert Audited(100, done, DUE).light(DUE + timedelta(days)) is light


@given(st.integers(1, 10_000), st.integers(0, 20_000), st.dates())
def test_more_done_is_never_a_worse_light(planned: int, done: int, as_at: date) -> None:
    order = (Light.RED, Light.AMBER, Light.GREEN)
    fewer, more = Audited(planned, done).light(as_at), Audited(planned, done + 1).light(as_at)
    assert order.index(fewer) <= order.index(more)
