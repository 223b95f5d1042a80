"""A balanced scorecard: sections of indicators over three periods, reds first, lights counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from dashboard.views.histories import Series, all_series
from dashboard.views.scorecard_rows import CardRow, card_row
from dashboard.views.text import Text, bold, join_text, number_words
from dashboard.views.words import badge, shown_target, shown_value
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.display import change_text
from indicators.rag import Light
from indicators.standing import Standing
from indicators.vocabulary import Scorecard

COLUMNS_WITHOUT_PERIODS = ("Latest", "Before", "Two before")
_WORST_FIRST = (Light.RED, Light.AMBER, Light.GREEN)


@dataclass(frozen=True, slots=True)
class Red:
    """An off-target indicator as the top of the card tells it."""

    code: str
    title: str
    value: str
    against: str
    gap: str


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A period of the card; `full` when some row has a figure in it, else one column of words is enough."""

    label: str
    full: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one commitment (or of a whole section, with an empty subtitle)."""

    subtitle: str
    rows: tuple[CardRow, ...]


@dataclass(frozen=True, slots=True)
class CardGroup:
    """A section with its worst light and its counts in words."""

    title: str
    worst: str
    summary: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """All a scorecard screen says."""

    card: Scorecard
    area: Area
    others_plan: bool
    lead: Text
    reds: tuple[Red, ...]
    columns: tuple[CardColumn, ...]
    groups: tuple[CardGroup, ...]
    rows: int
    notes: tuple[str, ...]


def scorecard(connection: Connection, catalogue: Catalogue, card: Scorecard, council: Area) -> ScorecardView:
    """The card for a council; a card that belongs to one council always shows that one."""
    area = catalogue.areas[card.area] if card.area else council
    codes = [code for section in card.sections for code in section.indicators]
    indicators = [catalogue[code] for code in codes]
    linked = [catalogue.resolve(i.counterpart) for i in indicators if i.counterpart]
    series = all_series(connection, catalogue, area.code, [*indicators, *linked])
    rows = {code: card_row(series[code], _linked(catalogue, series, code), card) for code in codes}
    standings = [rows[code].standing for code in codes]
    return ScorecardView(
        card=card,
        area=area,
        others_plan=area != council,
        lead=_lead(standings),
        reds=tuple(_red(s) for s in standings if s is not None and s.light is Light.RED),
        columns=_columns(card, rows),
        groups=_groups(card, rows),
        rows=len(codes),
        notes=_notes(standings),
    )


def _columns(card: Scorecard, rows: dict[str, CardRow]) -> tuple[CardColumn, ...]:
    return tuple(
        CardColumn(label, any(row.cells[at].badge is not None for row in rows.values()))
        for at, label in enumerate(card.periods or COLUMNS_WITHOUT_PERIODS)
    )


def _linked(catalogue: Catalogue, series: dict[str, Series], code: str) -> Series | None:
    counterpart = catalogue[code].counterpart
    return series[catalogue.resolve(counterpart).code] if counterpart else None


def _groups(card: Scorecard, rows: dict[str, CardRow]) -> tuple[CardGroup, ...]:
    found = []
    for title, sections in groupby(card.sections, key=lambda section: section.title):
        parts = tuple(Part(s.subtitle, tuple(rows[code] for code in s.indicators)) for s in sections)
        lights = [row.standing.light for part in parts for row in part.rows if row.standing]
        total = sum(len(part.rows) for part in parts)
        worst = next((light.value for light in _WORST_FIRST if light in lights), "none")
        found.append(CardGroup(title, worst, _summary(lights, total), parts))
    return tuple(found)


def _summary(lights: Sequence[Light], total: int) -> str:
    """`2 off target, 1 on target, 12 without a light`."""
    counts = Counter(lights)
    judged = sum(counts[light] for light in _WORST_FIRST)
    pairs = (
        (counts[Light.RED], "off target"),
        (counts[Light.AMBER], "within tolerance"),
        (counts[Light.GREEN], "on target"),
        (total - judged, "without a light"),
    )
    return ", ".join(f"{count} {words}" for count, words in pairs if count)


def _lead(standings: Sequence[Standing | None]) -> Text:
    lights = Counter(s.light for s in standings if s is not None)
    red, amber, green = (lights[light] for light in _WORST_FIRST)
    dark = len(standings) - red - amber - green
    off = f"{number_words(red)} {'is' if red == 1 else 'are'} off target"
    return join_text(
        f"Of {len(standings)} indicators, ",
        bold(off),
        f". {number_words(green).capitalize()} {'is' if green == 1 else 'are'} on target, "
        f"{number_words(amber)} within tolerance; {dark} {'has' if dark == 1 else 'have'} no light.",
    )


def _red(standing: Standing) -> Red:
    indicator, cut, value = standing.indicator, standing.cut, standing.figure.number
    gap = cut.gap(indicator.polarity, value) if cut and value is not None else 0.0
    return Red(
        code=indicator.code,
        title=indicator.title,
        value=shown_value(standing),
        against=f"against {shown_target(standing)}, {standing.period.words}",
        gap=f"{change_text(indicator, gap)} to green",
    )


def _notes(standings: Sequence[Standing | None]) -> tuple[str, ...]:
    """Why some figures are marked `To check`."""
    return tuple(
        f"{s.indicator.title}, {s.period.words}: {s.note or badge(s).words}"
        for s in standings
        if s is not None and s.light is Light.TO_CHECK
    )
