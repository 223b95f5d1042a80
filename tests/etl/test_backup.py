"""Backups that are whole and one release, and a way back that refuses everything else."""

from __future__ import annotations

import json
import random
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from etl import cli
from etl.backup import BackupError, backup, restore
from etl.pipeline import load_file
from indicators.catalogue import Catalogue
from indicators.store import engine as store
from tests.etl.conftest import dump, everything
from tests.etl.published_files import tidy_row, write_tidy


@pytest.fixture
def filled(tmp_path: Path, engine: Engine, catalogue: Catalogue) -> Engine:
    """A store with one figure, 7.8."""
    load_file(write_tidy(tmp_path / "lgbf.csv", [tidy_row()]), engine, catalogue)
    return engine


@pytest.fixture
def kept(tmp_path: Path, filled: Engine) -> Path:
    """A backup of it."""
    backup(str(filled.url), tmp_path / "kept.db", keep=0)
    return tmp_path / "kept.db"


def load_newer(folder: Path, engine: Engine, catalogue: Catalogue) -> None:
    row = tidy_row(value=9.9, edition="LGBF, 2025", published_on="2025")
    load_file(write_tidy(folder / "newer.csv", [row]), engine, catalogue)


def run(url: str, *words: object) -> Result:
    return CliRunner().invoke(cli.app, [*map(str, words), "--database", url])


def rows_of(path: Path) -> list[tuple[object, ...]]:
    made = store.writer(f"sqlite:///{path}")
    found = dump(made)
    made.dispose()
    return found


def test_a_backup_into_a_folder_that_is_not_there_is_refused_in_plain_words(
    tmp_path: Path, filled: Engine
) -> None:
    result = run(str(filled.url), "backup", tmp_path / "nowhere" / "kept.db")
    assert result.exit_code == 1
    assert result.stderr == (
        f"Nothing was changed: there is no folder {tmp_path / 'nowhere'}; create it or give another one.\n"
    )


def test_a_backup_holds_the_store_and_only_its_owner_may_read_it(kept: Path, filled: Engine) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert rows_of(kept) == dump(filled)
    assert sorted(path.name for path in kept.parent.glob("*kept*")) == ["kept.db"]


def test_a_backup_during_a_load_is_the_old_release(
    tmp_path: Path, filled: Engine, catalogue: Catalogue
) -> None:
    before = dump(filled)
    file = write_tidy(tmp_path / "newer.csv", [tidy_row(value=9, edition="LGBF, 2025", published_on="2025")])
    load_file(
        file,
        filled,
        catalogue,
        progress=lambda _: str(backup(str(filled.url), tmp_path / "kept.db", 9)) and None,
    )
    assert [rows_of(tmp_path / name) for name in ("kept.db", "kept.db.1", "kept.db.4")] == [before] * 3
    assert dump(filled) != before


def test_earlier_backups_are_numbered_and_as_many_stay_as_told(tmp_path: Path, filled: Engine) -> None:
    for number in range(5):
        with filled.begin() as connection:
            connection.exec_driver_sql(f"UPDATE figure_versions SET value = {number}")
        backup(str(filled.url), tmp_path / "kept.db", keep=2)
    assert sorted(path.name for path in tmp_path.glob("kept*")) == ["kept.db", "kept.db.1", "kept.db.2"]
    values = [rows_of(tmp_path / name)[0][7] for name in ("kept.db", "kept.db.1", "kept.db.2")]
    assert values == [4.0, 3.0, 2.0]


def test_a_restored_store_is_what_the_backup_was_and_readers_go_on(
    tmp_path: Path, kept: Path, filled: Engine, catalogue: Catalogue
) -> None:
    before = everything(filled)
    load_newer(tmp_path, filled, catalogue)
    reading = store.reader(str(filled.url))
    with reading.connect() as connection:
        assert connection.exec_driver_sql("SELECT value FROM figures").all() == [(9.9,)]
    restore(str(filled.url), kept)
    with reading.connect() as connection:
        assert connection.exec_driver_sql("SELECT value FROM figures").all() == [(7.8,)]
    reading.dispose()
    assert everything(filled) == before
    assert run(str(filled.url), "backup", tmp_path / "again.db").exit_code == 0


