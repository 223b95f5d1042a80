"""Reads the council's own return: the workbook or CSV file `python -m etl template` writes, filled in."""

from __future__ import annotations

from datetime import date

import pandas as pd

from etl.cells import SortedCells, sort_cells
from etl.editions import edition_of
from etl.extract import Extracted, FileKind
from etl.problems import LoadRefused, Problem, refused
from etl.readings import (
    NUMBERS,
    Asked,
    Reading,
    basis_of,
    first_places,
    resolve_areas,
    resolve_codes,
    tidy_frame,
    translate,
)
from etl.sources.description import Reader, describe
from etl.tables import read_sheet, read_table, sheet_names
from etl.target_sheet import SHEET as TARGETS
from etl.target_sheet import filled_rows
from indicators.catalogue import Catalogue
from indicators.figures import Status
from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.printed_periods import PeriodError, parse

DESCRIPTION, CSV = describe("council_return"), describe("council_return_csv")


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every filled row is a figure; a row that cannot be one is rejected with its reason.

    Targets in the same workbook are not figures: a warning says how to keep them. Raises LoadRefused for
    an unknown indicator, area, period or status, and for a file without filled rows.
    """
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    is_csv = extracted.kind is FileKind.TEXT
    table = _filled(extracted)
    name = extracted.name if is_csv else f"{extracted.name}, sheet {DESCRIPTION.sheet}"
    codes = resolve_codes(catalogue, first_places(table["Indicator"], table["row"], name))
    areas = resolve_areas(catalogue, first_places(table["Area"], table["row"], name))
    pairs = table["Indicator"] + "|" + table["Period"]
    periods = _periods(first_places(pairs, table["row"], name), codes)
    cells = {column: sort_cells(table[column.title()].tolist(), {}) for column in NUMBERS}
    statuses = _statuses(table, cells["value"], name)
    numbered = statuses.map(lambda status: Status(status).may_have_number)
    unreadable = pd.DataFrame({column.title(): cells[column].unreadable for column in NUMBERS})
    faulty = unreadable.any(axis=1) | (numbered != pd.Series(cells["value"].numbers).notna())
    frame = tidy_frame(
        {
            **{column: cells[column].numbers for column in NUMBERS},
            "indicator": table["Indicator"].map({text: found.code for text, found in codes.items()}),
            "area": table["Area"].map(areas),
            "period": pairs.map({pair: period.label for pair, period in periods.items()}),
            "period_kind": pairs.map({pair: period.kind.value for pair, period in periods.items()}),
            "basis": table["Indicator"].map({text: basis_of(i, False) for text, i in codes.items()}),
            "status": statuses,
            "note": table["Note"],
            "locator": ("row " if is_csv else f"{DESCRIPTION.sheet}!A") + table["row"].astype("str"),
            "edition": edition.label,
            "published_on": edition.published_on,
        }
    )
    rejected = tuple(
        _rejected(f"{name}, row {table['row'][at]}", list(unreadable.columns[unreadable.loc[at]]))
        for at in table.index[faulty]
    )
    problems = (*rejected, *([] if is_csv else _targets_beside(extracted)))
    return Reading(DESCRIPTION.source, frame[~faulty].reset_index(drop=True), problems, len(rejected))


def _filled(extracted: Extracted) -> pd.DataFrame:
    """The rows that say more than their indicator, as texts and numbers, with their row of the file."""
    table = read_table(extracted) if extracted.kind is FileKind.TEXT else _sheet(extracted)
    texts = [column for column in DESCRIPTION.columns if column.lower() not in NUMBERS]
    table[texts] = table[texts].map(lambda cell: str(cell).strip())
    said = (table[list(DESCRIPTION.columns[1:])] != "").any(axis=1)
    if not said.any():
        sentence = f"{extracted.name} has no filled rows; fill them in first."
        if extracted.kind is FileKind.WORKBOOK and filled_rows(extracted):
            sentence += " " + _how_to_keep_targets(extracted.name)
        raise refused("no rows", extracted.name, sentence)
    return table[said].reset_index(drop=True)


def _sheet(extracted: Extracted) -> pd.DataFrame:
    """The sheet of figures with its columns and a column `row`. Raises LoadRefused for a missing column."""
    cells = read_sheet(extracted, DESCRIPTION.sheet)
    heading = [str(cell).strip() for cell in cells[0]] if len(cells) else []
    missing = [column for column in DESCRIPTION.columns if column not in heading]
    if missing:
        place = f"{extracted.name}, sheet {DESCRIPTION.sheet}, row 1"
        said = f"there is no column {', '.join(missing)}; write a new template and copy your rows into it."
        raise refused("columns", place, f"{place}: {said}")
    table = pd.DataFrame({column: cells[1:, heading.index(column)] for column in DESCRIPTION.columns})
    table = table.assign(row=range(2, len(table) + 2))
    _check_dates(table, f"{extracted.name}, sheet {DESCRIPTION.sheet}")
    return table


def _check_dates(table: pd.DataFrame, name: str) -> None:
    """Refuse the first of a month kept as a date: a spreadsheet makes one of 2024-05, which is a month."""
    problems = []
    for row, cell in zip(table["row"], table["Period"], strict=True):
        if isinstance(cell, date) and cell.day == 1:
            place = f"{name}, row {row}, column Period"
            sentence = (
                f"{place}: the spreadsheet made a date of it; format the cell as text and write "
                f"{cell:%Y-%m} for the month, or 1 {cell:%B %Y} for that day."
            )
            problems.append(Problem("unknown period", "error", place, f"{cell:%Y-%m-%d}", sentence))
    if problems:
        raise LoadRefused(problems)


def _targets_beside(extracted: Extracted) -> list[Problem]:
    """A warning where the workbook holds targets too, which a load does not keep."""
    count = len(filled_rows(extracted))
    if not count:
        return []
    place = f"{extracted.name}, sheet {TARGETS}"
    said = f"{place}: {count} rows of targets are not loaded. {_how_to_keep_targets(extracted.name)}"
    return [Problem("targets beside", "warning", place, "", said)]


def _how_to_keep_targets(name: str) -> str:
    return f"Keep its targets with: python -m etl targets {name}"


def _periods(places: dict[str, str], codes: dict[str, Indicator]) -> dict[str, Period]:
    """The period of every pair of indicator and text: a year is of the indicator's own kind."""

    def meant(pair: str) -> Period:
        code, _, text = pair.partition("|")
        try:
            return parse(text, codes[code].year_kind)
        except PeriodError:
            return parse(text)

    return translate(
        places, meant, "unknown period", "Correct the period.", lambda pair: pair.partition("|")[2]
    )


