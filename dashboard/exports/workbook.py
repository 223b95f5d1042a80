"""XLSX workbooks whose texts are texts and whose numbers are numbers: no cell is ever a formula or a link."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any, Final

from dashboard.exports import letters
from dashboard.exports.pack_style import BRAND, FONT, RULE
from dashboard.exports.safe_csv import Cell
from indicators.display import Shown

MOST_ROWS: Final = 1_048_575
"""Rows a sheet can hold below its headings."""
LONGEST_TEXT: Final = 32_767
PAPERS: Final = {"A4": 9, "A3": 8}
HIGHEST_ROW: Final = 409
"""Points that a row may be high."""
_LINE: Final = 13.5
_IN_MEMORY: Final = 4 * 1024 * 1024
_TEXT_FORMAT: Final = 49
"""The format of texts has this number in every workbook."""
_WRAPPED: Final = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": f"#{RULE}"}
_NUMBER: Final = re.compile(r"−?(£?)[\d,]+(?:\.(\d+))?(\D*)")
# Each row goes to disk as it is written, so a sheet of any length takes the memory of one row.
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": FONT, "font_size": 10},
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, headings, rows (read once, when the sheet is written) and column widths.

    `frozen` is how many columns stay in view and are printed on every page, `wrap` breaks long texts into
    lines, and cells that say one of `colours` get its ink and ground; the words say all the same.

    With `numbers`, words that know their number (`indicators.display.Shown`) are written as that number in a
    format that shows the words: 7.84 as `7.8%`. With `typed`, what somebody types into the sheet stays text
    as it was typed, for a file that is read back: a spreadsheet would keep 45% as 0.45.
    """

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = ()
    frozen: int = 0
    wrap: bool = False
    paper: str = "A4"
    colours: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    numbers: bool = False
    typed: bool = False


@cache
def _sheet_class() -> type:
    """A sheet that writes numbers with all their digits; XlsxWriter keeps 16, and a float may need 17."""
    from xlsxwriter.worksheet import Worksheet

    class Exact(Worksheet):  # type: ignore[misc] # XlsxWriter has no types
        def _xml_number_element(self, number: float, attributes: Iterable[tuple[str, object]] = ()) -> None:
            named = "".join(f' {name}="{value}"' for name, value in attributes)
            self.fh.write(f"<c{named}><v>{number!r}</v></c>")

    return Exact


def to_xlsx(sheets: Iterable[Sheet], title: str, author: str = "") -> IO[bytes]:
    """The workbook as a file to read from its start; the sheets are written one after the other."""
    import xlsxwriter  # here, for a worker that nobody asks for a workbook does without it

    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed once it is sent
    book = xlsxwriter.Workbook(file, dict(_OPTIONS))
    book.set_properties({"title": title[:255], "author": author[:255]})
    heading = book.add_format(
        {"bold": True, "font_color": "white", "bg_color": f"#{BRAND}", "text_wrap": True, "valign": "top"}
    )
    wrapped = book.add_format({**_WRAPPED, "align": "left"})
    as_text = book.add_format({"num_format": _TEXT_FORMAT})

    @cache
    def numbered(form: str) -> Any:
        return book.add_format({**_WRAPPED, "align": "right", "indent": 1, "num_format": form})

    for sheet in sheets:
        place = book.add_worksheet(sheet.name, worksheet_class=_sheet_class())
        _print_setup(place, sheet, title)
        plain = as_text if sheet.typed else None
        looks = Looks(wrapped if sheet.wrap else plain, plain, numbered if sheet.numbers else None)
        _write(place, sheet, heading, looks)
        _colour(book, place, sheet)
    book.close()
    file.seek(0)
    return file


def _print_setup(place: Any, sheet: Sheet, title: str) -> None:
    """On its side, as wide as the paper, headings on every page, and numbered pages."""
    place.set_landscape()
    place.set_paper(PAPERS[sheet.paper])
    place.fit_to_pages(1, 0)
    place.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    place.repeat_rows(0)
    if sheet.frozen:
        place.repeat_columns(0, sheet.frozen - 1)
    # An ampersand begins a code in a footer; two are one, and a footer holds 255 letters.
    place.set_footer(f"&L{title[:100].replace('&', '&&')}: &A&RPage &P of &N")


def number_format(words: str) -> str:
    """The format that shows a number as its words do: `#,##0.0"%"` for `7.8%`, `"£"#,##0` for `£4,240`.

    Raises ValueError for words that are no number.
    """
    found = _NUMBER.fullmatch(words)
    if found is None:
        raise ValueError(f"'{words}' is no number with a unit")
    before, decimals, after = found.groups(default="")
    number = f"#,##0.{'0' * len(decimals)}" if decimals else "#,##0"
    return "".join((f'"{before}"' if before else "", number, f'"{after}"' if after else ""))


@dataclass(frozen=True, slots=True)
class Looks:
    """How texts and bare numbers look, columns beyond them, and numbers shown in words; None is plainly."""

    text: Any
    column: Any
    numbered: Callable[[str], Any] | None


def _write(place: Any, sheet: Sheet, heading: Any, looks: Looks) -> None:
    for at, width in enumerate(sheet.widths):
        place.set_column(at, at, width, looks.column)
    place.freeze_panes(1, sheet.frozen)
    if sheet.wrap:
        place.set_row(0, _height(sheet.header, sheet.widths))
    for column, name in enumerate(sheet.header):
        place.write_string(0, column, name, heading)
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        if sheet.wrap:
            place.set_row(last, _height(row, sheet.widths))
        for column, cell in enumerate(row):
            _cell(place, last, column, cell, looks)
    if last:
        place.autofilter(0, 0, last, len(sheet.header) - 1)
    # A code of digits is a text on purpose: no green corner in each such cell.
    place.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """Points of a row whose texts wrap: not every program works it out when it opens a file."""
    cells = zip(row, widths, strict=False)
    lines = (
        sum(len(letters.wrapped(line, wide * letters.DIGIT)) for line in cell.split("\n"))
        for cell, wide in cells
        if isinstance(cell, str)
    )
    return min(max(lines, default=1) * _LINE + 1, HIGHEST_ROW)


def _cell(place: Any, row: int, column: int, cell: Cell, looks: Looks) -> None:
    """A number as a number, a text as a text whatever it begins with, nothing for nothing."""
    if cell is None or cell == "":
        if looks.text:
            place.write_blank(row, column, None, looks.text)
    elif looks.numbered and isinstance(cell, Shown):
        place.write_number(row, column, cell.exact, looks.numbered(number_format(cell)))
    elif isinstance(cell, int | float):
        place.write_number(row, column, cell, looks.text)
    else:
        place.write_string(row, column, cell[:LONGEST_TEXT], looks.text)


def _colour(book: Any, place: Any, sheet: Sheet) -> None:
    """Ink and ground for the words of a light, wherever they stand alone in a cell."""
    for words, (ink, ground) in sheet.colours.items():
        look = book.add_format({"font_color": f"#{ink}", "bg_color": f"#{ground}", "bold": True})
        rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": look}
        place.conditional_format(1, 0, MOST_ROWS, max(len(sheet.header) - 1, 0), rule)
