"""Files of packs as tests read them: each made once, opened, and as one text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import docx
import pptx
import pypdf
from docx.document import Document
from python_calamine import CalamineWorkbook

from dashboard.exports import pack_docx as docx_file
from dashboard.exports import pack_pdf as pdf_file
from dashboard.exports import pack_pptx as pptx_file
from dashboard.exports import pack_xlsx as xlsx_file
from dashboard.views.pack_parts import Pack, PackRow
from tests.dashboard.exports.xlsx_cells import sheets_of
from tests.dashboard.views.packs import PRODUCT

pack_docx, pack_pdf, pack_pptx = (
    cache(make) for make in (docx_file.pack_docx, pdf_file.pack_pdf, pptx_file.pack_pptx)
)


@cache
def pack_xlsx(made: Pack, product: str) -> bytes:
    """The bytes of the workbook."""
    with xlsx_file.pack_xlsx(made, product) as file:
        return file.read()


def document_of(made: Pack) -> Document:
    """The Word document."""
    return docx.Document(io.BytesIO(pack_docx(made, PRODUCT)))


def show_of(made: Pack) -> Any:
    """The slides."""
    return pptx.Presentation(io.BytesIO(pack_pptx(made, PRODUCT)))


def pdf_of(made: Pack) -> pypdf.PdfReader:
    """The PDF."""
    return pypdf.PdfReader(io.BytesIO(pack_pdf(made, PRODUCT)))


def book_of(made: Pack) -> CalamineWorkbook:
    """The workbook."""
    return CalamineWorkbook.from_filelike(io.BytesIO(pack_xlsx(made, PRODUCT)))


def parts_of(file: bytes) -> dict[str, str]:
    """The XML parts of an Office file by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist() if name.endswith("xml")}


def xml_of(file: bytes) -> str:
    """Every part of an Office file as one text."""
    return "\n".join(parts_of(file).values())


def words_of_docx(made: Pack) -> str:
    """All text of the document, in paragraphs and tables."""
    return "\n".join(document_of(made).element.body.xpath(".//w:t/text()"))


def words_of_pptx(made: Pack) -> str:
    """All text of the slides, tables included, notes left out."""
    found: list[str] = []
    for slide in show_of(made).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def words_of_pdf(made: Pack) -> str:
    """All text of the pages."""
    return "\n".join(page.extract_text() for page in pdf_of(made).pages)


def words_of_xlsx(made: Pack) -> str:
    """All cells of all sheets, as they are shown."""
    sheets = sheets_of(pack_xlsx(made, PRODUCT)).values()
    return "\n".join(cell.shown for rows in sheets for row in rows for cell in row)


READERS: dict[str, Callable[[Pack], str]] = {
    "docx": words_of_docx,
    "pptx": words_of_pptx,
    "pdf": words_of_pdf,
    "xlsx": words_of_xlsx,
}


def plain(text: str) -> str:
    """Without what only breaks lines: white space, hyphens at the end of a line, breaks within codes."""
    return re.sub(r"[\s\u00ad\u200b‐-]", "", text)


def rows_of(made: Pack) -> Iterator[PackRow]:
    """Every indicator of the card."""
    return (row for section in made.sections for part in section.parts for row in part.rows)
