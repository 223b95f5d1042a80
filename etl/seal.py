"""A seal on a SQLite file: one changed bit anywhere is noticed, which SQLite's own checks do not promise.

Eight bytes of the header, which SQLite leaves to applications, hold the start of the SHA-256 of all others.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

# user_version and application_id, four bytes each, in the header of a SQLite file.
_SEAL = (60, 68)
_MAGIC = b"SQLite format 3\0"


def _seal_of(path: Path) -> bytes:
    """Eight bytes that follow from all other bytes of a file."""
    content = bytearray(path.read_bytes())
    for start in _SEAL:
        content[start : start + 4] = bytes(4)
    return hashlib.sha256(content).digest()[:8]


def _write(path: Path, eight: bytes) -> None:
    with path.open("r+b") as file:
        for place, start in enumerate(_SEAL):
            file.seek(start)
            file.write(eight[place * 4 : place * 4 + 4])
        file.flush()
        os.fsync(file.fileno())


def seal(path: Path) -> None:
    """Write into the header of a SQLite file what follows from all its other bytes."""
    _write(path, _seal_of(path))


def open_seal(path: Path) -> None:
    """Take the seal off: a store in use changes and must not carry it."""
    _write(path, bytes(8))


def is_whole(path: Path) -> bool:
    """True for a sealed file nobody has touched, and for a SQLite file that was never sealed."""
    content = path.read_bytes()
    if not content.startswith(_MAGIC):
        return False
    found = b"".join(content[start : start + 4] for start in _SEAL)
    return found in (bytes(8), _seal_of(path))
