"""A pack as a tagged PDF (PDF/UA-1), set by Typst; its words go in as JSON and are never read as markup."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from dashboard.exports import pack_style
from dashboard.exports.xml_text import writable
from dashboard.views.pack_blocks import Block, Bullets, Heading, Paragraph, Table
from dashboard.views.pack_outline import outline
from dashboard.views.pack_parts import Pack
from dashboard.views.pack_tables import facts_table
from indicators.display import number
from indicators.written.paper import PackChart

TEMPLATE = Path(__file__).with_name("pack.typ")
TICKS = 4
MOST_LABELS = 8
PIXELS_PER_INCH = 150.0
PICTURE_WIDTH = 174
"""Millimetres of the picture of a chart, in which its words have their size."""
# Anything but Latin letters, digits and the signs that text and figures are written with.
_UNUSUAL = re.compile("[^\t\n -~\xa0-\u017f\u2010-\u2026\u20ac\u2212]")


def pack_pdf(pack: Pack, product: str) -> bytes:
    """The pack as a PDF, A4 upright."""
    return bytes(_compiled(pack_data(pack, product), format="pdf", pdf_standards=["ua-1"]))


def chart_picture(chart: PackChart) -> bytes:
    """One chart as a PNG, for files that cannot draw."""
    data = {"title": chart.title, "author": "", "marks": [], "foot": "", "style": _style()}
    made = _compiled(
        {**data, "only": _chart(chart), "wide": PICTURE_WIDTH}, format="png", ppi=PIXELS_PER_INCH
    )
    return bytes(made[0] if isinstance(made, list) else made)


def pack_data(pack: Pack, product: str) -> dict[str, Any]:
    """What the template is given."""
    cover = pack.cover
    return {
        "title": cover.document,
        "author": product,
        "marks": cover.marks,
        "foot": product,
        "style": _style(),
        "cover": {
            "title": cover.title,
            "council": cover.council,
            "facts": _block(facts_table("About this pack", cover.facts)),
        },
        "blocks": [_block(block) for block in outline(pack)],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", **asdict(block)}
        case Paragraph():
            return {"kind": "paragraph", **asdict(block)}
        case Bullets():
            return {"kind": "bullets", **asdict(block)}
        case Table():
            return {"kind": "table", **asdict(block), "rows": [asdict(row)["cells"] for row in block.rows]}
        case PackChart():
            return {"kind": "chart", **_chart(block)}


def _chart(chart: PackChart) -> dict[str, Any]:
    """The chart with its axis: from zero, or from below the lowest where something is negative."""
    values = [value for line in chart.lines for value in line.values if value is not None]
    step = _round_step((max(*values, 0.0) - min(*values, 0.0)) / TICKS)
    low, high = math.floor(min(*values, 0.0) / step) * step, math.ceil(max(*values, 0.0) / step) * step
    high = high if high > low else low + step
    decimals = max(0, -math.floor(math.log10(step)))
    ticks = [low + step * at for at in range(round((high - low) / step) + 1)]
    words = [_said(chart, tick, decimals) for tick in ticks]
    own = [value for value in chart.lines[0].values if value is not None]
    return {
        **asdict(chart),
        "last": _said(chart, own[-1], chart.decimals),
        "low": low,
        "high": high,
        "ticks": [{"value": tick, "words": said} for tick, said in zip(ticks, words, strict=True)],
        "every": math.ceil(len(chart.labels) / MOST_LABELS),
    }


def _said(chart: PackChart, value: float, decimals: int) -> str:
    """A number on the axis or at the end of a line, with its unit."""
    return f"{chart.prefix}{number(value, decimals)}{chart.suffix}"


def _round_step(wanted: float) -> float:
    """The next step of 1, 2 or 5 times a power of ten; 1 where all values are zero."""
    if wanted <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= wanted * 0.999)


def _style() -> dict[str, Any]:
    names = {"ink": pack_style.INK, "brand": pack_style.BRAND, "rule": pack_style.RULE}
    return {
        **names, "inks": pack_style.INKS, "grounds": pack_style.GROUNDS, "lines": pack_style.LINES,
    }  # fmt: skip


@cache
def _fonts() -> typst.Fonts:
    """The fonts of this machine, looked for once."""
    return typst.Fonts()


def _compiled(data: dict[str, Any], **how: Any) -> Any:
    """What Typst makes of the template and the data."""

    def compiled(clean: Callable[[str], str]) -> Any:
        inputs = {"pack": json.dumps(_cleaned(data, clean))}
        return typst.compile(TEMPLATE.read_bytes(), font_paths=_fonts(), sys_inputs=inputs, **how)

    try:
        return compiled(writable)
    except typst.TypstError as error:
        # PDF/UA allows no letter without a shape, and no machine has the shapes of all letters.
        if "could not be displayed" not in error.message:
            raise
        return compiled(lambda text: _UNUSUAL.sub("?", writable(text)))


def _cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    """The same data with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _cleaned(each, clean) for name, each in value.items()}
    return [_cleaned(each, clean) for each in value] if isinstance(value, list | tuple) else value
