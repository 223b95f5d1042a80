"""The kinds of file that can be loaded, and the choice between them by what a file holds."""

from __future__ import annotations

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
from etl.tables import header_of, sheet_names

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
        return _by_sheet(extracted)
    return _by_header(extracted)


def _by_sheet(extracted: Extracted) -> Reader:
    names = sheet_names(extracted)
    readers = _without_own_eye(FileKind.WORKBOOK)
    for reader in readers:
        if reader.description.sheet in names:
            return reader
    wanted = " or ".join(f"'{reader.description.sheet}'" for reader in readers)
    found = ", ".join(f"'{name}'" for name in names)
    raise refused(
        "unknown file",
        extracted.name,
        f"{extracted.name}: a sheet named {wanted} is needed and the sheets are {found}; "
        "give the sheet of figures its published name back.",
    )


def _by_header(extracted: Extracted) -> Reader:
    header = header_of(extracted.name, text_of(extracted))
    readers = _without_own_eye(FileKind.TEXT)
    for reader in readers:
        if set(reader.description.columns) <= set(header):
            return reader
    raise _no_reader(extracted.name, header, readers)


def _without_own_eye(kind: FileKind) -> list[Reader]:
    """The readers of a kind of file that are known by their sheet or columns alone."""
    return [r for r in READERS if r.description.kind is kind and r.recognises is None]


def _no_reader(name: str, header: list[str], readers: list[Reader]) -> LoadRefused:
    nearest = max(readers, key=lambda reader: len(set(header) & set(reader.description.columns)))
    known = nearest.description
    missing = [column for column in known.columns if column not in header]
    if len(missing) * 2 > len(known.columns):
        titles = "; ".join(reader.description.title for reader in readers)
        sentence = f"{name}, row 1: the header is of no known kind of file (known: {titles})."
        return refused("unknown file", name, sentence)
    columns = ", ".join(f"'{column}'" for column in missing)
    sentence = f"{name}, row 1: it looks like {known.title}, but has no column {columns}; restore it."
    return refused("unknown column", name, sentence)
