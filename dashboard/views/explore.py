"""Explore: every figure of the store that matches, as a paged list or as pivot tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.explore_filters import ALL, LIST
from dashboard.views.explore_pivot import MOST_FIGURES, Pivot, Refused, pivots, signs_of
from dashboard.views.explore_query import Asked, asked, spelt
from dashboard.views.figure_list import Revised, is_revised
from dashboard.views.moments import short_day
from dashboard.views.query import Query, text
from dashboard.views.ready import Ready, ready_made
from dashboard.views.text import Text, bold, listed
from dashboard.views.words import REVISED
from indicators.catalogue import Catalogue
from indicators.display import value_text
from indicators.figures import Basis
from indicators.store import read, search
from indicators.store.rows import FigureRow

PAGE_ROWS = 100


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A row of the list; all words."""

    code: str
    title: str
    area_code: str
    area: str
    is_council: bool
    period: str
    value: str
    status: str
    basis: str
    edition: str
    source: str
    file: str
    locator: str
    loaded: str


@dataclass(frozen=True, slots=True)
class Explore:
    """All the screen says: how many figures match and which they are, as a list or as pivots.

    `left_aside` names what the address asks for that is not there. `narrowed` are the filters that are set,
    as (name in the address, words), for taking them away again.
    """

    asked: Asked
    left_aside: str
    lead: Text
    summary: str
    count: int
    page: int
    pages: int
    figures: tuple[FoundFigure, ...]
    pivots: tuple[Pivot, ...]
    signs: tuple[str, ...]
    refused: Refused | None
    narrowed: tuple[tuple[str, str], ...]
    ready: tuple[Ready, ...]


def explore(connection: Connection, catalogue: Catalogue, query: Query) -> Explore:
    """What the address asks for."""
    wanted = asked(connection, catalogue, query)
    count = search.count_matching(connection, wanted.wanted)
    pages = max(1, -(-count // PAGE_ROWS))
    page = min(wanted.page, pages)
    view = wanted.value("view")
    figures: list[FigureRow] = []
    tables: tuple[Pivot, ...] | Refused = ()
    signs: tuple[str, ...] = ()
    if view == LIST:
        figures = search.matching(connection, wanted.wanted, wanted.order, PAGE_ROWS, (page - 1) * PAGE_ROWS)
    elif count > MOST_FIGURES:
        tables = Refused(f"{count:,} figures are too many for a table; {MOST_FIGURES:,} is the most.")
    else:
        rows = search.matching(connection, wanted.wanted, wanted.order, count)
        revised = _revised(connection, rows)
        tables, signs = pivots(catalogue, rows, view, revised), signs_of(rows, revised)
    summary, revised_here = summary_of(wanted), _revised(connection, figures)
    return Explore(
        asked=wanted,
        left_aside=left_aside(catalogue, wanted, query),
        lead=(bold(_figures(count)), f" {'matches' if count == 1 else 'match'}: {summary}."),
        summary=summary,
        count=count,
        page=page,
        pages=pages,
        figures=tuple(_found(catalogue, row, is_revised(row, revised_here)) for row in figures),
        pivots=() if isinstance(tables, Refused) else tables,
        signs=signs,
        refused=tables if isinstance(tables, Refused) else None,
        narrowed=_narrowed(wanted),
        ready=ready_made(catalogue, wanted),
    )


def summary_of(wanted: Asked) -> str:
    """The filters in one line, for the lead and for downloads."""
    filters = wanted.filters
    name = "service" if filters["indicator"].value == ALL else "indicator"
    what = _within(filters[name].words)
    beside = f" and {len(wanted.beside)} beside it" if wanted.beside else ""
    first, last = filters["from"], filters["to"]
    years = first.words if first.value == last.value else f"{first.words} to {last.words}"
    parts = [f"{what}{beside}", _within(filters["where"].words)]
    if (first.value, last.value) != (first.unset, last.unset):
        parts.append(f"periods that begin in {years}")
    for other in ("basis", "status", "source", "edition"):
        each = filters[other]
        if each.value != each.unset:
            parts.append(f"{each.label.lower()} {each.words}")
    return "; ".join(parts)


def left_aside(catalogue: Catalogue, wanted: Asked, query: Query) -> str:
    """One line on what the address asks for that is not there; an empty text where everything is."""
    known = spelt(catalogue, query)
    unknown = [
        f"{each.label.lower()} {text(query, name)[:40]}"
        for name, each in wanted.filters.items()
        if text(query, name) and text(known, name) not in {choice.value for choice in each.choices}
    ]
    areas = [asked for asked in text(query, "areas").split(",") if asked and asked not in wanted.areas]
    unknown += [f"area {asked[:40]}" for asked in areas]
    return f"Left aside, because there is no figure of it: {listed(unknown)}." if unknown else ""


def _within(words: str) -> str:
    """`Every area` and `The 32 councils` within a sentence; names keep their capitals."""
    return f"{words[0].lower()}{words[1:]}" if words.startswith(("Every ", "The ")) else words


def _narrowed(wanted: Asked) -> tuple[tuple[str, str], ...]:
    told = [
        (name, f"{each.label}: {each.words}")
        for name, each in wanted.filters.items()
        if name != "view" and each.value != each.unset
    ]
    return tuple(told)


def _revised(connection: Connection, rows: Sequence[FigureRow]) -> Revised:
    """Those of the figures that editions changed, by what identifies them."""
    if not rows:
        return frozenset()
    return read.revised_cells(connection, {row.indicator for row in rows}, {row.area for row in rows})


def _found(catalogue: Catalogue, row: FigureRow, revised: bool) -> FoundFigure:
    indicator, area = catalogue[row.indicator], catalogue.areas[row.area]
    status = row.figure.status
    sign = f" {status.shorthand}" if status.shorthand else ""
    again = f", revised {REVISED}" if revised else ""
    return FoundFigure(
        code=row.indicator,
        title=indicator.title,
        area_code=row.area,
        area=area.name,
        is_council=area in catalogue.areas.councils,
        period=row.period.words,
        value="" if row.figure.value is None else value_text(indicator, row.figure.value),
        status=f"{status.words}{sign}{again}",
        basis=basis_words(row),
        edition=row.edition,
        source=catalogue.sources[row.source].title,
        file=row.file_name,
        locator=row.locator,
        loaded=short_day(row.loaded_at),
    )


def basis_words(row: FigureRow) -> str:
    """The prices of a figure in words, with the year of real terms."""
    if row.basis == Basis.REAL:
        return f"Real terms, {row.base_year} prices" if row.base_year else "Real terms"
    return "Cash" if row.basis == Basis.CASH else ""


def _figures(count: int) -> str:
    return "One figure" if count == 1 else f"{count:,} figures" if count else "No figures"
