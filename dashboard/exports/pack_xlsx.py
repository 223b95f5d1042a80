"""A pack as a workbook: each table on a sheet of its own, one column for each thing that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from dashboard.exports.safe_csv import Cell
from dashboard.exports.workbook import Sheet, to_xlsx
from dashboard.views.pack_outline import (
    CHANGES,
    DEFINITIONS,
    NOTHING_CHANGED,
    NOTHING_FROZEN,
    SOURCES,
    Table,
    changes,
    definitions_table,
    sources_table,
)
from dashboard.views.pack_parts import Pack, PackCell, PackRow

_REDS = ("Code", "Indicator", "Status", "What", "Words")
_CARD = ("Section", "Commitment", "Code", "Indicator")
_PERIOD = ("Period", "Value", "Target", "Status", "Short trend")
_WIDE = {"Indicator": 44, "Section": 30, "Commitment": 30, "Definition": 60, "Words": 90, "Attribution": 60}


def pack_xlsx(pack: Pack, product: str) -> IO[bytes]:
    """The pack as a workbook to read from its start."""
    card_header = (
        *_CARD,
        *(f"{period}: {name}" for period in pack.columns for name in _PERIOD),
        "Long trend",
        "Scotland",
        "Why there is none",
    )
    sheets = (
        _sheet("Cover", ("What", "Words"), _cover(pack, product)),
        _sheet("Off target", _REDS, _reds(pack)),
        _sheet("Scorecard", card_header, _card(pack)),
        _sheet("What changed", CHANGES, _changes(pack)),
        _sheet("Care", ("What", "Words"), ((n.name, words) for n in pack.notes for words in n.words)),
        _sheet("Definitions", DEFINITIONS, _rows(definitions_table(pack))),
        _sheet("Sources", SOURCES, _rows(sources_table(pack))),
    )
    return to_xlsx(sheets, pack.cover.document)


def _sheet(name: str, header: Sequence[str], rows: Iterator[Sequence[Cell]]) -> Sheet:
    return Sheet(name, header, rows, [_WIDE.get(heading, 20) for heading in header])


def _cover(pack: Pack, product: str) -> Iterator[Sequence[Cell]]:
    yield "Title", pack.cover.title
    yield "Council", pack.cover.council
    yield from (("Standing", mark) for mark in pack.cover.marks)
    yield from pack.cover.facts
    yield "Summary", pack.summary
    yield from ((each.words, each.count) for each in pack.counts)
    yield "Product", product


def _reds(pack: Pack) -> Iterator[Sequence[Cell]]:
    for red in pack.reds:
        said = (("Sentence", red.sentence), *red.facts, *red.comment)
        yield from ((red.label, red.title, red.badge.words, name, words) for name, words in said)


def _card(pack: Pack) -> Iterator[Sequence[Cell]]:
    for section in pack.sections:
        for part in section.parts:
            for row in part.rows:
                yield (section.title, part.subtitle, row.label, row.title, *_row(row, len(pack.columns)))


def _row(row: PackRow, periods: int) -> Iterator[Cell]:
    if row.slim:
        yield from ("",) * (periods * len(_PERIOD) + 2)
        yield row.slim
        return
    for cell in row.cells:
        yield from _period(cell)
    yield from (row.long, row.benchmark)


def _period(cell: PackCell) -> tuple[str, ...]:
    status = cell.badge.words if cell.badge else cell.words
    return cell.period, cell.value, cell.target, status, cell.trend


def _changes(pack: Pack) -> Iterator[Sequence[Cell]]:
    if not pack.changes:
        yield (NOTHING_FROZEN if pack.changes is None else NOTHING_CHANGED,)
    for block in changes(pack):
        if isinstance(block, Table):
            yield from _rows(block)


def _rows(table: Table) -> Iterator[Sequence[Cell]]:
    return (tuple(cell.text for cell in row.cells) for row in table.rows)
