"""A pack as headings, texts and tables in reading order, so that every kind of file says the same."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.views.pack_blocks import Block, Bullets, Heading, Paragraph
from dashboard.views.pack_parts import Pack, PackRed, PackSection
from dashboard.views.pack_tables import (
    SINCE,
    across_table,
    changes_table,
    counts_table,
    definitions_table,
    facts_table,
    part_tables,
    reading_table,
    reds_table,
    sources_table,
)
from indicators.codes import after_label

CARE, OUTCOME = "Care with these figures", "Outcome:"
NOTHING_FROZEN = "This pack is of no meeting that was frozen, so there is nothing to compare with."
NOTHING_CHANGED = "Nothing has changed since the meeting."


def outline(pack: Pack) -> Iterator[Block]:
    """Everything after the cover, in order."""
    yield Heading(1, "Summary")
    yield Paragraph(pack.summary, lead=True)
    yield counts_table(pack)
    if pack.reds:
        yield reds_table(pack)
    yield Heading(1, "Off target")
    if not pack.reds:
        yield Paragraph(pack.none_red)
    for red in pack.reds:
        yield from _red(red)
    yield Heading(1, "The scorecard")
    for section in pack.sections:
        yield Heading(2, section.title)
        yield Paragraph(f"{section.summary}.")
        yield from _parts(pack, section)
    yield Heading(1, SINCE)
    yield from changes(pack)
    yield Heading(1, CARE)
    for note in pack.notes:
        yield Heading(2, note.name)
        yield Bullets(note.words)
    yield Heading(1, "How to read this pack")
    yield reading_table(pack)
    yield Heading(1, "Definitions")
    yield definitions_table(pack)
    yield Heading(1, "Sources and licences")
    yield sources_table(pack)


def _red(red: PackRed) -> Iterator[Block]:
    yield Heading(2, after_label(red.label, red.title, ": "))
    yield Paragraph(red.sentence, name=f"{red.badge.words}.")
    yield across_table(f"{red.title}: figure and target", red.facts)
    yield facts_table(f"{red.title}: comment", red.comment)
    if red.chart:
        yield red.chart


def _parts(pack: Pack, section: PackSection) -> Iterator[Block]:
    """The commitments of a section, each with its outcome where that is another one than before."""
    outcome = ""
    for part in section.parts:
        if part.subtitle:
            yield Heading(3, part.subtitle)
        if part.outcome and part.outcome != outcome:
            yield Paragraph(part.outcome, name=OUTCOME)
            outcome = part.outcome
        yield from part_tables(pack, section, part)


def changes(pack: Pack) -> Iterator[Block]:
    """What changed with what it was compared with, or why nothing is said of it."""
    nothing = NOTHING_CHANGED if pack.changes == () else ""
    yield Paragraph(" ".join(filter(None, (pack.compared, nothing))) or NOTHING_FROZEN)
    if pack.changes:
        yield changes_table(pack.changes)
