"""What a part of a service page can hold: a table, steps of a funnel, bars by group, sentences and notes."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.views.text import Text
from indicators.periods import Period


@dataclass(frozen=True, slots=True)
class Cell:
    """A number as shown, small words below it, and the indicator it belongs to; `arrow` for a change."""

    shown: str
    note: str = ""
    code: str = ""
    arrow: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its heading, the indicator that leads to (empty for a computed one), its cells."""

    label: str
    code: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading across a table, for the lines below it."""

    words: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the headings of its columns; the first heads the names of the lines."""

    columns: tuple[str, ...]
    lines: tuple[Line | Heading, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a funnel: a count, what share of another it is in words, and its share of the widest."""

    name: str
    code: str
    shown: str
    note: str
    rate: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a group: its name, its value as shown, and its share of the longest (None: no figure)."""

    name: str
    shown: str
    share: float | None
    latest: bool = False


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of one option."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture of grouped bars on one scale from 0."""

    title: str
    groups: tuple[BarGroup, ...]


@dataclass(frozen=True, slots=True)
class AnswerBar:
    """The answers to one question: `n = 77`, then for each answer its word, `51 (66%)` and its share."""

    name: str
    base: str
    parts: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What one way of showing indicators comes to; `when` names the period of the steps.

    `newest` is the latest period the sentence tells of, where one is set beside another by it.
    """

    sentence: Text = ()
    when: str = ""
    steps: tuple[Step, ...] = ()
    bars: tuple[Bars, ...] = ()
    answers: tuple[AnswerBar, ...] = ()
    grid: Grid | None = None
    newest: Period | None = None
