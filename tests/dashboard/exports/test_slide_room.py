"""What fits a slide: heights of words and rows, and lines cut into groups that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.slide_room import (
    ACROSS,
    APART,
    LINE,
    PADDING,
    SIDES,
    TOP,
    below,
    cell_widths,
    cut_lines,
    row_height,
    text_height,
)
from dashboard.views.pack_blocks import Table, TableCell, TableRow


def cell(*lines: str) -> TableCell:
    """A cell of lines."""
    return TableCell(lines)


def row(*cells: TableCell) -> TableRow:
    """A row of cells."""
    return TableRow(cells)


def test_each_line_that_wraps_takes_a_line_more() -> None:
    assert text_height([], 100) == 0
    assert text_height(["word"], 100) == pytest.approx(LINE)
    assert text_height(["word", "word"], 100) == pytest.approx(2 * LINE)
    assert text_height(["word " * 30], 100) > 2 * LINE
    assert text_height([""], 100) == pytest.approx(LINE)


def test_a_table_begins_below_the_words_above_it() -> None:
    assert below([]) == TOP
    assert below(["One line"]) == pytest.approx(TOP + LINE + 1)


def test_the_last_cell_has_the_columns_that_are_left() -> None:
    assert cell_widths(row(cell("a"), cell("b")), [1, 1, 2]) == pytest.approx(
        [ACROSS / 4 - SIDES, ACROSS * 3 / 4 - SIDES]
    )
    full = cell_widths(row(*[cell("a")] * 3), [1, 1, 2])
    assert sum(full) == pytest.approx(ACROSS - 3 * SIDES)


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    table = Table("x", (), (), (1, 1))
    assert row_height(row(cell("a"), cell("b", "c", "d")), table) == pytest.approx(3 * LINE + PADDING)


WORDS = st.lists(st.text("abcdef ", max_size=200), max_size=8)


@given(WORDS, st.floats(20, 300), st.floats(10, 140))
def test_cutting_loses_no_word_and_no_group_is_higher_than_it_may_be(
    lines: list[str], wide: float, high: float
) -> None:
    groups = cut_lines(lines, wide, high)
    assert "".join("".join(group) for group in groups).replace(" ", "") == "".join(lines).replace(" ", "")
    for group in groups:
        pieces = [text_height([piece], wide, bold=True) + APART for piece in group]
        assert sum(pieces) <= max(high, LINE + APART) + 1e-6


def test_what_fits_is_one_group_and_nothing_is_one_empty_group() -> None:
    assert cut_lines(["a", "b"], 200, 100) == [["a", "b"]]
    assert cut_lines([], 200, 100) == [[]]


def test_lines_that_do_not_fit_begin_another_group() -> None:
    high = 2 * (LINE + APART) + 0.1
    assert cut_lines(["a", "b", "c"], 200, high) == [["a", "b"], ["c"]]
