"""Reads the council's own return: the workbook `python -m etl template` writes, filled in."""

from __future__ import annotations

import pandas as pd

from etl.cells import SortedCells, sort_cells
from etl.editions import edition_of
from etl.extract import Extracted
from etl.problems import Problem, refused
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
from etl.tables import read_sheet, sheet_names
from indicators.catalogue import Catalogue, Indicator
from indicators.figures import Status
from indicators.periods import Period, PeriodError, parse

DESCRIPTION = describe("council_return")


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every filled row is a figure; a row that cannot be one is rejected with its reason.

    Raises LoadRefused for an unknown indicator, council, period or status, and for a sheet without rows.
    """
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    table = _filled(extracted)
    name = f"{extracted.name}, sheet {DESCRIPTION.sheet}"
    codes = resolve_codes(catalogue, first_places(table["Indicator"], table["row"], name))
    areas = resolve_areas(catalogue, first_places(table["Council"], table["row"], name))
    pairs = table["Indicator"] + "|" + table["Period"]
    periods = _periods(first_places(pairs, table["row"], name), codes)
    cells = {column: sort_cells(table[column.title()].tolist(), {}) for column in NUMBERS}
    statuses = _statuses(table, cells["value"], name)
    numbered = statuses.map(lambda status: Status(status).may_have_number)
    unreadable = cells["value"].unreadable | cells["numerator"].unreadable | cells["denominator"].unreadable
    faulty = pd.Series(unreadable) | (numbered != pd.Series(cells["value"].numbers).notna())
    frame = tidy_frame(
        {
            **{column: cells[column].numbers for column in NUMBERS},
            "indicator": table["Indicator"].map({text: found.code for text, found in codes.items()}),
            "area": table["Council"].map(areas),
            "period": pairs.map({pair: period.label for pair, period in periods.items()}),
            "period_kind": pairs.map({pair: period.kind.value for pair, period in periods.items()}),
            "basis": table["Indicator"].map({text: basis_of(i, False) for text, i in codes.items()}),
            "status": statuses,
            "note": table["Note"],
            "locator": DESCRIPTION.sheet + "!A" + table["row"].astype("str"),
            "edition": edition.label,
            "published_on": edition.published_on,
        }
    )
    problems = tuple(_rejected(row, name) for row in table.loc[faulty, "row"])
    return Reading(DESCRIPTION.source, frame[~faulty].reset_index(drop=True), problems, len(problems))


def _filled(extracted: Extracted) -> pd.DataFrame:
    """The rows with anything in them, as texts and numbers, with their row of the sheet."""
    cells = read_sheet(extracted, DESCRIPTION.sheet)
    heading = [str(cell).strip() for cell in cells[0]] if len(cells) else []
    missing = [column for column in DESCRIPTION.columns if column not in heading]
    if missing:
        raise refused(
            "columns",
            f"{extracted.name}, sheet {DESCRIPTION.sheet}, row 1",
            f"{extracted.name}, sheet {DESCRIPTION.sheet}, row 1: there is no column "
            f"{', '.join(missing)}; write a new template and copy your rows into it.",
        )
    table = pd.DataFrame({column: cells[1:, heading.index(column)] for column in DESCRIPTION.columns})
    table = table.assign(row=range(2, len(table) + 2))
    texts = [column for column in DESCRIPTION.columns if column.lower() not in NUMBERS]
    table[texts] = table[texts].map(lambda cell: str(cell).strip())
    kept = table[(table[list(DESCRIPTION.columns)] != "").any(axis=1)].reset_index(drop=True)
    if kept.empty:
        raise refused("no rows", extracted.name, f"{extracted.name} has no filled rows; fill them in first.")
    return kept


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


def _rejected(row: int, name: str) -> Problem:
    place = f"{name}, row {row}"
    sentence = (
        f"{place}: the number cannot be read, or does not go with the status; write it as 1234.5, and "
        "leave it empty where the status says there is none."
    )
    return Problem("unreadable number", "error", place, "", sentence)


def recognises(extracted: Extracted) -> bool:
    """True for a workbook with our sheet, whose first heading is ours."""
    if DESCRIPTION.sheet not in sheet_names(extracted):
        return False
    cells = read_sheet(extracted, DESCRIPTION.sheet)
    return cells.size > 0 and str(cells[0][0]).strip() == DESCRIPTION.columns[0]


READER = Reader(DESCRIPTION, read, recognises)
