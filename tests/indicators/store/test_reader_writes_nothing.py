"""The engine the dashboard asks with refuses every write, on SQLite and on PostgreSQL."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, delete, insert, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.expression import Executable

from indicators.store import schema
from indicators.store.engine import reader

WRITES = {
    "insert": insert(schema.areas).values(code="x", name="x", kind="council"),
    "update": update(schema.areas).values(name="x"),
    "delete": delete(schema.loads),
    "create": text("CREATE TABLE x (y INTEGER)"),
    "drop": text("DROP TABLE writings"),
}


@pytest.mark.parametrize("name", WRITES)
def test_no_statement_that_writes_is_let_through(either: Engine, either_url: str, name: str) -> None:
    statement: Executable = WRITES[name]
    asking = reader(either_url)
    with asking.connect() as connection, pytest.raises(DBAPIError, match=r"(?i)read-?\s?only"):
        connection.execute(statement)
    with asking.connect() as connection:
        assert connection.execute(text("SELECT COUNT(*) FROM sources")).scalar_one() >= 0
    asking.dispose()
