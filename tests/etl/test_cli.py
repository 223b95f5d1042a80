from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from etl import cli
from etl.commands import common
from indicators.store import engine as store
from indicators.toml_entries import CatalogueError
from tests.catalogue_builder import small_catalogue
from tests.etl.conftest import query
from tests.etl.published_files import tidy_row, write_tidy

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "load_catalogue", small_catalogue)
    monkeypatch.setattr(common, "read_plans", lambda *_: ())


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


def run(url: str, *words: object) -> Result:
    return CliRunner().invoke(cli.app, [*map(str, words), "--database", url])


def as_json(url: str, *words: object) -> Any:
    return json.loads(run(url, *words, "--json").stdout)


def stored(url: str, statement: str) -> list[tuple[Any, ...]]:
    engine = store.writer(url)
    rows = query(engine, statement)
    engine.dispose()
    return rows


def test_build_loads_every_bundled_file_and_says_where_the_database_is(tmp_path: Path, url: str) -> None:
    write_tidy(tmp_path / "lgbf.csv", [tidy_row(), tidy_row(area="Scotland")])
    write_tidy(tmp_path / "returns.csv", [tidy_row("LOCAL1", kind="financial_year")])
    result = run(url, "build", "--folder", tmp_path)
    assert result.exit_code == 0
    assert f"Database: {url}" in result.stdout
    assert [line.split() for line in result.stdout.splitlines()[:3]] == [
        ["file", "read", "new", "unchanged", "revised", "rebased", "history", "rejected"],
        ["lgbf.csv", "2", "2", "0", "0", "0", "0", "0"],
        ["returns.csv", "1", "1", "0", "0", "0", "0", "0"],
    ]
    again = as_json(url, "build", "--folder", tmp_path)
    assert [file["rows"]["unchanged"] for file in again["files"]] == [2, 1]


def test_build_keeps_nothing_when_one_file_is_refused(tmp_path: Path, url: str) -> None:
    write_tidy(tmp_path / "lgbf.csv", [tidy_row()])
    write_tidy(tmp_path / "returns.csv", [tidy_row("NONE1")])
    result = run(url, "build", "--folder", tmp_path)
    assert result.exit_code == 1
    assert "returns.csv, row 2: 'NONE1' is not an indicator" in result.stderr
    assert stored(url, "SELECT count(*) FROM loads") == [(0,)]


def test_load_takes_each_file_for_itself_and_ends_with_1_when_one_is_refused(
    tmp_path: Path, url: str
) -> None:
    good = write_tidy(tmp_path / "lgbf.csv", [tidy_row(), tidy_row(area="Scotland", value="?")])
    bad = write_tidy(tmp_path / "bad.csv", [tidy_row(area="Atlantis")])
    result = run(url, "load", bad, good)
    assert result.exit_code == 1
    assert "bad.csv was refused; nothing was changed." in result.stderr
    assert "error: bad.csv, row 2: 'Atlantis' is not a known area." in result.stderr
    assert "error: lgbf.csv, row 3: a number cannot be read; write it as 1234.5." in result.stdout
    assert stored(url, "SELECT file_name, rows_new, rows_rejected FROM loads") == [("lgbf.csv", 1, 1)]


def test_load_as_json_tells_everything_a_machine_needs(tmp_path: Path, url: str) -> None:
    good = write_tidy(tmp_path / "lgbf.csv", [tidy_row()])
    found = as_json(url, "load", good, tmp_path / "none.csv")
    assert found["database"] == url
    assert [file["status"] for file in found["files"]] == ["loaded", "refused"]
    assert found["files"][0]["rows"]["read"] == 1
    assert found["files"][1]["problems"][0]["rule"] == "file"


def test_loads_lists_what_was_loaded_latest_first(tmp_path: Path, url: str) -> None:
    for name in ("lgbf.csv", "again.csv"):
        run(url, "load", write_tidy(tmp_path / name, [tidy_row()]))
    assert [row["file_name"] for row in as_json(url, "loads")] == ["again.csv", "lgbf.csv"]
    lines = run(url, "loads").stdout.splitlines()
    assert lines[0].split()[:3] == ["load", "at", "file"]
    assert lines[1].split()[0] == "2"
    assert "again.csv" in lines[1]


def test_markup_in_a_file_name_or_a_cell_is_printed_as_it_is(tmp_path: Path, url: str) -> None:
    path = write_tidy(tmp_path / "a[red]b.csv", [tidy_row(area="[bold]Atlantis[/bold]")])
    result = run(url, "load", path)
    assert "a[red]b.csv, row 2: '[bold]Atlantis[/bold]' is not a known area" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["load"],
        ["load", "a.csv", "--published", "yesterday"],
        ["unheard-of"],
        ["build", "--folder", "/nonexistent"],
    ],
)
def test_wrong_usage_ends_with_2(url: str, words: list[str]) -> None:
    assert run(url, *words).exit_code == 2


def test_a_locked_database_is_said_plainly(tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_tidy(tmp_path / "lgbf.csv", [tidy_row()])
    run(url, "load", path)
    monkeypatch.setattr(store, "BUSY_MILLISECONDS", 10)
    other = store.writer(url)
    with other.begin():
        result = run(url, "load", path)
    other.dispose()
    assert result.exit_code == 1
    assert "Nothing was changed: another load is writing to the database; try again" in result.stderr


def test_a_fault_of_the_catalogue_is_said_with_its_line(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise CatalogueError(Path("areas.toml"), 7, "the key 'name' is missing")

    monkeypatch.setattr(common, "load_catalogue", fail)
    result = run(url, "loads", "--json")
    assert result.exit_code == 1
    assert "areas.toml, line 7: the key 'name' is missing." in json.loads(result.stdout)["sentence"]


def test_the_module_runs_from_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "etl", "--help"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert all(command in done.stdout for command in ("build", "load", "loads"))
