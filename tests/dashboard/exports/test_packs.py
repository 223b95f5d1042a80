"""Packs as files: each says what the screen says, can be read aloud, and takes text literally."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

import docx
import pptx
import pypdf
import pytest
from docx.oxml.ns import qn
from python_calamine import CalamineWorkbook
from sqlalchemy import Connection

from dashboard.exports import pack_docx as docx_file
from dashboard.exports import pack_pdf as pdf_file
from dashboard.exports import pack_pptx as pptx_file
from dashboard.exports.pack_pdf import chart_picture, pack_pages
from dashboard.exports.pack_slides import LINES, table_slides
from dashboard.exports.pack_xlsx import pack_xlsx
from dashboard.exports.xml_text import writable
from dashboard.views.pack import pack
from dashboard.views.pack_parts import Pack, PackChart
from indicators.areas import Area
from indicators.catalogue import Catalogue
from tests.dashboard.views.packs import HOSTILE, NO_COMMENTS, PRODUCT, hostile, plan, protecting

# Each file is made once for all tests that read it.
pack_docx, pack_pdf, pack_pptx = (
    cache(make) for make in (docx_file.pack_docx, pdf_file.pack_pdf, pptx_file.pack_pptx)
)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module", params=["dg-plan", "protecting-people"])
def real(request: pytest.FixtureRequest, store_connection: Connection, catalogue: Catalogue) -> Pack:
    """Both ready-made scorecards, each as a pack."""
    made, area = (plan, "S12000006") if request.param == "dg-plan" else (protecting, "S12000042")
    return made(store_connection, catalogue, catalogue.areas[area])


@pytest.fixture(scope="module")
def people(store_connection: Connection, catalogue: Catalogue, dundee: Area) -> Pack:
    """Protecting People of Dundee."""
    return protecting(store_connection, catalogue, dundee)


@pytest.fixture(scope="module")
def adults(store_connection: Connection, catalogue: Catalogue, dundee: Area) -> Pack:
    """The adults card of Dundee, which has four indicators off target."""
    return pack(store_connection, catalogue, catalogue.scorecards["adults"], dundee, NO_COMMENTS)


@pytest.fixture(scope="module")
def store_connection(store: object) -> Iterator[Connection]:
    """One connection for all packs."""
    with store.connect() as opened:  # type: ignore[attr-defined]
        yield opened


def xml_of(file: bytes) -> str:
    """Every part of an Office file as one text."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist() if name.endswith("xml"))


def words_of_docx(made: Pack) -> str:
    """All text of the document, in paragraphs and tables."""
    return "\n".join(docx.Document(io.BytesIO(pack_docx(made, PRODUCT))).element.body.itertext())


def words_of_pptx(made: Pack) -> str:
    """All text of the slides, tables included."""
    found: list[str] = []
    for slide in pptx.Presentation(io.BytesIO(pack_pptx(made, PRODUCT))).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def words_of_pdf(made: Pack) -> str:
    """All text of the pages."""
    pages = pypdf.PdfReader(io.BytesIO(pack_pdf(made, PRODUCT))).pages
    return "\n".join(page.extract_text() for page in pages)


def words_of_xlsx(made: Pack) -> str:
    """All cells of all sheets."""
    with pack_xlsx(made, PRODUCT) as file:
        book = CalamineWorkbook.from_filelike(io.BytesIO(file.read()))
    rows = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    return "\n".join(str(cell) for row in rows for cell in row)


READERS: dict[str, Callable[[Pack], str]] = {
    "docx": words_of_docx,
    "pptx": words_of_pptx,
    "pdf": words_of_pdf,
    "xlsx": words_of_xlsx,
}


def plain(text: str) -> str:
    """Without what only breaks lines: white space, hyphens at the end of a line, breaks within codes."""
    return re.sub(r"[\s\u00ad\u200b‐-]", "", text)


def wanted(made: Pack) -> list[str]:
    """Every text of the screen that a file must have: values, targets, statuses, words, benchmarks."""
    found = [made.cover.title, made.cover.council, made.summary]
    for red in made.reds:
        found += [red.title, red.sentence, *(words for _, words in (*red.facts, *red.comment))]
    for row in (row for section in made.sections for part in section.parts for row in part.rows):
        found += [row.title, row.label, row.slim, row.long, row.benchmark]
        for cell in row.cells if not row.slim else ():
            badge = cell.badge.words if cell.badge else ""
            target = cell.target if cell.target != "none" else ""
            found += [cell.value, cell.words, cell.trend, target, badge]
    found += [each.definition for each in made.definitions]
    found += [words for note in made.notes for words in note.words]
    return [text for text in found if text]


@pytest.mark.parametrize("kind", READERS)
def test_every_file_says_every_number_target_status_and_word_of_the_scorecard(real: Pack, kind: str) -> None:
    text = plain(READERS[kind](real))
    assert [each for each in wanted(real) if plain(each) not in text] == []


@pytest.mark.parametrize("kind", READERS)
def test_every_value_stands_as_often_as_the_scorecard_has_it(people: Pack, kind: str) -> None:
    text = plain(READERS[kind](people))
    cells = [
        cell.value
        for section in people.sections
        for part in section.parts
        for row in part.rows
        for cell in row.cells
        if cell.value
    ]
    assert len(cells) > 40
    assert [value for value in set(cells) if text.count(plain(value)) < cells.count(value)] == []


@pytest.mark.parametrize("kind", READERS)
def test_hostile_text_is_literal_in_every_file(people: Pack, kind: str) -> None:
    text = plain(READERS[kind](hostile(people)))
    assert text.count(plain(HOSTILE)) >= 6
    assert "control" in text


