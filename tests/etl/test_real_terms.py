"""Costs printed in cash alone get real terms within one edition, never in the prices of another year."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine

from etl.extract import extract
from etl.readings import Asked
from etl.real_terms import WORKED_OUT, Deflators, with_real_terms
from etl.report import LoadReport
from etl.sources import reader_for
from indicators.catalogue_files import load_catalogue
from tests.etl.checks.frames import frame
from tests.etl.conftest import query
from tests.etl.published_files import DEFLATORS, write_csv, write_workbook
from tests.etl.test_lgbf_dialects import CASH, FLAT

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]
NAME = "lgbf_2022-01.xlsx"
LEVELS = Deflators({"2019-20": 80.0, "2020-21": 100.0}, "the workbook")
CASH_COST = {
    "indicator": "SW01", "basis": "cash", "value": 20.0, "period_kind": "financial_year",
    "numerator": 40.0, "denominator": 2.0,
}  # fmt: skip
CASH_ROW = ["Dundee City", "SW01", "2019-20", 20, 40, 2, 24, 48, 2, "", "", "", "Urban"]


def test_cash_over_the_deflator_times_a_hundred_is_real_and_says_where_it_is_from() -> None:
    _, made = with_real_terms(frame(CASH_COST), LEVELS, "").to_dict("records")
    assert (made["basis"], made["value"], made["status"]) == ("real", 25.0, "published")
    assert made["note"] == f"{WORKED_OUT} of the workbook, in prices of 2020-21"
    assert pd.isna(made["numerator"])
    assert pd.isna(made["denominator"])


@pytest.mark.parametrize(
    ("rows", "levels", "printed_base"),
    [
        ([CASH_COST, {**CASH_COST, "basis": "real", "value": 24.9}], LEVELS, "2020-21"),
        ([CASH_COST, {**CASH_COST, "basis": "real", "status": "missing", "area": "S12000049"}], LEVELS, ""),
        ([CASH_COST], LEVELS, "2021-22"),
        ([CASH_COST], Deflators({"2019-20": 80.0, "2020-21": 99.0}, "x"), ""),
        ([{**CASH_COST, "period": "2018-19"}], LEVELS, ""),
        ([{**CASH_COST, "period": "2019-20 Q1", "period_kind": "quarter"}], LEVELS, ""),
        ([{**CASH_COST, "status": "doubtful"}], LEVELS, ""),
        ([{**CASH_COST, "basis": "none"}], LEVELS, ""),
    ],
    ids=[
        "printed in real terms",
        "a real column, blank here",
        "real terms of another year",
        "no base year",
        "a year without a deflator",
        "a quarter",
        "a doubtful figure",
        "no price",
    ],
)  # fmt: skip
def test_nothing_is_worked_out_where_it_could_be_wrong(
    rows: list[dict[str, object]], levels: Deflators, printed_base: str
) -> None:
    printed = frame(*rows)
    pd.testing.assert_frame_equal(with_real_terms(printed, levels, printed_base), printed)


def test_a_workbook_in_cash_alone_is_kept_in_both_with_its_price_year(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows: list[list[object]] = [
        ["Local Authority", "SW1 2019-20", "CHN22 2019-20"],
        ["Dundee City", 937.0, 1.9],
    ]
    report = load(write_workbook(tmp_path / NAME, rows))
    assert report.counts.new == 3
    columns = "indicator_code, basis, round(value, 9)"
    assert query(engine, f"SELECT {columns} FROM figures ORDER BY 1, 2") == [
        ("CHN22", "none", 1.9),
        ("SW01", "cash", 937.0),
        ("SW01", "real", 1000.0),
    ]
    assert query(engine, "SELECT base_year FROM editions") == [("2020-21",)]


def deflators(folder: Path, name: str, *rows: list[object]) -> Path:
    return write_csv(folder / name, "Year,Deflator", rows or (["2019-20", 80], ["2020-21", 100]))


def test_a_table_in_cash_uses_the_deflators_beside_it_of_the_same_date_only(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    deflators(tmp_path, "deflators_2022-01.csv")
    table = write_csv(tmp_path / "lgbf_cash_2024-02.csv", CASH, [CASH_ROW])
    assert load(table).counts.new == 2
    assert query(engine, "SELECT base_year FROM editions") == [("",)]
    deflators(tmp_path, "deflators_2024-02.csv")
    assert (load(table).counts.new, load(table).counts.unchanged) == (2, 4)
    found = query(engine, "SELECT area_code, value FROM figures WHERE basis = 'real' ORDER BY 1")
    assert found == [("S12000042", 25.0), ("S92000003", 30.0)]


def test_what_the_edition_prints_is_not_replaced_by_what_is_worked_out(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    printed = ["Real_Annual", "SW01", "Dundee City", "2020-21", 31, "", ""]
    earlier = ["Real_Annual", "SW01", "Dundee City", "2019-20", 25.1, "", ""]
    load(write_csv(tmp_path / "lgbf_real_2024-02.csv", FLAT, [printed, earlier]))
    deflators(tmp_path, "deflators_2024-02.csv")
    report = load(write_csv(tmp_path / "lgbf_cash_2024-02.csv", CASH, [CASH_ROW]))
    assert (report.counts.new, report.counts.unchanged) == (3, 1)
    statement = "SELECT value FROM figures WHERE basis = 'real' AND area_code = 'S12000042' ORDER BY period"
    assert query(engine, statement) == [(25.1,), (31.0,)]


def test_deflators_of_another_base_year_than_the_edition_has_are_refused(
    tmp_path: Path, load: Load, refusal: Refusal
) -> None:
    row = ["Real_Annual", "SW01", "Dundee City", "2021-22", 31, "", ""]
    load(write_csv(tmp_path / "lgbf_real_2024-02.csv", FLAT, [row]))
    deflators(tmp_path, "deflators_2024-02.csv")
    table = write_csv(tmp_path / "lgbf_cash_2024-02.csv", CASH, [CASH_ROW])
    assert "is kept in prices of 2021-22, not 2020-21" in refusal(table)


def test_a_deflator_nobody_can_read_refuses_the_table_and_deflators_alone_are_no_figures(
    tmp_path: Path, refusal: Refusal
) -> None:
    alone = deflators(tmp_path, "deflators_2024-02.csv", ["2019-20", "about 80"])
    table = write_csv(tmp_path / "lgbf_cash_2024-02.csv", CASH, [CASH_ROW])
    assert "the deflator of 2019-20 is not a number above 0" in refusal(table)
    assert "it holds deflators" in refusal(alone)


def test_rows_of_the_sheet_that_are_no_year_are_passed_over(tmp_path: Path, load: Load) -> None:
    rows: list[list[object]] = [["Local Authority", "SW1 2019-20"], ["Dundee City", 937.0]]
    assert (
        load(write_workbook(tmp_path / NAME, rows, deflators=[*DEFLATORS, ["Source: HMT"]])).counts.new == 2
    )


def test_what_would_be_worked_out_is_what_the_real_workbook_prints_both_ways(shared_data: Path) -> None:
    path = shared_data / "lgbf/lgbf_workbook_2022-01.xlsx"
    extracted = extract(path)
    printed = reader_for(extracted).read(extracted, load_catalogue(), Asked()).frame
    assert not printed["note"].str.contains(WORKED_OUT).any()
    levels = {"2010-11": 80.08844249608138, "2019-20": 93.74782600806553, "2020-21": 100.0}
    costs = printed[(printed["indicator"] == "CHN08a") & printed["period"].isin(levels)]
    in_cash = costs[costs["basis"] == "cash"].reset_index(drop=True)
    made = with_real_terms(in_cash, Deflators(levels, path.name), "")
    key = ["area", "period"]
    pairs = made[made["basis"] == "real"].merge(costs[costs["basis"] == "real"], on=key, suffixes=("", "_as"))
    assert len(pairs) > 60
    assert pairs["value"].to_numpy() == pytest.approx(pairs["value_as"].to_numpy(), rel=1e-12)
    back = pairs["value_as"] * pairs["period"].map(levels) / 100
    cash = pairs[key].merge(in_cash, on=key)["value"]
    assert back.to_numpy() == pytest.approx(cash.to_numpy(), rel=1e-12)
    # Dundee City, 2019-20, copied from the sheet.
    (row,) = pairs[(pairs["area"] == "S12000042") & (pairs["period"] == "2019-20")].to_dict("records")
    assert row["value"] == pytest.approx(4658.84049751048, rel=1e-13)
