"""The sections of a scorecard: their parts with their rows, the worst light of each, and what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dashboard.views.scorecard_lines import ACTION, CardLine
from dashboard.views.scorecard_rows import CardRow
from dashboard.views.scorecard_words import WORST_FIRST, summary


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one commitment (or of a whole section, with an empty subtitle), and what it is for."""

    subtitle: str
    rows: tuple[CardRow, ...]
    lines: tuple[CardLine, ...] = ()
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class CardGroup:
    """A section with its worst light and its counts in words."""

    title: str
    worst: str
    summary: str
    parts: tuple[Part, ...]


def grouped(parts: Iterable[tuple[str, Part]]) -> tuple[CardGroup, ...]:
    """The sections of parts in their order, each given with the title of its section."""
    by_title = groupby(parts, key=lambda part: part[0])
    return tuple(_group(title, [part for _, part in found]) for title, found in by_title)


def _group(title: str, parts: Sequence[Part]) -> CardGroup:
    """A section of its parts, with the worst light among indicators and projects and its counts in words."""
    lights = [row.light for part in parts for row in part.rows]
    lines = [line for part in parts for line in part.lines]
    shown = {*lights, *(line.light for line in lines)}
    worst = next((light.value for light in WORST_FIRST if light.value in shown), "none")
    return CardGroup(title, worst, summary(lights, lines), tuple(parts))


def unmeasured(groups: Sequence[CardGroup]) -> tuple[str, ...]:
    """The commitments without an indicator; a section that has none is told by its title."""
    return tuple(part.subtitle or group.title for group in groups for part in group.parts if not part.rows)


def without_outcome(groups: Sequence[CardGroup]) -> tuple[str, ...]:
    """The indicators whose section names no outcome."""
    parts = (part for group in groups for part in group.parts if not part.outcome)
    return tuple(row.title for part in parts for row in part.rows)


def actions_on(groups: Sequence[CardGroup], code: str) -> tuple[CardLine, ...]:
    """The actions of a card that name one of its indicators."""
    lines = (line for group in groups for part in group.parts for line in part.lines)
    return tuple(line for line in lines if code in line.indicators)


def without_actions(groups: Sequence[CardGroup]) -> tuple[CardGroup, ...]:
    """The sections as if nobody had written an action."""
    parts = ((group.title, part) for group in groups for part in group.parts)
    return grouped(
        (title, replace(part, lines=tuple(line for line in part.lines if line.kind != ACTION)))
        for title, part in parts
    )
