"""The words around indicators: services, perspectives, sources, scorecards and terms, as declared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicators.figures import Status


class Measures(StrEnum):
    """What a headline indicator tells of its service."""

    UNSAID = ""
    DEMAND = "demand"
    PROCESS = "process"
    OUTCOME = "outcome"

    @property
    def words(self) -> str:
        """`Volume and demand`, as a reader sees it."""
        return _MEASURES[self]


_MEASURES = {
    Measures.UNSAID: "",
    Measures.DEMAND: "Volume and demand",
    Measures.PROCESS: "Key process",
    Measures.OUTCOME: "Impact and outcome",
}


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


@dataclass(frozen=True, slots=True)
class KnownError:
    """A printed value that is known not to be one, such as a false zero, and the status it has."""

    area: str
    periods: tuple[str, ...]
    printed: float
    status: Status
    reason: str


class End(StrEnum):
    """What a report says instead of a number: the best of all, or the worst."""

    NOT_SAID = ""
    BEST = "best"
    WORST = "worst"


@dataclass(frozen=True, slots=True)
class PublishedPlace:
    """The place of one figure among others, `of` how many (0: not stated); `first` says what stands at 1.

    A `place` of 0 was printed as a word, which `end` is. `among` are what is ranked, such as partnerships.
    """

    indicator: str
    area: str
    period: str
    place: int
    of: int
    end: End
    first: str
    among: str
    source: str
    edition: str
    locator: str


@dataclass(frozen=True, slots=True)
class WrittenGrade:
    """What a framework said of a council in words, such as `making good progress`: no number, and in no mean.

    `until` is the last day of a framework that has ended, as far as it is printed; `retired` that it has.
    """

    framework: str
    subject: str
    area: str
    period: str
    grade: str
    retired: bool
    until: str
    source: str
    edition: str
    locator: str
