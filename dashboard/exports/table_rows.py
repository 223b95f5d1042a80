"""What the file of a table of a screen holds: its columns, and its rows one after the other.

A list of any length takes the memory of one part of it: it is read once to see which columns say something,
and again for each reading of its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.exports.safe_csv import Cell
from dashboard.exports.screen_cells import Said

CODE: Final = "indicator_code"
Rows = tuple[tuple[str, tuple[Said, ...]], ...]
"""Rows of a table, each with the heading it stands under."""


@dataclass(frozen=True, slots=True)
class ScreenTable:
    """A table as it is drawn: its caption, headings, and rows with the heading they stand under.

    `about` is the indicator all of it is about, where its rows lead to none. Where the screen has a part of a
    list, `of` is how many rows the list has, and `parts` reads them all, a part at a time, from the first on.
    `has_own_file` says that its page has a better file of it.
    """

    caption: str
    headings: tuple[str, ...]
    rows: Rows
    about: str = ""
    of: int = 0
    has_own_file: bool = False
    parts: Callable[[], Iterable[Rows]] | None = None

    def every_part(self) -> Iterable[Rows]:
        """The rows of its file: those of the whole list, or those that are drawn."""
        return self.parts() if self.parts else (self.rows,)

    def laid_out(self) -> LaidOut:
        """Its file; the list is read once for its columns, and again for each reading of the rows."""
        seen = [_Column(heading or f"Column {at + 1}") for at, heading in enumerate(self.headings)]
        grouped, led = False, set[str]()
        for part in self.every_part():
            for group, cells in part:
                grouped = grouped or bool(group)
                led.update(code for cell in cells for code in cell.codes)
                for column, cell in zip(seen, cells, strict=True):
                    column.see(cell)
        return LaidOut(self, tuple(seen), grouped, led or ({self.about} if self.about else set()))


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The file of a table: its headings, its indicators, and its rows, read when they are wanted."""

    table: ScreenTable
    columns: tuple[_Column, ...]
    grouped: bool
    codes: set[str]

    @property
    def header(self) -> list[str]:
        """Its headings; a column that says nothing in any row is left out."""
        first = [*(["Under"] if self.grouped else []), *([CODE] if self.codes else [])]
        return _told_apart([*first, *(heading for column in self.columns for heading in column.headings())])

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Its rows, each as long as the headings."""
        for part in self.table.every_part():
            for group, cells in part:
                yield tuple(self._row(group, cells))

    def _row(self, group: str, cells: Sequence[Said]) -> Iterator[Cell]:
        if self.grouped:
            yield group
        if self.codes:
            yield next((code for cell in cells for code in cell.codes), "") or self.table.about
        for column, cell in zip(self.columns, cells, strict=True):
            yield from column.cells(cell)


@dataclass(slots=True)
class _Column:
    """A column of the screen, which is up to three of the file: numbers, the words of them, small print."""

    heading: str
    has_numbers: bool = False
    says_more: bool = False
    has_words: bool = False
    has_notes: bool = False

    def see(self, cell: Said) -> None:
        """Take note of what a cell says."""
        number, words = cell.number, cell.words
        self.has_numbers = self.has_numbers or number is not None
        self.has_words = self.has_words or bool(words)
        self.says_more = self.says_more or bool(words and words.replace(",", "") != str(number))
        self.has_notes = self.has_notes or bool(cell.note)

    def headings(self) -> Iterator[str]:
        """The headings of what it has in the file."""
        if self.has_numbers or self.has_words:
            yield self.heading
        if self.has_numbers and self.says_more:
            yield f"{self.heading}, as shown"
        if self.has_notes:
            yield f"{self.heading}, small print"

    def cells(self, cell: Said) -> Iterator[Cell]:
        """What a cell has under each of them."""
        if self.has_numbers or self.has_words:
            yield cell.number if self.has_numbers else cell.words
        if self.has_numbers and self.says_more:
            yield cell.words
        if self.has_notes:
            yield cell.note


def _told_apart(headings: Iterable[str]) -> list[str]:
    """The same headings, one that was there before with a number behind it."""
    seen: dict[str, int] = {}
    found = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        found.append(heading if seen[heading] == 1 else f"{heading} {seen[heading]}")
    return found
