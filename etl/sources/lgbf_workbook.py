"""Reads the sheet `Raw Data` of the LGBF workbook: every code, basis, period, council and Scotland."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from etl.cells import SortedCells, column_letters, sort_cells
from etl.editions import Edition, edition_of
from etl.extract import Extracted
from etl.problems import Problem, Severity, refused
from etl.readings import Asked, Reading, resolve_areas, shown_value, tidy_frame
from etl.real_terms import with_real_terms
from etl.sources.description import Reader, describe
from etl.sources.lgbf_deflators import SHEET as DEFLATORS
from etl.sources.lgbf_deflators import deflators_of
from etl.sources.lgbf_headers import Series, read_headers, stray_column
from etl.tables import read_sheet
from indicators.catalogue import Catalogue

DESCRIPTION = describe("lgbf_workbook")
SHEET = DESCRIPTION.sheet
Cells = NDArray[np.object_]


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every value cell is a figure of one council or of Scotland, with the cell as its locator.

    A cost printed in cash alone gets its real terms from the deflators of the same workbook.
    A value nobody can read rejects its figure; figures in a column that belongs to no indicator are
    rejected too. Raises LoadRefused for an unknown code, period, council or edition.
    """
    file = extracted.name
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    sheet = read_sheet(extracted, SHEET)
    _check_corner(sheet, file)
    headers = read_headers([str(cell) for cell in sheet[0]], catalogue, SHEET, file)
    rows = [number for number in range(1, len(sheet)) if (sheet[number] != "").any()]
    places = {str(sheet[number, 0]): f"{file}, {SHEET}!A{number + 1}" for number in reversed(rows)}
    areas = resolve_areas(catalogue, places)
    figures = _Figures(sheet, rows, headers.series)
    stray = _stray(sheet, headers.stray, file)
    problems = [*figures.problems(file), *(problem for problem, _ in stray)]
    area_codes = [areas[str(sheet[number, 0])] for number in rows]
    rejected_cells = sum(count for _, count in stray)
    cells = figures.accounted() | {"header": int((sheet[0] != "").sum()), "area": len(rows)}
    _check_accounts(sheet, cells | {"stray": rejected_cells}, file)
    printed = figures.frame(area_codes, edition)
    frame, base_year = _in_real_terms(extracted, headers.series, printed)
    return Reading(
        source=DESCRIPTION.source,
        frame=frame,
        problems=tuple(problems),
        rejected=int(figures.values.unreadable.sum()) + rejected_cells,
        base_years={edition.label: base_year},
        cells=cells | {"stray": rejected_cells},
    )


