"""A pack as slides: one for each red with its chart, whose figures can be edited, then the tables."""

from __future__ import annotations

import io
from typing import Any

import pptx
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Mm, Pt

from dashboard.exports.pack_slides import TableSlide, table_slides
from dashboard.exports.pack_style import BRAND, FONT, GROUNDS, INK, INKS, LANGUAGE, LINES, with_shape
from dashboard.exports.xml_text import writable
from dashboard.views.pack_outline import NONE_RED, Table, TableCell, counts_table
from dashboard.views.pack_parts import Pack, PackChart, PackRed
from indicators.codes import after_label

WIDE, HIGH, MARGIN = 338, 190, 14
"""Millimetres of a slide of 16 to 9, and of its margins."""
TITLE_SLIDE, TITLE_ONLY = 0, 5
_DASHES = {"scotland": MSO_LINE.DASH, "target": MSO_LINE.ROUND_DOT}


def pack_pptx(pack: Pack, product: str) -> bytes:
    """The pack as a PPTX."""
    show = pptx.Presentation()
    show.slide_width, show.slide_height = Mm(WIDE), Mm(HIGH)
    about = show.core_properties
    about.title, about.author, about.language = writable(pack.cover.document)[:255], product, LANGUAGE
    _cover(show, pack)
    _summary(show, pack)
    for red in pack.reds:
        _red(show, pack, red)
    for slide in table_slides(pack):
        _tables(show, pack, slide)
    file = io.BytesIO()
    show.save(file)
    return file.getvalue()


def _cover(show: Any, pack: Pack) -> None:
    slide = show.slides.add_slide(show.slide_layouts[TITLE_SLIDE])
    cover = pack.cover
    _place(slide.shapes.title, MARGIN, 34, WIDE - 2 * MARGIN, 30)
    _say(slide.shapes.title.text_frame, [(cover.title, 40, True, BRAND)])
    below = slide.placeholders[1]
    _place(below, MARGIN, 68, WIDE - 2 * MARGIN, 90)
    lines = [(cover.council, 26, False, INK), *((mark, 16, True, INKS["amber"]) for mark in cover.marks)]
    _say(below.text_frame, [*lines, *((f"{name}: {words}", 14, False, INK) for name, words in cover.facts)])
    _notes(slide, pack, pack.summary)


def _summary(show: Any, pack: Pack) -> None:
    slide = _slide(show, pack, "Summary")
    said = [pack.summary] if pack.reds else [pack.summary, NONE_RED]
    _text(slide, "What the card says", said, (MARGIN, 34, WIDE - 2 * MARGIN, 30), 18)
    _table(slide, counts_table(pack), (MARGIN, 74, 130), 16)
    _notes(slide, pack, " ".join(said))


def _red(show: Any, pack: Pack, red: PackRed) -> None:
    """Figure, comment and facts at the left, the chart at the right."""
    slide = _slide(show, pack, after_label(red.label, red.title, ": "))
    lines = [(with_shape(red.badge.kind, f"{red.badge.words}: {red.figure}"), 16, True, INKS["red"])]
    lines += [(f"{name}: {words}", 12, False, INK) for name, words in (*red.facts[1:], *red.comment)]
    lines.append((red.sentence, 11, False, INK))
    box = _box(slide, "Figure, target and comment", (MARGIN, 32, 142, 140))
    _say(box.text_frame, lines)
    if red.chart:
        _chart(slide, red.chart)
    _notes(slide, pack, " ".join((red.sentence, red.chart.alt if red.chart else "")))


def _chart(slide: Any, chart: PackChart) -> None:
    """A line chart of PowerPoint's own, with its figures in it; a gap stays a gap."""
    digits = "0." + "0" * chart.decimals if chart.decimals else "0"
    suffix = f'"{chart.suffix}"' if chart.suffix else ""
    data = CategoryChartData(number_format=f"{chart.prefix}#,##{digits}{suffix}")
    data.categories = chart.labels
    for line in chart.lines:
        data.add_series(writable(line.name), line.values)
    where = (Mm(162), Mm(32), Mm(WIDE - 162 - MARGIN), Mm(126))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *where, data)
    _describe(frame, chart.title, chart.alt)
    drawn = frame.chart
    drawn.font.size, drawn.font.name = Pt(11), FONT
    drawn.has_title, drawn.has_legend = True, True
    drawn.chart_title.text_frame.text = writable(chart.title)
    drawn.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(12)
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    if all(value is None or value >= 0 for line in chart.lines for value in line.values):
        drawn.value_axis.minimum_scale = 0
    drawn.value_axis.major_gridlines.format.line.color.rgb = RGBColor(217, 221, 225)
    for series, line in zip(drawn.plots[0].series, chart.lines, strict=True):
        _line(series, line.role)
    if chart.note:
        _text(slide, "About the chart", [chart.note], (162, 160, WIDE - 162 - MARGIN, 10), 10)


