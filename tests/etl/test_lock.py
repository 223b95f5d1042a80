"""Two loaders at once: the second says who the first is, and a dead one is no obstacle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl import cli
from etl.commands import common
from etl.lock import AnotherLoadError, Holder, lock_file, only_load
from tests.catalogue_builder import small_catalogue
from tests.etl.published_files import tidy_row, write_tidy

PROJECT = Path(__file__).resolve().parents[2]
HOLDING = """
import sys, time
from etl.lock import only_load
with only_load(sys.argv[1]):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture(autouse=True)
def _small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "load_catalogue", small_catalogue)


def holding(url: str) -> subprocess.Popen[str]:
    """Another process that has the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, url], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    process.stdout.close()
    return process


def test_the_lock_stands_beside_the_database_and_names_its_holder_until_it_is_let_go(url: str) -> None:
    path = lock_file(url)
    assert path is not None
    assert path.name == "store.db.lock"
    with only_load(url):
        found = json.loads(path.read_text())
        assert found["pid"] == os.getpid()
        assert found["since"].endswith("+00:00")
    assert not path.exists()


def test_the_lock_is_let_go_when_a_load_fails(url: str) -> None:
    with pytest.raises(ZeroDivisionError), only_load(url):
        raise ZeroDivisionError
    with only_load(url):
        pass


def test_a_second_holder_in_one_process_is_told_of_the_first(url: str) -> None:
    with only_load(url), pytest.raises(AnotherLoadError) as caught, only_load(url):
        pytest.fail("two held the lock at once")
    assert caught.value.holder.pid == os.getpid()


def test_a_holder_whose_name_cannot_be_read_is_still_one() -> None:
    assert "a process that just began" in str(AnotherLoadError(Holder(0, "")))


def test_postgresql_and_memory_have_no_lock_file() -> None:
    assert lock_file("postgresql+psycopg://user@host/name") is None
    assert lock_file("sqlite://") is None
    with only_load("sqlite://"), only_load("sqlite://"):
        pass


@pytest.mark.parametrize("command", ["load", "check"])
def test_a_second_load_ends_with_3_and_says_who_holds_the_store(
    tmp_path: Path, url: str, command: str
) -> None:
    path = write_tidy(tmp_path / "lgbf.csv", [tidy_row()])
    assert CliRunner().invoke(cli.app, ["load", str(path), "--database", url]).exit_code == 0
    other = holding(url)
    try:
        result = CliRunner().invoke(cli.app, [command, str(path), "--database", url, "--json"])
        reading = CliRunner().invoke(cli.app, ["loads", "--database", url])
    finally:
        other.kill()
        other.wait()
    assert result.exit_code == 3
    answer = json.loads(result.stdout)
    assert (answer["status"], answer["pid"]) == ("busy", other.pid)
    assert f"another load is running (process {other.pid}, since {answer['since']})" in result.stderr
    assert reading.exit_code == 0


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not there on Windows")
def test_the_lock_of_a_killed_load_is_taken_over(tmp_path: Path, url: str) -> None:
    other = holding(url)
    other.send_signal(signal.SIGKILL)
    other.wait()
    path = lock_file(url)
    assert path is not None
    assert json.loads(path.read_text())["pid"] == other.pid
    file = write_tidy(tmp_path / "lgbf.csv", [tidy_row()])
    assert CliRunner().invoke(cli.app, ["load", str(file), "--database", url]).exit_code == 0
    assert not path.exists()
