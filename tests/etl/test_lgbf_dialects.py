"""The other headers of the LGBF long table, the lists beside it, and the real flat files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import Engine

from etl.pipeline import load_file
from etl.report import Counts, LoadReport
from etl.sources.lgbf_dialects import DIALECTS
from indicators.catalogue_files import load_catalogue
from tests.etl.conftest import everything, query
from tests.etl.published_files import write_csv, write_workbook

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]
CASH = (
    "LocalAuthority,IndicatorCode,Year,IndicatorCash_LA,NumeratorCash_LA,DenominatorCash_LA,"
    "IndicatorCash_Scotland,NumeratorCash_Scotland,DenominatorCash_Scotland,"
    "IndicatorCash_FG,NumeratorCash_FG,DenominatorCash_FG,FamilyGroup"
)
JOINED = (
    "Indicators_Information_Code,LA_Information_LocalAuthority,LA_Data_LGBF_Year,LA_Data_LA_IndicatorReal,"
    "LA_Data_LA_Numerator_real,LA_Data_LA_Den_Real,Scotland_Data_Scotland_Indicator_Real,"
    "Scotland_Data_Scotland_Num_Real,Scotland_Data_Scotland_Den_Real,FG_Data_FG_Avg_Indicator_Real,"
    "FG_Data_FG_Avg_Num_Real,FG_Data_FG_Avg_Den_Real,FG_Data_FamilyGroup"
)
MONTHS = (
    "LA_Data_LocalAuthority,LA_Data_LGBF_Year,LA_Data_IndicatorCode,LA_Data_IndicatorReal,LA_Data_NumeratorReal,"
    "LA_Data_DenominatorReal,LA_Data_IndicatorCash,LA_Data_NumeratorCash,LA_Data_DenominatorCash"
)
FLAT = "DataType,Code,LocalAuthority,Period,Value,Numerator,Denominator"
QUARTERS = (
    "Key_CodePeriodDType,Code,LocalAuthority,Period,Value,Numerator,Denominator,FamilyRank,FamilyPct,"
    "ScotRank,ScotPct,DataType,Changes"
)
FIGURES = (
    "SELECT indicator_code, area_code, period, basis, value, status, numerator FROM figure_versions "
    "ORDER BY 1, 2"
)
VARIABLES = ["Variable name", "Title", "One is high"]


def written(folder: Path, header: str, *rows: list[object]) -> Path:
    return write_csv(folder / "lgbf_2024-02.csv", header, rows)


def test_the_table_in_cash_is_in_cash_and_a_blank_keeps_its_numerator(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    scotland, means = ["0.07", "", ""], ["0.08", "", ""]
    rows: list[list[object]] = [
        [
            "Dundee City",
            "SW01",
            "2022-23",
            "28.13",
            "7453.4",
            "264.9",
            "29.9",
            "1",
            "2",
            *means,
            "Most Deprived",
        ],
        ["Dundee City", "CHN08a", "2022-23", "", "3100", "", "4000.5", "", "", *means, "Most Deprived"],
        ["Inverclyde", "CHN22", "2019-20", "0.02", "", "", *scotland, *means, "Most Deprived"],
        [""] * 13,
        [""] * 13,
    ]
    report = load(written(tmp_path, CASH, *rows))
    assert (report.counts, report.problems) == (Counts(new=6), ())
    assert query(engine, FIGURES) == [
        ("CHN08a", "S12000042", "2022-23", "cash", None, "missing", 3100.0),
        ("CHN08a", "S92000003", "2022-23", "cash", 4000.5, "published", None),
        ("CHN22", "S12000018", "2019-20", "none", 2.0, "published", None),
        ("CHN22", "S92000003", "2019-20", "none", 7.0, "published", None),
        ("SW01", "S12000042", "2022-23", "cash", 28.13, "published", 7453.4),
        ("SW01", "S92000003", "2022-23", "cash", 29.9, "published", 1.0),
    ]
    assert query(engine, "SELECT base_year FROM editions") == [("",)]


def test_the_table_with_joined_names_is_in_real_terms_with_scotland_once(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows: list[list[object]] = [
        ["SW1", area, "2023-24", value, "", "", "31.5", "", "", "30", "", "", "Most Deprived"]
        for area, value in (("Dundee City", "30.5"), ("Glasgow City", "29"))
    ]
    assert load(written(tmp_path, JOINED, *rows)).counts == Counts(new=3)
    assert query(engine, "SELECT area_name, basis, value, locator FROM figures ORDER BY 1") == [
        ("Dundee City", "real", 30.5, "row 2"),
        ("Glasgow City", "real", 29.0, "row 3"),
        ("Scotland", "real", 31.5, "row 2, Scotland_Data_Scotland_Indicator_Real"),
    ]
    assert query(engine, "SELECT base_year FROM editions") == [("2023-24",)]


def test_months_and_quarters_stay_what_they_are_and_each_price_basis_is_a_figure(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows: list[list[object]] = [
        ["Dundee City", "2018-19 April", "CHN22", "0.0192", "", "", "0.02", "", ""],
        ["Dundee City", "2018-19 Q1", "CHN22", "", "", "", "0.03", "", ""],
        ["Dundee City", "2018-19", "SW01", "27.1", "7000", "", "24.5", "6400", ""],
    ]
    assert load(written(tmp_path, MONTHS, *rows)).counts == Counts(new=4)
    found = "SELECT indicator_code, period, period_kind, basis, value FROM figures ORDER BY 1, 2, 4"
    assert query(engine, found) == [
        ("CHN22", "2018-04", "month", "none", 1.92),
        ("CHN22", "2018-19 Q1", "quarter", "none", 3.0),
        ("SW01", "2018-19", "financial_year", "cash", 24.5),
        ("SW01", "2018-19", "financial_year", "real", 27.1),
    ]


def test_single_values_say_their_prices_row_by_row(tmp_path: Path, load: Load, engine: Engine) -> None:
    rows: list[list[object]] = [
        ["Real", "SW01", "Dundee City", "2019-20", "27.1", "", ""],
        ["Cash_Annual", "SW01", "Dundee City", "2019-20", "24.5", "", ""],
    ]
    assert load(written(tmp_path, FLAT, *rows)).counts == Counts(new=2)
    assert query(engine, "SELECT basis, value FROM figures ORDER BY 1") == [("cash", 24.5), ("real", 27.1)]


def test_ranks_are_ignored_and_means_of_family_groups_are_left_out_and_counted(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    def row(area: str) -> list[object]:
        return [
            "k",
            "CHN 22",
            area,
            "2018-19;Q1",
            "0.5",
            "1",
            "2",
            "3",
            "0.4",
            "9",
            "0.3",
            "Real_Quarterly",
            "",
        ]

    report = load(
        written(tmp_path, QUARTERS, row("Dundee City"), row("Family Group 4"), row("Family Group 3"))
    )
    assert report.counts == Counts(new=1, rejected=2)
    (problem,) = report.problems
    assert (problem.rule, problem.severity) == ("family mean", "warning")
    assert "row 3: 2 rows are means of family groups" in problem.sentence
    assert query(engine, "SELECT period, value, numerator, denominator FROM figures") == [
        ("2018-19 Q1", 50.0, 1.0, 2.0)
    ]


def test_a_data_type_nobody_knows_refuses_the_file(tmp_path: Path, refusal: Refusal) -> None:
    row: list[object] = ["Nominal", "SW01", "Dundee City", "2019-20", "27.1", "", ""]
    assert "lgbf_2024-02.csv, row 2: 'Nominal' is not Real or Cash" in refusal(written(tmp_path, FLAT, row))


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.title)
def test_a_header_that_lacks_a_column_is_refused_with_the_dialect_it_nearly_is(
    tmp_path: Path, refusal: Refusal, dialect: object
) -> None:
    *kept, lost = dialect.columns  # type: ignore[attr-defined]
    said = refusal(written(tmp_path, ",".join([*kept, "other"]), ["1"] * (len(kept) + 1)))
    assert f"it looks like {dialect.title}, but has no column '{lost}'" in said  # type: ignore[attr-defined]


# --- lists of indicators, and files without figures


def test_a_list_of_indicators_is_a_check_of_the_catalogue_and_keeps_no_figure(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows: list[list[object]] = [
        ["Re-registrations", "CHN22", "Ascending"],
        ["Home care", "SW 01", "Descending"],
        ["New one", "SW99", "Ascending"],
    ]
    report = load(written(tmp_path, "Title,Code,Ranking_Type", *rows))
    assert report.counts == Counts()
    assert [(problem.rule, problem.severity, problem.value) for problem in report.problems] == [
        ("direction", "warning", "SW 01"),
        ("code missing", "warning", "SW99"),
    ]
    assert "for SW 01 higher is better here and lower in the catalogue" in report.problems[0].sentence
    assert everything(engine)["figure_versions"] == []


def test_the_list_with_joined_names_says_no_direction_and_is_checked_for_codes(
    tmp_path: Path, load: Load
) -> None:
    header = "Indicators_Information_Code,Indicators_Information_Title,Indicators_Information_Unit"
    report = load(written(tmp_path, header, ["CHN22", "Re-registrations", "%"], ["SW99", "New", "%"]))
    assert [problem.value for problem in report.problems] == ["SW99"]


def test_a_sheet_of_variables_is_checked_for_codes_and_its_other_variables_are_not_codes(
    tmp_path: Path, load: Load
) -> None:
    path = tmp_path / "variables.xlsx"
    rows = [VARIABLES, ["grpchldrn", "System", ""], ["SW1", "Home care", "Yes"], ["SW99", "New", "No"]]
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("metadata")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    report = load(path)
    assert [(problem.rule, problem.place) for problem in report.problems] == [
        ("direction", "variables.xlsx, metadata!A3"),
        ("code missing", "variables.xlsx, metadata!A4"),
    ]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Type,Code,Period,Local Authority,Value,Numerator,Denominator", "do not reproduce"),
        ("Family_Group,Local_Authority,Type", "which councils form a family group"),
        ("# SOURCE a page", "it is the text of a page, not a data file"),
    ],
)
def test_a_file_without_figures_is_refused_with_what_it_is(
    tmp_path: Path, refusal: Refusal, header: str, said: str
) -> None:
    assert said in refusal(written(tmp_path, header, ["x"] * (header.count(",") + 1)))


# --- workbooks of other years


def test_without_deflators_the_year_whose_cash_and_real_are_equal_is_the_price_year(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    header = ["Local Authority", "SW1 2018-19", "SW1 2018-19 Real", "SW1 2019-20", "SW1 2019-20 Real"]
    rows = [header, ["Dundee City", 24.0, 25.5, 26.25, 26.25], ["Glasgow City", 20.0, 21.2, "dna", "dna"]]
    load(write_workbook(tmp_path / "lgbf_2020-01.xlsx", rows, deflators=None))
    assert query(engine, "SELECT base_year FROM editions") == [("2019-20",)]


def test_two_years_with_equal_prices_leave_the_price_year_unsaid(tmp_path: Path, refusal: Refusal) -> None:
    header = ["Local Authority", "SW1 2018-19", "SW1 2018-19 Real", "SW1 2019-20", "SW1 2019-20 Real"]
    path = write_workbook(
        tmp_path / "lgbf_2020-01.xlsx", [header, ["Dundee City", 24.0, 24.0, 26.0, 26.0]], deflators=None
    )
    assert "must say which year's prices" in refusal(path)


def test_a_hidden_sheet_of_figures_after_others_is_read(tmp_path: Path, load: Load, engine: Engine) -> None:
    path = tmp_path / "lgbf_2020-01.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Archive").write_row(0, 0, ["Local Authority", "CHN22 2010-11"])
        page = book.add_worksheet("Raw Data")
        page.write_row(0, 0, ["Local Authority", "CHN22 2019-20"])
        page.write_row(1, 0, ["Dundee City", 1.92])
        page.hide()
    assert load(path).counts == Counts(new=1)
    assert query(engine, "SELECT period, locator FROM figures") == [("2019-20", "Raw Data!B2")]


# --- the real flat files


def test_the_real_lists_of_single_values_load_beside_the_table_of_their_edition(
    shared_data: Path, engine: Engine
) -> None:
    # SW08,Dundee City,2019-20 has the numerator 5438, as the monthly figures of delayed discharges add up to.
    catalogue, folder = load_catalogue(), shared_data / "lgbf"
    missing = load_file(folder / "sw08_and_missing_real_2024-02.csv", engine, catalogue)
    assert missing.counts == Counts(new=1888)
    quarters = load_file(folder / "quarterly_real_2024-02.csv", engine, catalogue)
    assert quarters.counts == Counts(new=1339)
    dundee = "area_code = 'S12000042' AND indicator_code = 'SW08' AND period = '2019-20'"
    assert query(engine, f"SELECT numerator FROM figures WHERE {dundee}") == [(5438.0,)]
    aberdeen = "area_name = 'Aberdeen City' AND indicator_code = 'CORP09' AND period = '2018-19 Q1'"
    assert query(engine, f"SELECT value, numerator, denominator FROM figures WHERE {aberdeen}") == [
        (98.0, 2985.0, 3035.0)
    ]
