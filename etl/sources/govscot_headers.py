"""Finding the tables by council in a sheet, and what each of their columns is.

A table begins where a row's first cell is `Local authority`. Its title is the lines above it, else the
first cell of the sheet. A column's header may stand in one row (`2013 Number`) or in two (the year merged
over `Number` and `Rate`); without a year it takes that of the title. Digits glued to years and names are
footnotes; where they could be part of a year, it is no year.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse

Cells = NDArray[np.object_]
FIRST_JULY_SNAPSHOT = 2011
_CORNER = re.compile(r"local authorit(?:y|ies)[\d, ]*", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/]((?:19|20)\d\d(?!\d)|\d\d))?")
_FOOTNOTES = re.compile(r"\s*(?:\[(?:note )?\d+\]|\d[\d, ]*)+$")


@dataclass(frozen=True, slots=True)
class Series:
    """The indicators of a table, the words of its title, and what its years are."""

    words: tuple[str, ...]
    number: str
    period: str
    without: tuple[str, ...] = ()
    rate: str = ""
    rate_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table by council: its title, the row of its corner, the rows of councils, its headers by column."""

    title: str
    corner: int
    rows: tuple[int, ...]
    headers: dict[int, str]


def _series(values: dict[str, Any]) -> Series:
    texts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    return Series(**texts)


SERIES = tuple(
    _series(values)
    for values in tomllib.loads(
        Path(__file__).with_name("govscot_tables_series.toml").read_text(encoding="utf-8")
    )["table"]
)


def tables_in(sheet: Cells) -> Iterator[Table]:
    """Every table by council of a sheet, from the top."""
    for corner in range(len(sheet) if sheet.size else 0):
        if _CORNER.fullmatch(_text(sheet[corner, 0])):
            first = corner + 1
            below = first < len(sheet) and not _text(sheet[first, 0]) and (sheet[first, 1:] != "").any()
            first += bool(below)
            headers = _headers(sheet, corner, two_rows=bool(below))
            yield Table(_title(sheet, corner), corner, tuple(_rows(sheet, first)), headers)


def series_of(title: str) -> Series | None:
    """The series a title names; None for a table that is not read."""
    folded = title.lower()
    fitting = (series for series in SERIES if all(words in folded for words in series.words))
    return next((series for series in fitting if not _excluded(series, folded)), None)


def _excluded(series: Series, title: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", title) for word in series.without)


def code_of(header: str, table: Table, series: Series) -> str:
    """The indicator of a column; empty for a rate that is not ours."""
    if "rate" not in header.lower():
        return series.number
    said = f"{header} {table.title}".lower()
    return series.rate if any(words in said for words in series.rate_words) else ""


def period_of(header: str, table: Table, series: Series) -> Period | None:
    """The period of a column, from its header, else from the last year of the title; None without a year."""
    years = [_years(found) for found in _YEAR.finditer(header)] or [
        _years(found) for found in _YEAR.finditer(table.title)
    ]
    if not years or years[-1] is None:
        return None
    first, last = years[-1]
    if series.period == "snapshot":
        return parse(f"{last}-07-31" if last >= FIRST_JULY_SNAPSHOT else f"{last}-03-31")
    start = first if first < last else last - 1
    return parse(f"{start}-{(start + 1) % 100:02d}", PeriodKind(series.period))


def without_footnotes(label: str) -> str:
    """A name without the footnote marks glued to it: `Glasgow City1,3` is Glasgow City."""
    return _FOOTNOTES.sub("", label).strip()


def _years(found: re.Match[str]) -> tuple[int, int] | None:
    """First and last year of a label; `2015-166,7` is 2015-16, and 20241 is 2024."""
    first = int(found[1])
    if not found[2]:
        return first, first
    last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
    last += 100 if last < first else 0
    return (first, last) if last - first == 1 else None


def _title(sheet: Cells, corner: int) -> str:
    lines: list[str] = []
    for row in range(corner - 1, -1, -1):
        filled = [_text(cell) for cell in sheet[row] if _text(cell)]
        if len(filled) > 1:
            break
        lines = filled + lines
    return " ".join(lines) or (_text(sheet[0, 0]) if corner else "")


def _headers(sheet: Cells, corner: int, two_rows: bool) -> dict[int, str]:
    headers, above = {}, ""
    for column in range(1, sheet.shape[1]):
        own = _text(sheet[corner, column])
        above = own or above
        under = _text(sheet[corner + 1, column]) if two_rows else ""
        words = f"{above} {under}" if under else own
        if words:
            headers[column] = words
    return headers


def _rows(sheet: Cells, first: int) -> Iterator[int]:
    """The rows of a table: until one without a name, or with nothing beside it, as notes are."""
    for row in range(first, len(sheet)):
        if not _text(sheet[row, 0]) or not (sheet[row, 1:] != "").any():
            return
        yield row


def _text(cell: object) -> str:
    """A cell as text; a year kept as a number without its point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
