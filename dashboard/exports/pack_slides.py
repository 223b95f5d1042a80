"""The tables of a pack cut into slides: as many rows as fit, the headings on each, nothing left out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.views.pack_outline import (
    Bullets,
    Heading,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    outline,
)
from dashboard.views.pack_parts import Pack

LINES = 30
"""Lines of a table that fit a slide below its title."""
LETTERS = 190
"""Letters across a table of full width, in the size of the tables."""
_ON_SLIDES_OF_THEIR_OWN = ("Summary", "Off target")


@dataclass(frozen=True, slots=True)
class TableSlide:
    """A slide with one table, and the texts that stand above it."""

    title: str
    texts: tuple[str, ...]
    table: Table | None


def table_slides(pack: Pack) -> Iterator[TableSlide]:
    """The slides after the reds: scorecard, changes, cautions, definitions, sources, in reading order."""
    chapter, section, part = "", "", ""
    texts: list[str] = []
    for block in outline(pack):
        match block:
            case Heading(level=1):
                chapter, section, part = block.words, "", ""
            case Heading(level=2):
                section, part = block.words, ""
            case Heading():
                part = block.words
            case _ if chapter in _ON_SLIDES_OF_THEIR_OWN:
                continue
            case Paragraph():
                texts.append(block.words)
                if chapter.startswith("What changed"):
                    yield TableSlide(chapter, tuple(texts), None)
                    texts = []
            case Bullets() | Table():
                name = ": ".join(filter(None, (section or chapter, part)))
                table = _as_table(name, block) if isinstance(block, Bullets) else block
                yield from _cut(name, tuple(texts), table)
                texts = []


def _as_table(name: str, block: Bullets) -> Table:
    rows = tuple(TableRow((TableCell((item,)),)) for item in block.items)
    return Table(name, (name,), rows, (1,))


def _cut(title: str, texts: tuple[str, ...], table: Table) -> Iterator[TableSlide]:
    """The table in pieces; a row higher than a slide has one to itself."""
    pieces: list[list[TableRow]] = [[]]
    used = 0
    for row in table.rows:
        high = _height(row, table.widths)
        if pieces[-1] and used + high > LINES:
            pieces.append([])
            used = 0
        pieces[-1].append(row)
        used += high
    for number, rows in enumerate(pieces, 1):
        name = title if len(pieces) == 1 else f"{title} ({number} of {len(pieces)})"
        yield TableSlide(name, texts if number == 1 else (), replace(table, rows=tuple(rows)))


def _height(row: TableRow, widths: tuple[int, ...]) -> int:
    """The lines of the highest cell of a row; the last cell spans the columns that are left."""
    spans = [*widths[: len(row.cells) - 1], sum(widths[len(row.cells) - 1 :])]
    letters = [max(1, LETTERS * span // sum(widths)) for span in spans]
    return max(
        sum(math.ceil(max(len(line), 1) / most) for line in cell.lines)
        for cell, most in zip(row.cells, letters, strict=True)
    )
