"""A pack as a workbook: each table on a sheet of its own, one column for each thing that is said.

On the scorecard values, targets and benchmarks are numbers to compute with; their format shows the unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import IO

from dashboard.exports.pack_style import GROUNDS, INKS
from dashboard.exports.safe_csv import Cell
from dashboard.exports.workbook import Sheet, to_xlsx
from dashboard.views.pack_blocks import Paragraph, Table
from dashboard.views.pack_outline import changes
from dashboard.views.pack_parts import Pack, PackCell, PackPart, PackRow
from dashboard.views.pack_tables import (
    CHANGES,
    DEFINITIONS,
    READING,
    SOURCES,
    definitions_table,
    reading_table,
    sources_table,
)
from dashboard.views.scorecard_lines import CardLine
from indicators.display import Shown

_CARD = ("Indicator", "Code", "Section")
_PERIOD = ("Period", "Value", "Target", "Status", "Short trend")
_AFTER = ("Long trend", "Scotland", "Scotland in", "In words")
_RED = ("Indicator", "Code", "Status", "Sentence")
_WIDE = {
    "Indicator": 30, "Section": 14, "Commitment": 34, "Outcome": 30, "Code": 8, "Period": 9, "Value": 9,
    "Target": 9, "Status": 10, "Short trend": 14, "Long trend": 13, "Scotland": 10, "Scotland in": 9,
    "In words": 20, "Sentence": 50, "Definition": 60, "Words": 24, "What they mean": 90, "What": 28,
    "In full": 90, "What to mind": 28, "In which figures": 90, "Attribution": 44, "Source": 34,
    "Editions": 44, "Cause": 40, "Corrective action": 40, "Comment": 22, "Better": 12, "Before": 30,
    "Now": 30,
}  # fmt: skip
_OTHERS = 20
_COLOURS = {
    words: (INKS[light], GROUNDS[light])
    for light, words in (("red", "Off target"), ("amber", "Within tolerance"), ("green", "On target"))
}


def pack_xlsx(pack: Pack, product: str) -> IO[bytes]:
    """The pack as a workbook to read from its start."""
    sheets = (
        _sheet("Cover", ("What", "In full"), _cover(pack, product)),
        _red_sheet(pack),
        _card_sheet(pack),
        _sheet("What changed", CHANGES, _changes(pack)),
        _sheet("Care", ("What to mind", "In which figures"), _notes(pack)),
        _sheet("How to read", READING, _rows(reading_table(pack))),
        _sheet("Definitions", DEFINITIONS, _rows(definitions_table(pack))),
        _sheet("Sources", SOURCES, _rows(sources_table(pack))),
    )
    return to_xlsx(sheets, pack.cover.document, product)


def _sheet(
    name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], frozen: int = 0, paper: str = "A4"
) -> Sheet:
    known = list(rows)
    widths = [
        max(
            _WIDE.get(heading.rpartition(": ")[2], _OTHERS),
            _widest_number(row[at] for row in known if at < len(row)),
        )
        for at, heading in enumerate(header)
    ]
    return Sheet(name, header, known, widths, frozen=frozen, wrap=True, paper=paper, colours=_COLOURS)


def _widest_number(cells: Iterable[Cell]) -> int:
    """The letters a column needs for its numbers: unlike texts they are not wrapped but replaced by ###."""
    return max((len(cell) + 3 for cell in cells if isinstance(cell, Shown)), default=0)


def _cover(pack: Pack, product: str) -> Iterator[Sequence[Cell]]:
    yield "Title", pack.cover.title
    yield "Council", pack.cover.council
    yield from (("Standing", mark) for mark in pack.cover.marks)
    yield from pack.cover.facts
    yield "Summary", pack.summary
    yield from ((each.words, each.count) for each in pack.counts)
    yield "Product", product


def _red_sheet(pack: Pack) -> Sheet:
    """A row for each indicator off target, a column for each thing that is said of any of them."""
    names = tuple(dict.fromkeys(name for red in pack.reds for name, _ in (*red.facts, *red.comment)))
    header = (*_RED, *names)
    rows = [
        (red.title, red.label, red.badge.words, red.sentence, *(said.get(name, "") for name in names))
        for red in pack.reds
        for said in [dict((*red.facts, *red.comment))]
    ]
    return _sheet("Off target", header, rows or [(pack.none_red,)], frozen=1, paper="A3")


def _card_sheet(pack: Pack) -> Sheet:
    """A row for each indicator, project and activity; commitment and outcome at the end, if there are any."""
    parts = [part for section in pack.sections for part in section.parts]
    deep = [("Commitment", any(part.subtitle for part in parts)), ("Outcome", any(p.outcome for p in parts))]
    header = (
        *_CARD,
        *(f"{period}: {name}" for period in pack.columns for name in _PERIOD),
        *_AFTER,
        *(name for name, used in deep if used),
    )
    rows = (
        (title, code, section.title, *said, *_deeper(part, [used for _, used in deep]))
        for section in pack.sections
        for part in section.parts
        for title, code, said in _part(part, len(pack.columns))
    )
    return replace(_sheet("Scorecard", header, rows, frozen=1, paper="A3"), numbers=True)


def _deeper(part: PackPart, used: Sequence[bool]) -> Iterator[str]:
    """The commitment and its outcome, those of the two that have a column."""
    return (words for words, wanted in zip((part.subtitle, part.outcome), used, strict=True) if wanted)


def _part(part: PackPart, periods: int) -> Iterator[tuple[str, str, tuple[Cell, ...]]]:
    """Title, code, and what stands in the columns of the periods and after them."""
    for row in part.rows:
        yield row.title, row.label, _row(row, periods)
    blank = ("",) * (periods * len(_PERIOD) + len(_AFTER) - 1)
    yield from ((line.title, "", (*blank, _said(line))) for line in part.lines)


def _row(row: PackRow, periods: int) -> tuple[Cell, ...]:
    if row.slim:
        return (*("",) * (periods * len(_PERIOD) + len(_AFTER) - 1), row.slim)
    periods_said = (words for cell in row.cells for words in _period(cell))
    return (*periods_said, row.long, row.benchmark, row.beside, "")


def _said(line: CardLine) -> str:
    """What a project or activity is, where it stands, and the words of its light."""
    return ". ".join(filter(None, (line.kind, line.standing, line.words)))


def _period(cell: PackCell) -> tuple[str, ...]:
    status = cell.badge.words if cell.badge else cell.words
    return cell.period, cell.value, cell.target, status, cell.trend


def _changes(pack: Pack) -> Iterator[Sequence[Cell]]:
    for block in changes(pack):
        if isinstance(block, Paragraph):
            yield (block.words,)
        if isinstance(block, Table):
            yield from _rows(block)


def _notes(pack: Pack) -> Iterator[Sequence[Cell]]:
    return ((note.name, words) for note in pack.notes for words in note.words)


def _rows(table: Table) -> Iterator[Sequence[Cell]]:
    return (tuple(cell.text for cell in row.cells) for row in table.rows)
