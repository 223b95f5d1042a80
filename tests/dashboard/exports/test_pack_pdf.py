"""The PDF: tagged as PDF/UA-1, with bookmarks, headed tables and words for its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from dashboard.exports.pack_pdf import chart_picture
from dashboard.views.pack_blocks import Heading
from dashboard.views.pack_outline import outline
from dashboard.views.pack_parts import Pack
from indicators.written.paper import PackChart
from tests.dashboard.exports.pack_files import pdf_of, words_of_pdf
from tests.dashboard.views.packs import PRODUCT

PNG = b"\x89PNG\r\n\x1a\n"
SMALLEST = 9


def structure(made: Pack) -> Iterator[Any]:
    """Every element of the structure of the PDF."""
    root: Any = pdf_of(made).trailer["/Root"]
    pending = [root["/StructTreeRoot"]]
    while pending:
        node = pending.pop().get_object()
        if isinstance(node, list):
            pending += node
        elif isinstance(node, dict):
            yield node
            pending += [node["/K"]] if "/K" in node else []


def titles(items: Any) -> Iterator[str]:
    """The bookmarks of a PDF with those below them."""
    for item in items:
        if isinstance(item, list):
            yield from titles(item)
        else:
            yield str(item.title)


def test_the_pdf_is_tagged_and_says_its_title_and_language(real: Pack) -> None:
    reader = pdf_of(real)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == real.cover.document
    assert reader.metadata.author == PRODUCT
    assert re.search(rb"pdfuaid:part[>=\"]+1", root["/Metadata"].get_data())


def test_bookmarks_lead_to_every_heading(real: Pack) -> None:
    told = [block.words for block in outline(real) if isinstance(block, Heading)]
    found = [
        title for title in titles(pdf_of(real).outline) if title not in (real.cover.title, "In this pack")
    ]
    assert found == told


def test_the_pdf_has_headings_headed_tables_and_words_for_its_pictures(people: Pack) -> None:
    nodes = list(structure(people))
    roles, told = {str(node.get("/S", "")) for node in nodes}, {str(node.get("/Alt", "")) for node in nodes}
    assert {"/H1", "/H2", "/Table", "/THead", "/TH", "/TD", "/Figure", "/TOC"} <= roles
    assert {red.chart.alt for red in people.reds if red.chart} <= told


def test_every_table_of_the_pdf_has_a_row_of_headings(real: Pack) -> None:
    tables = [node for node in structure(real) if node.get("/S") == "/Table"]
    assert len(tables) > 5
    for table in tables:
        roles = [part.get_object().get("/S") for part in table["/K"]]
        assert roles[0] == "/THead"


def test_every_page_after_the_cover_names_the_paper_its_standing_and_its_number(real: Pack) -> None:
    pages = [page.extract_text() for page in pdf_of(real).pages]
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "DRAFT" in text
    assert all(real.cover.document in text for text in pages[1:])


def test_no_words_are_smaller_than_nine_points(people: Pack) -> None:
    sizes: list[float] = []

    def seen(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        if text.strip():
            sizes.append(abs(size * tm[3] * cm[3]))

    for page in pdf_of(people).pages:
        page.extract_text(visitor_text=seen)
    assert len(sizes) > 100
    assert min(sizes) >= SMALLEST - 0.01


def test_no_page_is_empty(real: Pack) -> None:
    assert min(len(page.extract_text()) for page in pdf_of(real).pages) > 100


def test_letters_that_no_font_has_break_no_pdf(people: Pack) -> None:
    made = replace(people, cover=replace(people.cover, title="Cìosan \U0010fffd £1"))
    assert "Cìosan ? £1" in words_of_pdf(made)


def test_a_chart_can_be_had_as_a_picture(people: Pack) -> None:
    assert isinstance(people.reds[0].chart, PackChart)
    assert chart_picture(people.reds[0].chart).startswith(PNG)


@pytest.mark.parametrize(
    "values", [(None, 5.0, None), (-3.0, -2.0, -1.0), (0.0, 0.0, None), (1e6, None, 2e6)]
)
def test_a_chart_of_any_values_can_be_drawn(people: Pack, values: tuple[float | None, ...]) -> None:
    chart = people.reds[0].chart
    assert chart is not None
    ours = replace(chart.lines[0], values=values)
    drawn = replace(chart, labels=("2019-20", "", "2021-22"), lines=(ours,))
    assert chart_picture(drawn).startswith(PNG)
