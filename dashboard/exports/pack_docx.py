"""A pack as a Word document: real headings, tables with repeated headings, pictures with their words."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from dashboard.exports.pack_pdf import chart_picture
from dashboard.exports.pack_style import BRAND, FONT, GROUNDS, INK, INKS, LANGUAGE, with_shape
from dashboard.exports.xml_text import writable
from dashboard.views.pack_outline import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Table,
    TableCell,
    facts_table,
    outline,
)
from dashboard.views.pack_parts import Pack, PackChart

WIDTH = 257
"""Millimetres between the margins of A4 on its side."""
_SIZES = {"Normal": 10.5, "Title": 28, "Subtitle": 16, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}


def pack_docx(pack: Pack, product: str) -> bytes:
    """The pack as a DOCX, A4 on its side."""
    document = docx.Document()
    _prepare(document, pack, product)
    for mark in pack.cover.marks:
        _run(document.add_paragraph(), mark, "amber", bold=True)
    document.add_paragraph(writable(pack.cover.title), style="Title")
    document.add_paragraph(writable(pack.cover.council), style="Subtitle")
    _table(document, facts_table("About this pack", pack.cover.facts))
    document.add_page_break()
    for block in outline(pack):
        _block(document, block)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Document, pack: Pack, product: str) -> None:
    """Paper, fonts, language, title, and what stands above and below each page."""
    about = document.core_properties
    about.title, about.author, about.language = writable(pack.cover.document)[:255], product, LANGUAGE
    about.subject = ", ".join(pack.cover.marks)
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)
    for name, size in _SIZES.items():
        _style(document.styles[name], size, INK if name == "Normal" else BRAND)
    page.header.paragraphs[0].text = writable(", ".join((pack.cover.document, *pack.cover.marks)))
    footer = page.footer.paragraphs[0]
    footer.add_run(f"{product}, page ")
    _page_number(footer)


def _style(style: Any, size: float, colour: str) -> None:
    """Font, size, colour and language; the theme of the template would else win over the font."""
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour.upper())
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for each in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{each}"), None)
    for each in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{each}"), FONT)
    for found in style.element.rPr.findall(qn("w:lang")):
        style.element.rPr.remove(found)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    style.element.rPr.append(language)


def _page_number(paragraph: Any) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _block(document: Document, block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(writable(block.words), block.level)
        case Paragraph():
            paragraph = document.add_paragraph()
            if block.name:
                _run(paragraph, f"{block.name} ", bold=True)
            _run(paragraph, block.words).font.size = Pt(13) if block.lead else None
        case Bullets():
            for item in block.items:
                document.add_paragraph(writable(item), style="List Bullet")
        case Table():
            _table(document, block)
        case PackChart():
            _picture(document, block)


def _run(paragraph: Any, words: str, light: str = "", bold: bool = False) -> Any:
    run = paragraph.add_run(writable(words))
    run.bold = bold or None
    if light:
        run.font.color.rgb = RGBColor.from_string(INKS[light].upper())
    return run


def _picture(document: Document, chart: PackChart) -> None:
    """The chart as a picture; its words are the alternative text."""
    caption = document.add_paragraph()
    caption.paragraph_format.keep_with_next = True
    _run(caption, chart.title, bold=True)
    shape = document.add_picture(io.BytesIO(chart_picture(chart)), width=Mm(165))
    about = shape._inline.docPr
    about.set("descr", writable(chart.alt))
    about.set("title", writable(chart.title))
    if chart.note:
        _run(document.add_paragraph(), chart.note)


def _table(document: Document, block: Table) -> None:
    """A table; its first row is repeated on every page and no row is torn in two."""
    across = len(block.widths)
    table = document.add_table(rows=0, cols=across, style="Table Grid")
    table.autofit = False
    _describe(table, block)
    widths = [Mm(WIDTH * width / sum(block.widths)) for width in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    if block.header:
        _header(table, block.header, widths)
    for row in block.rows:
        made = table.add_row()
        _keep(made, "w:cantSplit")
        cells = made.cells
        if len(row.cells) < across:
            cells[len(row.cells) - 1].merge(cells[-1])
        for at, cell in enumerate(row.cells):
            _cell(cells[at], cell)
    document.add_paragraph()


def _describe(table: Any, block: Table) -> None:
    """Alternative text; and which of its rows and columns are headings."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    for name in ("firstRow", "firstColumn"):
        on = "1" if name == "firstColumn" or block.header else "0"
        if look is not None:
            look.set(qn(f"w:{name}"), on)
    for name in ("w:tblCaption", "w:tblDescription"):
        element = OxmlElement(name)
        element.set(qn("w:val"), writable(block.name))
        properties.append(element)


def _header(table: Any, header: tuple[str, ...], widths: list[Any]) -> None:
    made = table.add_row()
    _keep(made, "w:cantSplit")
    _keep(made, "w:tblHeader")
    for cell, name, width in zip(made.cells, header, widths, strict=True):
        cell.width = width
        _shade(cell, BRAND)
        run = _run(cell.paragraphs[0], name, bold=True)
        run.font.size, run.font.color.rgb = Pt(9.5), RGBColor(255, 255, 255)


def _cell(place: _Cell, cell: TableCell) -> None:
    """The lines of a cell, one paragraph with breaks; the last in the colour of its light."""
    if cell.light in GROUNDS:
        _shade(place, GROUNDS[cell.light])
    paragraph = place.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    for at, line in enumerate(cell.lines):
        lit = cell.light if at == len(cell.lines) - 1 else ""
        run = _run(paragraph, with_shape(lit, line), lit, bold=bool(lit) or (cell.strong and at == 0))
        run.font.size = Pt(9.5)
        if at < len(cell.lines) - 1:
            run.add_break()


def _keep(row: Any, name: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def _shade(place: _Cell, colour: str) -> None:
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    place._tc.get_or_add_tcPr().append(ground)
