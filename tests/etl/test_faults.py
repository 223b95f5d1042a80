"""What can go wrong around a load: damaged files, a full disk, a store that cannot be written."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from typer.testing import CliRunner

from etl.cli import app
from etl.pipeline import load_file
from etl.prepare import prepare
from etl.problems import LoadRefused
from etl.readings import Asked
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.store import write
from tests.etl.conftest import everything
from tests.etl.published_files import TIDY_HEADER, tidy_row, write_tidy, write_workbook

PROJECT = Path(__file__).resolve().parents[2]
DAMAGE = (b"<", b">", b"&", b'"', b";", b"/", b"\x00", b"\xff", b"9", b"A", b"\n", b",")
YEARS = [f"{year}-{year % 100 + 1:02d}" for year in range(2001, 2025)]


def silent(_: str) -> None:
    """No progress."""


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with a few bytes changed, cut out or put in."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(found) + 1)
        match chance.randrange(3):
            case 0:
                found[at : at + 1] = chance.choice(DAMAGE)
            case 1:
                del found[at : at + chance.randint(1, 20)]
            case _:
                found[at:at] = chance.choice(DAMAGE) * chance.randint(1, 3)
    return bytes(found)


def read_or_refused(path: Path, catalogue: Catalogue) -> bool:
    """True when the file was read, False when it was refused in sentences that name it."""
    try:
        prepare(path, catalogue, Asked(), silent)
    except LoadRefused as refusal:
        assert all(path.name in problem.sentence for problem in refusal.problems)
        return False
    return True


def test_workbooks_damaged_anywhere_are_read_or_refused_and_nothing_else(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    rows = [["Local Authority", "CHN22 2019-20"], ["Dundee City", 1.5], ["Scotland", "dna"]]
    whole = write_workbook(tmp_path / "whole.xlsx", rows)
    with zipfile.ZipFile(whole) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    chance, path, outcomes = random.Random(2022), tmp_path / "lgbf_2022-01.xlsx", set()
    for _ in range(250):
        victim = chance.choice(sorted(members))
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, damaged(content, chance) if name == victim else content)
        outcomes.add(read_or_refused(path, catalogue))
    assert outcomes == {True, False}


def test_csv_files_damaged_anywhere_are_read_or_refused_and_nothing_else(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    path = write_tidy(tmp_path / "lgbf.csv", [tidy_row(), tidy_row(area="Scotland", note='a "note"')])
    content, chance = path.read_bytes(), random.Random(2024)
    outcomes = set()
    for _ in range(400):
        path.write_bytes(damaged(content, chance))
        outcomes.add(read_or_refused(path, catalogue))
    assert outcomes == {True, False}


def test_entities_that_multiply_are_never_expanded(tmp_path: Path, catalogue: Catalogue) -> None:
    path = write_workbook(
        tmp_path / "lgbf_2022-01.xlsx", [["Local Authority", "CHN22 2019-20"], ["Dundee City", 1]]
    )
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY e0 "ha">{entities}]>'.encode()
    strings = members["xl/sharedStrings.xml"].partition(b"?>")[2].replace(b"Dundee City", b"&e9;")
    members["xl/sharedStrings.xml"] = bomb + strings
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    started = time.process_time()
    assert not read_or_refused(path, catalogue)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_the_same_file(tmp_path: Path, catalogue: Catalogue, end: str) -> None:
    path = write_tidy(tmp_path / "lgbf.csv", [tidy_row(), tidy_row(area="Scotland")])
    path.write_bytes(path.read_bytes().replace(b"\n", end.encode()))
    assert len(prepare(path, catalogue, Asked(), silent).checked.frame) == 2


def test_a_field_of_ten_million_letters_is_refused(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "lgbf.csv"
    path.write_text(f"{TIDY_HEADER}\n{'x' * 10_000_000}\n")
    assert not read_or_refused(path, catalogue)


@pytest.fixture
def large_file(tmp_path: Path) -> Path:
    """Six editions of one indicator for every council and year: long enough to be killed within."""
    names = [area.name for area in load_catalogue().areas.councils]
    rows = [
        tidy_row(
            area=name,
            period=year,
            value=number,
            edition=f"LGBF, {2030 + number}",
            published_on=str(2030 + number),
        )
        for number in range(6)
        for name in names
        for year in YEARS
    ]
    return write_tidy(tmp_path / "lgbf.csv", rows)


@pytest.fixture
def old_release(tmp_path: Path, engine: Engine) -> str:
    """A store with one release in it; returns its address."""
    load_file(write_tidy(tmp_path / "old.csv", [tidy_row()]), engine, load_catalogue())
    return str(engine.url)


def command(path: Path, url: str) -> list[str]:
    return [sys.executable, "-m", "etl", "load", str(path), "--database", url]


def whole(url: str) -> int:
    """How many versions of figures the store holds, after checking that it is sound."""
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        versions: int = connection.execute("SELECT count(*) FROM figure_versions").fetchone()[0]
        return versions
    finally:
        connection.close()


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are not there on Windows")
def test_a_full_disk_is_said_plainly_and_the_old_release_stays(
    large_file: Path, old_release: str, engine: Engine
) -> None:
    resource = pytest.importorskip("resource")
    before = everything(engine)
    engine.dispose()

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    done = subprocess.run(
        command(large_file, old_release),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        preexec_fn=limit,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip().startswith("Nothing was changed: ")
    assert "Traceback" not in done.stderr
    assert whole(old_release) == 1
    assert everything(engine) == before


@pytest.mark.parametrize("fault", ["attempt to write a readonly database", "database or disk is full"])
def test_a_store_that_cannot_be_written_is_said_in_one_sentence_with_what_to_do(
    fault: str, tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("INSERT", {}, sqlite3.OperationalError(fault))

    path, before = write_tidy(tmp_path / "lgbf.csv", [tidy_row()]), everything(engine)
    monkeypatch.setattr(write, "add_versions", fail)
    result = CliRunner().invoke(app, ["load", str(path), "--database", str(engine.url)])
    assert result.exit_code == 1
    remedy = (
        "check the rights of its file and its folder" if "readonly" in fault else "make room and try again"
    )
    said = result.stderr.strip()
    assert said.startswith("Nothing was changed: ")
    assert said.endswith(f"{remedy}.")
    assert everything(engine) == before


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights on Windows")
def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = write_tidy(tmp_path / "lgbf.csv", [tidy_row()])
    blocked = tmp_path / "file"
    blocked.touch()
    url = f"sqlite:///{blocked / 'store.db'}"
    result = CliRunner().invoke(app, ["load", str(path), "--database", url])
    assert result.exit_code == 1
    assert result.stderr.startswith("Nothing was changed: ")
    assert len(result.stderr.strip().splitlines()) == 1


def test_readers_see_the_old_release_until_the_new_one_is_whole(
    tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    load_file(write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=1)]), engine, catalogue)
    seen = []

    def look(_: str) -> None:
        reader = sqlite3.connect(str(engine.url.database))
        seen.append(reader.execute("SELECT value FROM figures").fetchall())
        reader.close()

    newer = {"edition": "LGBF, 2025", "published_on": "2025"}
    load_file(
        write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=2, **newer)]), engine, catalogue, progress=look
    )
    assert seen == [[(1.0,)]] * 5
    look("after")
    assert seen[-1] == [(2.0,)]