def _statuses(table: pd.DataFrame, values: SortedCells, name: str) -> pd.Series[str]:
    """The status as written; published beside a number and missing without one where none is written."""
    places = first_places(table["Status"], table["row"], name)
    for text, place in places.items():
        if text and text not in list(Status):
            allowed = ", ".join(Status)
            raise refused(
                "unknown status", place, f"{place}: '{text}' is not a known status; use one of {allowed}."
            )
    written: pd.Series[str] = table["Status"]
    return written.mask(written.eq(""), pd.Series(values.statuses))


def _rejected(row: str, unreadable: list[str]) -> Problem:
    """What is wrong with a row: the columns nobody can read, else a status its value does not go with."""
    if unreadable:
        place = f"{row}, column {' and '.join(unreadable)}"
        sentence = f"{place}: the number cannot be read; write it as 1234.5."
        return Problem("unreadable number", "error", place, "", sentence)
    place = f"{row}, column Status"
    sentence = (
        f"{place}: it does not go with the value; leave the status empty beside a number, and the value "
        "empty where the status says there is none."
    )
    return Problem("status and number", "error", place, "", sentence)


def recognises(extracted: Extracted) -> bool:
    """True for a workbook with our sheet, whose first heading is ours."""
    if DESCRIPTION.sheet not in sheet_names(extracted):
        return False
    cells = read_sheet(extracted, DESCRIPTION.sheet)
    return cells.size > 0 and str(cells[0][0]).strip() == DESCRIPTION.columns[0]


READERS = (Reader(DESCRIPTION, read, recognises), Reader(CSV, read))
