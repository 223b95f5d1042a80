"""A council's own return: the template, and the same workbook or CSV file filled in and read back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine
from typer.testing import CliRunner

from etl import target_sheet
from etl.cli import app
from etl.pipeline import load_file
from etl.report import LoadReport
from etl.template import COLUMNS, FIGURES, LISTS, PERIODS, Content, write_template
from etl.template_csv import write_csv_template
from indicators.areas import Area, AreaKind, Areas
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.indicator import Unit
from indicators.periods import PeriodKind
from tests.catalogue_builder import indicator
from tests.etl.conftest import query

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]
ROW = ("CHN22", "Dundee City", "2019-20", 7.8, 5, 64, "", "checked by the service")


def filled(path: Path, rows: Sequence[Sequence[object]], columns: Sequence[str] = COLUMNS) -> Path:
    """A return with these rows, as a person would save it."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet(FIGURES)
    for at, row in enumerate((columns, *rows)):
        sheet.write_row(at, 0, row)
    book.close()
    return path


@pytest.fixture
def at(tmp_path: Path) -> Path:
    """A file name that says when the return was made."""
    return tmp_path / "council-return-2024-07.xlsx"


def test_the_template_lists_the_indicators_of_a_service_with_their_meaning(tmp_path: Path) -> None:
    out = tmp_path / "asp.xlsx"
    done = CliRunner().invoke(app, ["template", "adult_protection", "--out", str(out)])
    assert done.exit_code == 0, done.output
    book = CalamineWorkbook.from_path(str(out))
    assert tuple(book.get_sheet_by_name(FIGURES).to_python()[0]) == COLUMNS
    listed = book.get_sheet_by_name(LISTS).to_python()
    assert "ASP_REFERRALS" in [row[0] for row in listed]
    assert {"Dundee City", "Dumfries & Galloway: Nithsdale"} <= {row[5] for row in listed}
    assert "suppressed" in [row[6] for row in listed]


