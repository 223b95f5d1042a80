"""A release that is a zip of files: unpacked under the limits of archives, each file then loaded by itself.

Zips inside it are never opened. What no reader knows is told, not dropped: a report lists it as left out.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from etl.archives import DAMAGE, LARGEST_UNPACKED_BYTES, bomb, damage_told, members_of, unpacked
from etl.extract import SUFFIXES, ZIP, Extracted, FileKind, described, extract, read_whole
from etl.problems import LoadRefused, Problem, refused
from etl.workbook_limits import WORKBOOK_PART

MOST_FILES = 100
_LONGEST_NAME = 200
_EMPTY_ZIP = b"PK\x05\x06"
# Old and binary workbooks are read by nobody, but may hold figures: they are refused with what to do.
_FIGURES = (".csv", *SUFFIXES[FileKind.WORKBOOK], ".xls", ".xlsb")
_NOT_OURS = ("unknown file", "no figures")


@dataclass(frozen=True, slots=True)
class Member:
    """A file to load: where it lies, what reports call it, and the release it came in, if any."""

    path: Path
    name: str
    release: str = ""

    def extract(self) -> Extracted:
        """Check the file and read it. Raises LoadRefused."""
        return extract(self.path, self.name, self.release)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of a release that was not loaded because it is no file of figures, with the reason."""

    file: str
    problems: tuple[Problem, ...]

    def as_dict(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        problems = [asdict(problem) for problem in self.problems]
        return {"status": "left out", "file": self.file, "problems": problems}


@contextmanager
def files_of(path: Path) -> Iterator[list[Member]]:
    """The file itself, or the files of a zip, which lie in a folder of their own until this is done.

    Raises LoadRefused when a zip is damaged, beyond the limits or unsafe to unpack.
    """
    if path.suffix.lower() != ".zip":
        yield [Member(path, path.name)]
        return
    with TemporaryDirectory() as folder:
        yield _unpack(path, Path(folder))


def left_out(member: Member, refusal: LoadRefused) -> LeftOut | None:
    """The refusal of a file that came with a release and is no file of figures; None for any other.

    A file that ends as files of figures do is left out only when it was read and no reader knows it.
    """
    ours = any(problem.rule not in _NOT_OURS for problem in refusal.problems)
    if not member.release or (ours and member.path.suffix.lower() in _FIGURES):
        return None
    return LeftOut(member.name, tuple(_as_warning(problem) for problem in refusal.problems))


def _as_warning(problem: Problem) -> Problem:
    return Problem(problem.rule, "warning", problem.place, problem.value, problem.sentence)


def nothing_known(path: Path) -> LoadRefused:
    """The refusal of a release of which every file was left out."""
    return refused("no figures", path.name, f"{path.name} holds no file that any reader knows.")


def _unpack(path: Path, folder: Path) -> list[Member]:
    name, content = path.name, read_whole(path, path.name)
    if not content.startswith((ZIP, _EMPTY_ZIP)):
        held = described(content)
        raise refused("file", name, f"{name} is named .zip but holds {held}; fetch it again.")
    with damage_told(name):
        members = [member for member in members_of(name, content) if not member.is_dir()]
        _check_files(name, members)
        taken = [_take_out(name, content, member, folder) for member in members]
    if sum(_inner_bytes(member.path) for member in taken) > LARGEST_UNPACKED_BYTES:
        raise bomb(name)
    return taken


def _check_files(name: str, members: list[zipfile.ZipInfo]) -> None:
    """Refuse a workbook in disguise, too many files, and files that are links, zips or have odd names."""
    names = [_inside(member) for member in members]
    folders = {str(folder).lower() for path in names for folder in path.parents}
    if WORKBOOK_PART in map(str, names):
        raise refused("file", name, f"{name} is a workbook named .zip; rename it to .xlsx.")
    if len(names) > MOST_FILES:
        raise refused("archive", name, f"{name} holds {len(names):,} files, more than any release; load one.")
    for member, path in zip(members, names, strict=True):
        held = f"{name} holds '{path}'"
        if stat.S_ISLNK(member.external_attr >> 16):
            raise refused("archive", name, f"{held}, which is a link; it is not opened.")
        if path.suffix.lower() == ".zip":
            raise refused("archive", name, f"{held}, a zip in a zip; take it out and load it by itself.")
        if max(len(part.encode()) for part in path.parts) > _LONGEST_NAME:
            raise refused("archive", name, f"{held}, a name too long for a file; it is not opened.")
    if len({str(path).lower() for path in names} - folders) < len(names):
        raise refused("archive", name, f"{name} holds two parts of one name; it is not opened.")


def _take_out(name: str, content: bytes, member: zipfile.ZipInfo, folder: Path) -> Member:
    """Write a file into a folder, a piece at a time, under the path it has in the archive."""
    path = folder / _inside(member)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        for piece in unpacked(name, content, member):
            file.write(piece)
    return Member(path, f"{name}!{_inside(member)}", name)


def _inside(member: zipfile.ZipInfo) -> PurePosixPath:
    """The path of a file in its archive; some programs write it with the slashes of Windows."""
    return PurePosixPath(member.filename.replace("\\", "/"))


def _inner_bytes(path: Path) -> int:
    """What a file unpacks to if it is an archive; a damaged one is told of when it is read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(member.file_size for member in archive.infolist())
    except DAMAGE:
        return 0
