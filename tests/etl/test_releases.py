"""A release that is a zip of files: each loaded by itself, nothing dropped silently, nothing hostile read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from etl import archives, cli, releases
from etl.commands import common
from etl.problems import LoadRefused
from etl.releases import files_of
from indicators.catalogue import Catalogue
from tests.catalogue_builder import small_catalogue
from tests.etl import odd_files as odd
from tests.etl.conftest import everything, query
from tests.etl.hostile_releases import HOSTILE, NAME
from tests.etl.published_files import table_row, write_table, write_workbook

LIST = b"Code,Title\nCHN22,Re-registrations\n"
GROUPS = b"Family_Group,Local_Authority,Type\n1,Dundee City,People\n"


@pytest.fixture(autouse=True)
def _small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "load_catalogue", small_catalogue)


@pytest.fixture
def table(tmp_path: Path) -> bytes:
    """A long table with the figures of one council and of Scotland."""
    return write_table(tmp_path / "table.csv", [table_row()]).read_bytes()


@pytest.fixture
def workbook(tmp_path: Path) -> bytes:
    """A wide workbook with the figures of one council and of Scotland."""
    return write_workbook(tmp_path / "book.xlsx", odd.ROWS).read_bytes()


def run(engine: Engine, command: str, *paths: Path) -> tuple[int, list[dict[str, Any]]]:
    """The exit code of a command, and what it says of each file."""
    words = [command, *map(str, paths), "--database", str(engine.url), "--json"]
    result = CliRunner().invoke(cli.app, words)
    return result.exit_code, json.loads(result.stdout)["files"]


def statuses(files: list[dict[str, Any]]) -> dict[str, str]:
    return {file["file"]: file["status"] for file in files}


def test_each_file_of_a_release_is_a_load_of_its_own_with_the_date_of_the_release(
    tmp_path: Path, engine: Engine, table: bytes, workbook: bytes
) -> None:
    parts = {"LGBF_Data_Table_Real.csv": table, "Tools/LGBF workbook.xlsx": workbook}
    code, files = run(engine, "load", odd.packed(tmp_path / NAME, parts))
    assert code == 0
    assert [file["editions"] for file in files] == [["LGBF, November 2024"]] * 2
    assert query(engine, "SELECT file_name, rows_new FROM loads ORDER BY id") == [
        (f"{NAME}!LGBF_Data_Table_Real.csv", 2),
        (f"{NAME}!Tools/LGBF workbook.xlsx", 0),
    ]


def test_a_file_that_has_a_date_of_its_own_keeps_it(tmp_path: Path, engine: Engine, table: bytes) -> None:
    _, files = run(engine, "load", odd.packed(tmp_path / NAME, {"Jan25/table_2025-01.csv": table}))
    assert files[0]["editions"] == ["LGBF, January 2025"]


def test_files_no_reader_knows_are_listed_with_their_reasons_and_do_not_fail_the_load(
    tmp_path: Path, engine: Engine, table: bytes
) -> None:
    parts = {
        "Data/Real.csv": table, "Data/List.csv": LIST, "Data/Groups.csv": GROUPS, "Notes.csv": b"a,b\n1,2\n",
        "Notes.pdf": b"%PDF-1.7\n", "Read me.txt": b"caf\xe9", "README": b"Hello",
        "Notes.docx": b"PK\x03\x04x",
    }  # fmt: skip
    code, files = run(engine, "load", odd.packed(tmp_path / NAME, parts))
    assert code == 0
    assert statuses(files) == {
        f"{NAME}!{name}": "loaded" if name in ("Data/Real.csv", "Data/List.csv") else "left out"
        for name in parts
    }
    said = {file["file"].partition("!")[2]: file["problems"][0] for file in files if "rows" not in file}
    assert {problem["severity"] for problem in said.values()} == {"warning"}
    assert "which councils form a family group" in said["Data/Groups.csv"]["sentence"]
    assert f"{NAME}!Notes.csv, row 1: the header is of no known kind" in said["Notes.csv"]["sentence"]


def test_what_was_left_out_is_told_in_words_too(tmp_path: Path, engine: Engine, table: bytes) -> None:
    path = odd.packed(tmp_path / NAME, {"Real.csv": table, "[red]\u202eNotes.csv": b"a,b\n"})
    result = CliRunner().invoke(cli.app, ["load", str(path), "--database", str(engine.url)])
    assert f"{NAME}!Real.csv" in result.stdout
    assert f"left out: {NAME}![red]<U+202E>Notes.csv, row 1: " in result.stdout


def test_a_file_of_figures_that_cannot_be_read_is_refused_and_the_others_are_kept(
    tmp_path: Path, engine: Engine, table: bytes, workbook: bytes
) -> None:
    parts = {
        "Broken.csv": table + b"\xff", "Cut.xlsx": workbook[:500], "Old.xls": b"\xd0\xcf\x11\xe0",
        "New.csv": table.replace(b",Year,", b",Period,"), "Right.csv": table,
    }  # fmt: skip
    code, files = run(engine, "load", odd.packed(tmp_path / NAME, parts))
    assert code == 1
    assert [file["status"] for file in files] == ["refused"] * 4 + ["loaded"]
    assert "has no column 'Year'; restore it" in files[3]["problems"][0]["sentence"]
    assert query(engine, "SELECT file_name FROM loads") == [(f"{NAME}!Right.csv",)]


def test_a_release_without_any_file_of_figures_is_refused(tmp_path: Path, engine: Engine) -> None:
    for parts in ({}, {"Notes.pdf": b"%PDF-1.7"}):
        code, files = run(engine, "load", odd.packed(tmp_path / NAME, parts))
        assert code == 1
        assert files[-1]["problems"][0]["sentence"] == f"{NAME} holds no file that any reader knows."


def test_a_check_of_a_release_says_what_each_file_would_do_and_changes_nothing(
    tmp_path: Path, engine: Engine, table: bytes
) -> None:
    before = everything(engine)
    path = odd.packed(tmp_path / NAME, {"Real.csv": table, "Notes.pdf": b"%PDF-1.7"})
    code, files = run(engine, "check", path)
    assert (code, statuses(files)) == (0, {f"{NAME}!Real.csv": "checked", f"{NAME}!Notes.pdf": "left out"})
    assert everything(engine) == before


def test_a_file_of_a_release_is_read_beside_the_others_and_not_beside_itself(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    del catalogue
    parts = {"sds/data_options_chosen.csv": b"a\n", "sds/completeness.xlsx": b"b", "other/x.csv": b"c"}
    with files_of(odd.packed(tmp_path / NAME, parts)) as members:
        first = members[0].extract()
        assert first.folder is not None
        assert sorted(path.name for path in first.folder.iterdir()) == [
            "completeness.xlsx",
            "data_options_chosen.csv",
        ]
        assert (first.own_name, first.stem) == ("data_options_chosen.csv", "data_options_chosen")
        folder = first.folder
    assert not folder.exists()


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_release_is_refused_whole(case: str, tmp_path: Path, engine: Engine) -> None:
    builder, expected = HOSTILE[case]
    (folder := tmp_path / "in").mkdir()
    before, path = everything(engine), builder(folder)
    code, files = run(engine, "load", path)
    assert (code, statuses(files)) == (1, {NAME: "refused"})
    assert expected in files[0]["problems"][0]["sentence"]
    assert everything(engine) == before
    assert not list(tmp_path.rglob("evil*"))


def test_workbooks_that_together_unpack_beyond_the_limit_are_refused(
    tmp_path: Path, workbook: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = odd.packed(tmp_path / NAME, {"a.xlsx": workbook, "b.xlsx": workbook})
    unpacked = sum(len(part) for part in odd.members(tmp_path / "book.xlsx").values())
    monkeypatch.setattr(releases, "LARGEST_UNPACKED_BYTES", 2 * unpacked)
    with files_of(path) as members:
        assert len(members) == 2
    monkeypatch.setattr(releases, "LARGEST_UNPACKED_BYTES", 2 * unpacked - 1)
    with pytest.raises(LoadRefused, match="unpacks to far more"), files_of(path):
        pass


def test_a_workbook_in_a_release_keeps_to_the_limits_of_workbooks(tmp_path: Path, engine: Engine) -> None:
    (folder := tmp_path / "in").mkdir()
    laughing = odd.laughs_in_strings(folder).read_bytes()
    code, files = run(engine, "load", odd.packed(tmp_path / NAME, {"lgbf.xlsx": laughing}))
    assert (code, files[0]["status"]) == (1, "refused")
    assert f"{NAME}!lgbf.xlsx defines entities" in files[0]["problems"][0]["sentence"]


def test_a_release_has_the_limits_of_every_archive() -> None:
    assert (archives.LARGEST_UNPACKED_BYTES, archives.LARGEST_RATIO) == (500 * 1024 * 1024, 200)
    assert (archives.MOST_MEMBERS, releases.MOST_FILES) == (10_000, 100)
