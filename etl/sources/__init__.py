"""The kinds of file that can be loaded, and the choice between them by what a file holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from statistics import mean
from typing import Final

from etl.extract import Extracted, FileKind, text_of
from etl.problems import LoadRefused, refused
from etl.sources import care_inspectorate as care_inspectorate
from etl.sources import council_return as council_return
from etl.sources import govscot_tables as govscot_tables
from etl.sources import graded_services as graded_services
from etl.sources import lgbf_metadata as lgbf_metadata
from etl.sources import lgbf_table as lgbf_table
from etl.sources import lgbf_workbook as lgbf_workbook
from etl.sources import phs_delayed as phs_delayed
from etl.sources import phs_sds as phs_sds
from etl.sources import phs_sds_notes as phs_sds_notes
from etl.sources import statistics_gov_scot as statistics_gov_scot
from etl.sources import tidy as tidy
from etl.sources import without_figures as without_figures
from etl.sources.description import Reader
from etl.tables import LINES_ABOVE, header_row, read_sheet, sheet_names

# A header with more than this share of the columns of a kind is one of that kind with columns missing.
LIKE: Final = 0.5

READERS: tuple[Reader, ...] = (
    care_inspectorate.READER,
    tidy.READER,
    graded_services.READER,
    lgbf_workbook.READER,
    *lgbf_table.READERS,
    lgbf_metadata.READER,
    lgbf_metadata.WORKBOOK_READER,
    statistics_gov_scot.READER,
    govscot_tables.READER,
    without_figures.READER,
    phs_sds.READER,
    phs_sds_notes.READER,
    phs_delayed.READER,
    *council_return.READERS,
)


def reader_for(extracted: Extracted) -> Reader:
    """The reader that knows this file, by the sheets or the header words it holds.

    Raises LoadRefused, saying what is missing, when none does.
    """
    for reader in READERS:
        if reader.recognises and reader.description.kind is extracted.kind and reader.recognises(extracted):
            return reader
    if extracted.kind is FileKind.WORKBOOK:
        raise _unknown_workbook(extracted)
    return _by_header(extracted)


def _unknown_workbook(extracted: Extracted) -> LoadRefused:
    """Which kinds of workbook are known; or that a sheet holds a table which is read as CSV."""
    name, sheets = extracted.name, sheet_names(extracted)
    for sheet in sheets:
        title = _csv_table_in(extracted, sheet)
        if title:
            sentence = (
                f"{name}: the sheet '{sheet}' holds {title}, which is read as CSV; save that sheet as "
                "'CSV UTF-8' and load the CSV file."
            )
            return refused("unknown file", name, sentence)
    titles = "; ".join(r.description.title for r in READERS if r.description.kind is FileKind.WORKBOOK)
    found = ", ".join(f"'{sheet}'" for sheet in sheets)
    sentence = (
        f"{name}: none of its sheets ({found}) has the headings of a known kind of workbook (known: "
        f"{titles}); restore the headings its publisher prints."
    )
    return refused("unknown file", name, sentence)


def _csv_table_in(extracted: Extracted, sheet: str) -> str:
    """What kind of CSV file a sheet could be saved as; empty for any other sheet."""
    for row in read_sheet(extracted, sheet, LINES_ABOVE):
        words = {str(cell).strip() for cell in row}
        for reader in _with_columns():
            if set(reader.description.columns) <= words:
                return reader.description.title
    return ""


def _by_header(extracted: Extracted) -> Reader:
    row, header = header_row(extracted.name, text_of(extracted))
    for reader in _with_columns():
        if not reader.recognises and set(reader.description.columns) <= set(header):
            return reader
    raise _no_reader(f"{extracted.name}, row {row}", header)


def _with_columns() -> list[Reader]:
    """The readers of CSV files that need certain columns."""
    return [r for r in READERS if r.description.kind is FileKind.TEXT and r.description.columns]


def _no_reader(place: str, header: list[str]) -> LoadRefused:
    """What is wrong with a header: its separators, its words, or that it is of no known kind at all."""
    for mark, marks in ((";", "semicolons"), ("\t", "tabs")):
        if sum(cell.count(mark) for cell in header) > 1:
            sentence = f"{place}: its columns are parted by {marks}; save it as 'CSV UTF-8', with commas."
            return refused("unknown file", place, sentence)
    folded = [_folded(word) for word in header]
    # What is written as published counts twice: two kinds may differ in their capitals alone.
    known = max(
        (reader.description for reader in _with_columns()),
        key=lambda it: _share(it.columns, header) + _share(map(_folded, it.columns), folded),
    )
    if _share(map(_folded, known.columns), folded) <= LIKE:
        titles = "; ".join(dict.fromkeys(reader.description.title for reader in _with_columns()))
        sentence = (
            f"{place}: the header is of no known kind of file (known: {titles}); restore the header its "
            "publisher prints."
        )
        return refused("unknown file", place, sentence)
    columns = ", ".join(f"'{column}'" for column in known.columns if column not in header)
    sentence = f"{place}: it looks like {known.title}, but has no column {columns}; restore it."
    return refused("unknown column", place, sentence)


def _share(columns: Iterable[str], header: list[str]) -> float:
    """The share of the columns a kind of file needs that a header has."""
    return mean(column in header for column in columns)


def _folded(word: str) -> str:
    """A header word without capitals, spaces, hyphens and underscores."""
    return re.sub(r"[\s_-]+", "", word).casefold()
