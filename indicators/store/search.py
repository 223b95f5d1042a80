"""Any figures at all: those an analyst asks for by indicator, area, period, basis, status and edition.

Everything comes through `figure_facts`, so nothing hidden leaves. A search always names its indicators and
areas, which is what the indexes are by: no search reads the figures of areas or indicators not asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from indicators.periods import Period
from indicators.store.rows import FIGURE_COLUMNS, FigureRow
from indicators.store.schema import edition_counts, editions, periods
from indicators.store.views import figure_facts

_FIGURE = figure_facts.c
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures are asked for, by code; an empty text or tuple asks for any, but for the first two.

    `begins_from` and `begins_to` are ISO days between which a period begins, both included.
    """

    indicators: tuple[str, ...]
    areas: tuple[str, ...]
    begins_from: str = ""
    begins_to: str = ""
    basis: str = ""
    statuses: tuple[str, ...] = ()
    source: str = ""
    edition: str = ""


class SortBy(StrEnum):
    """What a list of figures may be sorted by."""

    INDICATOR = "indicator"
    AREA = "area"
    PERIOD = "period"
    VALUE = "value"
    STATUS = "status"
    BASIS = "basis"
    EDITION = "edition"
    LOADED = "loaded"


@dataclass(frozen=True, slots=True)
class Order:
    """A column, and which end comes first. Figures without a number come last either way."""

    by: SortBy = SortBy.INDICATOR
    descending: bool = False


class EditionRow(NamedTuple):
    """An edition of a source, and when it was published."""

    source: str
    label: str
    published_on: str


def count_matching(connection: Connection, wanted: Wanted) -> int:
    """How many figures match."""
    query = _matching(select(func.count()).select_from(figure_facts), wanted)
    return int(connection.execute(query).scalar_one())


def matching(
    connection: Connection, wanted: Wanted, order: Order, limit: int, offset: int = 0
) -> list[FigureRow]:
    """One page of the figures that match."""
    query = _matching(select(*FIGURE_COLUMNS), wanted).order_by(*_sorting(order))
    known: dict[tuple[str, str], Period] = {}
    return [FigureRow.of(row, known) for row in connection.execute(query.limit(limit).offset(offset))]


def every_match(connection: Connection, wanted: Wanted, order: Order) -> Iterator[FigureRow]:
    """All figures that match, a few hundred at a time; the connection must stay open until the last."""
    query = _matching(select(*FIGURE_COLUMNS), wanted).order_by(*_sorting(order))
    known: dict[tuple[str, str], Period] = {}
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
        yield FigureRow.of(row, known)


def every_edition(connection: Connection) -> list[EditionRow]:
    """The editions of every source, the newest of each source first."""
    c = editions.c
    query = select(c.source_code, c.label, c.published_on)
    query = query.order_by(c.source_code, c.published_on.desc(), c.label)
    return [EditionRow._make(row) for row in connection.execute(query)]


def editions_of(connection: Connection, codes: Collection[str]) -> list[EditionRow]:
    """The editions whose figures of some indicators are the current ones, the newest of each source first."""
    c, n = editions.c, edition_counts.c
    query = (
        select(c.source_code, c.label, c.published_on)
        .join(edition_counts, n.edition_id == c.id)
        .where(n.indicator_code.in_(sorted(codes)), n.shown_now > 0)
        .distinct()
        .order_by(c.source_code, c.published_on.desc(), c.label)
    )
    return [EditionRow._make(row) for row in connection.execute(query)]


def first_days(connection: Connection) -> list[str]:
    """The ISO days on which the periods of the store begin, oldest first."""
    query = select(periods.c.start_date).distinct().order_by(periods.c.start_date)
    return list(connection.execute(query).scalars())


def _matching(query: Select[Any], wanted: Wanted) -> Select[Any]:
    asked: list[ColumnElement[bool]] = [
        _FIGURE.area_code.in_(wanted.areas),
        _FIGURE.indicator_code.in_(wanted.indicators),
    ]
    if wanted.begins_from:
        asked.append(_FIGURE.period_start >= wanted.begins_from)
    if wanted.begins_to:
        asked.append(_FIGURE.period_start <= wanted.begins_to)
    if wanted.statuses:
        asked.append(_FIGURE.status.in_(wanted.statuses))
    for column, value in (
        (_FIGURE.basis, wanted.basis), (_FIGURE.source, wanted.source), (_FIGURE.edition, wanted.edition),
    ):  # fmt: skip
        if value:
            asked.append(column == value)
    return query.where(and_(*asked))


def _sorting(order: Order) -> list[ColumnElement[Any]]:
    """The column asked for, then what tells figures apart, so that pages never overlap."""
    f = _FIGURE
    columns: dict[SortBy, tuple[ColumnElement[Any], ...]] = {
        SortBy.INDICATOR: (f.indicator_title,),
        SortBy.AREA: (f.area_name,),
        SortBy.PERIOD: (f.period_end, f.period_start),
        SortBy.VALUE: (f.value,),
        SortBy.STATUS: (f.status,),
        SortBy.BASIS: (f.basis,),
        SortBy.EDITION: (f.published_on, f.edition),
        SortBy.LOADED: (f.loaded_at,),
    }
    chosen = [(c.desc() if order.descending else c.asc()).nulls_last() for c in columns[order.by]]
    return [*chosen, f.indicator_title, f.indicator_code, f.area_name, f.period_end, f.period_start, f.basis]
