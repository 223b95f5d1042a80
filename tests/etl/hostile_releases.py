"""Zips nobody should ever unpack, and what is said of them. Builders return the path."""

from __future__ import annotations

import io
import stat
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.etl import odd_files as odd

NAME = "LGBF_Files_Nov24.zip"


def linked(folder: Path) -> Path:
    """A member that is a link to a file of the system."""
    link = zipfile.ZipInfo("Real.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(folder / NAME, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    return folder / NAME


def encrypted(folder: Path) -> Path:
    """A member whose flag says that it needs a password."""
    content = odd.packed(folder / NAME, {"Real.csv": b"x"}).read_bytes()
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark) + place
        content = content[:at] + bytes([content[at] | 1]) + content[at + 1 :]
    return odd.text(folder, content, NAME)


def altered(folder: Path) -> Path:
    """A member of which one letter is not the one that was packed."""
    content = odd.packed(folder / NAME, {"Real.csv": b"Code"}).read_bytes()
    at = 30 + len("Real.csv") + 2
    return odd.text(folder, content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :], NAME)


def zip_of(content: bytes, name: str = "inner.zip") -> Callable[[Path], Path]:
    return lambda folder: odd.packed(folder / NAME, {name: content})


def named(*names: str) -> Callable[[Path], Path]:
    return lambda folder: odd.packed(folder / NAME, dict.fromkeys(names, b"x"))


def a_zip() -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("Real.csv", "x")
    return inner.getvalue()


def twice(folder: Path) -> Path:
    with zipfile.ZipFile(folder / NAME, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("Real.csv", "x")
        archive.writestr("Real.csv", "y")
    return folder / NAME


HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "outside": (named("../evil.csv"), "holds a part named '../evil.csv', outside itself"),
    "outside in the middle": (named("a/../../evil.csv"), "outside itself"),
    "outside on windows": (named("..\\evil.csv"), "outside itself"),
    "absolute": (named("/etc/evil.csv"), "outside itself"),
    "a drive": (named("C:\\evil.csv"), "outside itself"),
    "no name": (named("."), "outside itself"),
    "a zip in a zip": (zip_of(a_zip()), "holds 'inner.zip', a zip in a zip; take it out"),
    "a link": (linked, "holds 'Real.csv', which is a link"),
    "a password": (encrypted, "is damaged and cannot be unpacked"),
    "another letter": (altered, "is damaged and cannot be unpacked"),
    "one name twice": (twice, "parts that lie over each other"),
    "one name but for case": (named("Real.csv", "real.CSV"), "holds two parts of one name"),
    "a file as a folder": (named("a.csv", "a.csv/b.csv"), "holds two parts of one name"),
    "one name in two slashes": (named("a/b.csv", "a\\b.csv"), "holds two parts of one name"),
    "a long name": (named("x" * 201), "a name too long for a file"),
    "too many files": (named(*(f"{n}.csv" for n in range(101))), "holds 101 files, more than any release"),
    "a bomb": (zip_of(b"0" * 5_000_000, "Real.csv"), "unpacks to far more"),
    "cut off": (lambda f: odd.text(f, a_zip()[:-30], NAME), "is damaged and cannot be unpacked"),
    "a page": (lambda f: odd.text(f, b"<html>", NAME), "is named .zip but holds a web page; fetch it again"),
    "empty": (lambda f: odd.text(f, b"", NAME), f"{NAME} is empty"),
    "missing": (lambda f: f / NAME, "there is no such file"),
    "a workbook": (lambda f: odd.workbook(f, name=NAME), "is a workbook named .zip; rename it to .xlsx"),
}
