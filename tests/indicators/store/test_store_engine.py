"""Engines: one that writes, and one that cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from indicators.store.engine import DEFAULT_URL, StoreError, database_url, reader, upgrade, writer
from indicators.store.store import open_store
from tests.builders import make_catalogue

WRITES = [
    "INSERT INTO areas VALUES ('X', 'X', 'council')",
    "UPDATE areas SET name = 'X'",
    "DELETE FROM areas",
    "CREATE TABLE x (y INTEGER)",
    "DROP VIEW figures",
]


@pytest.mark.parametrize("statement", WRITES)
def test_the_reader_cannot_write(engine: Engine, url: str, statement: str) -> None:
    reading = reader(url)
    with reading.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text(statement))
    reading.dispose()


def test_the_reader_reads_what_the_writer_wrote(engine: Engine, url: str) -> None:
    reading = reader(url)
    with reading.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM areas")).scalar_one() == 3
    reading.dispose()


def test_an_absent_database_gives_the_sentence_and_is_not_created(tmp_path: Path) -> None:
    file = tmp_path / "none.db"
    with pytest.raises(StoreError) as caught:
        reader(f"sqlite:///{file}")
    assert str(caught.value) == f"There is no database at {file}. Build it with: python -m etl build"
    assert not file.exists()


def test_a_database_never_built_gives_the_sentence(tmp_path: Path) -> None:
    file = tmp_path / "empty.db"
    file.touch()
    with pytest.raises(StoreError) as caught:
        reader(f"sqlite:///{file}")
    assert str(caught.value) == (
        f"The database at {file} holds no figures. Build it with: python -m etl build"
    )


def test_a_file_that_is_no_database_gives_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "text.db"
    file.write_bytes(b"this is no database at all, whatever its name says" * 100)
    with pytest.raises(StoreError, match="is not a database"):
        reader(f"sqlite:///{file}")


def test_the_writer_makes_the_folder_and_can_undo_a_table(tmp_path: Path) -> None:
    made = writer(f"sqlite:///{tmp_path / 'new' / 'store.db'}")
    with pytest.raises(ZeroDivisionError), made.begin() as connection:
        connection.execute(text("CREATE TABLE x (y INTEGER)"))
        raise ZeroDivisionError
    with made.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one() == 0
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    made.dispose()


def test_a_database_in_memory_can_be_written() -> None:
    made = writer("sqlite://")
    upgrade(made)
    with made.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM figures")).scalar_one() == 0
    made.dispose()


def test_the_address_is_the_environments_or_the_bundled_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert database_url() == DEFAULT_URL
    monkeypatch.setenv("DATABASE_URL", "")
    assert database_url() == DEFAULT_URL
    monkeypatch.setenv("DATABASE_URL", "postgresql://council/figures")
    assert database_url() == "postgresql://council/figures"


def test_an_open_store_holds_the_catalogue_and_connects(engine: Engine, url: str) -> None:
    catalogue = make_catalogue()
    store = open_store(url, catalogue)
    assert store.catalogue is catalogue
    with store.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM figures")).scalar_one() == 0
    store.engine.dispose()


def test_readers_go_on_while_a_load_writes(engine: Engine, url: str) -> None:
    reading = create_engine(url)
    with engine.begin() as connection, reading.connect() as other:
        connection.execute(text("DELETE FROM areas"))
        assert other.execute(text("SELECT count(*) FROM areas")).scalar_one() == 3
        connection.rollback()
    reading.dispose()
