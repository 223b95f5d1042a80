"""The words figures are filed under, kept in step with the catalogue: sources, indicators, areas, periods."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from indicators.catalogue import Catalogue
from indicators.periods import Period
from indicators.store import schema


def sync_catalogue(connection: Connection, catalogue: Catalogue) -> None:
    """Bring sources, indicators and areas to what the catalogue says; nothing is removed."""
    _sync(connection, schema.sources, catalogue.sources.values())
    _sync(connection, schema.indicators, catalogue.indicators.values())
    _sync(connection, schema.areas, catalogue.areas.by_code.values())


def keep_periods(connection: Connection, periods: Iterable[Period]) -> None:
    """Add the periods the store does not know yet."""
    table = schema.periods
    known = {(row.label, row.kind) for row in connection.execute(select(table.c.label, table.c.kind))}
    wanted = {(period.label, period.kind.value): period for period in periods}
    rows = [
        {
            "label": label,
            "kind": kind,
            "start_date": period.start.isoformat(),
            "end_date": period.end.isoformat(),
        }
        for (label, kind), period in wanted.items()
        if (label, kind) not in known
    ]
    if rows:
        connection.execute(insert(table), rows)


def _sync(connection: Connection, table: Table, items: Iterable[object]) -> None:
    """Insert the rows whose code is unknown and update those that differ."""
    names = [column.name for column in table.columns]
    kept = {row.code: tuple(row) for row in connection.execute(select(table))}
    wanted = [{name: _plain(getattr(item, name)) for name in names} for item in items]
    missing = [row for row in wanted if row["code"] not in kept]
    changed = [row for row in wanted if row["code"] in kept and tuple(row.values()) != kept[row["code"]]]
    if missing:
        connection.execute(insert(table), missing)
    if changed:
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names if name != "code"}
        statement = update(table).where(table.c.code == bindparam("new_code")).values(values)
        connection.execute(statement, [{f"new_{name}": row[name] for name in names} for row in changed])


def _plain(value: Any) -> Any:
    """Enumerations as their text, everything else as it is."""
    return value.value if hasattr(value, "value") else value
