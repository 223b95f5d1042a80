"""The overview of one council: what is off target, what moved, what disagrees, what is old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dashboard.views import attention
from dashboard.views.attention import Item
from dashboard.views.card_comments import comments_of, in_short
from dashboard.views.histories import Series, all_series
from dashboard.views.overview_rows import Row, row
from dashboard.views.overview_words import lead
from dashboard.views.text import Text
from dashboard.views.words import Badge, change_heading
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.figures import Basis
from indicators.rag import Light
from indicators.standing import Standing

_ORDER = {Light.RED: 0, Light.AMBER: 1, Light.GREEN: 2}


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one service, off target first, with its marks in words."""

    service: str
    title: str
    summary: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All the overview says about one council."""

    area: Area
    lead: Text
    counts: tuple[tuple[Badge, int], ...]
    groups: tuple[Group, ...]
    newly_off: tuple[Item, ...]
    moves: tuple[Item, ...]
    moves_note: str
    disagree: tuple[Item, ...]
    old: tuple[Item, ...]
    rows: int
    change_heading: str


def overview(connection: Connection, catalogue: Catalogue, area: Area, every: bool = False) -> Overview:
    """What needs attention in one council: its headline indicators, or all it has figures for."""
    found = series_in_view(connection, catalogue, area, every)
    standings = {code: one.latest for code, one in found.items() if one.latest is not None}
    told = list(standings.values())
    moves, moves_note = attention.moves(list(found.values()))
    return Overview(
        area=area,
        lead=lead(told, list(found.values()), every),
        counts=_counts(told),
        groups=_groups(catalogue, found, standings),
        newly_off=_with_comments(connection, area, attention.newly_off(list(found.values())), standings),
        moves=moves,
        moves_note=moves_note,
        disagree=attention.disagreements(told),
        old=attention.old(catalogue, list(found.values())),
        rows=len(told),
        change_heading=change_heading(standing.period for standing in told),
    )


def _with_comments(
    connection: Connection, area: Area, items: Sequence[Item], standings: Mapping[str, Standing]
) -> tuple[Item, ...]:
    """The entries with the approved comments on their figures."""
    said = comments_of(connection, area.code, {i.code: standings[i.code].period.label for i in items})
    return tuple(replace(item, said=in_short(said.get(item.code))) for item in items)


def series_in_view(
    connection: Connection, catalogue: Catalogue, area: Area, every: bool
) -> dict[str, Series]:
    """The series of the council's headline indicators, or of all, that have any figure, by code."""
    chosen = [
        indicator
        for service in catalogue.shown_services()
        for indicator in catalogue.of_service(service.code)
        if every or indicator.headline
    ]
    series = all_series(connection, catalogue, area.code, chosen, Basis.CASH)
    return {code: one for code, one in series.items() if one.latest is not None}


def _groups(
    catalogue: Catalogue, series: dict[str, Series], standings: dict[str, Standing]
) -> tuple[Group, ...]:
    groups = []
    for service in catalogue.shown_services():
        own = [standings[i.code] for i in catalogue.of_service(service.code) if i.code in standings]
        own.sort(key=lambda standing: _ORDER.get(standing.light, 3))
        if own:
            rows = tuple(row(series[standing.indicator.code], standing) for standing in own)
            groups.append(Group(service.code, service.title, _summary(own), rows))
    return tuple(groups)


def _counts(standings: Sequence[Standing]) -> tuple[tuple[Badge, int], ...]:
    lights = Counter(standing.light for standing in standings)
    dark = sum(count for light, count in lights.items() if not light.judged)
    return (
        (Badge("red", "Off target"), lights[Light.RED]),
        (Badge("amber", "Within tolerance"), lights[Light.AMBER]),
        (Badge("green", "On target"), lights[Light.GREEN]),
        (Badge("none", "No light"), dark),
    )


def _summary(standings: Sequence[Standing]) -> str:
    """`1 off target, 2 within tolerance, 4 on target, 2 without a light`."""
    words = ("off target", "within tolerance", "on target", "without a light")
    pairs = zip((count for _, count in _counts(standings)), words, strict=True)
    return ", ".join(f"{count} {word}" for count, word in pairs if count)
