"""Limits of workbooks, which are archives: every part is read once before any parser sees the file.

A sheet is read a piece at a time, so that none of a million rows ever stands in memory whole.
"""

from __future__ import annotations

import re
import string
import zipfile
from collections.abc import Iterator

from etl.archives import damage_told, members_of, unpacked
from etl.problems import refused

WORKBOOK_PART = "xl/workbook.xml"
# The widest known sheet has 75,000 cells; readers keep every cell of the used rectangle in memory.
LARGEST_RECTANGLE = 2_500_000
# Longer than the longest cell with a formula, so that none is cut between two pieces unseen.
_OVERLAP = 40_000
_CELL = re.compile(rb"""\sr=["']([A-Za-z]{1,3}\d{1,7})["']""")
_LETTERS, _DIGITS = string.ascii_letters.encode(), string.digits.encode()
_UNCALCULATED = re.compile(
    rb"<c\b([^>]*)>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)


def check_workbook(name: str, content: bytes) -> None:
    """Refuse an archive that cannot be read, unpacks beyond the limits, or is no .xlsx workbook.

    Raises LoadRefused.
    """
    with damage_told(name):
        members = members_of(name, content)
        _check_is_xlsx(name, {member.filename for member in members})
        for member in members:
            _check_part(name, content, member)


def _check_is_xlsx(name: str, names: set[str]) -> None:
    if "xl/workbook.bin" in names:
        raise refused("archive", name, f"{name} is a binary workbook (.xlsb); save it as plain .xlsx.")
    if WORKBOOK_PART not in names:
        raise refused("archive", name, f"{name} is a zip archive but no .xlsx workbook; save it as .xlsx.")


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


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
