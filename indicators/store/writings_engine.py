"""The one way in which the dashboard may write: versions added to `writings`, and nothing else.

SQLite asks a function of ours before each step of a statement; whatever it does not name is refused by the
database itself. On PostgreSQL every statement passes one check here; there, give the web's own user the
right to insert into this table alone.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, Insert, Select, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.sql.elements import ReleaseSavepointClause, RollbackToSavepointClause, SavepointClause

from indicators.store.engine import BUSY_MILLISECONDS, StoreError, reader
from indicators.store.schema import writings

_SAVEPOINTS = (SavepointClause, RollbackToSavepointClause, ReleaseSavepointClause)
# Steps that change nothing by themselves: they frame a statement or work out a value.
_HARMLESS = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_TRANSACTION,
    sqlite3.SQLITE_SAVEPOINT,
    sqlite3.SQLITE_RECURSIVE,
}


def writings_writer(url: str) -> Engine:
    """An engine that can read `writings` and add to it; it can touch no other table, and change no row.

    Raises StoreError when the store cannot be opened for reading either.
    """
    reader(url).dispose()
    engine = create_engine(url, pool_size=2, max_overflow=2)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _guard_sqlite)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    else:
        event.listen(engine, "before_cursor_execute", _guard_statement)
    return engine


def _guard_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    driver: Any = connection
    driver.isolation_level = None
    driver.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    driver.execute("PRAGMA synchronous=FULL")
    driver.set_authorizer(_allowed)


def _allowed(action: int, table: str | None, *_: str | None) -> int:
    """SQLite's question whether a step may be done."""
    on_writings = action in (sqlite3.SQLITE_READ, sqlite3.SQLITE_INSERT) and table == writings.name
    return sqlite3.SQLITE_OK if on_writings or action in _HARMLESS else sqlite3.SQLITE_DENY


def _guard_statement(
    _connection: Connection, _cursor: Any, _sql: str, _values: Any, context: Any, _many: bool
) -> None:
    """Let pass what was built to read `writings` or to add to it, and the marks to go back to."""
    built = context.compiled.statement if context and context.compiled else None
    reads = isinstance(built, Select) and list(built.get_final_froms()) == [writings]
    adds = isinstance(built, Insert) and built.table is writings
    if not (reads or adds or isinstance(built, _SAVEPOINTS)):
        raise StoreError("This connection may only read writings and add to them.")
