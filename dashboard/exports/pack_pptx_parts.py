"""What slides are made of: paragraphs, tables with headings, and charts that PowerPoint draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import PP_ALIGN
from pptx.util import Mm, Pt

from dashboard.exports.pack_style import (
    FONT,
    INK,
    LANGUAGE,
    LINES,
    RULE,
)
from dashboard.exports.slide_room import SIZE, text_height
from dashboard.exports.xml_text import writable
from indicators.written.paper import PackChart

_DASHES = {"scotland": MSO_LINE.DASH, "target": MSO_LINE.ROUND_DOT}
_WHOLE_TICKS = 5
"""Above this the steps of an axis are whole numbers."""
Place = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of words in a size and colour; `name` stands before it in bold."""

    words: str
    size: int
    bold: bool = False
    colour: str = INK
    name: str = ""


def say(frame: Any, lines: Sequence[Line], align: PP_ALIGN = PP_ALIGN.LEFT, apart: float = 0.0) -> None:
    """Lines as paragraphs, in British English; `apart` are the millimetres between them."""
    frame.word_wrap = True
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_before, paragraph.space_after = align, Pt(0), Mm(apart)
        if line.name:
            _run(paragraph, line.name, line, bold=True)
        _run(paragraph, line.words, line, line.bold)


def _run(paragraph: Any, words: str, line: Line, bold: bool) -> None:
    run = paragraph.add_run()
    run.text = writable(words)
    run.font.size, run.font.bold, run.font.name = Pt(line.size), bold, FONT
    run.font.color.rgb = _colour(line.colour)
    run._r.get_or_add_rPr().set("lang", LANGUAGE)


def _colour(hexadecimal: str) -> RGBColor:
    colour: RGBColor = RGBColor.from_string(hexadecimal.upper())
    return colour


def place(shape: Any, left: float, top: float, wide: float, high: float) -> None:
    """Put a shape somewhere, in millimetres."""
    shape.left, shape.top, shape.width, shape.height = Mm(left), Mm(top), Mm(wide), Mm(high)


def add_box(slide: Any, name: str, where: Place) -> Any:
    """A text box whose words begin at its edge, as those of a title and a table do."""
    box = slide.shapes.add_textbox(*(Mm(each) for each in where))
    box.name = name
    box.text_frame.margin_left = box.text_frame.margin_right = 0
    return box


def add_chart(slide: Any, chart: PackChart, where: Place) -> None:
    """A line chart of PowerPoint's own, with its figures in it; a gap stays a gap."""
    left, top, wide, high = where
    note = text_height([chart.note], wide) + 2 if chart.note else 0
    data = CategoryChartData(number_format=_format(chart, chart.decimals))
    data.categories = chart.labels
    for line in chart.lines:
        data.add_series(writable(line.name), line.values)
    at = (Mm(left), Mm(top), Mm(wide), Mm(high - note))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *at, data)
    describe(frame, chart.title, chart.alt)
    _draw(frame.chart, chart)
    if chart.note:
        box = add_box(slide, "About the chart", (left, top + high - note, wide, note))
        say(box.text_frame, [Line(chart.note, SIZE)])


def _format(chart: PackChart, decimals: int) -> str:
    """How Excel writes the figures of a chart: £ before them or % after them."""
    digits = "0." + "0" * decimals if decimals else "0"
    suffix = f'"{chart.suffix}"' if chart.suffix else ""
    return f"{chart.prefix}#,##{digits}{suffix}"


def _draw(drawn: Any, chart: PackChart) -> None:
    """Title, names of the lines, axis with its unit, and the number at the end of our line."""
    drawn.font.size, drawn.font.name = Pt(SIZE), FONT
    drawn.has_title, drawn.has_legend = True, True
    say(drawn.chart_title.text_frame, [Line(chart.title, SIZE, True)], PP_ALIGN.CENTER)
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    axis = drawn.value_axis
    highest = max(abs(value) for line in chart.lines for value in line.values if value is not None)
    decimals = 0 if highest > _WHOLE_TICKS else chart.decimals
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = _format(chart, decimals), False
    axis.major_gridlines.format.line.color.rgb = _colour(RULE)
    if all(value is None or value >= 0 for line in chart.lines for value in line.values):
        axis.minimum_scale = 0
    for series, line in zip(drawn.plots[0].series, chart.lines, strict=True):
        _line(series, line.role)
    ours = chart.lines[0].values
    newest = max(at for at, value in enumerate(ours) if value is not None)
    label = drawn.plots[0].series[0].points[newest].data_label
    label.position = XL_LABEL_POSITION.ABOVE
    label.font.size, label.font.bold = Pt(SIZE), True


def _line(series: Any, role: str) -> None:
    colour = _colour(LINES[role])
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = colour, Pt(2.5 if role == "ours" else 1.5)
    if role in _DASHES:
        series.format.line.dash_style = _DASHES[role]
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 6 if role == "ours" else 3
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour
    series.marker.format.line.color.rgb = colour


def describe(frame: Any, name: str, words: str) -> None:
    """The name of a picture or table, and its alternative text."""
    about = frame._element.nvGraphicFramePr.cNvPr
    about.set("name", writable(name)[:255])
    about.set("descr", writable(words))
