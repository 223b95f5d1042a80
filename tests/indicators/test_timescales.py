"""Timescales: how soon something should be done, as the catalogue writes it and a reader sees it."""

from __future__ import annotations

import pytest

from indicators.timescales import UNITS, Timescale, parse_timescale


@pytest.mark.parametrize(
    ("text", "amount", "unit", "words"),
    [
        ("24 hours", 24, "hours", "within 24 hours"),
        ("24 working hours", 24, "working hours", "within 24 working hours"),
        ("20 working days", 20, "working days", "within 20 working days"),
        ("30 days", 30, "days", "within 30 days"),
        ("1 week", 1, "weeks", "within 1 week"),
        ("26 weeks", 26, "weeks", "within 26 weeks"),
        ("12 months", 12, "months", "within 12 months"),
    ],
)
def test_a_limit_is_an_amount_and_a_unit(text: str, amount: int, unit: str, words: str) -> None:
    found = parse_timescale(text)
    assert found == Timescale(amount, unit)
    assert found is not None
    assert found.words == words


def test_no_limit_is_none() -> None:
    assert parse_timescale("") is None


@pytest.mark.parametrize("text", ["soon", "0 days", "-1 days", "1.5 days", "20 workdays", "20", "days 20"])
def test_anything_else_is_refused_with_the_units_there_are(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' is no timescale.*{UNITS[0]}"):
        parse_timescale(text)
