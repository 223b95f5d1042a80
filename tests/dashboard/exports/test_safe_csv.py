"""CSV that a spreadsheet cannot be made to run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.safe_csv import csv_lines, harmless, to_csv
from indicators.harmless import restored

RISKY = "=+-@\t\r\n\0＝＋－＠"


@pytest.mark.parametrize("start", list(RISKY))
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("number", [-3.2, 0, 7.8, -1, 1e-9])
def test_true_numbers_stay_numbers_at_full_precision(number: float) -> None:
    assert float(harmless(number)) == number


def test_a_missing_cell_is_empty_and_never_zero() -> None:
    assert harmless(None) == ""


@given(st.text().filter(lambda text: "\0" not in text))
def test_no_text_cell_of_any_kind_begins_like_a_formula(text: str) -> None:
    shown = harmless(text)
    assert (
        not shown.startswith(tuple(RISKY))
        or shown.lstrip("-")
        .replace(".", "", 1)
        .replace("e", "", 1)
        .replace("E", "", 1)
        .replace("+", "", 1)
        .replace("-", "", 1)
        .isdigit()
    )


def test_the_file_reads_back_as_the_table_it_was_made_from() -> None:
    written = to_csv(("name", "value"), [("Argyll & Bute, all", 1.5), ("Eilean Siar", None)])
    assert written.startswith("\ufeff")
    read = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"))))
    assert read == [["name", "value"], ["Argyll & Bute, all", "1.5"], ["Eilean Siar", ""]]


@given(st.text())
def test_reading_our_own_export_back_restores_the_text(text: str) -> None:
    assert restored(harmless(text)) == text


@pytest.mark.parametrize("count", [0, 1, 199, 200, 201, 1000])
def test_lines_sent_some_at_a_time_are_the_whole_file(count: int) -> None:
    rows = [(f"row {number}", number) for number in range(count)]
    pieces = list(csv_lines(("name", "value"), rows))
    assert "".join(pieces) == to_csv(("name", "value"), rows)
    assert len(pieces) == 2 + count // 200


def test_a_row_is_sent_before_the_last_one_is_read() -> None:
    read: list[int] = []
    lines = csv_lines(("n",), ((read.append(n) or n,) for n in range(1000)))
    next(lines), next(lines)
    assert len(read) == 200
