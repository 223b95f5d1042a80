from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.cells import Marker, column_letters, number_in, sort_cells
from indicators.figures import Status

MARKERS = {
    "dna": Marker(Status.NOT_AVAILABLE),
    "*": Marker(Status.SUPPRESSED),
    "!": Marker(Status.NOT_AVAILABLE, "printed as !"),
}


def test_numbers_markers_blanks_and_riddles_are_told_apart() -> None:
    found = sort_cells([0.0, "7.8", 3, "dna", "*", "!", "", "\u00a0", "7,8", True], MARKERS)
    assert [None if math.isnan(n) else n for n in found.numbers] == [0.0, 7.8, 3.0, *[None] * 7]
    assert list(found.statuses) == [
        *["published"] * 3,
        *["not_available", "suppressed", "not_available"],
        *["missing"] * 4,
    ]
    assert list(found.notes) == ["", "", "", "", "", "printed as !", "", "", "", ""]
    assert list(found.unreadable) == [*[False] * 8, True, True]


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0.0), ("-3.25", -3.25), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("+2", 2.0)],
)
def test_plain_numbers_are_read_exactly(text: str, number: float) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "nan", "inf", "∞", "1e999", "1_000", "1,234", "12.3%", "£5", "..", "[c]", "#N/A", "٣", "1 2", "--1"],
)
def test_what_is_not_a_plain_number_never_becomes_one(text: str) -> None:
    assert number_in(text) is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_survives_being_printed(number: float) -> None:
    assert number_in(repr(number)) == number


@pytest.mark.parametrize(
    ("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (2188, "CFE")]
)
def test_columns_are_lettered_as_in_a_spreadsheet(position: int, letters: str) -> None:
    assert column_letters(position) == letters
