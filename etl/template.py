"""Writes the workbook a council fills in with figures and targets of its own, ready to be read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from etl import target_sheet
from etl.period_choices import HOW_MANY, kind_offered, labels
from indicators.catalogue import Catalogue
from indicators.figures import Status
from indicators.indicator import Indicator
from indicators.periods import PeriodKind

COLUMNS: Final = ("Indicator", "Area", "Period", "Value", "Numerator", "Denominator", "Status", "Note")
FIGURES, LISTS, PERIODS, WORDS = "Figures", "Indicators", "Periods", "How to fill this in"
ROWS: Final = 500
_NOTES: Final = (
    "Figures: one row is one figure of one indicator, area and period.",
    "Area: a council, or one of its localities as data/catalogue/localities.toml declares them.",
    "Period: a month as 2024-04, a quarter as 2024-25 Q1, a year as 2024-25, a day as 2024-07-31.",
    "Value: a plain number; percentages as 7.8, not 0.078. Leave it empty where there is none.",
    "Numerator and denominator: the counts behind a percentage or a rate, where you know them.",
    "Status: empty beside a number; without one, why there is none, such as suppressed or awaited.",
    "Note: anything a reader of the figure must know. No names of people, no case details.",
    "Put the month into the file's name (council-return-2024-07.xlsx), then run: python -m etl check",
    "Targets: one row is one target of one indicator and area, from its first period on.",
    "Give a value, or low and high. The tolerance is in percent of the target or in points; else 5 percent.",
    "To may be empty. To change a target add a row with a later From; what was valid before stays as it was.",
    "Keep the targets with: python -m etl targets council-return-2024-07.xlsx",
)


@dataclass(frozen=True, slots=True)
class Content:
    """What a template is for: its service, the indicators of it, and the periods it offers."""

    title: str
    indicators: Sequence[Indicator]
    catalogue: Catalogue
    today: date
    period: PeriodKind | None = None

    @property
    def areas(self) -> list[str]:
        """The names a figure or target may be of: councils, then localities."""
        known = self.catalogue.areas
        return [area.name for area in (*known.councils, *known.localities)]


def write_template(path: Path, content: Content) -> tuple[Path, ...]:
    """An XLSX with drop-downs for indicators, areas, periods and statuses, and notes in plain words."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    try:
        formats = (book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"}))
        _figures(book, formats, content)
        _targets(book, formats, content)
        _indicators(book, formats[0], content)
        _periods(book, formats, content)
        words = book.add_worksheet(WORDS)
        words.set_column(0, 0, 110)
        words.write_column(0, 0, [f"{content.title}: figures and targets of your own", *_NOTES])
    finally:
        book.close()
    return (path,)


def _figures(book: Any, formats: tuple[Any, Any], content: Content) -> None:
    """The sheet of figures: headings, drop-downs, and texts that stay texts (2024-04 is no date)."""
    sheet = _sheet(book, FIGURES, COLUMNS, formats, texts=("Period", "Note"))
    _offer(sheet, 0, _listed("A", len(content.indicators)))
    _offer(sheet, 1, _listed("F", len(content.areas)))
    _offer(sheet, 2, _periods_of_row(content), firm=False)
    _offer(sheet, 6, _listed("G", len(Status)))


def _targets(book: Any, formats: tuple[Any, Any], content: Content) -> None:
    """The sheet of targets, with the same drop-downs."""
    columns = target_sheet.COLUMNS
    sheet = _sheet(book, target_sheet.SHEET, columns, formats, texts=("From", "To", "Set by", "Note"))
    _offer(sheet, 0, _listed("A", len(content.indicators)))
    _offer(sheet, 1, _listed("F", len(content.areas)))
    for name in ("From", "To"):
        _offer(sheet, columns.index(name), _periods_of_row(content), firm=False)
    _offer(sheet, columns.index("Tolerance kind"), list(target_sheet.TOLERANCE_KINDS))
    _offer(sheet, columns.index("Origin"), [origin.value for origin in target_sheet.ORIGINS])


def _sheet(
    book: Any, name: str, columns: Sequence[str], formats: tuple[Any, Any], texts: Sequence[str]
) -> Any:
    bold, text = formats
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, columns, bold)
    wide = {"Indicator": 34, "Area": 34, "Note": 40, "Set by": 34}
    for at, column in enumerate(columns):
        sheet.set_column(at, at, wide.get(column, 14), text if column in texts else None)
    sheet.freeze_panes(1, 0)
    return sheet


def _offer(sheet: Any, column: int, source: str | list[str], firm: bool = True) -> None:
    """A drop-down in a column; one that is not firm warns of other entries and lets them stand."""
    rule = {"validate": "list", "source": source, "error_type": "stop" if firm else "warning"}
    sheet.data_validation(1, column, ROWS, column, rule)


def _listed(column: str, count: int) -> str:
    return f"='{LISTS}'!${column}$2:${column}${count + 1}"


def _periods_of_row(content: Content) -> str:
    """The named list of periods of the indicator in column A of the same row."""
    last = len(content.indicators) + 1
    return f"=INDIRECT(\"periods_\"&VLOOKUP($A2,'{LISTS}'!$A$2:$E${last},5,FALSE))"


def _indicators(book: Any, bold: Any, content: Content) -> None:
    """What each indicator means, the kind of period it comes in, and the lists behind the drop-downs."""
    sheet = book.add_worksheet(LISTS)
    heads = ("Code", "Title", "Definition", "Unit", "Period", "Areas", "Statuses")
    sheet.write_row(0, 0, heads, bold)
    for at, width in enumerate((34, 60, 90, 20, 16, 34, 18)):
        sheet.set_column(at, at, width)
    for row, item in enumerate(content.indicators, 1):
        unit = f"{item.unit.value.replace('_', ' ')} {item.per or item.noun}".strip()
        period = kind_offered(item, content.period).value
        sheet.write_row(row, 0, (item.code, item.title, item.definition, unit, period))
    sheet.write_column(1, 5, content.areas)
    sheet.write_column(1, 6, [status.value for status in Status])


def _periods(book: Any, formats: tuple[Any, Any], content: Content) -> None:
    """A column of labels for each kind of period, each a named list for the drop-downs."""
    bold, text = formats
    sheet = book.add_worksheet(PERIODS)
    for at, kind in enumerate(HOW_MANY):
        shown = labels(kind, content.today)
        sheet.set_column(at, at, 16, text)
        sheet.write_string(0, at, kind.value, bold)
        for row, label in enumerate(shown, 1):
            sheet.write_string(row, at, label, text)
        letter = chr(ord("A") + at)
        book.define_name(f"periods_{kind.value}", f"={PERIODS}!${letter}$2:${letter}${len(shown) + 1}")
