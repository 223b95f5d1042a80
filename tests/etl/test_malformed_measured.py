"""Malformed files take under ten seconds and 500 MB each, in a process whose memory is measured.

What could take more has a process of its own; the many small files share one, whose peak is that of the
worst of them, and which has for all of them the time that each may take.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from etl.pipeline import load_file
from indicators.catalogue import Catalogue
from tests.etl import odd_files as odd
from tests.etl.conftest import everything
from tests.etl.hostile_releases import HOSTILE
from tests.etl.malformed_cases import CUT_OFF, HONEST, LONG, NO_NUMBER, SHORT, SPELT, Builder
from tests.etl.published_files import tidy_row, write_tidy

PROJECT = Path(__file__).resolve().parents[2]
# Seconds of the processor, which a busy machine does not make more of.
MOST_SECONDS, MOST_KILOBYTES = 10, 500 * 1024
# No load of this program fits into less: a smaller number would mean that something else was measured.
FEWEST_KILOBYTES = 50_000
# A small process between ours and the one that is measured, which would begin with our own memory.
MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss, done.stdout]))
"""
SMALL = SHORT | CUT_OFF | HOSTILE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not tell the memory of a process so")


@pytest.fixture
def old_release(tmp_path: Path, engine: Engine, catalogue: Catalogue) -> Engine:
    """A store with one figure in it."""
    load_file(write_tidy(tmp_path / "lgbf_old.csv", [tidy_row(period="2018-19")]), engine, catalogue)
    return engine


def load_measured(paths: Iterable[Path], engine: Engine) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and answers of a load by a process of its own, which must keep to time and memory."""
    command = ["-m", "etl", "load", *map(str, paths), "--database", str(engine.url), "--json"]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, sys.executable, *command],
        cwd=PROJECT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    exit_code, seconds, kilobytes, answer = json.loads(done.stdout)
    assert seconds < MOST_SECONDS
    assert FEWEST_KILOBYTES < kilobytes < MOST_KILOBYTES
    return exit_code, json.loads(answer)["files"]


def built(builders: Iterable[Builder], folder: Path) -> list[Path]:
    """The files, each in a folder of its own, for many have one name."""
    folders = [folder / f"case {number}" for number, _ in enumerate(builders)]
    for each in folders:
        each.mkdir()
    return [builder(each) for builder, each in zip(builders, folders, strict=True)]


@pytest.mark.parametrize("case", LONG)
def test_a_bomb_is_refused_within_ten_seconds_and_500_megabytes(
    case: str, tmp_path: Path, old_release: Engine
) -> None:
    builder, expected = LONG[case]
    before, path = everything(old_release), builder(tmp_path)
    exit_code, (answer,) = load_measured([path], old_release)
    assert exit_code == 1
    assert expected in answer["problems"][0]["sentence"]
    assert everything(old_release) == before


def test_all_small_malformed_files_are_refused_within_ten_seconds_and_500_megabytes(
    tmp_path: Path, old_release: Engine
) -> None:
    before = everything(old_release)
    paths = built([builder for builder, _ in SMALL.values()], tmp_path)
    exit_code, answers = load_measured(paths, old_release)
    assert exit_code == 1
    assert [answer["file"] for answer in answers] == [path.name for path in paths]
    for (_, expected), answer in zip(SMALL.values(), answers, strict=True):
        assert answer["status"] == "refused"
        assert expected in " ".join(problem["sentence"] for problem in answer["problems"])
    assert everything(old_release) == before


def test_all_odd_but_honest_files_are_loaded_within_ten_seconds_and_500_megabytes(
    tmp_path: Path, engine: Engine
) -> None:
    numbers = [write_number(tmp_path, place, text) for place, text in enumerate((*NO_NUMBER, *SPELT))]
    paths = built([builder for builder, _ in HONEST.values()], tmp_path)
    exit_code, answers = load_measured([*numbers, *paths], engine)
    assert (exit_code, {answer["status"] for answer in answers}) == (0, {"loaded"})
    rejected = [answer["rows"]["rejected"] for answer in answers]
    assert rejected == [1] * len(NO_NUMBER) + [0] * (len(SPELT) + len(HONEST))


def write_number(folder: Path, place: int, text: str) -> Path:
    """A file with one figure, whose value is this text."""
    (own := folder / f"number {place}").mkdir()
    return odd.tidy(own, value=text)
