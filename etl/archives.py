"""Limits of zip archives, releases and workbooks alike: what they say they hold, and what really unpacks.

A part is unpacked a piece at a time, so that none that unpacks to more than it says ever stands in memory
whole.
"""

from __future__ import annotations

import io
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
_PIECE = 1 << 20
# What reading an archive can raise; a name in it may be no text at all.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    UnicodeDecodeError,
)  # fmt: skip
_LOCAL_HEADER = struct.Struct("<4s22xHH")


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


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    """True when a part begins before the one ahead of it has ended."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + 30 + len(member.orig_filename) + member.compress_size
    return False


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
