"""What a pack says beyond the rows of its card, frozen with them: reds told in full, and the back pages.

A pack made of today's figures is arranged of the same parts, so one made of a snapshot says what it said.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackLine:
    """One line of a chart; None is a gap. The chart has the periods."""

    name: str
    role: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class PackChart:
    """A trend as numbers to draw: ours first, then Scotland and the target where they are known.

    `labels` are the periods, empty for a period without any figure; `alt` says what is to be seen.
    """

    title: str
    alt: str
    labels: tuple[str, ...]
    lines: tuple[PackLine, ...]
    prefix: str
    suffix: str
    decimals: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """What an indicator counts, its unit, which way is better, and whose figure it is."""

    label: str
    title: str
    definition: str
    unit: str
    better: str
    source: str


@dataclass(frozen=True, slots=True)
class QualityNote:
    """A kind of caution (`Carried forward`) with what it is said of."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source with its publisher, licence and attribution, and the editions the figures are from."""

    title: str
    publisher: str
    licence: str
    attribution: str
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperRed:
    """A red in full: its sentence, its facts as names and words in order, and its trend."""

    indicator: str
    sentence: str
    facts: tuple[tuple[str, str], ...]
    chart: PackChart | None


@dataclass(frozen=True, slots=True)
class HiddenFigure:
    """A figure that is suppressed: of which indicator of the card, area and period (its label)."""

    indicator: str
    area: str
    period: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The rest of a pack. `hidden` are the figures suppressed then, so that one hidden later can be told."""

    reds: tuple[PaperRed, ...] = ()
    definitions: tuple[Definition, ...] = ()
    notes: tuple[QualityNote, ...] = ()
    sources: tuple[SourceNote, ...] = ()
    hidden: tuple[HiddenFigure, ...] = ()
