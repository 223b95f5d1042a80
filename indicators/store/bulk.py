"""Many rows at once, by the fastest way the database has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert


def bulk_insert(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert through the driver's own way for many rows, past the work a statement does for each."""
    if not rows:
        return
    names = [column.name for column in table.columns]
    if connection.dialect.driver == "psycopg":
        _copy(connection, table.name, names, rows)
        return
    statement = insert(table).compile(dialect=connection.dialect, column_keys=names)
    connection.exec_driver_sql(str(statement), list(rows))


def _copy(
    connection: Connection, table: str, names: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """PostgreSQL's COPY, within the same transaction."""
    driver: Any = connection.connection.driver_connection
    columns = ", ".join(f'"{name}"' for name in names)
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
