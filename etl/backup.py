"""A copy of a SQLite store that can be trusted, and the way back from it.

A backup is made by SQLite's own online backup, so that it holds exactly one release even while a load
is running; copying the file of a store in use does not. It is sealed, so that damage is noticed before
anything is restored.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import make_url

from etl.seal import is_whole, open_seal, seal
from indicators.store import engine as store
from indicators.store.schema import SCHEMA_VERSION


class BackupError(RuntimeError):
    """A backup cannot be made or used; the sentence says why, and nothing was changed."""


def backup(url: str, target: Path, keep: int) -> str:
    """Write a backup of the store to `target`; returns its SHA-256.

    The one that was there becomes `<target>.1`, that one `.2`, and so on; `keep` of them stay. Raises
    BackupError when there is no store or it is not sound, OSError when the disk is.
    """
    source = _database(url)
    if not source.is_file():
        raise BackupError(f"there is no database at {source}")
    if not target.parent.is_dir():
        raise BackupError(f"there is no folder {target.parent}; create it or give another one")
    with beside(target) as copy:
        try:
            _copy(source, copy)
            fault = _fault(copy)
        except sqlite3.DatabaseError as error:
            raise BackupError(f"the database at {source} cannot be copied: {error}") from None
        if fault:
            raise BackupError(f"the database at {source} is damaged ({fault}); restore an earlier backup")
        seal(copy)
        _rotate(target, keep)
        copy.replace(target)
    sync_folder(target.parent)
    return hashlib.sha256(target.read_bytes()).hexdigest()


def restore(url: str, file: Path) -> str:
    """Put a backup in the place of the store, in one step; returns the schema version it came with.

    The caller holds the lock of the store. Raises BackupError when the file is not whole, no store, or
    of a newer release; then the store is as it was.
    """
    target = _database(url)
    if not file.is_file() or file.is_symlink():
        raise BackupError(f"there is no backup at {file}")
    target.parent.mkdir(parents=True, exist_ok=True)
    with beside(target) as copy:
        shutil.copyfile(file, copy)
        version = _checked_version(copy, file)
        open_seal(copy)
        _bring_up_to_date(copy)
        _put_in_place(copy, target)
    return version


def _database(url: str) -> Path:
    if url.startswith("postgresql"):
        raise BackupError("backup and restore are for SQLite; use pg_dump and pg_restore for PostgreSQL")
    store.check_url(url)
    parsed = make_url(url)
    if not parsed.database or parsed.database == ":memory:":
        raise BackupError("a store in memory has no file")
    return Path(parsed.database)


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """The path of an empty file in the same folder, for the owner only, gone afterwards."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(FileNotFoundError):
                Path(f"{name}{ending}").unlink()


def _copy(source: Path, target: Path) -> None:
    """SQLite's online backup of one file over another, all pages in one step."""
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.execute(f"PRAGMA busy_timeout={store.BUSY_MILLISECONDS}")
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")


def _fault(path: Path) -> str:
    """What the first check finds wrong with a database; empty when it is sound."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            return found
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        return f"a row of {broken[0]} leads nowhere" if broken else ""


def _checked_version(copy: Path, file: Path) -> str:
    """The schema version of a backup that is whole, ours and not newer than we are."""
    if not is_whole(copy):
        raise BackupError(f"{file} is damaged or no backup; use another one")
    try:
        fault = _fault(copy)
        with closing(sqlite3.connect(copy)) as connection:
            version: str = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    except (sqlite3.DatabaseError, TypeError):
        raise BackupError(f"{file} is damaged or no backup of this product; use another one") from None
    if fault:
        raise BackupError(f"{file} is damaged ({fault}); use another one")
    if version > SCHEMA_VERSION:
        raise BackupError(f"{file} was made by a newer release of this product; use that release")
    return version


def _bring_up_to_date(copy: Path) -> None:
    engine = store.writer(f"sqlite:///{copy}")
    try:
        store.upgrade(engine)
    finally:
        engine.dispose()


def _put_in_place(copy: Path, target: Path) -> None:
    """Over a store in use by a backup the other way, which its readers see as one change; else by name."""
    try:
        sound = target.is_file() and not _fault(target)
    except sqlite3.DatabaseError:
        sound = False
    if sound:
        with (
            closing(sqlite3.connect(copy)) as new,
            closing(sqlite3.connect(target)) as old,
        ):
            old.execute(f"PRAGMA busy_timeout={store.BUSY_MILLISECONDS}")
            new.backup(old)
        return
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{target}{ending}").unlink()
    _settle(copy)
    copy.replace(target)
    sync_folder(target.parent)


def _settle(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    with copy.open("rb") as file:
        os.fsync(file.fileno())


def _rotate(target: Path, keep: int) -> None:
    """Number the backups that are there: a link first, so that `target` is never missing."""
    for number in range(keep - 1, 0, -1):
        earlier = Path(f"{target}.{number}")
        if earlier.exists():
            earlier.replace(f"{target}.{number + 1}")
    if keep and target.exists():
        numbered = Path(f"{target}.1")
        numbered.unlink(missing_ok=True)
        os.link(target, numbered)


def sync_folder(folder: Path) -> None:
    """Make a rename last; Windows has no such thing for folders."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
