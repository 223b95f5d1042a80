"""Workbooks that no spreadsheet runs: texts are texts, numbers are numbers, nothing is a formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from dashboard.exports.safe_csv import Cell
from dashboard.exports.workbook import LONGEST_TEXT, Sheet, to_xlsx
from indicators.display import Shown
from tests.dashboard.exports.xlsx_cells import ReadCell, sheets_of

RISKY = "=+-@\t\r\n\0＝＋－＠"
PAYLOADS = (
    "=1+1",
    "+1",
    "-3.2",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "http://x.scot",
    "＝1",
    "007",
    "TRUE",
    "#N/A",
)
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WRITABLE = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


def made(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """A workbook of one sheet."""
    return written(Sheet("Figures", header, rows))


def written(*sheets: Sheet) -> bytes:
    """The bytes of a workbook."""
    with to_xlsx(sheets, "Figures") as file:
        return file.read()


def cells(book: bytes, sheet: int = 1) -> list[tuple[str, str]]:
    """Every cell of a sheet as (type, text) from its XML; a formula has the type `f`."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        tree = fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
        assert not [
            name for name in archive.namelist() if "externalLink" in name or name.endswith("sheet1.xml.rels")
        ]
    found = []
    for cell in tree.iter(f"{NAMESPACE}c"):
        kind = "f" if cell.find(f"{NAMESPACE}f") is not None else cell.get("t", "n")
        found.append((kind, "".join(cell.itertext())))
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_stays_a_text_in_headings_and_cells(payload: str) -> None:
    assert cells(made([payload], [[payload]])) == [("inlineStr", payload), ("inlineStr", payload)]


@given(st.sampled_from(RISKY.replace("\0", "")), WRITABLE)
def test_no_text_of_any_kind_becomes_a_formula_or_a_number(start: str, rest: str) -> None:
    book = made([rest], [[start + rest], [rest]])
    assert {kind for kind, _ in cells(book)} == {"inlineStr"}


@given(WRITABLE.filter(lambda text: not re.search("_x[0-9a-fA-F]{4}_", text)))
def test_a_text_reads_back_as_it_was(text: str) -> None:
    read = CalamineWorkbook.from_filelike(io.BytesIO(made(["name"], [[text]]))).get_sheet_by_index(0)
    assert read.to_python(skip_empty_area=False)[1:] == [[text]]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_stays_the_number_it_was(value: float) -> None:
    ((_, heading), (kind, shown)) = cells(made(["value"], [[value]]))
    assert heading == "value"
    assert kind == "n"
    assert float(shown) == value


def test_a_missing_cell_is_empty_and_a_zero_is_not() -> None:
    assert cells(made(["a", "b"], [[None, 0], ["", 0.5]]))[2:] == [("n", "0"), ("n", "0.5")]


def test_rows_may_come_from_a_generator_and_a_later_sheet_may_tell_what_passed() -> None:
    passed: list[int] = []

    def numbers() -> Iterator[Sequence[Cell]]:
        for number in range(3):
            passed.append(number)
            yield (number,)

    def counted() -> Iterator[Sequence[Cell]]:
        yield (len(passed),)

    book = written(Sheet("A", ["n"], numbers()), Sheet("B", ["count"], counted()))
    assert cells(book, 2)[1] == ("n", "3")


def test_a_text_longer_than_a_cell_is_cut_rather_than_lost() -> None:
    assert len(cells(made(["a"], [["x" * (LONGEST_TEXT + 9)]]))[1][1]) == LONGEST_TEXT


def test_words_that_know_their_number_are_that_number_only_where_it_is_asked_for() -> None:
    words = Shown("7.8%", 7.84)
    for numbers, found in ((True, ReadCell(7.84, "7.8%")), (False, ReadCell("7.8%", "7.8%"))):
        book = written(Sheet("Figures", ["Value"], [[words]], numbers=numbers))
        assert sheets_of(book)["Figures"][1] == [found]


def test_what_is_typed_into_a_file_that_is_read_back_stays_text() -> None:
    """In cells with something in them, in empty ones, and below the last row."""
    book = written(Sheet("Plan", ["Title", "Progress"], [["a", "33%"], ["b", None]], [9, 9], typed=True))
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet, styles = (parts.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "styles"))
    forms = re.findall(r'<xf numFmtId="(\d+)"', styles.partition("<cellXfs")[2].partition("</cellXfs>")[0])
    text = str(forms.index("49"))  # the format of texts has this number in every workbook
    assert f'<col min="1" max="2" width="9.7109375" style="{text}"' in sheet
    assert re.findall(r'<c r="[AB][23]" s="(\d+)"', sheet) == [text] * 4