def test_the_template_offers_each_indicator_the_periods_of_its_cadence(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    out = tmp_path / "t.xlsx"
    items = [
        indicator("CHN22", Unit.PERCENT, periods=(PeriodKind.CARE_YEAR,)),
        indicator("ASP1", Unit.COUNT, cadence="quarterly", periods=(PeriodKind.QUARTER,)),
    ]
    write_template(out, Content("Children", items, catalogue, date(2024, 7, 9)))
    book = CalamineWorkbook.from_path(str(out))
    assert [row[4] for row in book.get_sheet_by_name(LISTS).to_python()][:3] == [
        "Period",
        "care_year",
        "quarter",
    ]
    heads, first, *_ = book.get_sheet_by_name(PERIODS).to_python()
    assert dict(zip(heads, first, strict=True))["quarter"] == "2024-25 Q2"
    assert dict(zip(heads, first, strict=True))["month"] == "2024-07"
    with ZipFile(out) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        names = parts.read("xl/workbook.xml").decode()
    assert 'INDIRECT("periods_"&amp;VLOOKUP($A2,' in sheet
    assert '<definedName name="periods_quarter">Periods!$B$2:$B$17</definedName>' in names


def test_quarters_may_be_asked_for_whatever_the_cadence(tmp_path: Path) -> None:
    out = tmp_path / "asp.xlsx"
    done = CliRunner().invoke(app, ["template", "adult_protection", "--by", "quarter", "--out", str(out)])
    assert done.exit_code == 0, done.output
    listed = CalamineWorkbook.from_path(str(out)).get_sheet_by_name(LISTS).to_python()
    assert {row[4] for row in listed[1:] if row[0]} == {"quarter"}


def test_a_csv_template_is_read_back_row_by_row(
    tmp_path: Path, load: Load, engine: Engine, catalogue: Catalogue
) -> None:
    path = tmp_path / "council-return-2024-07.csv"
    content = Content("Children", list(catalogue.indicators.values()), catalogue, date(2024, 7, 9))
    assert write_csv_template(path, content) == (path, tmp_path / "council-return-2024-07-targets.csv")
    text = path.read_text(encoding="utf-8-sig")
    assert text.splitlines()[:2] == [",".join(COLUMNS), "CHN22,,,,,,,"]
    path.write_text(text + "CHN22,Dundee City,2019-20,7.8,5,64,,checked\n", encoding="utf-8")
    assert load(path).counts.new == 1
    columns = "value, denominator, note, locator, source_code, label"
    assert query(engine, f"SELECT {columns} FROM figure_versions JOIN editions ON id = edition_id") == [
        (7.8, 64.0, "checked", "row 8", "council_return", "Council return, July 2024")
    ]


def test_a_csv_template_without_a_filled_row_is_refused_and_a_wrong_word_named_with_its_row(
    tmp_path: Path, catalogue: Catalogue, refusal: Refusal
) -> None:
    path = tmp_path / "council-return-2024-07.csv"
    write_csv_template(path, Content("Children", [catalogue["CHN22"]], catalogue, date(2024, 7, 9)))
    assert "has no filled rows" in refusal(path)
    with path.open("a", encoding="utf-8") as file:
        file.write("CHN22,Dundee Citty,2019-20,7.8,,,,\n")
    assert "council-return-2024-07.csv, row 3: 'Dundee Citty'" in refusal(path)


def test_a_figure_of_a_locality_is_kept_and_changes_no_benchmark(
    at: Path, engine: Engine, catalogue: Catalogue
) -> None:
    code = "S12000042:lochee"
    lochee = Area(code, "Dundee City: Lochee", AreaKind.LOCALITY, council="S12000042")
    areas = Areas([*catalogue.areas.by_code.values(), lochee], catalogue.areas.groups)
    catalogue.areas = areas
    councils = [
        ("CHN22", area.name, "2019-20", at * 1.5, "", "", "", "") for at, area in enumerate(areas.councils)
    ]
    load_file(filled(at, councils), engine, catalogue)
    before = query(engine, "SELECT * FROM benchmark_values")
    own = ("CHN22", "Dundee City: Lochee", "2019-20", 99.0, "", "", "", "")
    report = load_file(filled(at, [*councils, own]), engine, catalogue)
    assert (report.counts.new, report.counts.unchanged) == (1, 9)
    kept = f"SELECT value FROM figures WHERE area_code = '{code}'"
    assert query(engine, kept) == [(99.0,)]
    assert query(engine, "SELECT * FROM benchmark_values") == before
    assert len(before) == 9


def test_targets_in_the_same_workbook_are_not_loaded_and_the_report_says_how_to_keep_them(
    at: Path, load: Load
) -> None:
    target = ("CHN22", "Dundee City", "2024-25", "", 8, *[""] * 5, "the council", "")
    with xlsxwriter.Workbook(str(at)) as book:
        for name, rows in ((FIGURES, (COLUMNS, ROW)), (target_sheet.SHEET, (target_sheet.COLUMNS, target))):
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    (problem,) = load(at).problems
    assert (problem.rule, problem.severity) == ("targets beside", "warning")
    assert "1 rows of targets are not loaded" in problem.sentence
    assert "python -m etl targets council-return-2024-07.xlsx" in problem.sentence


def test_a_locality_alone_has_no_benchmarks_either(at: Path, engine: Engine) -> None:
    row = ("ASP_REFERRALS", "Dumfries & Galloway: Nithsdale", "2024-25 Q1", 31, "", "", "", "")
    assert load_file(filled(at, [row]), engine, load_catalogue()).counts.new == 1
    assert query(engine, "SELECT area_code, period FROM figures") == [("S12000006:nithsdale", "2024-25 Q1")]
    assert query(engine, "SELECT scotland_value, rank, family_mean FROM benchmark_values") == []


def test_an_unknown_service_is_wrong_usage_and_the_services_are_named() -> None:
    done = CliRunner().invoke(app, ["template", "narnia"])
    assert done.exit_code == 2
    assert "adult_protection" in done.output


def test_an_empty_template_is_refused_until_it_is_filled_in(
    tmp_path: Path, catalogue: Catalogue, refusal: Refusal
) -> None:
    path = tmp_path / "council-return-2024-07.xlsx"
    write_template(
        path, Content("Children", list(catalogue.indicators.values()), catalogue, date(2024, 7, 9))
    )
    assert "has no filled rows; fill them in first" in refusal(path)


def test_a_filled_row_becomes_a_figure_with_its_counts_note_and_cell(
    at: Path, load: Load, engine: Engine
) -> None:
    report = load(filled(at, [ROW]))
    assert (report.counts.new, report.counts.rejected) == (1, 0)
    assert report.editions == ("Council return, July 2024",)
    columns = "value, numerator, denominator, status, note, locator, period_kind"
    assert query(engine, f"SELECT {columns} FROM figure_versions") == [
        (7.8, 5.0, 64.0, "published", "checked by the service", "Figures!A2", "care_year")
    ]


@pytest.mark.parametrize(
    ("period", "label", "kind"),
    [
        ("2024-25 Q1", "2024-25 Q1", "quarter"),
        ("2024-04", "2024-04", "month"),
        ("31 July 2024", "2024-07-31", "day"),
    ],
)
def test_months_quarters_and_days_are_read_as_such(
    at: Path, load: Load, engine: Engine, period: str, label: str, kind: str
) -> None:
    load(filled(at, [("CHN22", "Dundee City", period, 7.8, "", "", "", "")]))
    assert query(engine, "SELECT period, period_kind FROM figure_versions") == [(label, kind)]


def test_a_status_stands_in_for_a_number_and_a_blank_is_missing_and_neither_is_zero(
    at: Path, load: Load, engine: Engine
) -> None:
    rows = [
        ("CHN22", "Dundee City", "2019-20", "", "", "", "suppressed", ""),
        ("CHN22", "Dundee City", "2020-21", "", "", "", "", ""),
        ("CHN22", "Dundee City", "2021-22", 0, "", "", "", ""),
    ]
    load(filled(at, rows))
    stored = query(engine, "SELECT period, value, status FROM figure_versions ORDER BY period")
    assert stored == [
        ("2019-20", None, "suppressed"),
        ("2020-21", None, "missing"),
        ("2021-22", 0.0, "published"),
    ]


UNREADABLE = "the number cannot be read; write it as 1234.5."


@pytest.mark.parametrize(
    ("cells", "columns", "sentence"),
    [
        (("about 8", "", "", ""), "Value", UNREADABLE),
        (("1,234", "", "", ""), "Value", UNREADABLE),
        ((7.8, "five", "64 people", ""), "Numerator and Denominator", UNREADABLE),
        (("8%", "", "", "suppressed"), "Value", UNREADABLE),
        ((7.8, "", "", "suppressed"), "Status", "it does not go with the value; leave the status empty"),
        (("", "", "", "published"), "Status", "it does not go with the value; leave the status empty"),
    ],
)
def test_a_number_that_cannot_be_or_cannot_be_read_rejects_its_row_only_and_names_the_column(
    at: Path, load: Load, cells: tuple[object, ...], columns: str, sentence: str
) -> None:
    bad = ("CHN22", "Dundee City", "2020-21", *cells, "")
    report = load(filled(at, [bad, ROW]))
    assert (report.counts.new, report.counts.rejected) == (1, 1)
    told = report.problems[0].sentence
    assert told.startswith(f"{at.name}, sheet Figures, row 2, column {columns}: {sentence}")


def test_a_month_a_spreadsheet_made_a_date_of_is_refused_and_never_taken_for_its_first_day(
    at: Path, refusal: Refusal
) -> None:
    assert refusal(dated(at, date(2024, 5, 1))) == (
        f"{at.name}, sheet Figures, row 2, column Period: the spreadsheet made a date of it; "
        "format the cell as text and write 2024-05 for the month, or 1 May 2024 for that day."
    )


def test_another_day_kept_as_a_date_is_that_day(at: Path, load: Load, engine: Engine) -> None:
    load(dated(at, date(2024, 7, 31)))
    assert query(engine, "SELECT period, period_kind FROM figure_versions") == [("2024-07-31", "day")]


def dated(path: Path, day: date) -> Path:
    """A return of one row whose period is kept as a date."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet(FIGURES)
        sheet.write_row(0, 0, COLUMNS)
        sheet.write_row(1, 0, ROW)
        sheet.write_datetime(1, COLUMNS.index("Period"), day, book.add_format({"num_format": "yyyy-mm-dd"}))
    return path


@pytest.mark.parametrize(
    ("at_column", "text", "sentence"),
    [
        (0, "CHN2X", "did you mean"),
        (1, "Dundee Citty", "did you mean 'Dundee City'?"),
        (2, "last year", "is not a period"),
        (6, "hidden", "'hidden' is not a known status"),
    ],
)
def test_what_nobody_knows_refuses_the_return_with_its_row(
    at: Path, refusal: Refusal, at_column: int, text: str, sentence: str
) -> None:
    row = list(ROW)
    row[at_column] = text
    said = refusal(filled(at, [ROW, row]))
    assert sentence in said
    assert "sheet Figures, row 3" in said


def test_a_missing_column_is_named(at: Path, refusal: Refusal) -> None:
    said = refusal(filled(at, [ROW[:6]], COLUMNS[:6]))
    assert "there is no column Status, Note" in said


def test_a_return_without_a_date_in_its_name_asks_for_one(tmp_path: Path, refusal: Refusal) -> None:
    assert "--published" in refusal(filled(tmp_path / "return.xlsx", [ROW]))


def test_the_same_return_twice_changes_nothing(at: Path, load: Load, engine: Engine) -> None:
    load(filled(at, [ROW]))
    before = query(engine, "SELECT * FROM figure_versions")
    assert load(at).counts.unchanged == 1
    assert query(engine, "SELECT * FROM figure_versions") == before
