"""Printed cells told apart: numbers, the markers a source declares, and what nobody can read."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indicators.figures import Status

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Marker:
    """What a text such as `dna` or `*` in place of a number means."""

    status: Status
    note: str = ""


@dataclass(frozen=True, slots=True)
class SortedCells:
    """Cells told apart, position by position: number (NaN without one), status, note, unreadable."""

    numbers: NDArray[np.float64]
    statuses: NDArray[np.object_]
    notes: NDArray[np.object_]
    unreadable: NDArray[np.bool_]


def sort_cells(cells: Sequence[Any], markers: Mapping[str, Marker]) -> SortedCells:
    """Tell cells of a workbook (numbers or texts) or of a CSV file (texts) apart.

    A blank cell has the status of the marker `""`, else `missing`.
    """
    count = len(cells)
    found = SortedCells(
        np.full(count, np.nan),
        np.full(count, Status.PUBLISHED.value, dtype=object),
        np.full(count, "", dtype=object),
        np.zeros(count, dtype=bool),
    )
    for place, cell in enumerate(cells):
        if type(cell) is float:
            found.numbers[place] = cell
        else:
            _sort_one(found, place, str(cell).strip() if type(cell) is not bool else repr(cell), markers)
    return found


def number_in(text: str) -> float | None:
    """The number a text is, exactly; None for anything else, infinity and not-a-number included."""
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def column_letters(position: int) -> str:
    """The letters of a column of a sheet, from its position counted from 0: 0 is A, 27 is AB."""
    letters, rest = "", position + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _sort_one(found: SortedCells, place: int, text: str, markers: Mapping[str, Marker]) -> None:
    number = number_in(text)
    if number is not None:
        found.numbers[place] = number
        return
    marker = markers.get(text) or (Marker(Status.MISSING) if text == "" else None)
    if marker is None:
        found.unreadable[place] = True
        marker = Marker(Status.MISSING)
    found.statuses[place], found.notes[place] = marker.status.value, marker.note
