"""A file is known by what it holds: where its table stands, and what its sheet is called, may change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from sqlalchemy import Engine

from etl.report import Counts, LoadReport
from tests.etl.conftest import query
from tests.etl.published_files import TABLE_HEADER, table_row, write_workbook

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]
Rows = list[list[Any]]
WORKBOOK, TABLE = "lgbf_2022-01.xlsx", "lgbf_2024-02.csv"
HEADER: list[Any] = ["Local Authority", "CHN22 2019-20", "SW1 2019-20", "Cost 2019-20", "Hours 2019-20"]
ROWS: Rows = [HEADER, ["Dundee City", 1.9, 25.5, 7453, 292], ["Scotland", 6.85, 26.0, 99, 4]]


def moved(down: int, right: int) -> Rows:
    """The rows with blank cells above and beside them."""
    return [[], *[["A title of its own"]] * (down - 1), *([""] * right + row for row in ROWS)]


@pytest.mark.parametrize(
    ("rows", "sheet", "place"),
    [
        (ROWS, "Data 2022", "Data 2022!C2"),
        (ROWS, "raw data ", "raw data !C2"),
        (moved(2, 0), "Raw Data", "Raw Data!C4"),
        (moved(19, 0), "Raw Data", "Raw Data!C21"),
        (moved(1, 2), "Figures 2022", "Figures 2022!E3"),
        ([*ROWS, [], ["Source: Improvement Service"], ["All costs are in cash."]], "Raw Data", "Raw Data!C2"),
        ([[*row[:1], *row[2:], row[1]] for row in ROWS], "Raw Data", "Raw Data!B2"),
    ],
)
def test_a_workbook_whose_table_has_moved_loads_as_before_with_the_true_cell(
    tmp_path: Path, load: Load, engine: Engine, rows: Rows, sheet: str, place: str
) -> None:
    report = load(write_workbook(tmp_path / WORKBOOK, rows, sheet, deflators=None))
    assert (report.counts, report.problems) == (Counts(new=4), ())
    figure = "indicator_code = 'SW01' AND area_code = 'S12000042'"
    assert query(engine, f"SELECT value, numerator, denominator, locator FROM figures WHERE {figure}") == [
        (25.5, 7453.0, 292.0, place)
    ]


def test_a_header_too_far_down_is_not_looked_for(tmp_path: Path, refusal: Refusal) -> None:
    path = write_workbook(tmp_path / WORKBOOK, moved(20, 0), deflators=None)
    assert "Raw Data!A1: the first header is '' and must be 'Local Authority'; restore it." in refusal(path)


def test_problems_of_a_table_that_has_moved_name_its_true_cells(tmp_path: Path, refusal: Refusal) -> None:
    rows = [[""], ["", "Local Authority", "CHN22 2019-20", "CHN99z 2019-20"], ["", "Dundee City", 1, 2]]
    path = write_workbook(tmp_path / WORKBOOK, rows, "Data", deflators=None)
    assert f"{WORKBOOK}, Data!D2: 'CHN99z' is not an indicator" in refusal(path)


def test_cells_of_no_indicator_are_rejected_where_they_stand_and_notes_below_are_not(
    tmp_path: Path, load: Load
) -> None:
    rows = [
        ["A title"],
        ["Local Authority", "", "CHN22 2019-20"],
        ["Dundee City", 5, 1.9],
        ["Inverclyde", 6, 2.0],
    ]
    report = load(write_workbook(tmp_path / WORKBOOK, [*rows, ["Source: ours"]], deflators=None))
    assert report.counts == Counts(new=2, rejected=2)
    assert [problem.place for problem in report.problems] == [f"{WORKBOOK}, Raw Data!B3:B4"]


def test_a_council_without_any_figure_is_no_note(tmp_path: Path, load: Load, engine: Engine) -> None:
    load(write_workbook(tmp_path / WORKBOOK, [*ROWS, ["Inverclyde"]], deflators=None))
    assert query(engine, "SELECT status FROM figures WHERE area_code = 'S12000018'") == [("missing",)] * 2


def test_of_two_sheets_with_a_table_the_one_of_the_published_name_counts(
    tmp_path: Path, load: Load, refusal: Refusal
) -> None:
    path = sheets(tmp_path / WORKBOOK, {"Old": [HEADER, ["Fife", 1, 2, 3, 4]], "Raw Data": ROWS})
    assert load(path).counts == Counts(new=4)
    path = sheets(tmp_path / WORKBOOK, {"Old": ROWS, "New": ROWS})
    assert refusal(path) == (
        f"{WORKBOOK}: the sheets 'Old' and 'New' both hold a table of the LGBF; "
        "name the one to load 'Raw Data'."
    )


def sheets(path: Path, named: dict[str, Rows]) -> Path:
    """A workbook of these sheets, in this order."""
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in named.items():
            page = book.add_worksheet(name)
            for row, values in enumerate(rows):
                page.write_row(row, 0, values)
    return path


COLUMNS = TABLE_HEADER.split(",")


def table(folder: Path, above: Sequence[str], header: Sequence[str], mark: str = ",") -> Path:
    """A long table of one row of Dundee City under this header, with lines above it."""
    row = [str(cell) for cell in table_row("CHN22", "Dundee City")]
    path = folder / TABLE
    path.write_text("\n".join([*above, mark.join(header), mark.join(row)]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("above", "header"),
    [
        ([], COLUMNS),
        ([], [f" {word} " for word in COLUMNS]),
        (["LGBF data table"], COLUMNS),
        (["LGBF data table", "", "February 2024" + "," * 13], COLUMNS),
        ([""] * 19, COLUMNS),
    ],
)
def test_lines_of_titles_above_a_header_are_passed_over_and_rows_keep_their_numbers(
    tmp_path: Path, load: Load, engine: Engine, above: list[str], header: list[str]
) -> None:
    assert load(table(tmp_path, above, header)).counts == Counts(new=2)
    assert query(engine, "SELECT locator FROM figures WHERE area_code = 'S12000042'") == [
        (f"row {len(above) + 2}",)
    ]


@pytest.mark.parametrize(
    ("above", "header", "mark", "sentence"),
    [
        (
            [],
            COLUMNS,
            ";",
            "row 1: its columns are parted by semicolons; save it as",
        ),
        ([], COLUMNS, "\t", "row 1: its columns are parted by tabs; save it as 'CSV UTF-8', with commas."),
        (
            ["A title"],
            [word.lower() for word in COLUMNS],
            ",",
            "row 2: it looks like the LGBF data table in real terms, but has no column 'Code', 'Local",
        ),
        (["A title"], ["Thing", "Number"], ",", "row 2: the header is of no known kind of file (known: "),
        ([""] * 20, COLUMNS, ",", "row 1: the header is of no known kind of file (known: "),
        (["A title"], [*COLUMNS[:-1], "Year"], ",", "row 2: it looks like the LGBF data table in real terms"),
    ],
)
def test_a_header_that_is_not_known_is_refused_with_its_row_and_what_to_do(
    tmp_path: Path, refusal: Refusal, above: list[str], header: list[str], mark: str, sentence: str
) -> None:
    assert refusal(table(tmp_path, above, header, mark)).startswith(f"{TABLE}, {sentence}")


def test_a_csv_table_kept_as_a_workbook_is_refused_with_the_way_to_load_it(
    tmp_path: Path, refusal: Refusal
) -> None:
    path = sheets(tmp_path / WORKBOOK, {"lgbf": [["A title"], list(COLUMNS), table_row("CHN22", "Fife")]})
    assert refusal(path) == (
        f"{WORKBOOK}: the sheet 'lgbf' holds the LGBF data table in real terms, which is read as CSV; "
        "save that sheet as 'CSV UTF-8' and load the CSV file."
    )
