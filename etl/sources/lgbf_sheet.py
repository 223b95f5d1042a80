"""Finds the table of the LGBF workbook by what it holds: its sheet, its header row and its first column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from etl.cells import column_letters
from etl.extract import Extracted
from etl.problems import refused
from etl.sources.description import describe
from etl.sources.lgbf_headers import is_series
from etl.tables import LINES_ABOVE, read_sheet, sheet_names

DESCRIPTION = describe("lgbf_workbook")
CORNER = DESCRIPTION.columns[0]
_COLUMNS_BESIDE: Final = 3
Cells = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class FiguresSheet:
    """The cells from the corner on, header row first; `top` and `left` say how far from A1 it stands."""

    name: str
    cells: Cells
    top: int = 0
    left: int = 0

    def cell(self, row: int, column: int) -> str:
        """Where a cell of `cells` stands in the workbook: `Raw Data!AB12`."""
        return f"{self.name}!{column_letters(column + self.left)}{row + self.top + 1}"


def recognises(extracted: Extracted) -> bool:
    """True for a workbook with a sheet of the published name, or with the table under any other name."""
    return DESCRIPTION.sheet in sheet_names(extracted) or bool(_sheets_with_table(extracted))


def figures_sheet(extracted: Extracted) -> FiguresSheet:
    """The sheet of the published name, else the only one with the table.

    Raises LoadRefused where two sheets have it, where the header does not begin as it must, and for a
    header without rows.
    """
    file, name = extracted.name, _sheet_name(extracted)
    whole = read_sheet(extracted, name)
    top, left = _corner(whole) or (0, 0)
    sheet = FiguresSheet(name, whole[top:, left:], top, left)
    corner = str(sheet.cells[0, 0]).strip() if sheet.cells.size else ""
    if corner != CORNER:
        place = f"{file}, {sheet.cell(0, 0)}"
        sentence = f"{place}: the first header is '{corner}' and must be '{CORNER}'; restore it."
        raise refused("unknown column", place, sentence, corner)
    if len(sheet.cells) == 1:
        raise refused(
            "no rows", file, f"{file}: the sheet '{name}' has a header and no rows; fetch it again."
        )
    return sheet


def _sheet_name(extracted: Extracted) -> str:
    if DESCRIPTION.sheet in sheet_names(extracted):
        return DESCRIPTION.sheet
    first, *others = _sheets_with_table(extracted)
    if others:
        sentence = (
            f"{extracted.name}: the sheets '{first}' and '{others[0]}' both hold a table of the LGBF; "
            f"name the one to load '{DESCRIPTION.sheet}'."
        )
        raise refused("unknown file", extracted.name, sentence)
    return first


def _sheets_with_table(extracted: Extracted) -> list[str]:
    return [name for name in sheet_names(extracted) if _corner(read_sheet(extracted, name, LINES_ABOVE))]


def _corner(cells: Cells) -> tuple[int, int] | None:
    """Row and column of the first header with an indicator to the right of it; None without one."""
    for row, values in enumerate(cells[:LINES_ABOVE]):
        for column, value in enumerate(values[:_COLUMNS_BESIDE]):
            if str(value).strip() == CORNER and any(is_series(str(cell)) for cell in values[column + 1 :]):
                return row, column
    return None
