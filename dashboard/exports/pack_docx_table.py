"""Tables of a Word document: headings repeated on every page, no row torn in two, alternative text."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from dashboard.exports.pack_style import BRAND, GROUNDS, INKS, RULE, with_shape
from dashboard.exports.xml_text import writable
from dashboard.views.pack_blocks import Table, TableCell

WIDTH = 174
"""Millimetres between the margins of A4 upright."""
SIZE, NAMED = 9, 10.5
"""Points of the words of a table, and of a list of names and words."""
_PADDING = (("top", 0.9), ("left", 1.5), ("bottom", 0.9), ("right", 1.5))
"""Millimetres between the words of a cell and its edges."""
_FEWEST_TOGETHER = 2
"""Rows that stand below the headings before a page may end."""
_DXA = 1440 / 25.4
# Where the standard wants each part of the properties of a table.
_AFTER_LOOK = ("w:tblCaption", "w:tblDescription")


def add_table(document: Document, block: Table, kept: bool = False) -> None:
    """A table at the end of the document; one that is kept stays on a page with what follows it."""
    across = len(block.widths)
    table = document.add_table(rows=0, cols=across, style="Table Grid")
    table.autofit = False
    _describe(table, block)
    _draw(table)
    whole = WIDTH / 2 if block.narrow else WIDTH
    widths = [Mm(whole * width / sum(block.widths)) for width in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    if block.header:
        _header(table, block.header)
    size = SIZE if block.header else NAMED
    for number, row in enumerate(block.rows):
        made = table.add_row()
        _mark(made, "w:cantSplit")
        cells = made.cells
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
        if len(row.cells) < across:
            cells[len(row.cells) - 1].merge(cells[-1])
        last = number == len(block.rows) - 1
        together = kept or (number < _FEWEST_TOGETHER - 1 and not last)
        for at, cell in enumerate(row.cells):
            _cell(cells[at], cell, size, together and (kept or at > 0))
    document.add_paragraph().paragraph_format.space_after = Pt(2)
    document.paragraphs[-1].paragraph_format.keep_with_next = kept


def _describe(table: Any, block: Table) -> None:
    """Alternative text; and which of its rows and columns are headings."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    for name, on in (("firstRow", bool(block.header)), ("firstColumn", True), ("noHBand", True)):
        look.set(qn(f"w:{name}"), "1" if on else "0")
    for name in _AFTER_LOOK:
        element = OxmlElement(name)
        element.set(qn("w:val"), writable(block.name))
        properties.append(element)


def _draw(table: Any) -> None:
    """Thin rules between the rows only, and room around the words."""
    properties = table._tbl.tblPr
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        drawn = side in ("bottom", "insideH")
        borders.append(_element(f"w:{side}", val="single" if drawn else "nil", sz="4", space="0", color=RULE))
    for side, wide in _PADDING:
        margins.append(_element(f"w:{side}", w=str(round(wide * _DXA)), type="dxa"))
    indent = _element("w:tblInd", w="0", type="dxa")
    layout = properties.find(qn("w:tblLayout"))
    for element in (indent, borders):
        layout.addprevious(element)
    layout.addnext(margins)


def _header(table: Any, header: tuple[str, ...]) -> None:
    made = table.add_row()
    _mark(made, "w:cantSplit")
    _mark(made, "w:tblHeader")
    for at, (cell, name) in enumerate(zip(made.cells, header, strict=True)):
        _shade(cell, BRAND)
        paragraph = cell.paragraphs[0]
        # One cell is enough for Word; the first would have others keep the whole table on one page.
        _compact(paragraph, together=at > 0)
        run = paragraph.add_run(writable(name))
        run.bold, run.font.size, run.font.color.rgb = True, Pt(SIZE), RGBColor(255, 255, 255)


def _cell(place: _Cell, cell: TableCell, size: float, together: bool) -> None:
    """The lines of a cell, one paragraph with breaks; the last in the colour of its light."""
    if cell.light in GROUNDS:
        _shade(place, GROUNDS[cell.light])
    paragraph = place.paragraphs[0]
    _compact(paragraph, together)
    for at, line in enumerate(cell.lines):
        lit = cell.light if at == len(cell.lines) - 1 else ""
        run = paragraph.add_run(writable(with_shape(lit, line)))
        run.bold, run.font.size = bool(lit) or (cell.strong and at == 0) or None, Pt(size)
        if lit:
            run.font.color.rgb = RGBColor.from_string(INKS[lit].upper())
        if at < len(cell.lines) - 1:
            run.add_break()


def _compact(paragraph: Any, together: bool) -> None:
    shape = paragraph.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing, shape.keep_with_next = 1.05, together or None


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(_element(name, val="true"))


def _shade(place: _Cell, colour: str) -> None:
    place._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=colour))


def _element(name: str, **values: str) -> Any:
    element = OxmlElement(name)
    for each, value in values.items():
        element.set(qn(f"w:{each}"), value)
    return element
