"""A pack as slides: one for each red with its chart, whose figures can be edited, then the tables."""

from __future__ import annotations

import copy
import io
from typing import Any

import pptx
from pptx.enum.text import PP_ALIGN
from pptx.util import Mm

from dashboard.exports.pack_pptx_parts import Line, add_box, add_chart, place, say
from dashboard.exports.pack_pptx_table import add_table
from dashboard.exports.pack_slides import TableSlide, table_slides
from dashboard.exports.pack_style import BRAND, INKS, LANGUAGE, with_shape
from dashboard.exports.slide_room import (
    ACROSS,
    APART,
    FOOT,
    HIGH,
    MARGIN,
    SIZE,
    TOP,
    WIDE,
    below,
    cut_lines,
)
from dashboard.exports.xml_text import writable
from dashboard.views.pack_parts import Pack, PackRed
from dashboard.views.pack_tables import counts_table
from indicators.codes import after_label

TITLE_SLIDE, TITLE_ONLY = 0, 5
LEFT_HALF, GAP = 142, 8
"""Millimetres of the words of a red beside its chart, and between them."""
_BADGE = 62
_HEADLINE = 16
_LONG_TITLE = 70


def pack_pptx(pack: Pack, product: str) -> bytes:
    """The pack as a PPTX."""
    show = pptx.Presentation()
    _prepare(show, pack, product)
    _cover(show, pack)
    _summary(show, pack)
    for red in pack.reds:
        _red(show, pack, red)
    for slide in table_slides(pack):
        _tables(show, pack, slide)
    for slide in list(show.slides)[1:]:
        _foot(slide, f"{pack.cover.document}. {product}")
    file = io.BytesIO()
    show.save(file)
    return file.getvalue()


def _prepare(show: Any, pack: Pack, product: str) -> None:
    """Size, title and language; the layouts, which are narrow, are stretched to the width of the slides."""
    stretch = Mm(WIDE) / show.slide_width
    show.slide_width, show.slide_height = Mm(WIDE), Mm(HIGH)
    about = show.core_properties
    about.title, about.author, about.language = writable(pack.cover.document)[:255], product, LANGUAGE
    about.subject = writable(", ".join((*pack.cover.marks, pack.cover.figures)))[:255]
    for holder in (show.slide_master, *show.slide_layouts):
        for shape in holder.shapes:
            # The template is American.
            for element in shape._element.iter():
                if element.get("lang"):
                    element.set("lang", LANGUAGE)
            shape.left, shape.width = round(shape.left * stretch), round(shape.width * stretch)
    place(show.slide_layouts[TITLE_ONLY].placeholders[0], MARGIN, 8, ACROSS - _BADGE, 20)


def _cover(show: Any, pack: Pack) -> None:
    slide = show.slides.add_slide(show.slide_layouts[TITLE_SLIDE])
    cover = pack.cover
    place(slide.shapes.title, MARGIN, 34, ACROSS, 30)
    slide.shapes.title.text_frame.margin_left = slide.placeholders[1].text_frame.margin_left = 0
    say(slide.shapes.title.text_frame, [Line(cover.title, 40, True, BRAND)])
    below = slide.placeholders[1]
    place(below, MARGIN, 68, ACROSS, 100)
    marks = (Line(mark, 16, True, INKS["amber"]) for mark in cover.marks)
    facts = (Line(words, 14, name=f"{name}: ") for name, words in cover.facts)
    say(below.text_frame, [Line(cover.council, 26), *marks, *facts])
    _notes(slide, pack, pack.summary)


def _summary(show: Any, pack: Pack) -> None:
    slide = _slide(show, pack, "Summary")
    said = [pack.summary] if pack.reds else [pack.summary, pack.none_red]
    box = add_box(slide, "What the card says", (MARGIN, TOP, ACROSS, 30))
    say(box.text_frame, [Line(each, 18) for each in said])
    add_table(slide, counts_table(pack), (MARGIN, 66, 130), 16)
    _notes(slide, pack, " ".join(said))


