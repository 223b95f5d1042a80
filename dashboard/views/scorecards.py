"""A balanced scorecard: sections of indicators over three periods, reds first, lights counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy import Connection

from dashboard.views.card_comments import comments_of
from dashboard.views.histories import Series, all_series
from dashboard.views.scorecard_lines import CardLine, Projects, lines_of, projects_of
from dashboard.views.scorecard_rows import CardRow, card_row
from dashboard.views.scorecard_words import WORST_FIRST, lead, summary
from dashboard.views.text import Text
from dashboard.views.words import badge, shown_target, shown_value
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.display import change_text
from indicators.rag import Light
from indicators.standing import Standing
from indicators.vocabulary import Scorecard, Section
from indicators.written.snapshot import FrozenComment

COLUMNS_WITHOUT_PERIODS = ("Latest", "Before", "Two before")


@dataclass(frozen=True, slots=True)
class Red:
    """An off-target indicator as the top of the card tells it."""

    code: str
    title: str
    value: str
    against: str
    gap: str
    comment: FrozenComment | None = None


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A period of the card; `full` when some row has a figure in it, else one column of words is enough."""

    label: str
    full: bool


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


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """All a scorecard screen says.

    `comments` are by code of indicator, `unmeasured` commitments without an indicator, `without_outcome`
    indicators that serve no outcome.
    """

    card: Scorecard
    area: Area
    others_plan: bool
    lead: Text
    reds: tuple[Red, ...]
    columns: tuple[CardColumn, ...]
    groups: tuple[CardGroup, ...]
    rows: int
    notes: tuple[str, ...]
    comments: Mapping[str, FrozenComment] = field(default_factory=dict)
    unmeasured: tuple[str, ...] = ()
    without_outcome: tuple[str, ...] = ()


def scorecard(connection: Connection, catalogue: Catalogue, card: Scorecard, council: Area) -> ScorecardView:
    """The card for a council; a card that belongs to one council always shows that one."""
    area = catalogue.areas[card.area] if card.area else council
    rows = _rows(connection, catalogue, card, area)
    standings = [row.standing for row in rows.values()]
    told = {s.indicator.code: s.period.label for s in standings if s is not None}
    comments = comments_of(connection, area.code, told)
    reds = [s for s in standings if s is not None and s.light is Light.RED]
    projects = projects_of(connection, card.sections)
    groups = grouped((s.title, _part(s, rows, projects)) for s in card.sections)
    return ScorecardView(
        card=card,
        area=area,
        others_plan=area != council,
        lead=lead([row.light for row in rows.values()]),
        reds=tuple(_red(standing, comments.get(standing.indicator.code)) for standing in reds),
        columns=_columns(card, rows),
        groups=groups,
        rows=len(rows),
        notes=_notes(standings),
        comments=comments,
        unmeasured=unmeasured(groups),
        without_outcome=without_outcome(groups),
    )


def _rows(connection: Connection, catalogue: Catalogue, card: Scorecard, area: Area) -> dict[str, CardRow]:
    """The row of every indicator of the card, by code, in order."""
    codes = [code for section in card.sections for code in section.indicators]
    indicators = [catalogue[code] for code in codes]
    linked = [catalogue.resolve(i.counterpart) for i in indicators if i.counterpart]
    series = all_series(connection, catalogue, area.code, [*indicators, *linked])
    return {code: card_row(series[code], _linked(catalogue, series, code), card) for code in codes}


def _columns(card: Scorecard, rows: dict[str, CardRow]) -> tuple[CardColumn, ...]:
    return tuple(
        CardColumn(label, any(row.cells[at].badge is not None for row in rows.values()))
        for at, label in enumerate(card.periods or COLUMNS_WITHOUT_PERIODS)
    )


def _linked(catalogue: Catalogue, series: dict[str, Series], code: str) -> Series | None:
    counterpart = catalogue[code].counterpart
    return series[catalogue.resolve(counterpart).code] if counterpart else None


def _part(section: Section, rows: dict[str, CardRow], projects: Projects) -> Part:
    own = tuple(rows[code] for code in section.indicators)
    return Part(section.subtitle, own, lines_of(section, projects), section.outcome)


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


def _red(standing: Standing, comment: FrozenComment | None) -> Red:
    indicator, cut, value = standing.indicator, standing.cut, standing.figure.number
    gap = cut.gap(indicator.polarity, value) if cut and value is not None else 0.0
    return Red(
        code=indicator.code,
        title=indicator.title,
        value=shown_value(standing),
        against=f"against {shown_target(standing)}, {standing.period.words}",
        gap=f"{change_text(indicator, gap)} to green",
        comment=comment,
    )


def _notes(standings: Sequence[Standing | None]) -> tuple[str, ...]:
    """Why some figures are marked `To check`."""
    return tuple(
        f"{s.indicator.title}, {s.period.words}: {s.note or badge(s).words}"
        for s in standings
        if s is not None and s.light is Light.TO_CHECK
    )
