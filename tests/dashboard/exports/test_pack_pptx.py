"""The slides: titles, reading order, words for charts and tables, nothing too small or beyond a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Mm, Pt

from dashboard.exports.pack_slides import table_slides
from dashboard.exports.slide_room import FOOT, row_height
from dashboard.views.pack_blocks import TableRow
from dashboard.views.pack_parts import Pack
from tests.dashboard.exports.pack_files import pack_pptx, parts_of, rows_of, show_of, words_of_pptx
from tests.dashboard.views.packs import PRODUCT

SMALLEST = Pt(12)
LONG = "One more move was needed because the house closed. " * 60


def frames(slide: Any) -> Iterator[Any]:
    """The text frames of a slide, those of the cells of its tables too."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame
        if shape.has_table:
            yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def test_every_slide_has_a_title_of_its_own_first_in_reading_order_and_notes(real: Pack) -> None:
    slides = list(show_of(real).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title is not None]
    assert len(titles) == len(slides) == len(set(titles))
    assert all(titles)
    for slide in slides:
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id
        assert slide.shapes.title.is_placeholder
        assert "Figures as at" in slide.notes_slide.notes_text_frame.text


def test_every_chart_and_table_has_words_and_every_table_headings(real: Pack) -> None:
    shapes = [shape for slide in show_of(real).slides for shape in slide.shapes]
    drawn = [shape for shape in shapes if shape.has_chart or shape.has_table]
    assert len(drawn) > 10
    for shape in drawn:
        assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
        if shape.has_table:
            assert shape.table.first_row
            assert shape.table.first_col
            assert all(cell.text_frame.text for cell in shape.table.rows[0].cells)


def test_every_slide_but_the_cover_has_its_number_and_a_footer_last(real: Pack) -> None:
    slides = list(show_of(real).slides)
    for slide in slides[1:]:
        kinds = [shape.placeholder_format.type for shape in slide.placeholders]
        assert kinds.count(PP_PLACEHOLDER.SLIDE_NUMBER) == kinds.count(PP_PLACEHOLDER.FOOTER) == 1
        assert [shape.is_placeholder for shape in list(slide.shapes)[-2:]] == [True, True]
        assert real.cover.document in slide.shapes[-2].text_frame.text
        assert 'type="slidenum"' in slide.part.blob.decode()


def test_no_words_are_smaller_than_twelve_points(adults: Pack) -> None:
    runs = [
        run
        for slide in show_of(adults).slides
        for frame in frames(slide)
        for paragraph in frame.paragraphs
        for run in paragraph.runs
    ]
    assert len(runs) > 100
    assert min(run.font.size for run in runs if run.font.size) >= SMALLEST
    charts = [text for name, text in parts_of(pack_pptx(adults, PRODUCT)).items() if "/charts/" in name]
    sizes = [int(size) for text in charts for size in re.findall(r' sz="(\d+)"', text)]
    assert len(sizes) > 4
    assert min(sizes) >= SMALLEST.pt * 100


def test_nothing_lies_beyond_its_slide(real: Pack) -> None:
    show = show_of(real)
    for slide in show.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= show.slide_width
            high = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            assert shape.top + high <= show.slide_height - (Mm(14) if shape.has_table else 0)


def test_charts_are_native_and_hold_their_figures(adults: Pack) -> None:
    charts = [shape.chart for slide in show_of(adults).slides for shape in slide.shapes if shape.has_chart]
    drawn = [red.chart for red in adults.reds if red.chart]
    assert len(charts) == len(drawn) == 4
    for chart, told in zip(charts, drawn, strict=True):
        assert [series.name for series in chart.plots[0].series] == [line.name for line in told.lines]
        assert [tuple(series.values) for series in chart.plots[0].series] == [
            line.values for line in told.lines
        ]
        assert chart.part.chart_workbook.xlsx_part is not None
        assert chart.has_legend
        assert chart.chart_title.text_frame.text == told.title


def test_the_axis_says_its_unit_and_our_line_its_newest_figure(adults: Pack) -> None:
    charts = [shape.chart for slide in show_of(adults).slides for shape in slide.shapes if shape.has_chart]
    told = [red.chart for red in adults.reds if red.chart]
    for chart, drawn in zip(charts, told, strict=True):
        assert (drawn.suffix in chart.value_axis.tick_labels.number_format) and (
            chart.value_axis.tick_labels.number_format.startswith(drawn.prefix)
        )
        labels = chart.plots[0].series[0]._element.xpath("./c:dLbls/c:dLbl/c:idx/@val")
        newest = max(at for at, value in enumerate(drawn.lines[0].values) if value is not None)
        assert labels == [str(newest)]


def test_slides_have_the_title_and_the_language_of_the_pack(people: Pack) -> None:
    about = show_of(people).core_properties
    assert (about.title, about.language) == (people.cover.document, "en-GB")
    slides = [text for name, text in parts_of(pack_pptx(people, PRODUCT)).items() if "/slides/slide" in name]
    spoken = {lang for text in slides for lang in re.findall(r'<a:rPr[^>]* lang="([^"]*)"', text)}
    assert spoken == {"en-GB"}


def test_no_table_is_cut_so_that_a_row_is_lost_or_a_slide_overflows(real: Pack) -> None:
    tables = [slide.table for slide in table_slides(real) if slide.table]
    names = [row.cells[0].lines[0] for table in tables for row in table.rows if len(row.cells) > 1]
    for row in rows_of(real):
        assert any(row.title in name for name in names)
    notes = sum(len(note.words) for note in real.notes)
    listed = [table for table in tables if table.name == "Care with these figures"]
    assert sum(len(table.rows) for table in listed) == notes
    for table in tables:
        header = TableRow(tuple(table.rows[0].cells[:1]))
        assert sum(row_height(row, table) for row in (header, *table.rows)) < FOOT


def test_the_name_of_a_commitment_is_never_alone_at_the_foot_and_stands_above_what_goes_on(
    business: Pack,
) -> None:
    slides = [slide for slide in table_slides(business) if slide.table and len(slide.table.widths) == 6]
    across = [[len(row.cells) == 1 for row in slide.table.rows] for slide in slides if slide.table]
    assert any(any(each) for each in across)
    assert not any(each[-1] for each in across)
    going_on = [
        slide.table for slide in slides if slide.table and slide.title.startswith("Protect our most")
    ][1:]
    assert going_on
    assert all(table.rows[0].cells[0].lines[0].endswith(", continued") or len(table.rows[0].cells) == 1
               for table in going_on)  # fmt: skip


def test_a_long_comment_goes_on_on_a_slide_of_its_own_and_nothing_of_it_is_lost(people: Pack) -> None:
    red = replace(people.reds[0], comment=(("Cause", LONG),))
    made = replace(people, reds=(red,))
    slides = list(show_of(made).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert any(title.endswith("(2)") and red.title in title for title in titles)
    assert words_of_pptx(made).replace("\n", " ").count("One more move was needed") == 60


def test_a_row_higher_than_a_slide_is_told_on_several(people: Pack) -> None:
    definition = replace(people.definitions[0], definition=LONG)
    made = replace(people, definitions=(definition,))
    tables = [
        slide.table for slide in table_slides(made) if slide.title.startswith("Definitions") and slide.table
    ]
    assert len(tables) > 1
    said = " ".join(line for table in tables for row in table.rows for line in row.cells[1].lines)
    assert said.count("One more move was needed") == 60
    assert all(definition.title in row.cells[0].lines[0] for table in tables for row in table.rows)
