"""Figures as tables of two dimensions; the third is a table each, so that no cell ever holds two figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from dashboard.views.figure_list import Revised, is_revised
from dashboard.views.words import REVISED, marks
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.display import Shown, value_text
from indicators.figures import Basis
from indicators.periods import PeriodKind
from indicators.store.rows import FigureRow

MOST_FIGURES = 4_000
MOST_TABLES = 12
MOST_COLUMNS = 40
MOST_CELLS = 4_000


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no table; what to do about it is said beside it."""

    why: str


@dataclass(frozen=True, slots=True)
class PivotRow:
    """The heading of a row, a smaller line below it, and its cells in the order of the columns.

    `known` is False where no cell has a number, only signs of why there is none. `leads_to` is the council
    and the indicator whose trend it is of; the council is empty where several stand side by side.
    """

    heading: str
    below: str
    cells: tuple[str, ...]
    known: bool = True
    leads_to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Pivot:
    """One table: what it is of, the heading of its first column, its columns and rows."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[PivotRow, ...]


class _Head(NamedTuple):
    """Where a row, column or table stands, its words, a smaller line, and the code of what it is."""

    place: Any
    words: str
    below: str = ""
    code: str = ""


class _Dimension(NamedTuple):
    """One of the three dimensions: its name for one and for many, and how a figure lies in it.

    What is `newest_first` has its last place at the left, where a narrow screen begins.
    """

    one: str
    many: str
    head: Callable[[Catalogue, FigureRow], _Head]
    newest_first: bool = False

    def in_order(self, heads: Iterable[_Head]) -> list[_Head]:
        """The heads, each once, as they are read."""
        return sorted(set(heads), key=lambda head: head.place, reverse=self.newest_first)


def pivots(
    catalogue: Catalogue, rows: Sequence[FigureRow], view: str, revised: Revised = frozenset()
) -> tuple[Pivot, ...] | Refused:
    """The tables of a view, such as `area-period`; refused where a screen could not hold them.

    `revised` are the figures that get [r], as `read.revised_cells` names them.
    """
    down, across = (_DIMENSIONS[name] for name in view.split("-"))
    (apart,) = (each for each in _DIMENSIONS.values() if each not in (down, across))
    tables: dict[_Head, list[FigureRow]] = {}
    for row in rows:
        tables.setdefault(apart.head(catalogue, row), []).append(row)
    if len(tables) > MOST_TABLES:
        return Refused(
            f"This would be {len(tables):,} tables, one for each {apart.one}; {MOST_TABLES} is the most."
        )
    made = [
        _pivot(catalogue, head, tables[head], (down, across, apart), revised)
        for head in apart.in_order(tables)
    ]
    widest = max((len(table.columns) for table in made), default=0)
    if widest > MOST_COLUMNS:
        return Refused(
            f"A table would have {widest:,} {across.many} side by side; {MOST_COLUMNS} is the most."
        )
    cells = sum(len(table.columns) * len(table.rows) for table in made)
    if cells > MOST_CELLS:
        return Refused(f"The tables would have {cells:,} cells; {MOST_CELLS:,} is the most.")
    return tuple(made)


def signs_of(rows: Sequence[FigureRow], revised: Revised = frozenset()) -> tuple[str, ...]:
    """The signs among these figures with their meaning: `[c] suppressed`, `[r] revised`."""
    statuses = {row.figure.status for row in rows if row.figure.status.shorthand}
    signs = {f"{each.shorthand} {each.words.lower()}" for each in statuses}
    if any(is_revised(row, revised) for row in rows):
        signs.add(f"{REVISED} revised since first published")
    return tuple(sorted(signs))


def _pivot(
    catalogue: Catalogue,
    head: _Head,
    rows: Sequence[FigureRow],
    dimensions: tuple[_Dimension, _Dimension, _Dimension],
    revised: Revised,
) -> Pivot:
    """The table of one head of the last of three dimensions: the first down, the second across."""
    down, across, apart = dimensions
    cells = {
        (down.head(catalogue, row), across.head(catalogue, row)): _cell(catalogue, row, revised)
        for row in rows
    }
    columns = across.in_order(column for _, column in cells)
    lines = down.in_order(line for line, _ in cells)
    known = {down.head(catalogue, row) for row in rows if row.figure.value is not None}
    return Pivot(
        caption=f"{head.words}: {down.many} by {across.one}",
        corner=down.one.capitalize(),
        columns=tuple(column.words for column in columns),
        rows=tuple(
            PivotRow(
                line.words,
                line.below,
                tuple(cells.get((line, column), "") for column in columns),
                line in known,
                _leads_to(catalogue, {down.one: line.code, apart.one: head.code}),
            )
            for line in lines
        ),
    )


def _leads_to(catalogue: Catalogue, codes: dict[str, str]) -> tuple[str, str] | None:
    """The council and the indicator of a row; None for a row of an area without a trend of its own."""
    area, councils = codes.get("area", ""), {each.code for each in catalogue.areas.councils}
    return (area, codes["indicator"]) if not area or area in councils else None


def _cell(catalogue: Catalogue, row: FigureRow, revised: Revised) -> str:
    """The value with its signs, or why there is none."""
    status, value = row.figure.status, row.figure.value
    shown = status.shorthand or status.words if value is None else value_text(catalogue[row.indicator], value)
    words = f"{shown} {marks(is_revised(row, revised), row.figure)}".strip()
    return words if value is None else Shown(words, value)


def _indicator(catalogue: Catalogue, row: FigureRow) -> _Head:
    """An indicator on one basis: cash and real terms never share a row."""
    indicator = catalogue[row.indicator]
    prices = {Basis.CASH: ", cash", Basis.REAL: f", real terms {row.base_year}".rstrip()}.get(
        Basis(row.basis), ""
    )
    return _Head(
        (indicator.title, row.indicator, row.basis),
        f"{indicator.title}{prices}",
        row.indicator,
        row.indicator,
    )


def _area(catalogue: Catalogue, row: FigureRow) -> _Head:
    name = catalogue.areas[row.area].name
    return _Head((row.area != SCOTLAND, name), name, code=row.area)


def _period(_: Catalogue, row: FigureRow) -> _Head:
    """Years of one label share a column, whether they begin in April or in August.

    No cell can get two figures by it: a label is part of what identifies a figure.
    """
    period = row.period
    if period.kind in _DATED:
        return _Head((period.end, period.start), period.words)
    return _Head((date(period.end.year, 3, 31), date(period.start.year, 4, 1)), period.words)


_DATED = (PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.CALENDAR_YEAR)
_DIMENSIONS = {
    "indicator": _Dimension("indicator", "indicators", _indicator),
    "area": _Dimension("area", "areas", _area),
    "period": _Dimension("period", "periods", _period, newest_first=True),
}
