"""A balanced scorecard: sections of indicators over three periods, reds first, lights counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from dashboard.views.card_comments import comments_of
from dashboard.views.histories import Series, all_series
from dashboard.views.scorecard_groups import (
    CardGroup,
    Part,
    actions_on,
    grouped,
    unmeasured,
    without_outcome,
)
from dashboard.views.scorecard_lines import ACTION, CardLine, lines_of, planned
from dashboard.views.scorecard_rows import CardRow, card_row
from dashboard.views.scorecard_words import lead
from dashboard.views.text import Text
from dashboard.views.words import badge, shown_target, shown_value
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.display import change_text
from indicators.freshness import age_on
from indicators.rag import Light
from indicators.standing import Standing
from indicators.store import read
from indicators.vocabulary import Scorecard, Section
from indicators.written.snapshot import FrozenComment

COLUMNS_WITHOUT_PERIODS = ("Latest", "Before", "Two before")


@dataclass(frozen=True, slots=True)
class Red:
    """An off-target indicator as the top of the card tells it; `period` is the label of its figure."""

    code: str
    title: str
    value: str
    against: str
    gap: str
    comment: FrozenComment | None = None
    actions: tuple[CardLine, ...] = ()
    period: str = ""


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A period of the card; `full` when some row has a figure in it, else one column of words is enough."""

    label: str
    full: bool


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """All a scorecard screen says.

    `comments` are by code of indicator, `unmeasured` commitments without an indicator, `without_outcome`
    indicators that serve no outcome, `hidden` what a snapshot shows no more, in words.
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
    hidden: str = ""

    @property
    def actions(self) -> int:
        """How many actions name its indicators; one under several sections is counted once."""
        lines = (line for group in self.groups for part in group.parts for line in part.lines)
        return len({line.key or line.title for line in lines if line.kind == ACTION})


def scorecard(connection: Connection, catalogue: Catalogue, card: Scorecard, council: Area) -> ScorecardView:
    """The card for a council; a card that belongs to one council always shows that one."""
    area = catalogue.areas[card.area] if card.area else council
    rows = _rows(connection, catalogue, card, area)
    standings = [row.standing for row in rows.values()]
    told = {s.indicator.code: s.period.label for s in standings if s is not None}
    comments = comments_of(connection, area.code, told)
    reds = [s for s in standings if s is not None and s.light is Light.RED]
    plans = planned(connection, card.sections, area.code)
    groups = grouped((s.title, _part(s, rows, lines_of(s, plans, catalogue))) for s in card.sections)
    return ScorecardView(
        card=card,
        area=area,
        others_plan=area != council,
        lead=lead([row.light for row in rows.values()]),
        reds=tuple(
            _red(each, comments.get(each.indicator.code), actions_on(groups, each.indicator.code))
            for each in reds
        ),
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
    rows = {code: card_row(series[code], _linked(catalogue, series, code), card) for code in codes}
    loaded = read.release(connection).loaded_at
    return {code: _aged(row, loaded) for code, row in rows.items()}


def _aged(row: CardRow, loaded: str) -> CardRow:
    """A row with the age of its latest figure on the day of the last load."""
    if row.standing is None or not loaded:
        return row
    return replace(row, age=age_on(row.standing.period.end, date.fromisoformat(loaded[:10])))


def _columns(card: Scorecard, rows: dict[str, CardRow]) -> tuple[CardColumn, ...]:
    return tuple(
        CardColumn(label, any(row.cells[at].badge is not None for row in rows.values()))
        for at, label in enumerate(card.periods or COLUMNS_WITHOUT_PERIODS)
    )


def _linked(catalogue: Catalogue, series: dict[str, Series], code: str) -> Series | None:
    counterpart = catalogue[code].counterpart
    return series[catalogue.resolve(counterpart).code] if counterpart else None


def _part(section: Section, rows: dict[str, CardRow], lines: tuple[CardLine, ...]) -> Part:
    own = tuple(rows[code] for code in section.indicators)
    return Part(section.subtitle, own, lines, section.outcome)


def _red(standing: Standing, comment: FrozenComment | None, actions: tuple[CardLine, ...]) -> Red:
    indicator, cut, value = standing.indicator, standing.cut, standing.figure.number
    gap = cut.gap(indicator.polarity, value) if cut and value is not None else 0.0
    return Red(
        code=indicator.code,
        title=indicator.title,
        value=shown_value(standing),
        against=f"against {shown_target(standing)}, {standing.period.words}",
        gap=f"{change_text(indicator, gap)} to green",
        comment=comment,
        actions=actions,
        period=standing.period.label,
    )


def _notes(standings: Sequence[Standing | None]) -> tuple[str, ...]:
    """Why some figures are marked `To check`."""
    return tuple(
        f"{s.indicator.title}, {s.period.words}: {s.note or badge(s).words}"
        for s in standings
        if s is not None and s.light is Light.TO_CHECK
    )
