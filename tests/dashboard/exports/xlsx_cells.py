"""Workbooks as a spreadsheet program reads them: each cell as its value, and as its format shows it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

NAMES = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
FORMAT = re.compile(r'(?:"([^"]*)")?#,##0(?:\.(0+))?(?:"([^"]*)")?')


@dataclass(frozen=True)
class ReadCell:
    """A cell: its value, how it is shown, and whether it is a formula."""

    value: str | float
    shown: str
    formula: bool = False


BLANK = ReadCell("", "")


@cache
def sheets_of(file: bytes) -> dict[str, list[list[ReadCell]]]:
    """The rows of each sheet, by its name."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        book, styles = (fromstring(parts.read(f"xl/{name}.xml")) for name in ("workbook", "styles"))
        names = [str(sheet.get("name")) for sheet in book.iterfind("x:sheets/x:sheet", NAMES)]
        known = {
            each.get("numFmtId"): str(each.get("formatCode"))
            for each in styles.iterfind(".//x:numFmt", NAMES)
        }
        forms = [known.get(each.get("numFmtId"), "") for each in styles.iterfind("x:cellXfs/x:xf", NAMES)]
        sheets = (parts.read(f"xl/worksheets/sheet{at}.xml") for at in range(1, len(names) + 1))
        return {
            name: [list(_row(row, forms)) for row in fromstring(sheet).iterfind(".//x:row", NAMES)]
            for name, sheet in zip(names, sheets, strict=True)
        }


def _row(row: Element, forms: list[str]) -> Iterator[ReadCell]:
    at = 0
    for cell in row.iterfind("x:c", NAMES):
        place = _column(str(cell.get("r")))
        yield from [BLANK] * (place - at)
        yield _cell(cell, forms[int(cell.get("s", "0"))])
        at = place + 1


def _column(place: str) -> int:
    """0 for `A1`, 27 for `AB7`."""
    found = 0
    for letter in place.rstrip("0123456789"):
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1


def _cell(cell: Element, form: str) -> ReadCell:
    formula = cell.find("x:f", NAMES) is not None
    number = cell.findtext("x:v", None, NAMES)
    if number is None:
        words = "".join(cell.find("x:is", NAMES).itertext()) if cell.find("x:is", NAMES) is not None else ""
        return ReadCell(words, words, formula)
    return ReadCell(float(number), shown(number, form), formula)


def shown(number: str, form: str) -> str:
    """A number as a format of a pack shows it: `-5` as `-£5`; any other format, as it is written."""
    found = FORMAT.fullmatch(form)
    if found is None:
        return number
    before, places, after = found.groups(default="")
    size = abs(Decimal(number)).quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    return f"{'−' if Decimal(number) < 0 and size else ''}{before}{size:,}{after}"
