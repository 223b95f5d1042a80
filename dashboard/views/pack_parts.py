"""What a pack is made of: the paper of one scorecard for one meeting, everything already decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.views.scorecard_lines import CardLine
from dashboard.views.scorecard_words import none_red
from dashboard.views.words import Badge
from indicators.changes_since import Change
from indicators.written.paper import Definition, PackChart, QualityNote, SourceNote
from indicators.written.snapshot import FrozenComment


@dataclass(frozen=True, slots=True)
class PackOrder:
    """What is asked for beside the scorecard: for whom, for which meeting, and whether for the public.

    `comments` are by code of indicator, before those that people wrote on the card.
    """

    audience: str = ""
    meeting: str = ""
    held_on: str = ""
    comments: Mapping[str, FrozenComment] = field(default_factory=dict)
    public: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: what it is, of whom, for whom, and from which figures (`release`: the last load)."""

    title: str
    council: str
    facts: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    release: int

    @property
    def document(self) -> str:
        """The title of the file."""
        return f"{self.title}: {self.council}"

    @property
    def figures(self) -> str:
        """From when the figures are: `Figures as at 20 November 2026`."""
        return next((f"{name} {words}" for name, words in self.facts if name.startswith("Figures")), "")


@dataclass(frozen=True, slots=True)
class LightCount:
    """How many indicators have one light: `kind` is red, amber, green or none."""

    kind: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class PackRed:
    """An indicator off target with all that is said of it; `comment` are names and words in order."""

    indicator: str
    label: str
    title: str
    badge: Badge
    figure: str
    sentence: str
    facts: tuple[tuple[str, str], ...]
    comment: tuple[tuple[str, str], ...]
    chart: PackChart | None


@dataclass(frozen=True, slots=True)
class PackCell:
    """One period of a row, or `words` alone where there is no number."""

    period: str
    value: str
    target: str
    badge: Badge | None
    trend: str
    words: str


@dataclass(frozen=True, slots=True)
class PackRow:
    """One indicator over the periods of the card; `slim` is its one line where it has no figure at all.

    `benchmark` is the figure of Scotland, or words where none is held; `beside` the period it is of.
    """

    label: str
    title: str
    cells: tuple[PackCell, ...]
    long: str
    benchmark: str
    slim: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class PackPart:
    """The rows of one commitment, or of a whole section with an empty subtitle, and what it is for.

    `lines` are its projects, activities, and what no indicator tells yet.
    """

    subtitle: str
    rows: tuple[PackRow, ...]
    lines: tuple[CardLine, ...] = ()
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class PackSection:
    """A section of the scorecard with its counts in words."""

    title: str
    summary: str
    parts: tuple[PackPart, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """All a pack says, in the order it says it.

    `changes` is None where there is nothing to compare with; `compared` says with what it was, or why not.
    `hidden` is what the meeting saw and the pack shows no more, in words.
    """

    cover: Cover
    summary: str
    counts: tuple[LightCount, ...]
    reds: tuple[PackRed, ...]
    columns: tuple[str, ...]
    sections: tuple[PackSection, ...]
    changes: tuple[Change, ...] | None
    definitions: tuple[Definition, ...]
    notes: tuple[QualityNote, ...]
    sources: tuple[SourceNote, ...]
    compared: str = ""
    hidden: str = ""

    @property
    def none_red(self) -> str:
        """What is said where nothing is off target."""
        return none_red(self.hidden)
