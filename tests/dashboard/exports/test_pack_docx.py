"""The Word document: headings, repeated table headings, words for pictures, language and page numbers."""

from __future__ import annotations

import re
from itertools import pairwise

from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dashboard.exports.pack_docx_contents import DEEPEST
from dashboard.views.pack_blocks import Heading
from dashboard.views.pack_outline import outline
from dashboard.views.pack_parts import Pack
from tests.dashboard.exports.pack_files import document_of, pack_docx, parts_of, xml_of
from tests.dashboard.views.packs import PRODUCT

SMALLEST = Pt(9)
TABLE_PROPERTIES = (
    "w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook",
    "w:tblCaption", "w:tblDescription",
)  # fmt: skip


def test_the_document_has_headings_of_real_styles_without_a_gap(real: Pack) -> None:
    paragraphs = document_of(real).paragraphs
    named = [(p.style.name or "", p.text) for p in paragraphs if p.style is not None]
    found = [(int(name[-1]), words) for name, words in named if name.startswith("Heading ")]
    told = [(block.level, block.words) for block in outline(real) if isinstance(block, Heading)]
    assert found == told
    assert found[0][0] == 1
    assert all(later[0] - earlier[0] <= 1 for earlier, later in pairwise(found))


def test_the_document_says_its_title_language_and_standing(real: Pack) -> None:
    about = document_of(real).core_properties
    assert (about.title, about.language, about.author) == (real.cover.document, "en-GB", PRODUCT)
    assert "DRAFT" in about.subject


def test_no_part_of_the_document_is_in_another_language(people: Pack) -> None:
    spoken = re.findall(r'<w:(?:lang|themeFontLang)[^>]* w:val="([^"]*)"', xml_of(pack_docx(people, PRODUCT)))
    assert len(spoken) > 5
    assert set(spoken) == {"en-GB"}


def test_every_table_repeats_its_headings_and_says_what_it_is(real: Pack) -> None:
    tables = document_of(real).tables
    for table in tables:
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblDescription")).get(qn("w:val"))
        assert properties.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"
        headed = bool(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader"))
        assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == ("1" if headed else "0")
    lists = [table for table in tables if not table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")]
    assert len(lists) == 1 + len(real.reds)


def test_no_row_is_torn_in_two(real: Pack) -> None:
    rows = [row for table in document_of(real).tables for row in table.rows]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_what_stands_above_a_table_stays_on_its_page(real: Pack) -> None:
    body = list(document_of(real).element.body)
    above = [one for one, two in pairwise(body) if one.tag == qn("w:p") and two.tag == qn("w:tbl")]
    loose = [one for one in above if not one.xpath("./w:pPr/w:keepNext")]
    texts = ["".join(one.xpath(".//w:t/text()")) for one in loose]
    # Headings stay by their style; only the council on the cover and spaces between tables may part.
    styles = [style for one in loose for style in one.xpath("./w:pPr/w:pStyle/@w:val")]
    headings = {block.words for block in outline(real) if isinstance(block, Heading)}
    assert {text for text in texts if text} <= {real.cover.council, real.summary, *headings}
    assert set(styles) <= {"Subtitle", "Heading1", "Heading2", "Heading3"}


def test_headings_of_a_table_stay_with_its_first_row(real: Pack) -> None:
    for table in document_of(real).tables:
        if table.rows[0]._tr.xpath("./w:trPr/w:tblHeader"):
            assert table.rows[0]._tr.xpath(".//w:keepNext")


def test_tables_are_as_wide_as_the_text_at_most(real: Pack) -> None:
    document = document_of(real)
    page = document.sections[0]
    room = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    assert abs(room - Mm(174)) < Mm(1)
    for table in document.tables:
        assert sum(column.width or 0 for column in table.columns) <= room + Mm(1)


def test_no_words_are_smaller_than_nine_points(adults: Pack) -> None:
    document = document_of(adults)
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    page = document.sections[0]
    places = (document, page.header, page.footer, page.first_page_footer, *cells)
    runs = [run for place in places for paragraph in place.paragraphs for run in paragraph.runs]
    sizes = {run.font.size for run in runs if run.font.size}
    assert sizes
    assert min(sizes) >= SMALLEST


def test_every_picture_has_its_words_and_fits_the_page(adults: Pack) -> None:
    shapes = document_of(adults).inline_shapes
    told = [shape._inline.docPr.get("descr") for shape in shapes]
    assert told == [red.chart.alt for red in adults.reds if red.chart]
    assert len(told) == 4
    assert all(shape.width <= Mm(174) for shape in shapes)


def test_every_page_has_a_number_of_how_many_and_says_that_it_is_a_draft(real: Pack) -> None:
    parts = parts_of(pack_docx(real, PRODUCT))
    feet = [words for name, words in parts.items() if "footer" in name]
    assert len(feet) == 2
    for words in feet:
        assert 'w:instr="PAGE"' in words
        assert 'w:instr="NUMPAGES"' in words
    page = document_of(real).sections[0]
    assert page.different_first_page_header_footer
    assert page.header.paragraphs[0].text == f"{real.cover.document}\tDRAFT"


def test_the_contents_lead_to_every_heading_of_the_first_levels(real: Pack) -> None:
    body = document_of(real).element.body
    anchors = body.xpath(".//w:hyperlink/@w:anchor")
    listed = ["".join(link.xpath(".//w:t/text()")) for link in body.xpath(".//w:hyperlink")]
    told = [b.words for b in outline(real) if isinstance(b, Heading) and b.level <= DEEPEST]
    assert listed == told
    assert anchors == body.xpath(".//w:bookmarkStart/@w:name")
    assert len(set(anchors)) == len(anchors)
    kinds = body.xpath(".//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"]


def test_table_properties_stand_in_the_order_of_the_standard(people: Pack) -> None:
    for table in document_of(people).tables:
        found = [child.tag for child in table._tbl.tblPr]
        assert {qn("w:tblInd"), qn("w:tblBorders"), qn("w:tblCellMar")} <= set(found)
        assert found == [qn(each) for each in TABLE_PROPERTIES if qn(each) in found]
