"""A scorecard frozen for a meeting: what it showed, word for word, whatever is loaded later.

It is made from what the screen shows, so a number the screen hides is not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from indicators.rag import Light
from indicators.written.checks import Faults
from indicators.written.paper import Paper
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

    `basis` is cash or real terms, `base_year` the year of the prices, `edition` the one it is from,
    `trend_note` what is said of the short trend.
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
    trend_note: str = ""


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
class FrozenLine:
    """A row that is no indicator: a project, an action, an ongoing activity, or what has no indicator yet.

    `light` is green, amber or red for a project that is judged, else none; `standing` is it in words. `key`
    is the id of a project or action that has a page.
    """

    section: str
    subtitle: str
    kind: str
    title: str
    words: str = ""
    light: str = "none"
    standing: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """An indicator within a section, its periods newest first.

    `label` is the code a reader knows, `slim` the one line of a row without any figure, `gap` how far a red
    is from green, in words, `age` how old its latest figure was, `actions` those that name a red.
    `benchmark_value` is the number of the benchmark, None where there is none and in older snapshots.
    `hidden_since` is never frozen: it says of a row that is read again that something of it is hidden now.
    """

    indicator: str
    title: str
    section: str
    cells: tuple[FrozenCell, ...]
    subtitle: str = ""
    benchmark: str = ""
    comment: FrozenComment | None = None
    label: str = ""
    benchmark_period: str = ""
    slim: str = ""
    gap: str = ""
    actions: tuple[FrozenLine, ...] = ()
    age: str = ""
    hidden_since: bool = False
    benchmark_value: float | None = None

    @property
    def told(self) -> FrozenCell | None:
        """The newest cell with a number or a suppressed one; else the newest of all."""
        told = (cell for cell in self.cells if cell.value is not None or cell.light is Light.SUPPRESSED)
        return next(told, self.cells[0] if self.cells else None)


@dataclass(frozen=True, slots=True)
class FrozenPart:
    """A heading of the card in its place: a section, its commitment, and the outcome it is for."""

    section: str
    subtitle: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """Which figures there were: the last load, and the edition of each source as `source: edition`.

    `framework` is the newest edition of the national framework.
    """

    last_load: int
    editions: tuple[str, ...] = ()
    framework: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A scorecard of one area as a meeting saw it. Raises WritingError for one without rows or a meeting.

    `final` says that a final pack is made of it; `override` is the reason for one with reds that nobody
    explained. `columns` are the headings of its periods, `notes` what was to be checked; `paper`
    is the rest of its pack, None in a snapshot made before packs were frozen.
    """

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
    audience: str = ""
    final: bool = False
    override: str = ""
    intro: str = ""
    columns: tuple[str, ...] = ()
    parts: tuple[FrozenPart, ...] = ()
    lines: tuple[FrozenLine, ...] = ()
    notes: tuple[str, ...] = ()
    paper: Paper | None = None

    def __post_init__(self) -> None:
        faults = Faults()
        faults.line("Meeting", self.meeting)
        for field, text in (("Scorecard", self.scorecard), ("Title", self.title), ("Area", self.area)):
            faults.line(field, text)
        faults.line("Audience", self.audience, needed=False)
        faults.text("Reason", self.override)
        if not self.rows:
            faults.add("Rows", "there is none to freeze; choose a scorecard with indicators")
        faults.settle()

    @property
    def place(self) -> Place:
        """The area it is of."""
        return Place(area=self.area)
