"""Tables of slides, written as the XML they are: python-pptx sets each property by itself, and slowly."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Mm

from dashboard.exports.pack_pptx_parts import describe
from dashboard.exports.pack_style import BRAND, FONT, GROUNDS, INK, INKS, LANGUAGE, RULE, TINT, with_shape
from dashboard.exports.slide_room import SIZE, row_height
from dashboard.exports.xml_text import writable
from dashboard.views.pack_blocks import Table, TableCell, TableRow

_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of PowerPoint without lines or grounds of its own."""
_WHITE = "ffffff"
_PADDING = {"marL": Mm(1.5), "marR": Mm(1.5), "marT": Mm(0.8), "marB": Mm(0.8)}
_RULE_WIDTH = "6350"


def add_table(slide: Any, block: Table, where: tuple[float, float, float], size: int) -> None:
    """A table whose first row and first column are headings, with its name as alternative text."""
    left, top, wide = where
    frame = slide.shapes.add_table(len(block.rows) + 1, len(block.widths), Mm(left), Mm(top), Mm(wide), Mm(6))
    describe(frame, block.name, f"Table: {block.name}. {len(block.rows)} rows.")
    table = frame.table
    table.first_row, table.first_col, table.horz_banding = True, True, False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN_TABLE
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Mm(wide * width / sum(block.widths))
    header = TableRow(tuple(TableCell((name,), strong=True) for name in block.header))
    for made, row in zip(table._tbl.tr_lst, (header, *block.rows), strict=True):
        made.set("h", str(Mm(row_height(row, block) * size / SIZE)))
        _row(made.tc_lst, row, size, header=row is header)


def _row(places: list[Any], row: TableRow, size: int, header: bool) -> None:
    """The cells of a row; the last spans what is left of the columns."""
    last = len(row.cells) - 1
    for at, cell in enumerate(row.cells):
        plain = _WHITE if last else TINT
        ground, ink = (BRAND, _WHITE) if header else (GROUNDS.get(cell.light, plain), INK)
        _cell(places[at], cell, size, ground, ink)
    if last < len(places) - 1:
        places[last].set("gridSpan", str(len(places) - last))
        for covered in places[last + 1 :]:
            covered.set("hMerge", "1")


def _cell(place: Any, cell: TableCell, size: int, ground: str, ink: str) -> None:
    """The lines of a cell as paragraphs, the last in the colour of its light, on its ground."""
    for child in list(place):
        place.remove(child)
    body = _add(place, "a:txBody")
    _add(body, "a:bodyPr")
    _add(body, "a:lstStyle")
    for at, line in enumerate(cell.lines):
        lit = cell.light if at == len(cell.lines) - 1 else ""
        strong = bool(lit) or (cell.strong and at == 0)
        run = _add(_add(body, "a:p"), "a:r")
        look = _add(run, "a:rPr", lang=LANGUAGE, sz=str(size * 100), b="1" if strong else "0")
        _colour(look, INKS.get(lit, ink))
        _add(look, "a:latin", typeface=FONT)
        _add(run, "a:t").text = writable(with_shape(lit, line))
    properties = _add(place, "a:tcPr", **{name: str(wide) for name, wide in _PADDING.items()})
    _colour(_add(properties, "a:lnB", w=_RULE_WIDTH), RULE)
    _colour(properties, ground)


def _colour(parent: Any, hexadecimal: str) -> None:
    _add(_add(parent, "a:solidFill"), "a:srgbClr", val=hexadecimal.upper())


def _add(parent: Any, tag: str, **values: str) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(name, value)
    parent.append(element)
    return element
