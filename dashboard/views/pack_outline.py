"""A pack as headings, texts and tables in reading order, so that every kind of file says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.views.pack_parts import Pack, PackCell, PackChart, PackPart, PackRed, PackRow, PackSection
from indicators.changes_since import Change
from indicators.codes import after_label

NONE_RED = "Nothing on this card is off target."
NOTHING_FROZEN = "No earlier meeting of this scorecard was kept, so there is nothing to compare with."
NOTHING_CHANGED = "Nothing has changed since the last meeting."
CHANGES = ("What changed", "Indicator", "Period", "Before", "Now")
DEFINITIONS = ("Indicator", "Definition", "Unit", "Better", "Source")
SOURCES = ("Source", "Publisher and licence", "Editions", "Attribution")
COUNTS = ("Light", "Indicators")


@dataclass(frozen=True, slots=True)
class TableCell:
    """Lines of a cell; `light` colours the last but does not say anything that the words do not.

    `strong` sets the first line in bold.
    """

    lines: tuple[str, ...]
    light: str = ""
    strong: bool = False

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row, the first of which names it. The last spans what is left of the columns."""

    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; no level is ever left out."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `name` stands before it in bold, `lead` sets it larger."""

    words: str
    name: str = ""
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name, its headings and how wide each column is beside the others.

    Without headings it is a list of names and words.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    widths: tuple[int, ...]


Block = Heading | Paragraph | Bullets | Table | PackChart


def outline(pack: Pack) -> Iterator[Block]:
    """Everything after the cover, in order."""
    yield Heading(1, "Summary")
    yield Paragraph(pack.summary, lead=True)
    yield counts_table(pack)
    yield Heading(1, "Off target")
    if not pack.reds:
        yield Paragraph(NONE_RED)
    for red in pack.reds:
        yield from _red(red)
    yield Heading(1, "The scorecard")
    for section in pack.sections:
        yield Heading(2, section.title)
        yield Paragraph(f"{section.summary}.")
        for part in section.parts:
            if part.subtitle:
                yield Heading(3, part.subtitle)
            yield part_table(pack, section, part)
    yield Heading(1, "What changed since the last meeting")
    yield from changes(pack)
    yield Heading(1, "Care with these figures")
    for note in pack.notes:
        yield Heading(2, note.name)
        yield Bullets(note.words)
    yield Heading(1, "Definitions")
    yield definitions_table(pack)
    yield Heading(1, "Sources and licences")
    yield sources_table(pack)


def _red(red: PackRed) -> Iterator[Block]:
    yield Heading(2, after_label(red.label, red.title, ": "))
    yield Paragraph(red.sentence, name=f"{red.badge.words}.")
    yield facts_table(f"{red.title}: figure and target", red.facts)
    if red.chart:
        yield red.chart
    yield facts_table(f"{red.title}: comment", red.comment)


def facts_table(name: str, facts: tuple[tuple[str, str], ...]) -> Table:
    """Names and words beside each other."""
    rows = tuple(TableRow((TableCell((fact,), strong=True), TableCell((words,)))) for fact, words in facts)
    return Table(name, (), rows, (1, 4))


def counts_table(pack: Pack) -> Table:
    """How many indicators have each light."""
    rows = tuple(
        TableRow((TableCell((each.words,), each.kind, strong=True), TableCell((str(each.count),))))
        for each in pack.counts
    )
    return Table("Indicators by light", COUNTS, rows, (3, 1))


def part_table(pack: Pack, section: PackSection, part: PackPart) -> Table:
    """The indicators of a commitment (or of a section without any) over the periods of the card."""
    name = f"{section.title}: {part.subtitle}" if part.subtitle else section.title
    header = ("Indicator", *pack.columns, "Long trend", "Scotland")
    return Table(name, header, tuple(card_row(row) for row in part.rows), (24, 16, 16, 16, 12, 10))


def card_row(row: PackRow) -> TableRow:
    """An indicator as cells: its name, three periods, long trend, benchmark; or its one line."""
    name = TableCell(tuple(filter(None, (row.title, row.label))), strong=True)
    if row.slim:
        return TableRow((name, TableCell((row.slim,))))
    periods = tuple(_period(cell) for cell in row.cells)
    return TableRow((name, *periods, TableCell((row.long,)), TableCell((row.benchmark,))))


def _period(cell: PackCell) -> TableCell:
    if cell.badge is None:
        return TableCell((cell.words,))
    target = "" if cell.target == "none" else f"Target {cell.target}"
    lines = (cell.value, cell.period, target, cell.trend, cell.badge.words)
    return TableCell(tuple(line for line in lines if line), cell.badge.kind, strong=True)


def changes(pack: Pack) -> Iterator[Block]:
    """What changed, or why nothing is said of it."""
    if not pack.changes:
        yield Paragraph(NOTHING_FROZEN if pack.changes is None else NOTHING_CHANGED)
        return
    rows = tuple(
        _plain(each.kind.value.capitalize(), f"{each.indicator} {each.title}", each.period, *_moved(each))
        for each in pack.changes
    )
    yield Table("What changed since the last meeting", CHANGES, rows, (4, 7, 3, 6, 6))


def _moved(change: Change) -> tuple[str, str]:
    """Before and now, each with its light where the change gave another one."""
    lights = (change.light_before, change.light_after) if change.new_light else ("", "")
    shown = zip((change.before, change.after), lights, strict=True)
    before, after = (", ".join(filter(None, pair)) for pair in shown)
    return before, after


def definitions_table(pack: Pack) -> Table:
    """What each indicator means."""
    rows = tuple(
        _plain(after_label(each.label, each.title), each.definition, each.unit, each.better, each.source)
        for each in pack.definitions
    )
    return Table("Definitions", DEFINITIONS, rows, (6, 9, 3, 2, 4))


def sources_table(pack: Pack) -> Table:
    """Whose figures they are."""
    rows = tuple(
        _plain(each.title, f"{each.publisher}. {each.licence}", "; ".join(each.editions), each.attribution)
        for each in pack.sources
    )
    return Table("Sources and licences", SOURCES, rows, (4, 4, 5, 6))


def _plain(name: str, *words: str) -> TableRow:
    return TableRow((TableCell((name,), strong=True), *(TableCell((each,)) for each in words)))
