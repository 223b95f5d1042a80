"""What happened to the store: its editions, its loads, and what was noticed in them.

Of a problem its sentence and place are read, never the text that was printed: it may be a small count.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Select, exists, func, select

from indicators.store.rows import LoadRow
from indicators.store.schema import edition_counts, editions, loads, problems

SYNTHETIC = "SYNTHETIC"
"""How the name of an edition begins whose figures are made up, for load tests."""
Row = TypeVar("Row", LoadRow, "ProblemRow")
_LOAD_COLUMNS = (
    loads.c.id, loads.c.source_code, loads.c.file_name, loads.c.sha256, loads.c.loaded_at, loads.c.rows_read,
    loads.c.rows_new, loads.c.rows_unchanged, loads.c.rows_revised, loads.c.rows_rebased,
    loads.c.rows_history, loads.c.rows_rejected,
)  # fmt: skip


class EditionRow(NamedTuple):
    """One publication of a source: how many figures of it are kept, and how many of them are shown now."""

    source: str
    label: str
    published_on: str
    base_year: str
    kept: int
    current: int
    first_period: str
    last_period: str


class RuleCount(NamedTuple):
    """How often a rule was broken; an error refused its row, a warning did not."""

    severity: str
    rule: str
    found: int


class ProblemRow(NamedTuple):
    """Something noticed in a load; `sentence` begins with `place`, which begins with the file."""

    load_id: int
    severity: str
    rule: str
    place: str
    sentence: str


def editions_held(connection: Connection) -> list[EditionRow]:
    """Every edition with figures: by source, the one published last first."""
    n, e = edition_counts.c, editions.c
    held = (func.sum(n.kept), func.sum(n.shown_now), func.min(n.first_period), func.max(n.last_period))
    query = (
        select(e.source_code, e.label, e.published_on, e.base_year, *held)
        .join(edition_counts, n.edition_id == e.id)
        .group_by(e.id, e.source_code, e.label, e.published_on, e.base_year)
        .order_by(e.source_code, e.published_on.desc(), e.label)
    )
    return [EditionRow._make(row) for row in connection.execute(query)]


def holds_synthetic(connection: Connection) -> bool:
    """True when any edition is of made-up figures."""
    found = exists().where(editions.c.label.startswith(SYNTHETIC, autoescape=True))
    return bool(connection.execute(select(found)).scalar())


def loads_held(
    connection: Connection, source: str = "", first: int = 0, most: int = 50
) -> tuple[int, list[LoadRow]]:
    """How many loads there are, of one source or of all, and `most` of them, newest first."""
    query = select(*_LOAD_COLUMNS).order_by(loads.c.id.desc())
    if source:
        query = query.where(loads.c.source_code == source)
    return _part(connection, query, first, most, LoadRow)


def load_by_number(connection: Connection, number: int) -> LoadRow | None:
    """One load, or None where there is none of this number."""
    row = connection.execute(select(*_LOAD_COLUMNS).where(loads.c.id == number)).first()
    return LoadRow._make(row) if row else None


def last_loads(connection: Connection) -> dict[str, str]:
    """When each source was last loaded, by its code."""
    query = select(loads.c.source_code, func.max(loads.c.loaded_at)).group_by(loads.c.source_code)
    return {row[0]: row[1] for row in connection.execute(query)}


def rules_broken(connection: Connection, load_id: int | None = None) -> list[RuleCount]:
    """Each rule that was broken, in one load or in all: errors first, then the most frequent."""
    c, count = problems.c, func.count().label("count")
    query = select(c.severity, c.rule, count).group_by(c.severity, c.rule)
    query = query.order_by(c.severity, count.desc(), c.rule)
    if load_id is not None:
        query = query.where(c.load_id == load_id)
    return [RuleCount._make(row) for row in connection.execute(query)]


def problems_held(
    connection: Connection,
    load_id: int | None = None,
    rule: str = "",
    severity: str = "",
    first: int = 0,
    most: int = 50,
) -> tuple[int, list[ProblemRow]]:
    """How many problems there are of a load, rule and severity, and `most` of them, the newest load first."""
    c = problems.c
    query = select(c.load_id, c.severity, c.rule, c.place, c.sentence).order_by(c.load_id.desc(), c.id)
    if load_id is not None:
        query = query.where(c.load_id == load_id)
    if rule:
        query = query.where(c.rule == rule)
    if severity:
        query = query.where(c.severity == severity)
    return _part(connection, query, first, most, ProblemRow)


def _part(
    connection: Connection, query: Select[Any], first: int, most: int, kind: type[Row]
) -> tuple[int, list[Row]]:
    """How many rows a query has, and `most` of them from `first` on."""
    count = connection.execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one()
    rows = connection.execute(query.offset(first).limit(most))
    return count, [kind._make(row) for row in rows]
