"""The catalogue of malformed files: how each is made, and what is said of it or how it is meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.etl import odd_files as odd
from tests.etl.published_files import TIDY_HEADER, tidy_row, write_csv, write_tidy, write_workbook

Builder = Callable[[Path], Path]

GAELIC = "Comhairle nan Eilean Siar – Cùram is Sàbhailteachd Chloinne " * 5
SHORT: dict[str, tuple[Builder, str]] = {
    "an empty file": (lambda f: odd.text(f, b""), "lgbf.csv is empty"),
    "an empty workbook": (lambda f: odd.text(f, b"", odd.NAME), "is empty"),
    "a header only": (lambda f: odd.text(f, odd.header()), "has a header and no rows"),
    "blank lines only": (lambda f: odd.text(f, b"\n\n\n"), "header is of no known kind of file"),
    "csv named xlsx": (lambda f: odd.text(f, odd.header(), odd.NAME), "holds plain text, as a CSV file"),
    "html named xlsx": (lambda f: odd.text(f, b"<html><table>", odd.NAME), "holds a web page"),
    "html named csv": (lambda f: odd.text(f, b"<!DOCTYPE html>\n<html></html>"), "no known kind of file"),
    "zip named xlsx": (lambda f: odd.packed(f / odd.NAME, {"a.csv": b"x"}), "no .xlsx workbook"),
    "pdf named xlsx": (lambda f: odd.text(f, b"%PDF-1.7\n%\xe2\xe3", odd.NAME), "holds a PDF document"),
    "pdf named csv": (lambda f: odd.text(f, b"%PDF-1.7\n%\xe2\xe3\n"), "not UTF-8"),
    "encrypted": (lambda f: odd.text(f, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99, odd.NAME), "a password"),
    "an old workbook": (
        lambda f: odd.text(f, b"\xd0\xcf\x11\xe0" * 99, "lgbf_2022-01.xls"),
        "old Excel file",
    ),
    "an older workbook": (lambda f: odd.text(f, b"\x09\x08\0\0" * 9, "lgbf_2022-01.xls"), "no workbook"),
    "a binary workbook": (
        lambda f: odd.packed(f / "lgbf_2022-01.xlsb", {"xl/workbook.bin": b"x"}),
        "a binary workbook (.xlsb); save it as plain .xlsx",
    ),
    "a binary workbook named xlsx": (
        lambda f: odd.packed(f / odd.NAME, {"xl/workbook.bin": b"x"}),
        "a binary workbook (.xlsb)",
    ),
    "headers in two rows": (
        lambda f: odd.workbook(f, [["Local", "CHN22"], ["Authority", "2019-20"], *odd.ROWS[1:]]),
        "the first header is 'Local' and must be",
    ),
    "a sheet of another kind": (
        lambda f: write_workbook(f / odd.NAME, [["Council", "People"], ["Dundee City", 1]], sheet="Data"),
        "none of its sheets ('Deflators', 'Data') has the headings of a known kind of workbook",
    ),
    "a column twice in a workbook": (
        lambda f: odd.workbook(f, [["Local Authority", *["CHN22 2019-20"] * 2], ["Dundee City", 1, 2]]),
        "CHN22",
    ),
    "a column twice": (
        lambda f: write_csv(f / "lgbf.csv", f"{TIDY_HEADER},value", [[*tidy_row(), 99]]),
        "lgbf.csv, row 1: two columns are named 'value'",
    ),
    "a figure twice": (
        lambda f: write_tidy(f / "lgbf.csv", [tidy_row(value=1), tidy_row(value=2)]),
        "two different values for CHN22",
    ),
    "codes alike but for case": (
        lambda f: write_tidy(f / "lgbf.csv", [tidy_row("CHN22", value=1), tidy_row("chn22", value=2)]),
        "two different values for CHN22",
    ),
    "a day for a year": (lambda f: odd.tidy(f, period="01/10/2014"), "'01/10/2014' is not a period"),
    "a month for a year": (lambda f: odd.tidy(f, period="Oct-14"), "'Oct-14' is not a"),
    "utf-16": (lambda f: odd.text(f, odd.header().encode("utf-16")), "line 1: the text is not UTF-8"),
    "smart quotes": (lambda f: odd.text(f, odd.header().encode() + b"\x93x\x94,"), "line 2: the text is not"),
    "nul": (lambda f: odd.text(f, odd.header() + "a\0b\n"), "holds NUL characters"),
    "a large field": (lambda f: odd.text(f, odd.header() + "x" * 10_000_000), "cannot be read as CSV"),
    "an open quote": (lambda f: odd.text(f, odd.header() + 'CHN22,"Dundee\n'), "cannot be read as CSV"),
    "300 letters": (lambda f: odd.tidy(f, area=GAELIC[:300]), "is not a known area"),
    "right to left": (lambda f: odd.tidy(f, area="Dundee \u202eytiC"), "is not a known area"),
    "decomposed": (lambda f: odd.tidy(f, area=unicodedata.normalize("NFD", "Dùn Dè")), "is not a known area"),
    "never calculated": (odd.uncalculated, "B2 holds a formula that was never calculated"),
    "a part outside": (
        lambda f: odd.changed(f, "../../evil.txt", lambda _: b"x"),
        "holds a part named '../../evil.txt', outside itself",
    ),
    "an absolute part": (
        lambda f: odd.changed(f, "/etc/evil", lambda _: b"x"),
        "'/etc/evil', outside itself",
    ),
    "overlapping parts": (odd.overlapping, "parts that lie over each other"),
    "laughs in strings": (odd.laughs_in_strings, "defines entities in xl/sharedStrings.xml"),
    "laughs in types": (odd.laughs_in_types, "defines entities in [Content_Types].xml"),
    "one long entity": (odd.quadratic, "defines entities in xl/sharedStrings.xml"),
}
LONG: dict[str, tuple[Builder, str]] = {
    "a thousand million zeros": (odd.zeros, "unpacks to far more than a workbook of figures does"),
    "a hundred thousand parts": (odd.many_parts, "unpacks to far more than a workbook of figures does"),
    "more than it says": (odd.understated, "unpacks to far more than a workbook of figures does"),
    "every row used": (odd.blank_rows, "last used cell is in row 1048576, column 3"),
    "laughs": (odd.laughs_in_strings, "defines entities"),
}


def with_mark(folder: Path) -> Path:
    return odd.text(folder, b"\xef\xbb\xbf" + odd.tidy(folder).read_bytes())


def with_zero_width(folder: Path) -> Path:
    return odd.tidy(folder, area="Dun\u200bdee City\u200d")


def with_old_ends(folder: Path) -> Path:
    return odd.text(folder, odd.tidy(folder).read_bytes().replace(b"\n", b"\r"))


def with_hidden_row(folder: Path) -> Path:
    return odd.changed(
        folder, odd.SHEET, lambda sheet: sheet.replace(b'<row r="2"', b'<row r="2" hidden="1"')
    )


def with_every_column(folder: Path) -> Path:
    """A format on the last of 16,384 columns, and no figure."""
    return odd.changed(
        folder, odd.SHEET, lambda sheet: sheet.replace(b"</row>", b'<c r="XFD1" s="1"/></row>', 1)
    )


def with_macros(folder: Path) -> Path:
    return odd.changed(folder, "xl/vbaProject.bin", lambda _: b"\xd0\xcf\x11\xe0", "lgbf_2022-01.xlsm")


def with_links(folder: Path) -> Path:
    link = b'<externalLink><externalBook r:id="rId1"/></externalLink>'
    return odd.changed(folder, "xl/externalLinks/externalLink1.xml", lambda _: link)


def with_calculated_formula(folder: Path) -> Path:
    formula = b"<f>1.5+'[1]Sheet'!A1</f><v>1.5</v>"
    return odd.changed(folder, odd.SHEET, lambda sheet: sheet.replace(b"<v>1.5</v>", formula))


# An odd but honest file, and the figure of Dundee City in it.
HONEST: dict[str, tuple[Builder, float]] = {
    "a mark": (with_mark, 7.8),
    "zero width": (with_zero_width, 7.8),
    "old line ends": (with_old_ends, 7.8),
    "a hidden row": (with_hidden_row, 1.5),
    "every column": (with_every_column, 1.5),
    "macros": (with_macros, 1.5),
    "links": (with_links, 1.5),
    "a calculated formula": (with_calculated_formula, 1.5),
}
# A number in another spelling.
SPELT = {"1e3": 1000.0, "-0": 0.0, "1e308": 1e308, " 7.8 ": 7.8}
# What is no number, or not surely the one it looks like.
NO_NUMBER = (
    "1,234",
    "12.3%",
    "£1.2m",
    "1.234,5",
    "∞",
    "NaN",
    "inf",
    "1e999",
    "'7",
    "١٢",
    "7\u00a08",
    "#N/A",
    "#DIV/0!",
)


def cut_off(folder: Path, tenth: int) -> Path:
    """A workbook of which so many tenths and five bytes have come."""
    content = odd.workbook(folder).read_bytes()
    return odd.text(folder, content[: 5 + len(content) * tenth // 10], odd.NAME)


CUT_OFF: dict[str, tuple[Builder, str]] = {
    f"cut off after {tenth} tenths": (partial(cut_off, tenth=tenth), "is damaged and cannot be unpacked")
    for tenth in range(10)
}
