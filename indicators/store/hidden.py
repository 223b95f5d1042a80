"""The cells that stay hidden, and every version of the figures they are worked out from."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from indicators.hiding import Cell, Reason
from indicators.store.bulk import bulk_insert
from indicators.store.schema import editions, figure_versions, hidden_cells
from indicators.sums import Version


def every_version(connection: Connection, codes: Collection[str]) -> list[Version]:
    """Every version of the figures of some indicators, small counts in them; never to be shown."""
    v, e = figure_versions.c, editions.c
    query = (
        select(
            v.indicator_code, v.area_code, v.period, v.basis, v.period_kind, v.value, v.numerator,
            v.denominator, v.status, e.published_on, v.load_id,
        )
        .join(editions, e.id == v.edition_id)
        .where(v.indicator_code.in_(sorted(codes)))
    )  # fmt: skip
    return [Version._make(row) for row in connection.execute(query)]


def hidden_of(connection: Connection, codes: Collection[str]) -> dict[Cell, Reason]:
    """The hidden cells of some indicators, as the store has them."""
    c = hidden_cells.c
    query = select(c.indicator_code, c.area_code, c.period, c.basis, c.reason)
    rows = connection.execute(query.where(c.indicator_code.in_(sorted(codes))))
    return {(row[0], row[1], row[2], row[3]): Reason(row[4]) for row in rows}


def replace_hidden(connection: Connection, codes: Collection[str], cells: Mapping[Cell, Reason]) -> None:
    """Replace the hidden cells of some indicators."""
    connection.execute(hidden_cells.delete().where(hidden_cells.c.indicator_code.in_(sorted(codes))))
    bulk_insert(connection, hidden_cells, [(*cell, reason.value) for cell, reason in sorted(cells.items())])