def _red(show: Any, pack: Pack, red: PackRed) -> None:
    """Figure, facts and comment at the left, the chart at the right; what has no room on a slide after it."""
    title = after_label(red.label, red.title, ": ")
    slide = _slide(show, pack, title)
    named = (*red.facts[1:], *red.comment)
    said = [*(f"{name}: {words}" for name, words in named), red.sentence]
    wide = LEFT_HALF if red.chart else ACROSS
    first, *others = cut_lines(said, wide, FOOT - TOP - 12)
    head = Line(with_shape(red.badge.kind, f"{red.badge.words}: {red.figure}"), _HEADLINE, True, INKS["red"])
    names = [name for name, _ in named]
    box = add_box(slide, "Figure, target and comment", (MARGIN, TOP, wide, FOOT - TOP))
    say(box.text_frame, [head, *(_named(line, names) for line in first)], apart=APART)
    if red.chart:
        left = MARGIN + LEFT_HALF + GAP
        add_chart(slide, red.chart, (left, TOP, WIDE - MARGIN - left, FOOT - TOP))
    _notes(slide, pack, " ".join((red.sentence, red.chart.alt if red.chart else "")))
    rest = [line for group in others for line in group]
    for number, group in enumerate(cut_lines(rest, ACROSS, FOOT - TOP) if rest else [], 2):
        slide = _slide(show, pack, f"{title} ({number})")
        box = add_box(slide, "Comment, continued", (MARGIN, TOP, ACROSS, FOOT - TOP))
        say(box.text_frame, [_named(line, names) for line in group], apart=APART)
        _notes(slide, pack, " ".join(group))


def _named(line: str, names: list[str]) -> Line:
    """A line with its name in bold, where it begins with one."""
    name = next((f"{each}: " for each in names if line.startswith(f"{each}: ")), "")
    return Line(line.removeprefix(name), SIZE, name=name)


def _tables(show: Any, pack: Pack, found: TableSlide) -> None:
    slide = _slide(show, pack, found.title)
    if found.texts:
        box = add_box(slide, "In short", (MARGIN, TOP - 2, ACROSS, below(found.texts) - TOP))
        say(box.text_frame, [Line(each, SIZE) for each in found.texts])
    if found.table:
        add_table(slide, found.table, (MARGIN, below(found.texts), ACROSS), SIZE)
    _notes(slide, pack, found.title)


def _slide(show: Any, pack: Pack, title: str) -> Any:
    """A slide with its title, and the mark of a draft beside it."""
    slide = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text_frame.margin_left = 0
    say(slide.shapes.title.text_frame, [Line(title, 22 if len(title) < _LONG_TITLE else 16, True, BRAND)])
    if pack.cover.marks:
        box = add_box(slide, "Standing of the pack", (WIDE - MARGIN - _BADGE, 8, _BADGE, 8))
        say(box.text_frame, [Line(", ".join(pack.cover.marks), SIZE, True, INKS["amber"])], PP_ALIGN.RIGHT)
    return slide


def _foot(slide: Any, words: str) -> None:
    """Footer and slide number as the layout has them, last in reading order."""
    for holder in slide.slide_layout.placeholders:
        kind = holder.placeholder_format.type
        if kind is not None and kind.name in ("FOOTER", "SLIDE_NUMBER"):
            slide.shapes._spTree.append(copy.deepcopy(holder._element))
    for shape in slide.placeholders:
        kind = shape.placeholder_format.type
        if kind is not None and kind.name == "FOOTER":
            place(shape, MARGIN, 177, ACROSS - 40, 8)
            shape.text_frame.margin_left = 0
            say(shape.text_frame, [Line(words, SIZE, colour=INKS["none"])])
        elif kind is not None and kind.name == "SLIDE_NUMBER":
            place(shape, WIDE - MARGIN - 36, 177, 36, 8)
            shape.text_frame.margin_right = 0


def _notes(slide: Any, pack: Pack, words: str) -> None:
    """Speaker's notes: what the slide says, and from when its figures are."""
    slide.notes_slide.notes_text_frame.text = writable(f"{words}\n{pack.cover.figures}.")
