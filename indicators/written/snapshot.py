"""A scorecard frozen for a meeting: what it showed, word for word, whatever is loaded later.

It is made from what the screen shows, so a number the screen hides is not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from indicators.rag import Light
from indicators.written.checks import Faults
from indicators.written.place import Place


@dataclass(frozen=True, slots=True)
class FrozenTarget:
    """A target with its cut points, in the unit of the figure, and its words as shown.

    For a range `low` and `high` differ. `since` is the period a rule took it from, empty where none did.
    """

    low: float
    high: float
    tolerance: float
    words: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class FrozenCell:
    """One period of a row: the figure (None without a number), its words as shown, and its light.

    `basis` is cash or real terms, `base_year` the year of the prices, `edition` the one it is from.
    """

    period: str
    value: float | None
    shown: str
    status: str
    light: Light
    target: FrozenTarget | None = None
    short_trend: str = ""
    long_trend: str = ""
    basis: str = "none"
    base_year: str = ""
    edition: str = ""


@dataclass(frozen=True, slots=True)
class FrozenComment:
    """The comment beside a row, with its number of version; `approved` is False for a draft."""

    period: str
    cause: str
    action: str
    owner: str
    due: date | None
    approved: bool
    version: int = 1


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """An indicator within a section, its periods newest first."""

    indicator: str
    title: str
    section: str
    cells: tuple[FrozenCell, ...]
    subtitle: str = ""
    benchmark: str = ""
    comment: FrozenComment | None = None

    @property
    def told(self) -> FrozenCell | None:
        """The newest cell with a number or a suppressed one; else the newest of all."""
        told = (cell for cell in self.cells if cell.value is not None or cell.light is Light.SUPPRESSED)
        return next(told, self.cells[0] if self.cells else None)


@dataclass(frozen=True, slots=True)
class Release:
    """Which figures there were: the last load, and the edition of each source as `source: edition`."""

    last_load: int
    editions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A scorecard of one area as a meeting saw it. Raises WritingError for one without rows or a meeting."""

    kind: ClassVar[str] = "snapshot"
    scorecard: str
    title: str
    area: str
    area_name: str
    meeting: str
    held_on: date
    frozen_at: str
    release: Release
    rows: tuple[FrozenRow, ...]

    def __post_init__(self) -> None:
        faults = Faults()
        faults.line("Meeting", self.meeting)
        for field, text in (("Scorecard", self.scorecard), ("Title", self.title), ("Area", self.area)):
            faults.line(field, text)
        if not self.rows:
            faults.add("Rows", "there is none to freeze; choose a scorecard with indicators")
        faults.settle()

    @property
    def place(self) -> Place:
        """The area it is of."""
        return Place(area=self.area)
