from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.report import Counts, LoadReport
from etl.sources.lgbf_table import in_percent
from tests.etl.conftest import query
from tests.etl.published_files import table_row, write_table

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]
NAME = "lgbf_data_table_real_2024-02.csv"


def test_percentages_are_fractions_here_and_percent_in_the_store(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [table_row(value="0.0482"), table_row("CHN14a", value="12.25", scotland=("15.5", "", ""))]
    report = load(write_table(tmp_path / NAME, rows))
    assert report.counts == Counts(new=4)
    assert query(engine, "SELECT indicator_code, area_name, value FROM figures ORDER BY 1, 2") == [
        ("CHN14a", "Dundee City", 12.25),
        ("CHN14a", "Scotland", 15.5),
        ("CHN22", "Dundee City", 4.82),
        ("CHN22", "Scotland", 6.85),
    ]


@pytest.mark.parametrize(
    ("fraction", "percent"),
    [("0.0482", 4.82), ("0.07", 7.0), ("0.29", 29.0), ("1", 100.0), ("1e-05", 0.001), ("-0.0347", -3.47)],
)
def test_a_fraction_becomes_percent_without_a_trace_of_arithmetic(fraction: str, percent: float) -> None:
    assert float(in_percent(fraction)) == percent


def test_what_is_no_number_stays_as_it_is() -> None:
    assert in_percent("n/a") == "n/a"


def test_costs_are_in_real_terms_of_the_latest_year_and_nothing_else_has_a_basis(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [
        table_row(
            "SW01", year="2022-23", value="30.5", parts=("7453.35", "233.9"), scotland=("31", "9", "8")
        ),
        table_row("SW01", year="2021-22", value="29.5", scotland=("30", "", "")),
        table_row("CHN22", year="2023-24"),
    ]
    report = load(write_table(tmp_path / NAME, rows))
    assert report.editions == ("LGBF, February 2024",)
    assert query(engine, "SELECT published_on, base_year FROM editions") == [("2024-02", "2022-23")]
    assert query(
        engine,
        "SELECT basis, period_kind, value, numerator, denominator, locator FROM figures WHERE period IN "
        "('2022-23', '2023-24') ORDER BY indicator_code DESC, area_name",
    ) == [
        ("real", "financial_year", 30.5, 7453.35, 233.9, "row 2"),
        ("real", "financial_year", 31.0, 9.0, 8.0, "row 2, Scotland_Indicator_Real"),
        ("none", "care_year", 1.92, None, None, "row 4"),
        ("none", "care_year", 6.85, None, None, "row 4, Scotland_Indicator_Real"),
    ]


def test_scotland_is_one_row_however_often_it_is_repeated(tmp_path: Path, load: Load, engine: Engine) -> None:
    rows = [table_row(council=name) for name in ("Dundee City", "Inverclyde", "Glasgow City")]
    assert load(write_table(tmp_path / NAME, rows)).counts == Counts(new=4)
    assert query(engine, "SELECT count(*) FROM figures WHERE area_name = 'Scotland'") == [(1,)]


def test_a_scotland_figure_whose_repeats_disagree_is_rejected_and_the_councils_stay(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [table_row(), table_row(council="Inverclyde", scotland=("0.07", "", ""))]
    report = load(write_table(tmp_path / NAME, rows))
    assert report.counts == Counts(new=2, rejected=1)
    assert report.problems[0].sentence == (
        f"{NAME}, rows 2, 3: the Scotland columns of CHN22 2019-20 disagree between councils; "
        "no Scotland figure is taken from them."
    )
    assert query(engine, "SELECT DISTINCT scotland_kind, scotland_councils FROM benchmark_values") == [
        ("mean", 2)
    ]


def test_windows_and_single_survey_years_of_one_code_are_different_periods(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [table_row("CHN10", year=year) for year in ("2010-14", "2017-20", "2019-20")]
    load(write_table(tmp_path / NAME, rows))
    assert query(
        engine, "SELECT DISTINCT period, period_kind, period_start FROM figures ORDER BY period"
    ) == [
        ("2010-14", "window", "2010-04-01"),
        ("2017-20", "window", "2017-04-01"),
        ("2019-20", "survey_round", "2019-04-01"),
    ]


def test_a_blank_value_is_missing_and_a_missing_council_is_no_row(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    report = load(write_table(tmp_path / NAME, [table_row("SW01", value="", parts=("12", ""))]))
    assert report.counts == Counts(new=2)
    assert query(engine, "SELECT status, value FROM figures WHERE area_name <> 'Scotland'") == [
        ("missing", None)
    ]


def test_an_unreadable_value_rejects_its_row_and_an_unknown_label_is_only_noticed(
    tmp_path: Path, load: Load
) -> None:
    rows = [table_row(value="about 2%"), table_row(council="Inverclyde", family="Coastal")]
    report = load(write_table(tmp_path / NAME, rows))
    assert report.counts == Counts(new=2, rejected=1)
    assert [(problem.rule, problem.severity, problem.place) for problem in report.problems] == [
        ("family label", "warning", f"{NAME}, row 3"),
        ("unreadable number", "error", f"{NAME}, row 2"),
    ]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (table_row("CHN99"), "row 3: 'CHN99' is not an indicator of the catalogue"),
        (
            table_row(council="Inverclide"),
            "row 3: 'Inverclide' is not a known area; did you mean 'Inverclyde'?",
        ),
        (table_row(year="2019-40"), "row 3: '2019-40' is not a period"),
    ],
)
def test_an_unknown_word_refuses_the_file(
    tmp_path: Path, refusal: Refusal, row: list[object], sentence: str
) -> None:
    assert f"{NAME}, {sentence}" in refusal(write_table(tmp_path / NAME, [table_row(), row]))


def test_a_name_without_a_date_needs_one_from_outside(tmp_path: Path, load: Load, refusal: Refusal) -> None:
    path = write_table(tmp_path / "lgbf_data_table_real.csv", [table_row()])
    assert "give the date, for example --published 2024-02" in refusal(path)
    assert load(path, published="2024-11").editions == ("LGBF, November 2024",)
    assert load(path, published="2024-12", edition="LGBF, winter").editions == ("LGBF, winter",)
