"""What the store holds and where it came from: every source, edition and load with its rows."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Integer, cast, func, select

from indicators.store.schema import editions, figure_versions, loads, sources


class CoverageRow(NamedTuple):
    """One edition as one load brought it, with the counts of that load.

    `kept` figures of the edition came with the load and `current` of them are the ones shown now. The counts
    from `read` on are of the whole load: a file may hold several editions.
    """

    source: str
    edition: str
    published_on: str
    load: int
    file_name: str
    loaded_at: str
    kept: int
    current: int
    first_period: str
    last_period: str
    read: int
    new: int
    unchanged: int
    revised: int
    rebased: int
    history: int
    rejected: int


def coverage(connection: Connection) -> list[CoverageRow]:
    """Every edition of every source by the load that brought it, the newest edition of each source first."""
    v, e, run = figure_versions.c, editions.c, loads.c
    held = (
        select(
            v.edition_id,
            v.load_id,
            func.count().label("kept"),
            func.sum(cast(v.is_current, Integer)).label("current"),
            func.min(v.period).label("first_period"),
            func.max(v.period).label("last_period"),
        )
        .group_by(v.edition_id, v.load_id)
        .subquery()
    )
    query = (
        select(
            sources.c.title, e.label, e.published_on, run.id, run.file_name, run.loaded_at,
            held.c.kept, held.c.current, held.c.first_period, held.c.last_period, run.rows_read, run.rows_new,
            run.rows_unchanged, run.rows_revised, run.rows_rebased, run.rows_history, run.rows_rejected,
        )
        .select_from(held)
        .join(editions, e.id == held.c.edition_id)
        .join(loads, run.id == held.c.load_id)
        .join(sources, sources.c.code == e.source_code)
        .order_by(sources.c.title, e.published_on.desc(), run.id)
    )  # fmt: skip
    return [CoverageRow._make(row) for row in connection.execute(query)]
