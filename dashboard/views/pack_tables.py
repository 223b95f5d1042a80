"""The tables of a pack, each with its name and headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.views.pack_blocks import Table, TableCell, TableRow
from dashboard.views.pack_parts import Pack, PackCell, PackPart, PackRed, PackRow, PackSection
from dashboard.views.pack_reading import reading
from dashboard.views.scorecard_lines import CardLine
from dashboard.views.snapshots import light_words
from indicators.changes_since import Change
from indicators.codes import after_label, published_code
from indicators.printed_periods import words_of
from indicators.written.paper import SourceNote

SINCE = "What changed since the meeting"
CHANGES = ("What changed", "Indicator", "Period", "Before", "Now")
DEFINITIONS = ("Indicator", "Definition", "Unit", "Better", "Source")
SOURCES = ("Source", "Publisher and licence", "Editions", "Attribution")
COUNTS = ("Light", "Indicators")
CARD_WIDTHS = (38, 35, 35, 35, 24, 21)
REDS, COMMENTED = ("Off target", "Figure", "Target", "Who answers"), "Comment without an owner"
READING = ("Words", "What they mean")
LINES = ("Beside the indicators", "Where it stands")
WITHOUT_FIGURES = ("Indicator", "Where it stands")
_TWO = (2, 3)


def facts_table(name: str, facts: tuple[tuple[str, str], ...]) -> Table:
    """Names and words beside each other."""
    rows = tuple(TableRow((TableCell((fact,), strong=True), TableCell((words,)))) for fact, words in facts)
    return Table(name, (), rows, (1, 3))


def across_table(name: str, facts: tuple[tuple[str, str], ...]) -> Table:
    """Facts beside each other, their names as headings."""
    row = TableRow(tuple(TableCell((words,), strong=at == 0) for at, (_, words) in enumerate(facts)))
    return Table(name, tuple(fact for fact, _ in facts), (row,), (1,) * len(facts))


def counts_table(pack: Pack) -> Table:
    """How many indicators have each light."""
    rows = tuple(
        TableRow((TableCell((each.words,), each.kind, strong=True), TableCell((str(each.count),))))
        for each in pack.counts
    )
    return Table("Indicators by light", COUNTS, rows, (3, 1), narrow=True)


def reds_table(pack: Pack) -> Table:
    """What is off target at a glance, and who answers for it."""
    rows = tuple(
        _plain(after_label(red.label, red.title), red.figure, dict(red.facts).get("Target", ""), _answer(red))
        for red in pack.reds
    )
    return Table("Off target in short", REDS, rows, (5, 3, 3, 4))


def _answer(red: PackRed) -> str:
    """`Head of Service, by 31 March 2027`, after what is missing of the comment."""
    said = dict(red.comment)
    due = f"by {said['Due']}" if "Due" in said else ""
    return ", ".join(filter(None, (said.get("Comment"), said.get("Owner"), due))) or COMMENTED


def part_tables(pack: Pack, section: PackSection, part: PackPart) -> Iterator[Table]:
    """The indicators of a commitment (or section) over the periods of the card, then what is no indicator.

    Indicators none of which has a figure need no columns of periods.
    """
    name = f"{section.title}: {part.subtitle}" if part.subtitle else section.title
    rows = tuple(card_row(row) for row in part.rows)
    if any(not row.slim for row in part.rows):
        yield Table(name, card_header(pack), rows, CARD_WIDTHS)
    elif rows:
        yield Table(name, WITHOUT_FIGURES, rows, _TWO)
    if part.lines:
        yield Table(f"{name}: beside the indicators", LINES, tuple(map(line_row, part.lines)), _TWO)


def card_header(pack: Pack) -> tuple[str, ...]:
    """What stands above the columns of the card."""
    return ("Indicator", *pack.columns, "Long trend", "Scotland")


def card_row(row: PackRow) -> TableRow:
    """An indicator as cells: its name, three periods, long trend, benchmark; or its one line."""
    name = TableCell(tuple(filter(None, (row.title, row.label))), strong=True)
    if row.slim:
        return TableRow((name, TableCell((row.slim,))))
    periods = tuple(_period(cell) for cell in row.cells)
    benchmark = TableCell((f"{row.benchmark},", row.beside) if row.beside else (row.benchmark,))
    return TableRow((name, *periods, TableCell((row.long,)), benchmark))


def line_row(line: CardLine) -> TableRow:
    """A project or activity: its name, and where it stands in words and light; without words, what it is."""
    if not line.words:
        return TableRow((TableCell((line.title,), strong=True), TableCell((line.kind,))))
    said = TableCell(tuple(filter(None, (line.words, line.standing))), line.light if line.standing else "")
    return TableRow((TableCell((line.title, line.kind), strong=True), said))


def _period(cell: PackCell) -> TableCell:
    if cell.badge is None:
        return TableCell((cell.words,))
    target = "" if cell.target == "none" else f"Target {cell.target}"
    lines = (cell.value, cell.period, target, cell.trend, cell.badge.words)
    return TableCell(tuple(line for line in lines if line), cell.badge.kind, strong=True)


def changes_table(found: Iterable[Change]) -> Table:
    """Each thing that changed, before and now."""
    rows = tuple(
        _plain(each.kind.value.capitalize(), _row_of(each), words_of(each.period), *_moved(each))
        for each in found
    )
    return Table(SINCE, CHANGES, rows, (4, 8, 3, 8, 8))


def _row_of(change: Change) -> str:
    """The title of a row, after the code that a reader knows."""
    return after_label(published_code(change.indicator), change.title)


def _moved(change: Change) -> tuple[str, str]:
    """Before and now, each with its light where the change gave another one."""
    lights = (change.light_before, change.light_after) if change.new_light else ("", "")
    shown = zip((change.before, change.after), map(light_words, lights), strict=True)
    before, after = (", ".join(filter(None, pair)) for pair in shown)
    return before, after


def reading_table(pack: Pack) -> Table:
    """The words of this pack that need a meaning."""
    return Table("How to read this pack", READING, tuple(_plain(*pair) for pair in reading(pack)), (1, 3))


def definitions_table(pack: Pack) -> Table:
    """What each indicator means."""
    rows = tuple(
        _plain(after_label(each.label, each.title), each.definition, each.unit, each.better, each.source)
        for each in pack.definitions
    )
    return Table("Definitions", DEFINITIONS, rows, (6, 11, 4, 3, 5))


def sources_table(pack: Pack) -> Table:
    """Whose figures they are."""
    rows = tuple(
        _plain(each.title, _owner(each), "; ".join(each.editions), each.attribution) for each in pack.sources
    )
    return Table("Sources and licences", SOURCES, rows, (4, 4, 6, 5))


def _owner(source: SourceNote) -> str:
    """The publisher, and the licence where one is known."""
    return ". ".join(filter(None, (source.publisher, source.licence)))


def _plain(name: str, *words: str) -> TableRow:
    return TableRow((TableCell((name,), strong=True), *(TableCell((each,)) for each in words)))
