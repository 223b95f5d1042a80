"""Files as publishers write them, small and with their real quirks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

TIDY_HEADER = (
    "indicator,area,period,period_kind,basis,value,status,numerator,denominator,"
    "publisher,edition,published_on,locator,note"
)
TABLE_HEADER = (
    ",Code,LocalAuthority,Year,LA_IndicatorReal,LA_Numerator_real,LA_Den_Real,Scotland_Indicator_Real,"
    "Scotland_Num_Real,Scotland_Den_Real,FG_Avg_Indicator_Real,FG_Avg_Num_Real,FG_Avg_Den_Real,FamilyGroup"
)
DEFLATORS = [["Year", "Deflator", "", "", 100], ["2019-20", 93.7], ["2020-21", 100.00000000000001]]


def tidy_row(
    indicator: str = "CHN22",
    area: str = "Dundee City",
    period: str = "2019-20",
    value: object = 7.8,
    *,
    kind: str = "care_year",
    basis: str = "none",
    status: str = "published",
    numerator: object = "",
    denominator: object = "",
    edition: str = "LGBF, February 2024",
    published_on: str = "2024-02",
    locator: str = "Table 1",
    note: str = "",
) -> list[object]:
    """One row of the tidy format."""
    figure = [indicator, area, period, kind, basis, value, status, numerator, denominator]
    return [*figure, "Publisher", edition, published_on, locator, note]


def write_tidy(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """A file in the tidy format."""
    return write_csv(path, TIDY_HEADER, rows)


def write_csv(path: Path, header: str, rows: Iterable[Sequence[object]]) -> Path:
    """A CSV file with a header given as text."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(f"{header}\n{text.getvalue()}", encoding="utf-8")
    return path


def table_row(
    code: str = "CHN22",
    council: str = "Dundee City",
    year: str = "2019-20",
    value: object = "0.0192",
    *,
    parts: tuple[object, object] = ("", ""),
    scotland: tuple[object, object, object] = ("0.0685", "", ""),
    family: str = "Most Deprived",
) -> list[object]:
    """One row of the LGBF long table."""
    return ["0", code, council, year, value, *parts, *scotland, "0.08", "", "", family]


def write_table(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """An LGBF long table in real terms, with the empty last row its exports have."""
    return write_csv(path, TABLE_HEADER, [*rows, ["9", *[""] * 13]])


def write_workbook(
    path: Path,
    rows: Sequence[Sequence[object]],
    sheet: str = "Raw Data",
    deflators: Sequence[Sequence[object]] | None = DEFLATORS,
) -> Path:
    """A workbook with the sheet of figures and, unless None, the sheet `Deflators` before it."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheets = {sheet: rows} if deflators is None else {"Deflators": deflators, sheet: rows}
        for name, cells in sheets.items():
            page = book.add_worksheet(name)
            for row, values in enumerate(cells):
                page.write_row(row, 0, values)
    return path
