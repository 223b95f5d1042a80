from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl import pipeline
from etl.pipeline import load_all, load_file
from etl.prepare import STAGES
from etl.problems import LoadRefused
from etl.report import Counts, LoadReport, problem_lines
from indicators.catalogue import Catalogue
from tests.etl.conftest import dump, everything, query
from tests.etl.published_files import table_row, tidy_row, write_table, write_tidy, write_workbook

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]
COUNT_COLUMNS = "rows_read, rows_new, rows_unchanged, rows_revised, rows_rebased, rows_history, rows_rejected"
OLD = {"edition": "LGBF, 2023", "published_on": "2023"}
FAMILY = {
    "Dundee City": 10,
    "East Ayrshire": 20,
    "Eilean Siar": 30,
    "Glasgow City": 40,
    "Inverclyde": 50,
    "North Ayrshire": 60,
    "North Lanarkshire": 70,
    "West Dunbartonshire": 80,
}


def test_the_same_file_loaded_twice_changes_no_figure_and_is_recorded(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    path = write_tidy(tmp_path / "lgbf.csv", [tidy_row(), tidy_row(**OLD), tidy_row(area="Scotland")])
    first = load(path)
    before = everything(engine)
    second = load(path)
    assert second.counts == Counts(unchanged=3)
    assert second.load_id != first.load_id
    after = everything(engine)
    assert {name: rows for name, rows in after.items() if name != "loads"} == {
        name: rows for name, rows in before.items() if name != "loads"
    }
    assert query(engine, f"SELECT {COUNT_COLUMNS} FROM loads ORDER BY id") == [
        (3, 2, 1, 0, 0, 0, 0),
        (3, 0, 3, 0, 0, 0, 0),
    ]


def test_editions_in_any_order_of_loading_leave_the_same_current_figures(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    new = write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=9.5)])
    assert load(new).counts == Counts(new=1)
    old = write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=7.8, **OLD), tidy_row(period="2011-12", **OLD)])
    assert load(old).counts == Counts(new=1, history=1)
    assert query(engine, "SELECT period, value, edition FROM figures ORDER BY period") == [
        ("2011-12", 7.8, "LGBF, 2023"),
        ("2019-20", 9.5, "LGBF, February 2024"),
    ]
    assert query(engine, "SELECT count(*) FROM figure_versions WHERE is_current") == [(2,)]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_editions_in_every_order_end_alike(
    tmp_path: Path, load: Load, engine: Engine, order: tuple[int, ...]
) -> None:
    for number in order:
        edition = {"edition": f"LGBF, {2020 + number}", "published_on": str(2020 + number)}
        rows = [tidy_row(value=number, **edition), tidy_row(area="Scotland", value=number // 2, **edition)]
        load(write_tidy(tmp_path / "lgbf.csv", rows))
    assert query(engine, "SELECT area_name, value, edition FROM figures ORDER BY area_name") == [
        ("Dundee City", 2.0, "LGBF, 2022"),
        ("Scotland", 1.0, "LGBF, 2022"),
    ]
    assert query(engine, "SELECT count(*), sum(is_current) FROM figure_versions") == [(6, 2)]


def test_a_correction_of_the_same_edition_is_current_and_the_mistake_is_kept(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=9.5)]))
    assert load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=5.9)])).counts == Counts(revised=1)
    assert query(engine, "SELECT value, load_id, is_current FROM figure_versions ORDER BY load_id") == [
        (9.5, 1, 0),
        (5.9, 2, 1),
    ]


def test_a_bundled_transcript_and_the_real_file_of_one_edition_settle_on_the_finer_numbers(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    bundled = write_tidy(tmp_path / "lgbf.csv", [tidy_row(value="4.8")])
    rows = [table_row(value="0.0482", parts=("5", "104")), table_row("SW01", year="2022-23", value="30")]
    real = write_table(tmp_path / "lgbf_2024-02.csv", rows)
    assert load(bundled).counts == Counts(new=1)
    assert load(real).counts == Counts(new=3, unchanged=1)
    settled = dump(engine)
    assert load(bundled).counts == Counts(unchanged=1)
    assert load(real).counts == Counts(unchanged=4)
    assert dump(engine) == settled
    assert query(
        engine,
        "SELECT value, numerator, denominator FROM figures WHERE indicator_code = 'CHN22' "
        "AND area_name = 'Dundee City'",
    ) == [(4.82, 5.0, 104.0)]
    assert query(engine, "SELECT base_year FROM editions") == [("2022-23",)]


def test_a_new_price_year_rebases_and_everything_else_is_compared(tmp_path: Path, load: Load) -> None:
    header = ["Local Authority", "SW1 2020-21", "SW1 2020-21 Real", "CHN22 2019-20"]
    load(write_workbook(tmp_path / "lgbf_2022-01.xlsx", [header, ["Dundee City", 25, 25, 1.92]]))
    rows = [
        table_row("SW01", year="2020-21", value="27", scotland=("28", "", "")),
        table_row("SW01", year="2022-23", value="30", scotland=("31", "", "")),
        table_row(value="0.0192"),
    ]
    report = load(write_table(tmp_path / "lgbf_2024-02.csv", rows))
    assert report.counts == Counts(new=4, unchanged=1, rebased=1)


def test_benchmarks_follow_the_figures_a_load_makes_current(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [tidy_row(area=area, value=value) for area, value in FAMILY.items()]
    load(write_tidy(tmp_path / "lgbf.csv", [*rows, tidy_row(area="Scotland", value=33.5)]))
    asked = (
        "SELECT scotland_value, scotland_kind, family_mean, family_fourth, family_n, family_rank, rank, "
        "rank_n FROM benchmarks JOIN areas ON areas.code = area_code WHERE name = 'Glasgow City'"
    )
    assert query(engine, asked) == [(33.5, "published", 45.0, 40.0, 8, 4, 4, 8)]
    newer = {"edition": "LGBF, 2025", "published_on": "2025"}
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(area="Glasgow City", value=8, **newer)]))
    assert query(engine, asked) == [(33.5, "published", 41.0, 30.0, 8, 1, 1, 8)]


