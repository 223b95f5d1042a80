"""What fits a slide, in millimetres: the slide, its words, the cells and rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.exports.letters import wrapped
from dashboard.views.pack_blocks import Table, TableCell, TableRow

WIDE, HIGH, MARGIN = 338, 190, 14
"""Millimetres of a slide of 16 to 9, and of its margins."""
ACROSS = WIDE - 2 * MARGIN
TOP, FOOT = 30, 174
"""Where a slide begins below its title, and where its foot is."""
SIZE = 12
"""Points of the smallest words on a slide."""
LINE = SIZE * 1.2 * 25.4 / 72
LETTER = SIZE * 25.4 / 72
"""Millimetres of a line, and of the size of a letter."""
APART = 1.4
"""Millimetres between two paragraphs of a red."""
PADDING, SIDES = 1.6, 3.0
"""Millimetres that a cell keeps above and below its words together, and at their sides."""


def row_height(row: TableRow, table: Table) -> float:
    """Millimetres of the highest cell of a row; the last cell spans the columns that are left."""
    wide = cell_widths(row, table.widths)
    return max(_cell_height(cell, each) for cell, each in zip(row.cells, wide, strict=True)) + PADDING


def _cell_height(cell: TableCell, wide: float) -> float:
    first, *others = cell.lines
    return text_height([first], wide, bold=cell.strong) + text_height(others, wide, bold=bool(cell.light))


def cell_widths(row: TableRow, widths: Sequence[int]) -> list[float]:
    """Millimetres that the words of each cell of a row have."""
    spans = [*widths[: len(row.cells) - 1], sum(widths[len(row.cells) - 1 :])]
    return [ACROSS * span / sum(widths) - SIDES for span in spans]


def below(texts: Sequence[str]) -> float:
    """Where a table begins: below the texts that stand above it, or where the slide begins."""
    return TOP + text_height(texts, ACROSS) + 1 if texts else TOP


def text_height(lines: Sequence[str], wide: float, bold: bool = False) -> float:
    """Millimetres of lines of words wrapped in a width."""
    return sum(len(wrapped(line, wide / LETTER, bold)) for line in lines) * LINE


def cut_lines(lines: Sequence[str], wide: float, high: float) -> list[list[str]]:
    """Lines of words in groups that each fit a height; a line higher than it is cut between its words."""
    groups: list[list[str]] = [[]]
    most = max(1, int((high - APART) / LINE))
    left = high
    for line in lines:
        parts = wrapped(line, wide / LETTER, bold=True)
        for piece in (parts[at : at + most] for at in range(0, len(parts), most)):
            needed = len(piece) * LINE + APART
            if groups[-1] and needed > left:
                groups.append([])
                left = high
            groups[-1].append(" ".join(piece))
            left -= needed
    return groups
