"""Checks the catalogue against a list of LGBF indicators, which holds no figures: warnings, nothing kept.

The lists are known by their column of codes beside one of titles. Where they say which way is better, a
direction that contradicts the catalogue is a warning; the catalogue's own stands, for lists are known to err
(attainment gaps as high is good).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.extract import Extracted, text_of
from etl.problems import Problem
from etl.readings import COLUMNS, Asked, Reading, tidy_frame
from etl.sources.description import Reader, describe
from etl.tables import header_of, read_sheet, read_table, sheet_names
from indicators.catalogue import Catalogue, UnknownIndicatorError
from indicators.indicator import Direction

LIST, WORKBOOK = describe("lgbf_metadata"), describe("lgbf_metadata_workbook")
_CODES = ("Code", "Indicators_Information_Code", "Variable name")
_DIRECTIONS = {
    "Ranking_Type": {
        "Ascending": Direction.LOWER,
        "Descending": Direction.HIGHER,
        "Goldilocks": Direction.RANGE,
    },
    "One is high": {"Yes": Direction.HIGHER, "No": Direction.LOWER},
}
# Variables of a workbook are codes or titles; only what is written like a code can be missing.
_CODE = re.compile(r"(?:CHN|C&L|CORP|CORP-ASSET|SW|ENV|HSN|ECON|FINSUS|CLIM) ?\d+[a-z]?")


@dataclass(frozen=True, slots=True)
class _Entry:
    place: str
    code: str
    direction: Direction | None


def recognises_list(extracted: Extracted) -> bool:
    """True for a CSV file with codes and titles and no area."""
    header = header_of(extracted.name, text_of(extracted))
    joined = {"Indicators_Information_Code", "Indicators_Information_Title"}
    return set(LIST.columns) <= set(header) or joined <= set(header)


def recognises_workbook(extracted: Extracted) -> bool:
    """True for a workbook with the sheet of variables."""
    if WORKBOOK.sheet not in sheet_names(extracted):
        return False
    sheet = read_sheet(extracted, WORKBOOK.sheet)
    return len(sheet) > 0 and set(WORKBOOK.columns) <= {str(cell) for cell in sheet[0]}


def read_list(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Warnings of a CSV list; no figures."""
    del asked
    table = read_table(extracted)
    records = table.astype("str").to_dict("records")
    texts = ({str(name): str(text) for name, text in record.items()} for record in records)
    return _checked(((f"row {record['row']}", record) for record in texts), catalogue, extracted.name)


def read_variables(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Warnings of the sheet of variables; no figures."""
    del asked
    header, *rows = read_sheet(extracted, WORKBOOK.sheet)
    names = [str(name) for name in header]
    records = (
        (f"{WORKBOOK.sheet}!A{number}", dict(zip(names, map(str, row), strict=True)))
        for number, row in enumerate(rows, 2)
    )
    return _checked(records, catalogue, extracted.name)


def _checked(records: Iterator[tuple[str, dict[str, str]]], catalogue: Catalogue, file: str) -> Reading:
    entries = [_entry(f"{file}, {place}", record) for place, record in records]
    found = (_warning(entry, catalogue) for entry in entries if _CODE.fullmatch(entry.code))
    problems = tuple(problem for problem in found if problem)
    return Reading(LIST.source, tidy_frame({name: [] for name in COLUMNS}), problems)


def _entry(place: str, record: dict[str, str]) -> _Entry:
    code = next(record[name] for name in _CODES if name in record).strip()
    said = [words[record[name]] for name, words in _DIRECTIONS.items() if record.get(name) in words]
    return _Entry(place, code, said[0] if said else None)


def _warning(entry: _Entry, catalogue: Catalogue) -> Problem | None:
    """The code is unknown, or its direction is another; a catalogue without judgement contradicts none."""
    place, code = entry.place, entry.code
    try:
        ours = catalogue.resolve(code).polarity.direction
    except UnknownIndicatorError:
        sentence = f"{place}: {code} is not in the catalogue; add it before its figures are loaded."
        return Problem("code missing", "warning", place, code, sentence)
    if entry.direction in (None, ours) or ours is Direction.NONE:
        return None
    sentence = (
        f"{place}: for {code} {entry.direction} is better here and {ours} in the catalogue, which stands."
    )
    return Problem("direction", "warning", place, code, sentence)


READER = Reader(LIST, read_list, recognises_list)
WORKBOOK_READER = Reader(WORKBOOK, read_variables, recognises_workbook)
