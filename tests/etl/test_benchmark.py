"""The benchmark of a load: its stages add up, nothing stays patched, and a missed target is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import etl as benchmark
from etl import prepare
from indicators.catalogue import Catalogue
from tests.etl.published_files import write_workbook

SECONDS = {"read": 0.5, "validate": 0.1, "insert": 0.6, "derive": 0.5, "other": 0.1, "whole": 1.8}


def test_a_load_is_timed_by_stages_that_add_up_and_its_rows_are_handed_over(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    before = prepare.validate
    cells = [["Local Authority", "CHN22 2019-20"], ["Dundee City", 7.8], ["Scotland", 6.9]]
    path = write_workbook(tmp_path / "lgbf_2022-01.xlsx", cells)
    report, seconds, rows = benchmark.timed_load(path, tmp_path, catalogue)
    assert (report.counts.new, len(rows)) == (2, 2)
    whole = seconds.pop("whole")
    assert set(seconds) == {*benchmark.STAGES, "other"}
    assert sum(seconds.values()) == pytest.approx(whole)
    assert prepare.validate is before
    assert benchmark.floor_of_inserting(rows, tmp_path) > 0
    assert benchmark.floor_of_reading(path) > 0


@pytest.mark.parametrize(
    ("floor", "said"),
    [(0.5, "insert 1.2 times its floor, within 2"), (0.2, "3.0 times its floor, NOT within 2")],
)
def test_the_table_says_whether_each_target_is_met(floor: float, said: str) -> None:
    told = list(benchmark.lines(42_603, SECONDS, {"insert": floor}, 173.2))
    assert said in told[-1]
    assert told[-2:-1] == ["42,603 figures; whole load within 3 s"]
    assert "peak memory 173 MB" in told
