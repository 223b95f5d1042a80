"""Files nobody should ever load: damaged, disguised, hostile, or merely odd. Builders return the path."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import xlsxwriter

from tests.etl.published_files import TIDY_HEADER, tidy_row, write_tidy, write_workbook

NAME = "lgbf_2022-01.xlsx"
ROWS: list[list[object]] = [["Local Authority", "CHN22 2019-20"], ["Dundee City", 1.5], ["Scotland", 2.5]]
SHEET = "xl/worksheets/sheet2.xml"


def workbook(folder: Path, rows: Sequence[Sequence[object]] = ROWS, name: str = NAME) -> Path:
    """A small workbook that would load."""
    return write_workbook(folder / name, rows)


def text(folder: Path, content: bytes | str, name: str = "lgbf.csv") -> Path:
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def tidy(folder: Path, **figure: object) -> Path:
    """A tidy file with one figure, changed as told."""
    return write_tidy(folder / "lgbf.csv", [tidy_row(**figure)])  # type: ignore[arg-type]


def members(path: Path) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """A workbook of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def changed(folder: Path, part: str, change: Callable[[bytes], bytes], name: str = NAME) -> Path:
    """A small workbook with one part changed."""
    parts = members(workbook(folder))
    return packed(folder / name, {**parts, part: change(parts.get(part, b""))})


def entities(root: bytes) -> bytes:
    """The start of an XML document whose entity e9 is two billion letters."""
    lines = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    return b'<?xml version="1.0"?><!DOCTYPE ' + root + f' [<!ENTITY e0 "ha">{lines}]>'.encode()


def laughs_in_strings(folder: Path) -> Path:
    """Billion laughs in the place of the name of a council."""

    def laugh(content: bytes) -> bytes:
        return entities(b"sst") + content.partition(b"?>")[2].replace(b"Dundee City", b"&e9;")

    return changed(folder, "xl/sharedStrings.xml", laugh)


def laughs_in_types(folder: Path) -> Path:
    """Billion laughs in the list of content types."""

    def laugh(content: bytes) -> bytes:
        return entities(b"Types") + content.partition(b"?>")[2].replace(
            b"<Default ", b"<!-- &e9; --><Default "
        )

    return changed(folder, "[Content_Types].xml", laugh)


def quadratic(folder: Path) -> Path:
    """One long entity, many times over."""
    entity = b'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "' + b"a" * 50_000 + b'">]>'
    return changed(
        folder,
        "xl/sharedStrings.xml",
        lambda content: entity + content.partition(b"?>")[2].replace(b"Dundee City", b"&a;" * 50_000),
    )


def zeros(folder: Path) -> Path:
    """A sheet of one thousand million zeros, one megabyte on disk."""
    parts = members(workbook(folder))
    with zipfile.ZipFile(folder / NAME, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            if name != SHEET:
                archive.writestr(name, content)
        with archive.open(SHEET, "w", force_zip64=True) as sheet:
            for _ in range(1_000):
                sheet.write(b"0" * 1_000_000)
    return folder / NAME


def many_parts(folder: Path) -> Path:
    """One hundred thousand parts."""
    parts = members(workbook(folder))
    with zipfile.ZipFile(folder / NAME, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        for number in range(100_000):
            archive.writestr(f"p{number}", b"")
    return folder / NAME


def overlapping(folder: Path) -> Path:
    """A second entry of the directory that points at the bytes of the first."""
    path = workbook(folder)
    with zipfile.ZipFile(path, "a") as archive:
        known = archive.getinfo(SHEET)
        again = zipfile.ZipInfo("xl/worksheets/sheet3.xml")
        for field in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
            setattr(again, field, getattr(known, field))
        archive.filelist.append(again)
        archive.comment = b"changed"
    return path


def understated(folder: Path) -> Path:
    """A part of 100 MB whose directory says, with a matching checksum, that it has a thousand bytes."""
    path = workbook(folder)
    parts = members(path)
    parts[SHEET] = b"<worksheet>" + b" " * 100_000_000
    packed(path, parts)
    content = bytearray(path.read_bytes())
    true, told = len(parts[SHEET]), 1_000
    real = struct.pack("<I", zlib.crc32(parts[SHEET]))
    false = struct.pack("<I", zlib.crc32(parts[SHEET][:told]))
    for old, new in ((struct.pack("<I", true), struct.pack("<I", told)), (real, false)):
        for found in re.finditer(re.escape(old), bytes(content)):
            content[found.start() : found.end()] = new
    # Bytes that nothing packs, so that the ratio of the whole gives nothing away.
    path.write_bytes(bytes(content))
    return path


def blank_rows(folder: Path, columns: int = 3) -> Path:
    """Every row a sheet can have, used by nothing but a format."""
    cells = "".join(f'<c r="{letter}{{0}}" s="1"/>' for letter in "ABCDEFGHIJ"[:columns])
    lines = io.StringIO()
    for number in range(10, 1_048_577):
        lines.write(f'<row r="{number}">{cells.format(number)}</row>')
    filled = lines.getvalue().encode()
    return changed(folder, SHEET, lambda content: content.replace(b"</sheetData>", filled + b"</sheetData>"))


def uncalculated(folder: Path) -> Path:
    """A formula that the program which wrote it never worked out."""
    path = folder / NAME
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("Raw Data")
        page.write_row(0, 0, ROWS[0])
        page.write_row(1, 0, ["Dundee City"])
        page.write_formula(1, 1, "=1+1", None, "")
    parts = members(path)
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b' t="str"', b"")
    return packed(path, {**parts, "xl/worksheets/sheet1.xml": sheet})


def header() -> str:
    """The header of the tidy format as a line."""
    return f"{TIDY_HEADER}\n"
