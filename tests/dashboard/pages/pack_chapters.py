"""Packs read back as chapters: what each part of a file says, whichever kind of file it is."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import docx
import pptx
import pypdf

from dashboard.views.pack_tables import SINCE
from tests.dashboard.exports.xlsx_cells import sheets_of


def pages_of_pdf(file: bytes) -> list[tuple[str, str]]:
    """The text as one chapter before what changed, one of it, and the words after it in any order.

    A longer list of changes moves what follows to other pages, and with it the headings of tables and the
    numbers in the list of contents.
    """
    pages = pypdf.PdfReader(io.BytesIO(file)).pages
    said = " ".join(" ".join(page.extract_text().split()) for page in pages)
    said = re.sub(r"( \.)+ \d+|Page \d+ of \d+", "", said)
    before, _, rest = said.rpartition(SINCE)
    changed, _, after = rest.partition("Care with these figures")
    words = {word for word in after.split() if not word.isdigit()}
    return [("", before), (SINCE, changed), ("Care", " ".join(sorted(words)))]


def chapters_of_docx(file: bytes) -> list[tuple[str, str]]:
    """Chapters by their heading of the first level."""
    found = [["", ""]]
    for element in docx.Document(io.BytesIO(file)).element.body:
        text = "".join(element.itertext())
        if element.xpath(".//w:pStyle[@w:val='Heading1']"):
            found.append([text, ""])
        found[-1][1] += f"{text} "
    return [(title, words) for title, words in found]


def slides_of_pptx(file: bytes) -> list[tuple[str, str]]:
    """Slides by their titles, with the notes of the speaker and the figures of charts."""
    found = []
    for slide in pptx.Presentation(io.BytesIO(file)).slides:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        said += [cell.text_frame.text for table in tables for row in table.rows for cell in row.cells]
        charts = [shape.chart for shape in slide.shapes if shape.has_chart]
        said += [str(list(line.values)) for chart in charts for line in chart.plots[0].series]
        said.append(slide.notes_slide.notes_text_frame.text)
        found.append((slide.shapes.title.text_frame.text, " ".join(said)))
    return found


def sheets_of_xlsx(file: bytes) -> list[tuple[str, str]]:
    """Sheets by their names, their cells as they are shown."""
    return [
        (name, str([[cell.shown for cell in row] for row in rows])) for name, rows in sheets_of(file).items()
    ]


CHAPTERS: dict[str, Callable[[bytes], list[tuple[str, str]]]] = {
    "docx": chapters_of_docx, "pptx": slides_of_pptx, "pdf": pages_of_pdf, "xlsx": sheets_of_xlsx,
}  # fmt: skip
