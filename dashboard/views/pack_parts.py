"""What a pack is made of: the paper of one scorecard for one meeting, everything already decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.views.words import Badge
from indicators.changes_since import Change
from indicators.written.snapshot import FrozenComment


@dataclass(frozen=True, slots=True)
class PackOrder:
    """What is asked for beside the scorecard: for whom, for which meeting, and what people wrote.

    `comments` are by code of indicator. `changes` is None where nothing was frozen to compare with.
    `override` is the reason for a final pack with reds that nobody explained.
    """

    audience: str = ""
    meeting: str = ""
    held_on: str = ""
    comments: Mapping[str, FrozenComment] = field(default_factory=dict)
    changes: tuple[Change, ...] | None = None
    final: bool = False
    override: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: what it is, of whom, for whom, and from which figures."""

    title: str
    council: str
    facts: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]

    @property
    def document(self) -> str:
        """The title of the file."""
        return f"{self.title}: {self.council}"


@dataclass(frozen=True, slots=True)
class LightCount:
    """How many indicators have one light: `kind` is red, amber, green or none."""

    kind: str
    words: str
    count: int


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
class PackRed:
    """An indicator off target with all that is said of it; `comment` are names and words in order."""

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
    """One indicator over the periods of the card; `slim` is its one line where it has no figure at all."""

    label: str
    title: str
    cells: tuple[PackCell, ...]
    long: str
    benchmark: str
    slim: str


@dataclass(frozen=True, slots=True)
class PackPart:
    """The rows of one commitment, or of a whole section with an empty subtitle."""

    subtitle: str
    rows: tuple[PackRow, ...]


@dataclass(frozen=True, slots=True)
class PackSection:
    """A section of the scorecard with its counts in words."""

    title: str
    summary: str
    parts: tuple[PackPart, ...]


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
class Pack:
    """All a pack says, in the order it says it; `changes` is None where nothing was frozen before."""

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