def test_history_leaves_the_benchmarks_as_they_are(
    tmp_path: Path, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row()]))
    touched: list[set[tuple[str, str, str]]] = []
    monkeypatch.setattr(pipeline, "derive", lambda _1, _2, groups, _3: touched.append(groups))
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=1, **OLD)]))
    assert touched == [set()]


def test_a_local_count_is_compared_with_nobody(tmp_path: Path, load: Load, engine: Engine) -> None:
    row = tidy_row("LOCAL1", value=120, kind="financial_year", edition="Return", published_on="2024-04-30")
    load(write_tidy(tmp_path / "returns.csv", [row]))
    assert query(engine, "SELECT scotland_value, family_mean, rank FROM benchmark_values") == [
        (None, None, None)
    ]


@pytest.mark.parametrize(
    ("published_on", "kept"), [("2024", "2024-02"), ("2024-02-20", "2024-02"), ("2024-02", "2024-02")]
)
def test_a_date_known_more_or_less_exactly_is_the_same_edition(
    tmp_path: Path, load: Load, engine: Engine, published_on: str, kept: str
) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row()]))
    report = load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(published_on=published_on)]))
    assert report.counts == Counts(unchanged=1)
    assert query(engine, "SELECT published_on FROM editions") == [(kept,)]


def test_an_edition_that_contradicts_the_one_kept_is_refused(
    tmp_path: Path, load: Load, refusal: Refusal
) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row()]))
    later = write_tidy(tmp_path / "lgbf.csv", [tidy_row(published_on="2024-03")])
    assert refusal(later) == (
        "lgbf.csv: the edition 'LGBF, February 2024' is kept as published 2024-02, not 2024-03; "
        "check the file or give --edition another name."
    )
    load(write_table(tmp_path / "a_2024-02.csv", [table_row("SW01", year="2022-23")]))
    other = write_table(tmp_path / "b_2024-02.csv", [table_row("SW01", year="2021-22")])
    assert "is kept in prices of 2022-23, not 2021-22" in refusal(other)


def test_a_fault_of_the_program_undoes_the_whole_load(
    tmp_path: Path, load: Load, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row()]))
    before = everything(engine)

    def fail(*_: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(pipeline, "derive", fail)
    with pytest.raises(RuntimeError, match="no"):
        load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=9.9)]))
    assert everything(engine) == before


def test_several_files_are_loaded_all_or_none(tmp_path: Path, engine: Engine, catalogue: Catalogue) -> None:
    good = write_tidy(tmp_path / "lgbf.csv", [tidy_row()])
    bad = write_tidy(tmp_path / "returns.csv", [tidy_row("NONE1")])
    worse = write_tidy(tmp_path / "worse.csv", [tidy_row(area="Atlantis")])
    with pytest.raises(LoadRefused) as caught:
        load_all([good, bad, worse], engine, catalogue)
    assert [problem.place for problem in caught.value.problems] == ["returns.csv, row 2", "worse.csv, row 2"]
    assert query(engine, "SELECT count(*) FROM loads") == [(0,)]
    assert [report.file for report in load_all([good], engine, catalogue)] == ["lgbf.csv"]


def test_progress_names_each_stage_in_order(tmp_path: Path, engine: Engine, catalogue: Catalogue) -> None:
    seen: list[str] = []
    load_file(write_tidy(tmp_path / "lgbf.csv", [tidy_row()]), engine, catalogue, progress=seen.append)
    assert tuple(seen) == STAGES


def test_the_report_says_what_the_store_says(tmp_path: Path, load: Load, engine: Engine) -> None:
    path = write_tidy(tmp_path / "lgbf.csv", [tidy_row(), tidy_row(area="Scotland", value="?")])
    report = load(path)
    assert query(engine, f"SELECT id, source_code, file_name, sha256, {COUNT_COLUMNS} FROM loads") == [
        (report.load_id, "lgbf", "lgbf.csv", report.sha256, 2, 1, 0, 0, 0, 0, 1)
    ]
    kept = query(engine, "SELECT rule, severity, place, value, sentence FROM problems")
    assert kept == [
        (problem.rule, problem.severity, problem.place, problem.value, problem.sentence)
        for problem in report.problems
    ]
    assert report.as_dict()["rows"] == {
        "read": 2,
        "new": 1,
        "unchanged": 0,
        "revised": 0,
        "rebased": 0,
        "history": 0,
        "rejected": 1,
    }


def test_only_the_first_twenty_problems_are_told_and_errors_come_first(tmp_path: Path, load: Load) -> None:
    rows = [
        tidy_row(),
        tidy_row(),
        *(tidy_row(period=f"20{year}-{year + 1}", value="?") for year in range(10, 35)),
    ]
    lines = list(problem_lines(load(write_tidy(tmp_path / "lgbf.csv", rows)).problems))
    assert len(lines) == 21
    assert lines[0] == "error: lgbf.csv, row 4: a number cannot be read; write it as 1234.5."
    assert lines[-1] == "and 6 more, kept with the load: unreadable number 5, repeated figure 1"
