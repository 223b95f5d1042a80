"""The contents on the cover of a Word document: links to its headings, which Word can bring up to date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from dashboard.exports.pack_style import BRAND
from dashboard.exports.xml_text import writable
from dashboard.views.pack_blocks import Heading

TITLE = "In this pack"
DEEPEST = 2
_FIELD = f'TOC \\o "1-{DEEPEST}" \\n \\h'
"""No page numbers: only Word knows them, and a number that is not brought up to date misleads."""


class Contents:
    """Writes the list at the end of the document so far, and marks each heading when it comes."""

    def __init__(self, document: Document, headings: Sequence[Heading]) -> None:
        listed = [heading for heading in headings if heading.level <= DEEPEST]
        self._names = {id(heading): f"_Toc{number:08d}" for number, heading in enumerate(listed, 1)}
        self._first = True
        _title(document)
        paragraphs = [self._entry(document, heading) for heading in listed]
        _field(paragraphs)

    def lead_to(self, heading: Heading, paragraph: Any) -> None:
        """Mark where a heading stands; the first begins the page after the cover."""
        paragraph.paragraph_format.page_break_before = True if self._first else None
        self._first = False
        name = self._names.get(id(heading))
        if name is None:
            return
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(int(name.removeprefix("_Toc"))))
        start.set(qn("w:name"), name)
        paragraph._p.insert_element_before(start, "w:r")
        paragraph._p.append(end)

    def _entry(self, document: Document, heading: Heading) -> Any:
        paragraph = document.add_paragraph()
        shape = paragraph.paragraph_format
        shape.space_after, shape.left_indent = Pt(2), Mm(6 * (heading.level - 1))
        run = paragraph.add_run(writable(heading.words))
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), self._names[id(heading)])
        link.append(run._r)
        paragraph._p.append(link)
        return paragraph


def _title(document: Document) -> None:
    """The words above the list: no heading, or the list would name itself."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(18)
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(TITLE)
    run.bold, run.font.size = True, Pt(14)
    run.font.color.rgb = RGBColor.from_string(BRAND.upper())


def _field(paragraphs: Sequence[Any]) -> None:
    """What makes the list a field: its beginning and its question in the first line, its end in the last."""
    if not paragraphs:
        return
    for kind in ("separate", "instruction", "begin"):
        run = OxmlElement("w:r")
        run.append(_instruction() if kind == "instruction" else _mark(kind))
        first = paragraphs[0]._p
        first.insert(1 if first.pPr is not None else 0, run)
    run = OxmlElement("w:r")
    run.append(_mark("end"))
    paragraphs[-1]._p.append(run)


def _instruction() -> Any:
    words = OxmlElement("w:instrText")
    words.text = _FIELD
    return words


def _mark(kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark
