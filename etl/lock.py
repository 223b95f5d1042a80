"""One load at a time: a lock file beside a SQLite database that says who holds it and since when.

The operating system holds the lock and lets go of it when the process ends, however it ends. A file
that a killed load has left behind is therefore taken over by the next one without asking.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

# Windows locks bytes, and a locked byte cannot be read: lock one far behind the text.
_LOCKED_BYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock: the number of the process (0 if unreadable), and when it began."""

    pid: int
    since: str


class AnotherLoadError(RuntimeError):
    """Another load is running; `holder` says which."""

    def __init__(self, holder: Holder) -> None:
        self.holder = holder
        who = f"process {holder.pid}, since {holder.since}" if holder.pid else "a process that just began"
        super().__init__(f"another load is running ({who}); try again when it is done")


def lock_file(url: str) -> Path | None:
    """Where the lock of a store is; None for PostgreSQL, which locks its own table, and in memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return Path(f"{parsed.database}.lock")


@contextmanager
def only_load(url: str) -> Iterator[None]:
    """Hold the lock of the store at `url` meanwhile.

    Raises AnotherLoadError when somebody else has it, and OSError when its folder cannot be written.
    """
    path = lock_file(url)
    if path is None:
        yield
        return
    with holding(path):
        yield


@contextmanager
def holding(path: Path) -> Iterator[None]:
    """Hold the lock that a file is meanwhile; raises as `only_load` does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = _take(path)
    try:
        yield
    finally:
        # Removed while it is still held, so that nobody can hold a file that is about to go.
        with suppress(OSError):
            path.unlink()
        os.close(handle)
        if sys.platform == "win32":
            with suppress(OSError):
                path.unlink()


def _take(path: Path) -> int:
    """The open, locked file with our name in it."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not _locked(handle):
                raise AnotherLoadError(_holder(path))
            if _is_still(path, handle):
                _sign(handle)
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    """False when the last holder removed the file between our opening and locking it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    text = json.dumps({"pid": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")})
    os.ftruncate(handle, 0)
    os.write(handle, text.encode())


def _holder(path: Path) -> Holder:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Holder(int(found["pid"]), str(found["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder(0, "")


def _locked(handle: int) -> bool:
    """Lock an open file, without waiting; False when somebody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
