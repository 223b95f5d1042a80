"""Limits of archives: releases that are a zip of files, and workbooks, checked before any parser sees them.

Every part is unpacked here once, a piece at a time, so that neither a part that unpacks to more than it
says nor a sheet of a million rows ever stands in memory whole.
"""

from __future__ import annotations

import io
import re
import string
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from etl.problems import LoadRefused, refused

LARGEST_UNPACKED_BYTES = 500 * 1024 * 1024
LARGEST_RATIO = 200
MOST_MEMBERS = 10_000
WORKBOOK_PART = "xl/workbook.xml"
# The widest known sheet has 75,000 cells; readers keep every cell of the used rectangle in memory.
LARGEST_RECTANGLE = 2_500_000
_PIECE = 1 << 20
# Longer than the longest cell with a formula, so that none is cut between two pieces unseen.
_OVERLAP = 40_000
_CELL = re.compile(rb"""\sr=["']([A-Za-z]{1,3}\d{1,7})["']""")
_LETTERS, _DIGITS = string.ascii_letters.encode(), string.digits.encode()
_UNCALCULATED = re.compile(
    rb"<c\b([^>]*)>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
# What reading an archive can raise; a name in it may be no text at all.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    UnicodeDecodeError,
)  # fmt: skip
_LOCAL_HEADER = struct.Struct("<4s22xHH")


def check_archive(name: str, content: bytes) -> None:
    """Refuse an archive that cannot be read, unpacks beyond the limits, or is no .xlsx workbook.

    Raises LoadRefused.
    """
    with damage_told(name):
        members = members_of(name, content)
        _check_workbook(name, {member.filename for member in members})
        for member in members:
            _check_part(name, content, member)


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Turn what a damaged archive raises into one refusal."""
    try:
        yield
    except DAMAGE:
        raise refused("archive", name, f"{name} is damaged and cannot be unpacked; fetch it again.") from None


def members_of(name: str, content: bytes) -> list[zipfile.ZipInfo]:
    """The parts an archive says it has. Raises LoadRefused beyond the limits, and any of DAMAGE."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except OSError:
        raise zipfile.BadZipFile from None
    unpacked_bytes = sum(member.file_size for member in members)
    most_bytes = min(LARGEST_UNPACKED_BYTES, LARGEST_RATIO * len(content))
    if len(members) > MOST_MEMBERS or unpacked_bytes > most_bytes:
        raise bomb(name)
    names = {member.filename for member in members}
    outside = sorted(path for path in names if _is_outside(path))
    if outside:
        raise refused(
            "archive", name, f"{name} holds a part named '{outside[0]}', outside itself; it is not opened."
        )
    if len(names) < len(members) or _overlap(members):
        raise refused("archive", name, f"{name} holds parts that lie over each other; it is not opened.")
    return members


def _is_outside(path: str) -> bool:
    """True for a path from a root or a drive, through the folder above or to nothing, in either slashes."""
    plain = path.replace("\\", "/")
    parts = PurePosixPath(plain).parts
    return not parts or plain.startswith("/") or ":" in parts[0] or ".." in parts


def _check_workbook(name: str, names: set[str]) -> None:
    if "xl/workbook.bin" in names:
        raise refused("archive", name, f"{name} is a binary workbook (.xlsb); save it as plain .xlsx.")
    if WORKBOOK_PART not in names:
        raise refused("archive", name, f"{name} is a zip archive but no .xlsx workbook; save it as .xlsx.")


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    """True when a part begins before the one ahead of it has ended."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + 30 + len(member.orig_filename) + member.compress_size
    return False


def _check_part(name: str, content: bytes, member: zipfile.ZipInfo) -> None:
    """Unpack a part piece by piece; refuse one that defines entities, or whose cells reach too far."""
    widest = longest = 0
    for window in _windows(unpacked(name, content, member)):
        if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
            raise refused(
                "archive",
                name,
                f"{name} defines entities in {member.filename}, as no workbook does; it is not opened.",
            )
        if "/worksheets/" in member.filename:
            _check_formulas(name, window)
            places = b" ".join(_CELL.findall(window))
            widest = max(widest, *map(_column_number, set(places.translate(None, _DIGITS).split())), 0)
            longest = max(longest, *map(int, places.translate(None, _LETTERS).split()), 0)
    _check_rectangle(name, longest, widest)


def _check_rectangle(name: str, longest: int, widest: int) -> None:
    if widest * longest > LARGEST_RECTANGLE:
        raise refused(
            "archive",
            name,
            f"{name} has a sheet whose last used cell is in row {longest}, column {widest}; "
            "delete the empty rows and columns after the figures and save it again.",
        )


def _check_formulas(name: str, window: bytes) -> None:
    """Refuse a formula without the value it had: a blank in its place would pass for no figure.

    Excel keeps an empty text as the value of a formula of type `str`, which is one.
    """
    if b"<f" not in window:
        return
    for attributes in _UNCALCULATED.findall(window):
        if b't="str"' in attributes:
            continue
        found = _CELL.search(b" " + attributes)
        cell = found[1].decode() if found else "a cell"
        raise refused(
            "workbook",
            f"{name}!{cell}",
            f"{name}: {cell} holds a formula that was never calculated; "
            "open it in Excel, save it and load it again.",
        )


def _windows(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Each piece with the end of the one before it."""
    tail = b""
    for piece in pieces:
        window = tail + piece
        yield window
        tail = window[-_OVERLAP:]


def unpacked(name: str, content: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of a part in pieces, no more of it than the archive says there is.

    Raises BadZipFile when the part is not what the archive says.
    """
    mark, names, extra = _LOCAL_HEADER.unpack_from(content, member.header_offset)
    start = member.header_offset + 30 + names + extra
    packed = memoryview(content)[start : start + member.compress_size]
    if mark != b"PK\x03\x04" or member.flag_bits & 1 or member.compress_type not in (0, 8):
        raise zipfile.BadZipFile
    total = check = 0
    for piece in _inflated(packed) if member.compress_type else _cut(packed):
        total, check = total + len(piece), zlib.crc32(piece, check)
        if total > member.file_size:
            raise bomb(name)
        yield piece
    if total != member.file_size or check != member.CRC:
        raise zipfile.BadZipFile


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: bytes | memoryview = packed
    while rest and not inflate.eof:
        yield inflate.decompress(rest, _PIECE)
        rest = inflate.unconsumed_tail
    yield inflate.flush()


def _cut(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), _PIECE):
        yield bytes(packed[start : start + _PIECE])


def bomb(name: str) -> LoadRefused:
    """The refusal of an archive beyond the limits."""
    return refused(
        "archive", name, f"{name} unpacks to far more than a workbook of figures does; it is not opened."
    )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
