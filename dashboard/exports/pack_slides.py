"""A pack cut into slides: as many rows as fit, headings on each, nothing left out, nothing too small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.exports.slide_room import (
    FOOT,
    LINE,
    PADDING,
    TOP,
    below,
    cell_widths,
    cut_lines,
    row_height,
)
from dashboard.views.pack_blocks import Heading, Paragraph, Table, TableCell, TableRow
from dashboard.views.pack_outline import CARE, outline
from dashboard.views.pack_parts import Pack, PackSection
from dashboard.views.pack_tables import CARD_WIDTHS, WITHOUT_FIGURES, card_header, card_row, line_row

_ROOM = FOOT - TOP - LINE - PADDING
"""Millimetres of a slide for rows, below the headings of their table."""
_HIGHEST = _ROOM - 5 * LINE
"""The highest row, which has room below a text and the name of the rows."""
_ON_SLIDES_OF_THEIR_OWN = ("Summary", "Off target", "The scorecard")


@dataclass(frozen=True, slots=True)
class TableSlide:
    """A slide with one table, and the texts that stand above it."""

    title: str
    texts: tuple[str, ...]
    table: Table | None


def table_slides(pack: Pack) -> Iterator[TableSlide]:
    """The slides after the reds: scorecard, changes, cautions, meanings, sources, in reading order."""
    for section in pack.sections:
        yield from _cut(section.title, (f"{section.summary}.",), _section_table(pack, section))
    yield from _back_pages(pack)


def _section_table(pack: Pack, section: PackSection) -> Table:
    """All of a section in one table; a row across it names each commitment and what it is for."""
    rows: list[TableRow] = []
    outcome = ""
    for part in section.parts:
        new = part.outcome if part.outcome != outcome else ""
        said = tuple(filter(None, (part.subtitle, f"Outcome: {new}" if new else "")))
        outcome = part.outcome or outcome
        if said:
            rows.append(TableRow((TableCell(said, strong=bool(part.subtitle)),)))
        rows += [_joined(card_row(row)) for row in part.rows]
        rows += [line_row(line) for line in part.lines]
    if all(row.slim for part in section.parts for row in part.rows):
        return Table(section.title, WITHOUT_FIGURES, tuple(_named_on_one_line(row) for row in rows), (3, 2))
    return Table(section.title, card_header(pack), tuple(rows), CARD_WIDTHS)


def _joined(row: TableRow) -> TableRow:
    """The same row with each figure and its period on one line, as slides are wide and low."""
    name, *cells = row.cells
    return TableRow((name, *(_on_one_line(cell) for cell in cells)))


def _named_on_one_line(row: TableRow) -> TableRow:
    """The same row with title and code on one line, where its table has two wide columns."""
    name, *cells = row.cells
    return TableRow((replace(name, lines=(", ".join(name.lines),)), *cells)) if cells else row


def _on_one_line(cell: TableCell) -> TableCell:
    first, *others = cell.lines
    if not cell.light or not others:
        return cell
    return replace(cell, lines=(f"{first}, {others[0]}", *others[1:]))


def _back_pages(pack: Pack) -> Iterator[TableSlide]:
    """What comes after the scorecard; a paragraph stands above the table of its chapter, or alone."""
    chapter = ""
    texts: tuple[str, ...] = ()
    for block in outline(pack):
        match block:
            case Heading(level=1):
                if texts:
                    yield TableSlide(chapter, texts, None)
                chapter, texts = block.words, ()
                if chapter == CARE:
                    yield from _cut(CARE, (), _notes_table(pack))
            case _ if chapter in _ON_SLIDES_OF_THEIR_OWN:
                continue
            case Paragraph():
                texts = (*texts, block.words)
            case Table():
                yield from _cut(chapter, texts, block)
                texts = ()


def _notes_table(pack: Pack) -> Table:
    """Every caution with what it is said of."""
    pairs = ((note.name, words) for note in pack.notes for words in note.words)
    rows = (TableRow((TableCell((name,), strong=True), TableCell((words,)))) for name, words in pairs)
    return Table(CARE, ("What to mind", "In which figures"), tuple(rows), (1, 5))


def _cut(title: str, texts: tuple[str, ...], table: Table) -> Iterator[TableSlide]:
    """The table in pieces that fit; a row across it is repeated above what is left of its rows."""
    pieces = list(_pieces(table, below(texts)))
    for number, rows in enumerate(pieces, 1):
        name = title if len(pieces) == 1 else f"{title} ({number} of {len(pieces)})"
        yield TableSlide(name, texts if number == 1 else (), replace(table, rows=tuple(rows)))


def _pieces(table: Table, top: float) -> Iterator[list[TableRow]]:
    """The rows for each slide; on the first the table begins lower, below the texts."""
    rows = [part for whole in table.rows for part in _parted(whole, table)]
    heights = [row_height(row, table) for row in rows]
    piece: list[TableRow] = []
    name: TableRow | None = None
    left = _ROOM - (top - TOP)
    for at, row in enumerate(rows):
        # What names the rows below it is not left alone at the foot of a slide.
        needed = sum(heights[at : at + 2]) if _across(row, table) else heights[at]
        if piece and needed > left:
            yield piece
            piece = [_continued(name)] if name and not _across(row, table) else []
            left = _ROOM - sum(row_height(each, table) for each in piece)
        if _across(row, table):
            name = row if row.cells[0].strong else None
        piece.append(row)
        left -= heights[at]
    yield piece


def _parted(row: TableRow, table: Table) -> Iterator[TableRow]:
    """The row; one higher than a slide as several, each with the name of it."""
    if row_height(row, table) <= _HIGHEST:
        yield row
        return
    cells = [
        cut_lines(cell.lines, wide, _HIGHEST - PADDING)
        for cell, wide in zip(row.cells, cell_widths(row, table.widths), strict=True)
    ]
    for number in range(max(map(len, cells))):
        texts = [tuple(groups[number]) if number < len(groups) else ("",) for groups in cells]
        if number and texts[0] == ("",):
            texts[0] = (f"{row.cells[0].lines[0]}, continued",)
        parts = (replace(cell, lines=text) for cell, text in zip(row.cells, texts, strict=True))
        yield TableRow(tuple(parts))


def _across(row: TableRow, table: Table) -> bool:
    """True for a row of one cell that names the rows below it."""
    return len(row.cells) == 1 < len(table.widths)


def _continued(row: TableRow) -> TableRow:
    return TableRow((TableCell((f"{row.cells[0].lines[0]}, continued",), strong=True),))