@pytest.mark.parametrize("kind", READERS)
def test_a_draft_says_so_in_every_file(people: Pack, kind: str) -> None:
    assert "DRAFT" in READERS[kind](people)


def test_letters_that_no_font_has_break_no_pdf(people: Pack) -> None:
    made = replace(people, cover=replace(people.cover, title="Cìosan \U0010fffd £1"))
    assert "Cìosan ? £1" in words_of_pdf(made)


def test_no_cell_of_the_workbook_is_a_formula(people: Pack) -> None:
    with pack_xlsx(hostile(people), PRODUCT) as file:
        assert "<f>" not in xml_of(file.read())


def test_the_document_has_headings_without_a_gap_a_language_and_a_title(real: Pack) -> None:
    document = docx.Document(io.BytesIO(pack_docx(real, PRODUCT)))
    names = [p.style.name for p in document.paragraphs if p.style is not None and p.style.name]
    levels = [int(name.removeprefix("Heading ")) for name in names if name.startswith("Heading ")]
    assert len(levels) > 10
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert (document.core_properties.title, document.core_properties.language) == (
        real.cover.document, "en-GB",
    )  # fmt: skip
    assert 'w:lang w:val="en-GB"' in xml_of(pack_docx(real, PRODUCT))


def test_tables_of_the_document_repeat_their_headings_and_say_what_they_are(real: Pack) -> None:
    tables = docx.Document(io.BytesIO(pack_docx(real, PRODUCT))).tables
    for table in tables:
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
    headed = [table for table in tables if table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")]
    parts = sum(len(section.parts) for section in real.sections)
    assert len(headed) == 3 + parts
    assert len(tables) == len(headed) + 1 + 2 * len(real.reds)


def test_every_picture_of_the_document_has_its_words(adults: Pack) -> None:
    shapes = docx.Document(io.BytesIO(pack_docx(adults, PRODUCT))).inline_shapes
    told = [shape._inline.docPr.get("descr") for shape in shapes]
    assert told == [red.chart.alt for red in adults.reds if red.chart]
    assert len(told) == 4


def test_every_slide_has_a_title_of_its_own_first_in_reading_order_and_notes(real: Pack) -> None:
    slides = list(pptx.Presentation(io.BytesIO(pack_pptx(real, PRODUCT))).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title is not None]
    assert len(titles) == len(slides) == len(set(titles))
    assert all(titles)
    for slide in slides:
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id
        assert "Figures as at" in slide.notes_slide.notes_text_frame.text
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
            if shape.has_table:
                assert shape.table.first_row


def test_charts_on_slides_are_native_and_hold_their_figures(adults: Pack) -> None:
    slides = pptx.Presentation(io.BytesIO(pack_pptx(adults, PRODUCT))).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    drawn = [red.chart for red in adults.reds if red.chart]
    assert len(charts) == len(drawn) == 4
    for chart, told in zip(charts, drawn, strict=True):
        assert [series.name for series in chart.plots[0].series] == [line.name for line in told.lines]
        assert [tuple(series.values) for series in chart.plots[0].series] == [
            line.values for line in told.lines
        ]
        assert chart.part.chart_workbook.xlsx_part is not None


def test_slides_have_the_title_and_the_language_of_the_pack(people: Pack) -> None:
    show = pptx.Presentation(io.BytesIO(pack_pptx(people, PRODUCT)))
    assert (show.core_properties.title, show.core_properties.language) == (people.cover.document, "en-GB")
    assert 'lang="en-GB"' in xml_of(pack_pptx(people, PRODUCT))


def test_no_table_is_cut_so_that_a_row_is_lost_or_a_slide_overflows(real: Pack) -> None:
    slides = [slide for slide in table_slides(real) if slide.table]
    rows = [row for slide in slides if slide.table for row in slide.table.rows]
    card = sum(len(part.rows) for section in real.sections for part in section.parts)
    notes = sum(len(note.words) for note in real.notes)
    assert len(rows) == card + notes + len(real.definitions) + len(real.sources)
    assert all(len(slide.table.rows) <= LINES for slide in slides if slide.table)


def test_the_pdf_is_tagged_and_says_its_title_and_language(real: Pack) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pack_pdf(real, PRODUCT)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == real.cover.document
    assert re.search(rb"pdfuaid:part[>=\"]+1", root["/Metadata"].get_data())


def test_the_pdf_has_headings_headed_tables_and_words_for_its_pictures(people: Pack) -> None:
    root = pypdf.PdfReader(io.BytesIO(pack_pdf(people, PRODUCT))).trailer["/Root"]
    roles, told = [], []
    pending = [root["/StructTreeRoot"]]
    while pending:
        node = pending.pop().get_object()
        if isinstance(node, list):
            pending += node
        elif isinstance(node, dict):
            roles.append(str(node.get("/S", "")))
            told.append(str(node.get("/Alt", "")))
            pending += [node["/K"]] if "/K" in node else []
    assert {"/H1", "/H2", "/Table", "/THead", "/TH", "/TD"} <= set(roles)
    assert {red.chart.alt for red in people.reds if red.chart} <= set(told)


def test_pages_and_charts_can_be_had_as_pictures(people: Pack) -> None:
    assert all(page.startswith(PNG) for page in pack_pages(people, PRODUCT, 20))
    assert isinstance(people.reds[0].chart, PackChart)
    assert chart_picture(people.reds[0].chart).startswith(PNG)


@pytest.mark.parametrize(
    ("text", "written"), [("a\0b", "a b"), ("\x0b", " "), ("£ – ○ 𝄞\n\t", "£ – ○ 𝄞\n\t"), ("\ud800", " ")]
)
def test_what_no_office_file_can_hold_becomes_a_space(text: str, written: str) -> None:
    assert writable(text) == written
