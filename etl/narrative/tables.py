"""Tables of pasted text: lines whose cells stand between tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the number of its line and its cells without the blanks around them."""

    line: int
    cells: tuple[str, ...]

    def at(self, column: int) -> str:
        """The cell of a column; empty beyond the last."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    def find(self, pattern: str) -> int:
        """The first column whose cell holds a pattern, in any case; -1 where none does."""
        found = (at for at, cell in enumerate(self.cells) if re.search(pattern, cell, re.IGNORECASE))
        return next(found, -1)

    @property
    def text(self) -> str:
        """The cells that are not empty, in one line."""
        return " | ".join(cell for cell in self.cells if cell)


def tables(text: str) -> Iterator[list[Row]]:
    """The tables of a report: runs of lines that have a tab."""
    rows: list[Row] = []
    for at, line in enumerate(text.splitlines(), 1):
        if "\t" in line:
            rows.append(Row(at, tuple(cell.strip() for cell in line.split("\t"))))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def under(heading: str, text: str) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Each heading row with a cell of a pattern, and the rows of its table below it."""
    for rows in tables(text):
        for at, row in enumerate(rows):
            if row.find(heading) >= 0:
                yield row, rows[at + 1 :]
