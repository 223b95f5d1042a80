"""Publication tables of the Scottish Government, in the layouts they have had."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import Engine

from etl.pipeline import load_file
from etl.problems import LoadRefused
from etl.report import Counts, LoadReport
from etl.sources.govscot_headers import SERIES, Table, period_of, without_footnotes
from indicators.catalogue_files import load_catalogue
from tests.etl.conftest import query

Rows = Sequence[Sequence[object]]
Load = Callable[..., LoadReport]
REGISTER = "Table 1.2: Children on the child protection register by local authority, rate per 1,000 aged 0-15"
DISCUSSIONS = "Table 1.3a: Inter-agency referral discussions by local authority, 2023-24"
FIGURES = "SELECT indicator_code, area_code, period, value, status FROM figure_versions ORDER BY 1, 2, 3"
DUNDEE, SCOTLAND, ABERDEENSHIRE = "S12000042", "S92000003", "S12000034"


@pytest.fixture(name="load_tables")
def _load_tables(engine: Engine, tmp_path: Path) -> Load:
    catalogue = load_catalogue()

    def load(**sheets: Rows) -> LoadReport:
        path = tmp_path / "Child+Protection+Statistics+Publication+Tables_2025-03.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            for name, rows in sheets.items():
                page = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    page.write_row(number, 0, row)
        return load_file(path, engine, catalogue)

    return load


def test_a_header_below_another_block_is_found_by_its_words_with_its_pairs_of_number_and_rate(
    load_tables: Load, engine: Engine
) -> None:
    rows = [
        ["Table 1.2: Register"],
        ["Category", "Subcategory", "2013"],
        ["Sex", "Boys", 1200],
        [],
        [REGISTER],
        ["Local authority", "2010 Number", "2010 Rate per 1,000", "2024 Number", "2024 Rate per 1,000"],
        ["Dundee City", 54, 2.2, "*", "*"],
        ["Orkney", 0, 0, "-", "-"],
        ["Scotland", "2,518", 2.8, "2,129", 2.3],
        ["Note: counted on 31 July since 2011."],
    ]
    assert load_tables(Table_1=rows).counts == Counts(new=12)
    assert query(engine, FIGURES)[:6] == [
        ("CP_REGISTER", "S12000023", "2010-03-31", 0.0, "published"),
        ("CP_REGISTER", "S12000023", "2024-07-31", None, "not_available"),
        ("CP_REGISTER", DUNDEE, "2010-03-31", 54.0, "published"),
        ("CP_REGISTER", DUNDEE, "2024-07-31", None, "suppressed"),
        ("CP_REGISTER", SCOTLAND, "2010-03-31", 2518.0, "published"),
        ("CP_REGISTER", SCOTLAND, "2024-07-31", 2129.0, "published"),
    ]
    rates = "indicator_code = 'CP_REGISTER_RATE_0_15' AND value = 2.3"
    assert query(engine, f"SELECT locator FROM figure_versions WHERE {rates}") == [("Table_1!E9",)]


def test_a_year_merged_over_two_columns_and_footnotes_glued_to_it_and_to_names(
    load_tables: Load, engine: Engine
) -> None:
    rows = [
        ["Table 5: Community payback orders commenced by local authority"],
        ["Local authority1", "2015-166,7", "", "2018-19", ""],
        ["", "Number", "Rate per 10,000", "Number", "Rate per 10,000"],
        ["Glasgow City1,3", "3,105", 71.2, "..", ".."],
        ["Edinburgh, City of", 1400, 37, 1300, 34.5],
    ]
    assert load_tables(Sheet5=rows).counts == Counts(new=8)
    wanted = "indicator_code = 'COMMUNITY_PAYBACK_COMMENCED'"
    found = query(
        engine, f"SELECT area_code, period, value, status FROM figure_versions WHERE {wanted} ORDER BY 1, 2"
    )
    assert found == [
        ("S12000036", "2015-16", 1400.0, "published"),
        ("S12000036", "2018-19", 1300.0, "published"),
        ("S12000049", "2015-16", 3105.0, "published"),
        ("S12000049", "2018-19", None, "not_available"),
    ]


def test_a_table_without_years_has_that_of_its_title_and_a_false_zero_is_no_zero(
    load_tables: Load, engine: Engine
) -> None:
    rows = [[DISCUSSIONS], [], ["Local Authority", "IRD Number"], ["Aberdeenshire", 0], ["Dundee City", 512]]
    report = load_tables(Table_13a=rows)
    assert [problem.rule for problem in report.problems if problem.rule == "known error"] == ["known error"]
    assert query(engine, FIGURES) == [
        ("CP_INTERAGENCY_DISCUSSIONS", ABERDEENSHIRE, "2023-24", None, "not_available"),
        ("CP_INTERAGENCY_DISCUSSIONS", DUNDEE, "2023-24", 512.0, "published"),
    ]


def test_years_alone_are_numbers_and_the_looked_after_have_their_own_source(
    load_tables: Load, engine: Engine
) -> None:
    title = "Table 3.2: Total number of children looked after by local authority"
    load_tables(T=[[title], ["Local authority", 2023, 2024], ["Dundee City", 430, 415]])
    assert query(engine, FIGURES) == [
        ("LAC_TOTAL", DUNDEE, "2023-07-31", 430.0, "published"),
        ("LAC_TOTAL", DUNDEE, "2024-07-31", 415.0, "published"),
    ]
    assert query(engine, "SELECT source_code FROM editions") == [("looked_after_statistics",)]


def test_tables_and_rates_of_no_indicator_are_left_out_with_a_note_and_riddles_rejected(
    load_tables: Load,
) -> None:
    register = REGISTER.replace("0-15", "0-17")
    head = ["Local authority", "2024 Number", "2024 Rate per 1,000"]
    report = load_tables(
        One=[[register], head, ["Dundee City", "about 9", 1.9], ["Angus", 12, 0.5]],
        Two=[["Table 9: Children by eye colour and local authority"], head, ["Dundee City", 1, 2]],
    )
    assert report.counts == Counts(new=1, rejected=1)
    ours = [problem for problem in report.problems if problem.rule != "council missing"]
    assert [(problem.rule, problem.place.rpartition(", ")[2]) for problem in ours] == [
        ("unknown column", "One!C2"),
        ("no indicator", "Two!A2"),
        ("unreadable value", "One!B3"),
    ]
    assert "about 9" not in str(report)


def test_an_unknown_council_refuses_the_workbook(load_tables: Load) -> None:
    rows = [[DISCUSSIONS], ["Local authority", "Number"], ["Renfrew", 4]]
    with pytest.raises(LoadRefused, match="T!A3: 'Renfrew' is not a known area"):
        load_tables(T=rows)


def test_a_workbook_whose_tables_have_no_title_is_not_taken_for_a_publication(load_tables: Load) -> None:
    with pytest.raises(LoadRefused, match="none of its sheets"):
        load_tables(Data=[["Local authority", "2019-20"], ["Dundee City", 27]])


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Glasgow City1,3", "Glasgow City"),
        ("Moray [note 2]", "Moray"),
        ("Argyll & Bute 4", "Argyll & Bute"),
        ("Fife", "Fife"),
    ],
)
def test_footnotes_come_off_a_name(label: str, name: str) -> None:
    assert without_footnotes(label) == name


def test_every_indicator_of_a_table_is_in_the_catalogue() -> None:
    known = load_catalogue().indicators
    codes = [code for series in SERIES for code in (series.number, series.rate) if code]
    assert [code for code in codes if code not in known] == []
    assert len(codes) == 9


@pytest.mark.parametrize(
    ("header", "snapshot", "year"),
    [
        ("2024 Number", "2024-07-31", "2023-24"),
        ("20241", "2024-07-31", "2023-24"),
        ("2015-166,7", "2016-07-31", "2015-16"),
        ("2015-1667", "2016-07-31", "2015-16"),
        ("2013/14", "2014-07-31", "2013-14"),
        ("1999-2000", "2000-03-31", "1999-00"),
        ("2013-2014", "2014-07-31", "2013-14"),
        ("2019-2021", None, None),
        ("2017-20", None, None),
    ],
)
def test_a_year_is_a_snapshot_or_a_year_of_the_series_and_a_doubtful_one_is_none(
    header: str, snapshot: str | None, year: str | None
) -> None:
    table = Table("Children on the register by local authority", 0, (), {})
    register, orders = SERIES[0], SERIES[3]
    found = [period_of(header, table, series) for series in (register, orders)]
    assert [period and period.label for period in found] == [snapshot, year]
