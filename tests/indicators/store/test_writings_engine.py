"""The engine the dashboard writes with: versions of writings go in, and nothing else anywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from indicators.store import schema, writings
from indicators.store.engine import StoreError
from indicators.store.writings_engine import writings_writer
from indicators.written.comment import Comment
from indicators.written.steps import Status
from tests.indicators.written.contents import make_comment

REFUSED = (DatabaseError, StoreError)
FORBIDDEN = [
    insert(schema.areas).values(code="X", name="X", kind="council"),
    update(schema.areas).values(name="X"),
    delete(schema.areas),
    select(schema.figure_versions),
    update(schema.writings).values(body="{}"),
    delete(schema.writings),
    text("CREATE TABLE x (y INTEGER)"),
    text("DROP TABLE writings"),
    text("DROP VIEW figures"),
    text("ALTER TABLE writings ADD COLUMN x INTEGER"),
    text("DELETE FROM alembic_version"),
    insert(schema.areas).from_select(["code", "name", "kind"], select(schema.writings.c["id", "id", "id"])),
]


@pytest.fixture
def writing(either: Engine, either_url: str) -> Iterator[Engine]:
    """The dashboard's writer over a store with one comment."""
    with either.begin() as connection:
        writings.write(connection, make_comment(), "Ann", Status.DRAFT, "c1")
    made = writings_writer(either_url)
    yield made
    made.dispose()


def test_it_adds_versions_and_reads_them(writing: Engine) -> None:
    with writing.begin() as connection:
        made = writings.write(connection, make_comment(), "Bob", Status.SUBMITTED, "c1", based_on=1)
    with writing.connect() as connection:
        assert writings.latest(connection, Comment, "c1") == made
        assert len(writings.history(connection, Comment, "c1")) == 2
        assert len(writings.of_indicator(connection, Comment, "CHN22", "A")) == 1


@pytest.mark.parametrize("statement", FORBIDDEN, ids=lambda statement: str(statement)[:30])
def test_it_can_do_nothing_else(writing: Engine, either: Engine, statement: object) -> None:
    with pytest.raises(REFUSED), writing.begin() as connection:
        connection.execute(statement)  # type: ignore[call-overload]
    with either.connect() as connection:
        assert [each.content for each in writings.every(connection, Comment)] == [make_comment()]


@pytest.mark.parametrize(
    "statement", ["DELETE FROM writings", "INSERT INTO areas VALUES ('X', 'X', 'council')"]
)
def test_it_refuses_what_passes_by_the_words_of_sqlalchemy(writing: Engine, statement: str) -> None:
    with pytest.raises(REFUSED), writing.begin() as connection:
        connection.exec_driver_sql(statement)


def test_sqlite_itself_refuses_what_passes_by_the_engine(engine: Engine, url: str) -> None:
    made = writings_writer(url)
    driver = made.raw_connection()
    for statement in ("DELETE FROM areas", "PRAGMA writable_schema=ON", "ATTACH ':memory:' AS other"):
        with pytest.raises(Exception, match="not authorized"):
            driver.cursor().execute(statement)
    driver.close()
    made.dispose()


def test_a_store_that_was_never_built_is_refused_in_the_words_of_the_reader(url: str) -> None:
    with pytest.raises(StoreError, match="Build it with: python -m etl build"):
        writings_writer(url)
