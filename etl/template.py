"""Writes the workbook a council fills in with figures of its own, ready to be loaded back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from indicators.catalogue import Catalogue, Indicator
from indicators.figures import Status

COLUMNS: Final = ("Indicator", "Council", "Period", "Value", "Numerator", "Denominator", "Status", "Note")
FIGURES, LISTS, WORDS = "Figures", "Indicators", "How to fill this in"
ROWS: Final = 500
_WIDTHS: Final = (34, 24, 14, 12, 12, 12, 18, 40)
_NOTES: Final = (
    "One row is one figure of one indicator, council and period.",
    "Period: a month as 2024-04, a quarter as 2024-25 Q1, a year as 2024-25, a day as 2024-07-31.",
    "Value: a plain number; percentages as 7.8, not 0.078. Leave it empty where there is none.",
    "Numerator and denominator: the counts behind a percentage or a rate, where you know them.",
    "Status: empty beside a number; without one, why there is none, such as suppressed or awaited.",
    "Note: anything a reader of the figure must know. No names of people, no case details.",
    "Put the month into the file's name (council-return-2024-07.xlsx), then run: python -m etl check",
)


def write_template(path: Path, title: str, indicators: Sequence[Indicator], catalogue: Catalogue) -> Path:
    """An XLSX with drop-downs for indicators, councils and statuses, and notes in plain words."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    try:
        bold = book.add_format({"bold": True, "bottom": 1})
        text = book.add_format({"num_format": "@"})
        _figures(book, bold, text, indicators, catalogue)
        _indicators(book, bold, indicators, catalogue)
        words = book.add_worksheet(WORDS)
        words.set_column(0, 0, 110)
        words.write_column(0, 0, [f"{title}: figures of your own", *_NOTES])
    finally:
        book.close()
    return path


def _figures(book: Any, bold: Any, text: Any, indicators: Sequence[Indicator], catalogue: Catalogue) -> None:
    """The sheet that is read back: headings, drop-downs, and texts that stay texts (2024-04 is no date)."""
    sheet = book.add_worksheet(FIGURES)
    sheet.write_row(0, 0, COLUMNS, bold)
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width, text if COLUMNS[at] in ("Period", "Note") else None)
    sheet.freeze_panes(1, 0)
    councils, statuses = catalogue.areas.councils, tuple(Status)
    for at, count, column in ((0, len(indicators), "A"), (1, len(councils), "E"), (6, len(statuses), "F")):
        source = f"='{LISTS}'!${column}$2:${column}${count + 1}"
        sheet.data_validation(1, at, ROWS, at, {"validate": "list", "source": source})


def _indicators(book: Any, bold: Any, indicators: Sequence[Indicator], catalogue: Catalogue) -> None:
    """What each indicator means, and the lists behind the drop-downs."""
    sheet = book.add_worksheet(LISTS)
    sheet.write_row(0, 0, ("Code", "Title", "Definition", "Unit", "Councils", "Statuses"), bold)
    for at, width in enumerate((34, 60, 90, 20, 24, 18)):
        sheet.set_column(at, at, width)
    for row, item in enumerate(indicators, 1):
        unit = f"{item.unit.value.replace('_', ' ')} {item.per or item.noun}".strip()
        sheet.write_row(row, 0, (item.code, item.title, item.definition, unit))
    sheet.write_column(1, 4, [council.name for council in catalogue.areas.councils])
    sheet.write_column(1, 5, [status.value for status in Status])
