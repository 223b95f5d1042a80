"""Limits of workbooks, which are zip archives: checked before any parser sees them."""

from __future__ import annotations

import io
import re
import zipfile
from zlib import error as InflateError  # noqa: N812 - the library's name is lower case

from etl.problems import LoadRefused, refused

LARGEST_UNPACKED_BYTES = 500 * 1024 * 1024
LARGEST_RATIO = 200
MOST_MEMBERS = 10_000
# The widest known sheet has 75,000 cells; readers keep every cell of the used rectangle in memory.
LARGEST_RECTANGLE = 5_000_000
_CELL = re.compile(rb"""\sr=["']([A-Za-z]{1,3})(\d{1,7})["']""")


def check_archive(name: str, content: bytes) -> None:
    """Refuse an archive that cannot be read, unpacks beyond the limits, or is no .xlsx workbook.

    Raises LoadRefused.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_members(name, archive)
            for member in archive.namelist():
                _check_rectangle(name, archive.read(member))
    except (zipfile.BadZipFile, InflateError, EOFError, NotImplementedError, RuntimeError, OSError):
        raise _unreadable(name) from None


def _unreadable(name: str) -> LoadRefused:
    return refused("archive", name, f"{name} is damaged and cannot be unpacked; fetch it again.")


def _check_members(name: str, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED_BYTES or unpacked > LARGEST_RATIO * packed:
        raise refused(
            "archive", name, f"{name} unpacks to far more than a workbook of figures does; it is not opened."
        )
    if "xl/workbook.xml" not in archive.namelist():
        raise refused("archive", name, f"{name} is a zip archive but no .xlsx workbook; save it as .xlsx.")


def _check_rectangle(name: str, member: bytes) -> None:
    places = set(_CELL.findall(member)) if b"sheetData" in member else set()
    widest = max((_column_number(letters) for letters, _ in places), default=0)
    longest = max((int(row) for _, row in places), default=0)
    if widest * longest > LARGEST_RECTANGLE:
        raise refused(
            "archive",
            name,
            f"{name} has a sheet whose last used cell is in row {longest}, column {widest}; "
            "delete the empty rows and columns after the figures and save it again.",
        )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
