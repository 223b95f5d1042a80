"""A pack as a Word document: real headings, tables with repeated headings, pictures with their words."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from dashboard.exports.pack_docx_contents import Contents
from dashboard.exports.pack_docx_table import WIDTH, add_table
from dashboard.exports.pack_pdf import PICTURE_WIDTH, chart_picture
from dashboard.exports.pack_style import BRAND, FONT, INK, INKS, LANGUAGE
from dashboard.exports.xml_text import writable
from dashboard.views.pack_blocks import Block, Bullets, Heading, Paragraph, Table
from dashboard.views.pack_outline import outline
from dashboard.views.pack_parts import Pack
from dashboard.views.pack_tables import facts_table
from indicators.written.paper import PackChart

SIDE, TOP = 18, 20
"""Millimetres around A4 upright."""
LEAD, NOTE, FOOT = 13, 9.5, 9
_SIZES = {"Normal": 10.5, "Title": 28, "Subtitle": 16, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}


def pack_docx(pack: Pack, product: str) -> bytes:
    """The pack as a DOCX, A4 upright."""
    document = docx.Document()
    _prepare(document, pack, product)
    for mark in pack.cover.marks:
        _run(document.add_paragraph(), mark, bold=True).font.color.rgb = _colour(INKS["amber"])
    document.add_paragraph(writable(pack.cover.title), style="Title")
    document.add_paragraph(writable(pack.cover.council), style="Subtitle")
    add_table(document, facts_table("About this pack", pack.cover.facts))
    blocks = list(outline(pack))
    contents = Contents(document, [block for block in blocks if isinstance(block, Heading)])
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        _block(document, block, following, contents)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Document, pack: Pack, product: str) -> None:
    """Paper, fonts, language, title, and what stands above and below each page but the first."""
    about = document.core_properties
    about.title, about.author, about.language = writable(pack.cover.document)[:255], product, LANGUAGE
    about.subject, about.comments = writable(", ".join((*pack.cover.marks, pack.cover.figures)))[:255], ""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(SIDE)
    page.top_margin = page.bottom_margin = Mm(TOP)
    page.different_first_page_header_footer = True
    for name, size in _SIZES.items():
        style = document.styles[name]
        _style(style, size, INK if name == "Normal" else BRAND)
        if name.startswith("Heading"):
            style.paragraph_format.space_after = Pt(4)
    _as_word_of_today(document)
    _plain_titles(document)
    _across(page.header.paragraphs[0], pack.cover.document, ", ".join(pack.cover.marks))
    for footer in (page.footer, page.first_page_footer):
        paragraph = footer.paragraphs[0]
        _across(paragraph, product, "Page ")
        for field, between in (("PAGE", " of "), ("NUMPAGES", "")):
            _field(paragraph, field)
            _run(paragraph, between).font.size = Pt(FOOT)


def _as_word_of_today(document: Document) -> None:
    """Laid out as Word does since 2013, so that tables end where the text ends."""
    for found in document.settings.element.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")
    # A second copy of the styles for programs of 2007, in American English.
    rels = document.part.rels
    for key in [key for key, rel in rels.items() if rel.reltype.endswith("/stylesWithEffects")]:
        rels.pop(key)
    # The template is American, also where no style says a language of its own.
    for place, tag in ((document.settings.element, "w:themeFontLang"), (document.styles.element, "w:lang")):
        for found in place.iter(qn(tag)):
            found.set(qn("w:val"), LANGUAGE)


def _plain_titles(document: Document) -> None:
    """Title and subtitle without the rule and the slanted, spaced letters of the template."""
    for name in ("Title", "Subtitle"):
        style = document.styles[name]
        style.font.italic, style.font.bold = False, name == "Title"
        for place, tag in ((style.element.pPr, "w:pBdr"), (style.element.rPr, "w:spacing")):
            for found in place.findall(qn(tag)) if place is not None else ():
                place.remove(found)


def _style(style: Any, size: float, colour: str) -> None:
    """Font, size, colour and language; the theme of the template would else win over the font."""
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = _colour(colour)
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


def _across(paragraph: Any, left: str, right: str) -> None:
    """Words at the left and at the right of a header or footer."""
    stops = paragraph.paragraph_format.tab_stops
    paragraph.style.paragraph_format.tab_stops.clear_all()
    stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    _run(paragraph, f"{left}\t{right}").font.size = Pt(FOOT)


def _field(paragraph: Any, name: str) -> None:
    """A number that Word works out: this page, or how many there are."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = _run(paragraph, "1")
    run.font.size = Pt(FOOT)
    field.append(run._r)
    paragraph._p.append(field)


def _block(document: Document, block: Block, following: Block | None, contents: Contents) -> None:
    match block:
        case Heading():
            contents.lead_to(block, document.add_heading(writable(block.words), block.level))
        case Paragraph():
            paragraph = document.add_paragraph()
            if block.name:
                _run(paragraph, f"{block.name} ", bold=True)
            _run(paragraph, block.words).font.size = Pt(LEAD) if block.lead else None
            # What is said above a heading or a table is read with it.
            paragraph.paragraph_format.keep_with_next = isinstance(following, Heading | Paragraph | Table)
        case Bullets():
            for item in block.items:
                document.add_paragraph(writable(item), style="List Bullet")
        case Table():
            add_table(document, block, kept=_of_one_red(following))
        case PackChart():
            _picture(document, block)


def _of_one_red(following: Block | None) -> bool:
    """True before the comment or the chart of a red, whose parts are kept on one page."""
    return isinstance(following, PackChart) or (isinstance(following, Table) and not following.header)


def _run(paragraph: Any, words: str, bold: bool = False) -> Any:
    run = paragraph.add_run(writable(words))
    run.bold = bold or None
    return run


def _colour(hexadecimal: str) -> RGBColor:
    return RGBColor.from_string(hexadecimal.upper())


def _picture(document: Document, chart: PackChart) -> None:
    """The chart as a picture under its title; its words are the alternative text."""
    caption = document.add_paragraph()
    caption.paragraph_format.keep_with_next = True
    _run(caption, chart.title, bold=True)
    shape = document.add_picture(io.BytesIO(chart_picture(chart)), width=Mm(PICTURE_WIDTH))
    document.paragraphs[-1].paragraph_format.keep_with_next = bool(chart.note)
    about = shape._inline.docPr
    about.set("descr", writable(chart.alt))
    about.set("title", writable(chart.title))
    if chart.note:
        _run(document.add_paragraph(), chart.note).font.size = Pt(NOTE)
