"""The catalogue of malformed files: each refused in a sentence with exit code 1, or loaded as it is meant.

What time and memory they take is measured in test_malformed_measured.py.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from etl import cli, extract
from etl.commands import common
from etl.pipeline import load_file
from indicators.catalogue import Catalogue
from tests.catalogue_builder import small_catalogue
from tests.etl import odd_files as odd
from tests.etl.conftest import everything, query
from tests.etl.malformed_cases import CUT_OFF, GAELIC, HONEST, NO_NUMBER, SHORT, SPELT, Builder
from tests.etl.published_files import tidy_row, write_tidy

MOST_SECONDS = 10


@pytest.fixture(autouse=True)
def _small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "load_catalogue", small_catalogue)


@pytest.fixture
def old_release(tmp_path: Path, engine: Engine, catalogue: Catalogue) -> Engine:
    """A store with one figure in it."""
    load_file(write_tidy(tmp_path / "lgbf_old.csv", [tidy_row(period="2018-19")]), engine, catalogue)
    return engine


def assert_refused(path: Path, engine: Engine, expected: str) -> None:
    before, started = everything(engine), time.process_time()
    result = CliRunner().invoke(cli.app, ["load", str(path), "--database", str(engine.url)])
    assert time.process_time() - started < MOST_SECONDS
    assert result.exit_code == 1, result.output
    assert expected in result.stderr
    assert path.name in result.stderr
    assert everything(engine) == before


@pytest.mark.parametrize("case", [*SHORT, *CUT_OFF])
def test_a_malformed_file_is_refused_in_a_sentence(case: str, tmp_path: Path, old_release: Engine) -> None:
    builder, expected = (SHORT | CUT_OFF)[case]
    assert_refused(builder(tmp_path), old_release, expected)


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, old_release: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = odd.tidy(tmp_path)
    fstat = os.fstat

    def fstat_after_a_write(handle: int) -> os.stat_result:
        with path.open("a", encoding="utf-8") as file:
            file.write("more\n")
        return fstat(handle)

    monkeypatch.setattr(extract.os, "fstat", fstat_after_a_write)
    assert_refused(path, old_release, "lgbf.csv changed while it was read")


def test_a_link_to_a_file_elsewhere_is_refused(tmp_path: Path, old_release: Engine) -> None:
    (tmp_path / "lgbf.csv").symlink_to(odd.text(tmp_path, odd.header(), "real.csv"))
    assert_refused(tmp_path / "lgbf.csv", old_release, "is a link or a folder, not a file")


@pytest.mark.parametrize("printed", NO_NUMBER)
def test_a_number_that_cannot_be_read_is_rejected_and_never_guessed(
    printed: str, tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    report = load_file(odd.tidy(tmp_path, value=printed), engine, catalogue)
    assert (report.counts.read, report.counts.rejected) == (1, 1)
    assert query(engine, "SELECT count(*) FROM figure_versions") == [(0,)]


@pytest.mark.parametrize(("printed", "number"), SPELT.items())
def test_a_number_in_another_spelling_is_read_exactly(
    printed: str, number: float, tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    load_file(odd.tidy(tmp_path, value=printed), engine, catalogue)
    assert query(engine, "SELECT value FROM figure_versions") == [(number,)]


@pytest.mark.parametrize(("builder", "value"), HONEST.values(), ids=HONEST)
def test_an_odd_but_honest_file_is_loaded_as_it_is_meant(
    builder: Builder, value: float, tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    load_file(builder(tmp_path), engine, catalogue)
    found = query(engine, "SELECT value FROM figure_versions WHERE area_code = 'S12000042'")
    assert found == [(value,)]


def test_a_long_gaelic_note_is_kept_letter_by_letter(
    tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    load_file(odd.tidy(tmp_path, note=GAELIC[:300].strip()), engine, catalogue)
    assert query(engine, "SELECT note FROM figure_versions") == [(GAELIC[:300].strip(),)]


def test_letters_that_turn_or_hide_text_are_shown_by_their_number(
    tmp_path: Path, old_release: Engine
) -> None:
    path = odd.tidy(tmp_path, area="Dundee \u202eytiC\x1b[31m")
    result = CliRunner().invoke(cli.app, ["load", str(path), "--database", str(old_release.url)])
    assert "Dundee <U+202E>ytiC<U+001B>[31m" in result.stderr
    assert not {"\u202e", "\x1b"} & set(result.stderr)