@pytest.mark.parametrize("state", ["gone", "destroyed"])
def test_a_store_that_is_gone_or_destroyed_is_replaced(state: str, kept: Path, filled: Engine) -> None:
    before, path = everything(filled), Path(str(filled.url.database))
    filled.dispose()
    path.unlink() if state == "gone" else path.write_bytes(b"no database" * 1000)
    restore(str(filled.url), kept)
    assert everything(filled) == before


@pytest.mark.parametrize("number", range(20))
def test_a_backup_with_one_changed_byte_is_refused(
    number: int, tmp_path: Path, kept: Path, filled: Engine, catalogue: Catalogue
) -> None:
    load_newer(tmp_path, filled, catalogue)
    content, before = bytearray(kept.read_bytes()), everything(filled)
    content[random.Random(number).randrange(len(content))] ^= 1 << number % 8
    kept.write_bytes(content)
    with pytest.raises(BackupError, match="is damaged or no backup"):
        restore(str(filled.url), kept)
    assert everything(filled) == before


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0 and no more"])
def test_what_is_no_backup_is_refused(content: bytes, tmp_path: Path, filled: Engine) -> None:
    (tmp_path / "odd.db").write_bytes(content)
    before = everything(filled)
    result = run(str(filled.url), "restore", tmp_path / "odd.db")
    assert result.exit_code == 1
    assert result.stderr.startswith("Nothing was changed: ")
    assert "odd.db is damaged or no backup" in result.stderr
    assert everything(filled) == before


def test_a_truncated_backup_is_refused(kept: Path, filled: Engine) -> None:
    kept.write_bytes(kept.read_bytes()[:-4096])
    with pytest.raises(BackupError, match="is damaged"):
        restore(str(filled.url), kept)


def change(path: Path, statement: str) -> None:
    """Change a backup as SQLite itself would, without its seal."""
    content = bytearray(path.read_bytes())
    content[60:64] = content[68:72] = bytes(4)
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "made by a newer release of this product"),
        ("DELETE FROM alembic_version", "damaged or no backup of this product"),
        ("DROP TABLE alembic_version", "damaged or no backup of this product"),
        ("DELETE FROM loads", "a row of figure_versions leads nowhere"),
    ],
)
def test_another_programs_or_a_newer_releases_file_is_refused(
    statement: str, expected: str, kept: Path, filled: Engine
) -> None:
    change(kept, statement)
    before = everything(filled)
    with pytest.raises(BackupError, match=expected):
        restore(str(filled.url), kept)
    assert everything(filled) == before


def test_the_commands_say_what_they_did_in_words_and_as_json(tmp_path: Path, filled: Engine) -> None:
    url, path = str(filled.url), tmp_path / "kept.db"
    made = json.loads(run(url, "backup", path, "--json").stdout)
    assert (made["status"], made["bytes"]) == ("kept", path.stat().st_size)
    assert len(made["sha256"]) == 64
    assert run(url, "restore", path).stdout.startswith(f"Restored {path}.")
    assert json.loads(run(url, "restore", path, "--json").stdout)["status"] == "restored"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:////nonexistent/store.db", "there is no database at"),
        ("sqlite://", "a store in memory has no file"),
        ("postgresql+psycopg://user@host/name", "use pg_dump and pg_restore for PostgreSQL"),
    ],
)
def test_what_cannot_be_backed_up_is_said(url: str, expected: str, tmp_path: Path) -> None:
    result = run(url, "backup", tmp_path / "kept.db")
    assert result.exit_code == 1
    assert expected in result.stderr


def test_a_damaged_store_is_not_backed_up_over_a_good_one(kept: Path, filled: Engine) -> None:
    path, good = Path(str(filled.url.database)), kept.read_bytes()
    filled.dispose()
    path.write_bytes(b"no database" * 1000)
    assert run(str(filled.url), "backup", kept).exit_code == 1
    assert kept.read_bytes() == good
