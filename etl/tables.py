"""Opening the two shapes of file: CSV text as a frame of texts, and the sheets of a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from python_calamine import CalamineError, CalamineWorkbook

from etl.extract import Extracted, text_of
from etl.problems import LoadRefused, refused

# Titles, a date and blank lines may stand above a header; more than these is another kind of file.
LINES_ABOVE: Final = 20


def header_of(name: str, text: str) -> list[str]:
    """The header of a CSV text."""
    return header_row(name, text)[1]


def header_row(name: str, text: str) -> tuple[int, list[str]]:
    """The header of a CSV text and the number of its row: the first with two words, as titles have one."""
    first = (1, [""])
    for number, record in _records(name, text):
        words = [cell.strip() for cell in record]
        first = (1, words) if number == 1 else first
        if len([word for word in words if word]) > 1:
            return number, words
        if number == LINES_ABOVE:
            break
    return first


def read_table(extracted: Extracted) -> pd.DataFrame:
    """A CSV file as texts, with its own column names and a column `row` (the first of the file is 1).

    Lines of titles above the header and rows without any text are left out. Raises LoadRefused for a row
    with another number of fields than the header, for unbalanced quotes, and for a file without rows.
    """
    name = extracted.name
    text = text_of(extracted)
    at, header = header_row(name, text)
    _check_names(f"{name}, row {at}", header)
    kept, numbers = [], []
    for number, record in _records(name, text):
        if number <= at or not any(record):
            continue
        if len(record) != len(header):
            place = f"{name}, row {number}"
            raise refused(
                "fields",
                place,
                f"{place}: {len(record)} fields and {len(header)} headers; check its commas and quotes.",
            )
        kept.append(record)
        numbers.append(number)
    if not kept:
        raise refused("no rows", name, f"{name} has a header and no rows; fetch it again.")
    frame = pd.DataFrame(dict(zip(header, zip(*kept, strict=True), strict=True)), dtype="str")
    stripped: pd.DataFrame = frame.apply(lambda column: column.str.strip())
    return stripped.assign(row=numbers)


def _check_names(place: str, header: list[str]) -> None:
    """Refuse a name that two columns have: nobody can say which of them is meant."""
    twice = [column for place, column in enumerate(header) if column and column in header[:place]]
    if twice:
        raise refused("fields", place, f"{place}: two columns are named '{twice[0]}'; remove one of them.")


def sheet_names(extracted: Extracted) -> list[str]:
    """The names of a workbook's sheets, hidden ones included."""
    return _open(extracted).sheet_names


def read_sheet(extracted: Extracted, sheet: str, most_rows: int | None = None) -> NDArray[np.object_]:
    """The cells of a sheet from A1 on, as rows x columns of numbers and texts; a blank cell is ''.

    All rows, or the first `most_rows` of them. Raises LoadRefused when the sheet cannot be read.
    """
    try:
        rows = _open(extracted).get_sheet_by_name(sheet).to_python(skip_empty_area=False, nrows=most_rows)
    except CalamineError as error:
        raise _unreadable(extracted.name, error) from None
    cells = np.empty((len(rows), len(rows[0]) if rows else 0), dtype=object)
    if rows:
        cells[:] = rows
    return cells


def _open(extracted: Extracted) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(extracted.content))
    except CalamineError as error:
        raise _unreadable(extracted.name, error) from None


def _unreadable(name: str, error: CalamineError) -> LoadRefused:
    return refused("workbook", name, f"{name} is not a readable workbook ({error}); fetch it again.")


def _records(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV text with their row numbers; a faulty quote refuses the file."""
    records = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, record in enumerate(records, 1):
            yield number, record
    except csv.Error as error:
        place = f"{name}, row {number + 1}"
        raise refused(
            "quotes", place, f"{place}: the text cannot be read as CSV ({error}); correct it."
        ) from None
