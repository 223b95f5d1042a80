"""XLSX workbooks whose texts are texts and whose numbers are numbers: no cell is ever a formula or a link."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO, Any, Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.safe_csv import Cell

MOST_ROWS: Final = 1_048_575
"""Rows a sheet can hold below its headings."""
LONGEST_TEXT: Final = 32_767
_IN_MEMORY: Final = 4 * 1024 * 1024
# Each row goes to disk as it is written, so a sheet of any length takes the memory of one row.
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, headings, rows (read once, when the sheet is written) and column widths."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = ()


class _Exact(Worksheet):  # type: ignore[misc] # XlsxWriter has no types
    """A sheet that writes numbers with all their digits; XlsxWriter keeps 16, and a float may need 17."""

    def _xml_number_element(self, number: float, attributes: Iterable[tuple[str, object]] = ()) -> None:
        named = "".join(f' {name}="{value}"' for name, value in attributes)
        self.fh.write(f"<c{named}><v>{number!r}</v></c>")


def to_xlsx(sheets: Iterable[Sheet], title: str) -> IO[bytes]:
    """The workbook as a file to read from its start; the sheets are written one after the other."""
    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed once it is sent
    book = xlsxwriter.Workbook(file, dict(_OPTIONS))
    book.set_properties({"title": title[:255]})
    bold = book.add_format({"bold": True, "bottom": 1})
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name, worksheet_class=_Exact), sheet, bold)
    book.close()
    file.seek(0)
    return file


def _write(place: Any, sheet: Sheet, bold: Any) -> None:
    for at, width in enumerate(sheet.widths):
        place.set_column(at, at, width)
    place.freeze_panes(1, 0)
    for column, heading in enumerate(sheet.header):
        place.write_string(0, column, heading, bold)
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            _cell(place, last, column, cell)
    if last:
        place.autofilter(0, 0, last, len(sheet.header) - 1)


def _cell(place: Any, row: int, column: int, cell: Cell) -> None:
    """A number as a number, a text as a text whatever it begins with, nothing for nothing."""
    if cell is None or cell == "":
        return
    if isinstance(cell, int | float):
        place.write_number(row, column, cell)
    else:
        place.write_string(row, column, cell[:LONGEST_TEXT])
