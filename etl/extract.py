"""The first look at a file: that it is safe to open, what it really is, and its fingerprint.

A file is read once, whole; everything after works on those bytes, so a file that changes while it is
loaded cannot be half of one release and half of another.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from etl.problems import refused
from etl.workbook_limits import check_workbook

LARGEST_FILE_BYTES = 50 * 1024 * 1024
ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class FileKind(StrEnum):
    """What a file holds, whatever its name says."""

    WORKBOOK = "workbook"
    TEXT = "text"


SUFFIXES = {FileKind.WORKBOOK: (".xlsx", ".xlsm"), FileKind.TEXT: (".csv", ".txt")}


@dataclass(frozen=True, slots=True)
class Extracted:
    """A file that passed its checks: name without folder, SHA-256, kind, and its bytes.

    `folder` is where it lies, for a release that says in one file what another one of it means. `release` is
    the name of the zip it was taken out of, and `name` then begins with it: `LGBF_Nov24.zip!Data/Real.csv`.
    """

    name: str
    sha256: str
    kind: FileKind
    content: bytes = field(repr=False)
    folder: Path | None = field(default=None, repr=False, compare=False)
    release: str = ""

    @property
    def own_name(self) -> str:
        """The name of the file itself, without the release and the folders it came in."""
        return Path(self.name.removeprefix(f"{self.release}!")).name if self.release else self.name

    @property
    def stem(self) -> str:
        """The name of the file itself without its ending."""
        return Path(self.own_name).stem


def extract(path: Path, name: str = "", release: str = "") -> Extracted:
    """Check a file and read it; `name` is what it is called where that is not the end of its path.

    Raises LoadRefused when it does not exist, is not a regular file, is empty or over 50 MB, breaks a
    limit of archives, or is not what its ending says.
    """
    name = name or path.name
    content = read_whole(path, name)
    kind = _kind(path, name, content)
    return Extracted(name, hashlib.sha256(content).hexdigest(), kind, content, path.parent, release)


def read_whole(path: Path, name: str) -> bytes:
    """The bytes of a regular file of 50 MB at most. Raises LoadRefused."""
    try:
        found = path.lstat()
    except OSError:
        raise refused("file", name, f"{name}: there is no such file at {path}; check the path.") from None
    if not stat.S_ISREG(found.st_mode):
        raise refused("file", name, f"{name} is a link or a folder, not a file; give the file itself.")
    if found.st_size == 0:
        raise refused("file", name, f"{name} is empty; fetch it again from its publisher.")
    if found.st_size > LARGEST_FILE_BYTES:
        raise refused("file", name, f"{name} is larger than 50 MB, which no known source is; check it.")
    return _read_once(path, name, found)


def _read_once(path: Path, name: str, found: os.stat_result) -> bytes:
    """The bytes of a file that stayed the same from the first look at it to the end of reading it."""
    try:
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            content = file.read(LARGEST_FILE_BYTES + 1)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise refused("file", name, f"{name} cannot be read: {error.strerror}.") from None
    if len({_state(state) for state in (found, before, after)}) > 1 or len(content) != after.st_size:
        raise refused("file", name, f"{name} changed while it was read; load it again when it is complete.")
    return content


def _state(state: os.stat_result) -> tuple[int, ...]:
    """What differs when a file was replaced or written to."""
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns


def text_of(extracted: Extracted) -> str:
    """The text of a CSV file, in UTF-8 with or without its mark.

    Raises LoadRefused for any other encoding, with the line it was noticed on.
    """
    name = extracted.name
    try:
        text = extracted.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = extracted.content.count(b"\n", 0, error.start) + 1
        raise refused(
            "encoding",
            f"{name}, line {line}",
            f"{name}, line {line}: the text is not UTF-8; save the file as 'CSV UTF-8' and load it again.",
        ) from None
    if "\0" in text:
        raise refused("encoding", name, f"{name} holds NUL characters; save it again as 'CSV UTF-8'.")
    return text


def _kind(path: Path, name: str, content: bytes) -> FileKind:
    suffix = path.suffix.lower()
    if content.startswith(_OLD_EXCEL):
        raise refused(
            "file",
            name,
            f"{name} is an old Excel file or is protected by a password; save it as plain .xlsx.",
        )
    kind = FileKind.WORKBOOK if content.startswith(ZIP) else FileKind.TEXT
    if suffix == ".xlsb" and kind is FileKind.WORKBOOK:
        raise refused("file", name, f"{name} is a binary workbook (.xlsb); save it as plain .xlsx.")
    if suffix and suffix not in SUFFIXES[kind]:
        held = described(content)
        raise refused(
            "file",
            name,
            f"{name} is named {suffix} but holds {held}; rename it to what it is or fetch it again.",
        )
    if kind is FileKind.WORKBOOK:
        check_workbook(name, content)
    return kind


def described(content: bytes) -> str:
    """What content looks like, in words."""
    if content.startswith(ZIP):
        return "a zip archive"
    start = content[:200].lstrip().lower()
    if start.startswith(b"%pdf"):
        return "a PDF document"
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "a web page"
    return "plain text, as a CSV file does" if b"\0" not in content[:1000] else "no workbook"
