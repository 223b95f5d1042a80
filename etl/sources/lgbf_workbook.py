"""Reads the table of the LGBF workbook: every code, basis, period, council and Scotland."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from etl.cells import SortedCells, sort_cells
from etl.editions import Edition, edition_of
from etl.extract import Extracted
from etl.problems import Problem, Severity
from etl.readings import Asked, Reading, resolve_areas, shown_value, tidy_frame
from etl.sources.description import Reader
from etl.sources.lgbf_deflators import in_real_terms
from etl.sources.lgbf_headers import Series, read_headers, stray_column
from etl.sources.lgbf_sheet import DESCRIPTION, Cells, FiguresSheet, figures_sheet, recognises
from indicators.areas import UnknownAreaError
from indicators.catalogue import Catalogue


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every value cell is a figure of one council or of Scotland, with the cell as its locator.

    A cost printed in cash alone gets its real terms from the deflators of the same workbook.
    A value nobody can read rejects its figure; figures in a column that belongs to no indicator are
    rejected too. Raises LoadRefused for an unknown code, period, council or edition.
    """
    file = extracted.name
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    sheet = figures_sheet(extracted)
    names = [str(name) for name in sheet.cells[:, 0]]
    headers = read_headers(
        [str(cell) for cell in sheet.cells[0]], catalogue, lambda column: f"{file}, {sheet.cell(0, column)}"
    )
    rows, notes = _rows(sheet.cells, catalogue)
    places = {names[number]: f"{file}, {sheet.cell(number, 0)}" for number in reversed(rows)}
    areas = resolve_areas(catalogue, places)
    figures = _Figures(sheet, rows, headers.series)
    stray = _stray(sheet, rows, headers.stray, file)
    problems = [*figures.problems(file), *(problem for problem, _ in stray)]
    area_codes = [areas[names[number]] for number in rows]
    rejected_cells = sum(count for _, count in stray)
    cells = figures.accounted() | {"header": int((sheet.cells[0] != "").sum()), "area": len(rows)}
    cells |= {"stray": rejected_cells, "note": notes}
    _check_accounts(sheet.cells, cells, file)
    printed = figures.frame(area_codes, edition)
    frame, base_year = in_real_terms(extracted, printed)
    return Reading(
        source=DESCRIPTION.source,
        frame=frame,
        problems=tuple(problems),
        rejected=int(figures.values.unreadable.sum()) + rejected_cells,
        base_years={edition.label: base_year},
        cells=cells,
    )


class _Figures:
    """The value cells of all series, one series after another, with their numerators and denominators."""

    def __init__(self, sheet: FiguresSheet, rows: list[int], series: Sequence[Series]) -> None:
        self.sheet, self.rows, self.series = sheet, rows, series
        self.printed = _stacked(sheet.cells, rows, [item.column for item in series])
        above = _stacked(sheet.cells, rows, [item.numerator for item in series])
        below = _stacked(sheet.cells, rows, [item.denominator for item in series])
        self.values, self.above, self.below = (
            sort_cells(cells.tolist(), DESCRIPTION.markers) for cells in (self.printed, above, below)
        )
        self.filled = {"value": self.printed, "numerator": above, "denominator": below}

    def accounted(self) -> dict[str, int]:
        """How many non-empty cells are values, numerators and denominators."""
        return {name: int((cells != "").sum()) for name, cells in self.filled.items()}

    def locators(self) -> list[str]:
        """`Raw Data!AB12` for every value cell."""
        return [self.sheet.cell(row, item.column) for item in self.series for row in self.rows]

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
        place = f"{file}, {self.sheet.cell(row, columns[name] or 0)}"
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


def _rows(cells: Cells, catalogue: Catalogue) -> tuple[list[int], int]:
    """The rows of areas, and how many others hold a note: a text in the first column that names no area."""
    filled = [number for number in range(1, len(cells)) if (cells[number] != "").any()]
    alone = [row for row in filled if not (cells[row, 1:] != "").any()]
    notes = {row for row in alone if not _is_area(cells[row, 0], catalogue)}
    return [row for row in filled if row not in notes], len(notes)


def _is_area(cell: object, catalogue: Catalogue) -> bool:
    try:
        return bool(catalogue.areas.resolve(str(cell)))
    except UnknownAreaError:
        return False


def _stray(
    sheet: FiguresSheet, rows: list[int], columns: Sequence[int], file: str
) -> list[tuple[Problem, int]]:
    """For each column that belongs to no series and has cells: its problem, and how many they are."""
    found = []
    for column in columns:
        filled = [row for row in rows if sheet.cells[row, column] != ""]
        if filled:
            last = sheet.cell(filled[-1], column).rpartition("!")[2]
            cells = f"{sheet.cell(filled[0], column)}:{last}"
            header = str(sheet.cells[0, column])
            found.append((stray_column(header, cells, len(filled), file), len(filled)))
    return found


def _check_accounts(sheet: Cells, cells: dict[str, int], file: str) -> None:
    """Every non-empty cell must have been taken for something; anything else is a fault of this reader."""
    filled = int((sheet != "").sum())
    if filled != sum(cells.values()):
        raise RuntimeError(f"{file}: {filled} cells are filled and {sum(cells.values())} were read")


READER = Reader(DESCRIPTION, read, recognises)