def _line(series: Any, role: str) -> None:
    colour = RGBColor.from_string(LINES[role].upper())
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = colour, Pt(2.5 if role == "ours" else 1.5)
    if role in _DASHES:
        series.format.line.dash_style = _DASHES[role]
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 6 if role == "ours" else 3
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour
    series.marker.format.line.color.rgb = colour


def _tables(show: Any, pack: Pack, found: TableSlide) -> None:
    slide = _slide(show, pack, found.title)
    top = 30
    if found.texts:
        _text(slide, "In short", list(found.texts), (MARGIN, 28, WIDE - 2 * MARGIN, 8), 12)
        top = 38
    if found.table:
        _table(slide, found.table, (MARGIN, top, WIDE - 2 * MARGIN), 9)
    _notes(slide, pack, found.title)


def _table(slide: Any, block: Table, place: tuple[int, int, int], size: int) -> None:
    """A table whose first row and first column are headings, with its name as alternative text."""
    left, top, wide = place
    where = (Mm(left), Mm(top), Mm(wide), Mm(6))
    frame = slide.shapes.add_table(len(block.rows) + 1, len(block.widths), *where)
    _describe(frame, block.name, f"Table: {block.name}. {len(block.rows)} rows.")
    table = frame.table
    table.first_row, table.first_col, table.horz_banding = True, True, False
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Mm(wide * width / sum(block.widths))
    for at, name in enumerate(block.header):
        _cell(table.cell(0, at), TableCell((name,), strong=True), size, header=True)
    for number, row in enumerate(block.rows, 1):
        last = len(row.cells) - 1
        if last < len(block.widths) - 1:
            table.cell(number, last).merge(table.cell(number, len(block.widths) - 1))
        for at, cell in enumerate(row.cells):
            _cell(table.cell(number, at), cell, size)


def _cell(place: Any, cell: TableCell, size: int, header: bool = False) -> None:
    """The lines of a cell as paragraphs, the last in the colour of its light, on a ground of its own."""
    ground = BRAND if header else GROUNDS.get(cell.light, "ffffff")
    place.fill.solid()
    place.fill.fore_color.rgb = RGBColor.from_string(ground.upper())
    place.margin_top = place.margin_bottom = Mm(0.7)
    place.margin_left = place.margin_right = Mm(1.5)
    lines = []
    for at, line in enumerate(cell.lines):
        lit = cell.light if at == len(cell.lines) - 1 else ""
        ink = "ffffff" if header else INKS.get(lit, INK)
        lines.append((with_shape(lit, line), size, bool(lit) or (cell.strong and at == 0), ink))
    _say(place.text_frame, lines)


def _slide(show: Any, pack: Pack, title: str) -> Any:
    """A slide with its title, and the mark of a draft beside it."""
    slide = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    _place(slide.shapes.title, MARGIN, 8, WIDE - 2 * MARGIN - 50, 20)
    _say(slide.shapes.title.text_frame, [(title, 22 if len(title) < 90 else 16, True, BRAND)])
    if pack.cover.marks:
        place = (WIDE - MARGIN - 48, 8, 48, 8)
        _text(slide, "Standing of the pack", [", ".join(pack.cover.marks)], place, 11)
    return slide


def _text(slide: Any, name: str, words: list[str], place: tuple[int, int, int, int], size: int) -> None:
    _say(_box(slide, name, place).text_frame, [(each, size, False, INK) for each in words])


def _box(slide: Any, name: str, place: tuple[int, int, int, int]) -> Any:
    box = slide.shapes.add_textbox(*(Mm(each) for each in place))
    box.name = name
    box.text_frame.word_wrap = True
    return box


def _say(frame: Any, lines: list[tuple[str, int, bool, str]]) -> None:
    """Paragraphs of (words, size, bold, colour), in British English."""
    frame.word_wrap = True
    for at, (words, size, bold, colour) in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = 1
        run = paragraph.add_run()
        run.text = writable(words)
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
        run.font.color.rgb = RGBColor.from_string(colour.upper())
        run._r.get_or_add_rPr().set("lang", LANGUAGE)


def _place(shape: Any, left: int, top: int, wide: int, high: int) -> None:
    shape.left, shape.top, shape.width, shape.height = Mm(left), Mm(top), Mm(wide), Mm(high)


def _describe(frame: Any, name: str, words: str) -> None:
    """The name of a picture or table, and its alternative text."""
    about = frame._element.nvGraphicFramePr.cNvPr
    about.set("name", writable(name)[:255])
    about.set("descr", writable(words))


def _notes(slide: Any, pack: Pack, words: str) -> None:
    """Speaker's notes: what the slide says, and from when its figures are."""
    as_at = dict(pack.cover.facts).get("Figures as at", "")
    slide.notes_slide.notes_text_frame.text = writable(f"{words}\nFigures as at {as_at}.")
