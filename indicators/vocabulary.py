"""The words around indicators: services, perspectives, sources, scorecards and terms, as declared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """A service; `context` ones are there for reference and never shown by default."""

    code: str
    title: str
    order: int
    context: bool = False


@dataclass(frozen=True, slots=True)
class Perspective:
    """A perspective of the balanced scorecard."""

    code: str
    title: str
    order: int


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher's series of releases, with its licence and address."""

    code: str
    title: str
    publisher: str
    licence: str
    address: str
    cadence: str
    next_release: str
    attribution: str


@dataclass(frozen=True, slots=True)
class Section:
    """One block of a scorecard: a perspective, or a priority and a commitment.

    `projects` are keys of improvement projects, `activities` the words of what goes on without a figure,
    `no_indicator` what nothing in the catalogue tells yet. `outcome` is what all of it is for, if known.
    """

    title: str
    subtitle: str
    perspective: str
    indicators: tuple[str, ...] = ()
    outcome: str = ""
    projects: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    no_indicator: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A scorecard as declared; an empty area means any council, no periods the latest three."""

    id: str
    title: str
    area: str
    intro: str
    periods: tuple[str, ...]
    benchmark_period: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary with its meaning, its abbreviation if it has one, and other spellings."""

    code: str
    title: str
    meaning: str
    short: str = ""
    also: tuple[str, ...] = ()