class _Figures:
    """The value cells of all series, one series after another, with their numerators and denominators."""

    def __init__(self, sheet: Cells, rows: list[int], series: Sequence[Series]) -> None:
        self.rows, self.series = rows, series
        self.printed = _stacked(sheet, rows, [item.column for item in series])
        above = _stacked(sheet, rows, [item.numerator for item in series])
        below = _stacked(sheet, rows, [item.denominator for item in series])
        self.values, self.above, self.below = (
            sort_cells(cells.tolist(), DESCRIPTION.markers) for cells in (self.printed, above, below)
        )
        self.filled = {"value": self.printed, "numerator": above, "denominator": below}

    def accounted(self) -> dict[str, int]:
        """How many non-empty cells are values, numerators and denominators."""
        return {name: int((cells != "").sum()) for name, cells in self.filled.items()}

    def locators(self) -> list[str]:
        """`Raw Data!AB12` for every value cell."""
        letters = [column_letters(item.column) for item in self.series]
        return [f"{SHEET}!{letter}{row + 1}" for letter in letters for row in self.rows]

    def frame(self, areas: list[str], edition: Edition) -> pd.DataFrame:
        """The tidy frame of every value that can be read."""
        each = len(self.rows)
        columns = {
            "indicator": _repeated([item.indicator.code for item in self.series], each),
            "area": areas * len(self.series),
            "period": _repeated([item.period.label for item in self.series], each),
            "period_kind": _repeated([item.period.kind.value for item in self.series], each),
            "basis": _repeated([item.basis for item in self.series], each),
            "value": self.values.numbers,
            "status": self.values.statuses,
            "numerator": self.above.numbers,
            "denominator": self.below.numbers,
            "edition": edition.label,
            "published_on": edition.published_on,
            "note": self._notes(),
            "locator": self.locators(),
        }
        return tidy_frame(columns)[~self.values.unreadable].reset_index(drop=True)

    def problems(self, file: str) -> list[Problem]:
        """One problem for each value (rejected) and each numerator or denominator (left out) unread."""
        parts = (("value", self.values), ("numerator", self.above), ("denominator", self.below))
        return [
            self._unreadable(name, int(at), file)
            for name, cells in parts
            for at in np.flatnonzero(cells.unreadable)
        ]

    def _unreadable(self, name: str, at: int, file: str) -> Problem:
        series, row = self.series[at // len(self.rows)], self.rows[at % len(self.rows)]
        columns = {"value": series.column, "numerator": series.numerator, "denominator": series.denominator}
        place = f"{file}, {SHEET}!{column_letters(columns[name] or 0)}{row + 1}"
        printed = shown_value(series.indicator, self.filled[name][at])
        shown = f" '{printed}'" if printed else ""
        effect = "the figure is left out" if name == "value" else "the figure is kept without it"
        sentence = f"{place}: the {name}{shown} is neither a number nor a known marker; {effect}."
        severity: Severity = "error" if name == "value" else "warning"
        return Problem(f"unreadable {name}", severity, place, printed, sentence)

    def _notes(self) -> list[str]:
        """The notes of values, else those of numerator and denominator with their names."""
        notes = self.values.notes.copy()
        for name, cells in (("denominator", self.below), ("numerator", self.above)):
            for at in np.flatnonzero(_said(cells) & (self.values.notes == "")):
                rest = f", {notes[at]}" if notes[at] else ""
                notes[at] = f"{name} {cells.notes[at]}{rest}"
        return list(notes)


def _said(cells: SortedCells) -> NDArray[np.bool_]:
    return np.asarray(cells.notes != "", dtype=bool)


def _stacked(sheet: Cells, rows: list[int], columns: Sequence[int | None]) -> Cells:
    """The cells of some columns, one column after another; blanks where there is no column."""
    chosen = [
        sheet[rows, column] if column is not None else np.full(len(rows), "", object) for column in columns
    ]
    return np.concatenate(chosen) if chosen else np.empty(0, dtype=object)


def _repeated(texts: Sequence[str], times: int) -> list[str]:
    return list(chain.from_iterable([text] * times for text in texts))


def _stray(sheet: Cells, columns: Sequence[int], file: str) -> list[tuple[Problem, int]]:
    found = []
    for column in columns:
        filled = np.flatnonzero(sheet[1:, column] != "") + 1
        if len(filled):
            letters = column_letters(column)
            cells = f"{SHEET}!{letters}{filled[0] + 1}:{letters}{filled[-1] + 1}"
            found.append((stray_column(str(sheet[0, column]), cells, len(filled), file), len(filled)))
    return found


def _check_corner(sheet: Cells, file: str) -> None:
    corner = str(sheet[0, 0]).strip() if sheet.size else ""
    if corner != DESCRIPTION.columns[0]:
        place = f"{file}, {SHEET}!A1"
        raise refused(
            "unknown column",
            place,
            f"{place}: the first header is '{corner}' and must be '{DESCRIPTION.columns[0]}'; restore it.",
            corner,
        )
    if len(sheet) == 1:
        raise refused(
            "no rows", file, f"{file}: the sheet '{SHEET}' has a header and no rows; fetch it again."
        )


def _check_accounts(sheet: Cells, cells: dict[str, int], file: str) -> None:
    """Every non-empty cell must have been taken for something; anything else is a fault of this reader."""
    filled = int((sheet != "").sum())
    if filled != sum(cells.values()):
        raise RuntimeError(f"{file}: {filled} cells are filled and {sum(cells.values())} were read")


def _in_real_terms(
    extracted: Extracted, series: Sequence[Series], printed: pd.DataFrame
) -> tuple[pd.DataFrame, str]:
    """The figures with the real terms they allow, and the year whose prices these are in.

    The year is the one whose deflator is 100, else the only one with the same cash and real prices
    throughout; empty without real terms. Raises LoadRefused when real terms are printed of no known year.
    """
    deflators = deflators_of(extracted)
    base = deflators.base_year if deflators else ""
    if any(item.basis == "real" for item in series):
        years = _undeflated(printed) if deflators is None else []
        base = base or (years[0] if len(years) == 1 else "")
        if not base:
            raise refused(
                "base year",
                extracted.name,
                f"{extracted.name}: a sheet '{DEFLATORS}' with a deflator of 100 must say which year's "
                "prices the Real figures are in; restore it.",
            )
    frame = with_real_terms(printed, deflators, base) if deflators else printed
    return frame, base if (frame["basis"] == "real").any() else ""


def _undeflated(frame: pd.DataFrame) -> list[str]:
    """The years in which every cost has the same value in cash and in real terms."""
    costs = frame[frame["basis"].isin(["cash", "real"]) & frame["value"].notna()]
    wide = costs.pivot_table("value", ["indicator", "area", "period"], "basis").reindex(
        columns=["cash", "real"]
    )
    same = (wide["cash"] - wide["real"]).abs() <= 1e-9 * wide["cash"].abs()
    years = same[wide.notna().all(axis=1)].groupby("period").all()
    return [str(year) for year in years[years].index]


READER = Reader(DESCRIPTION, read)
