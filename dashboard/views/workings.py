"""How each badge of a standing was worked out, with every input traced to edition, file and cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.views.beside_scotland import against_scotland
from dashboard.views.trend_scene import Scene
from dashboard.views.words import Rank, badge, change, rank, shown_target
from indicators.areas import AreaKind
from indicators.display import change_text, value_text
from indicators.distance import distance, distance_words
from indicators.standing import Standing
from indicators.store.rows import FigureRow
from indicators.trends import Trend
from indicators.working import FigureKey, Working, light_working
from indicators.working_benchmarks import Peers, family_working, rank_working, scotland_working
from indicators.working_trends import long_trend_working, short_trend_working

Rows = Mapping[FigureKey, FigureRow]


@dataclass(frozen=True, slots=True)
class TracedInput:
    """One number that went in: what it is, the number in full, a note, and where it comes from."""

    name: str
    value: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the status card with its working: `Rank`, `16 of 31, second quarter`.

    `share` is where a rank lies from the last (0) to the first (1).
    """

    name: str
    arrow: str
    words: str
    rule: str
    inputs: tuple[TracedInput, ...]
    steps: tuple[str, ...]
    share: float | None = None


def facts(scene: Scene, standing: Standing, councils: list[FigureRow]) -> tuple[Fact, ...]:
    """The lines of the status card: target, trends, Scotland, family group and rank, as far as known."""
    name = scene.area.name
    rows = {(row.area, row.period): row for row in (*councils, *scene.series.rows)}
    peers = _peers(scene, councils)
    history = scene.series.history
    found = [
        ("", light_working(standing, name, _target(standing))),
        (_arrow(standing.short), short_trend_working(history, standing, name, _short(standing))),
        (_arrow(standing.long), long_trend_working(history, standing, name, _long(standing))),
        ("", scotland_working(standing, name, _scotland(standing))),
    ]
    if standing.comparators.family_mean is not None and peers.family is not None:
        found.append(("", family_working(standing, peers, _family(standing))))
    place = rank(standing)
    found.append(("", rank_working(standing, peers, name, _rank(place))))
    made = [_fact(arrow, working, rows) for arrow, working in found if working.result]
    share = place.share
    return tuple(replace(fact, share=share) if fact.name == "Rank" else fact for fact in made)


def place_of(row: FigureRow | None) -> str:
    """Edition, file and cell of a figure as one text, empty where there is none."""
    return f"{row.edition}; {row.file_name}, {row.locator}" if row else ""


def _fact(arrow: str, working: Working, rows: Rows) -> Fact:
    inputs = tuple(
        TracedInput(
            each.name, each.value, each.note, place_of(rows.get(each.figure) if each.figure else None)
        )
        for each in working.inputs
    )
    name = "Target" if working.badge == "Status" else working.badge
    return Fact(name, arrow, working.result, working.rule, inputs, working.steps)


def _peers(scene: Scene, councils: list[FigureRow]) -> Peers:
    areas = scene.catalogue.areas
    numbers = {
        row.area: row.figure.number
        for row in councils
        if row.figure.number is not None and areas[row.area].kind is AreaKind.COUNCIL
    }
    return Peers(numbers, {area.code: area.name for area in areas.councils}, scene.family)


def _target(standing: Standing) -> str:
    if standing.cut is None or not standing.light.judged:
        return badge(standing).words
    found = distance(standing.indicator, standing.figure, standing.cut)
    if found is None:
        return shown_target(standing)
    if found.met:
        beyond = -standing.cut.gap(standing.indicator.polarity, standing.figure.number or 0.0)
        return f"{shown_target(standing)}, met by {change_text(standing.indicator, beyond)}"
    return f"{shown_target(standing)}, {distance_words(standing.indicator, found)}"


def _arrow(trend: Trend | None) -> str:
    return trend.arrow if trend else ""


def _short(standing: Standing) -> str:
    found = change(standing)
    return ", ".join(filter(None, (found.size, found.note)))


def _long(standing: Standing) -> str:
    trend = standing.long
    if trend is None:
        return "fewer than three earlier figures" if standing.figure.number is not None else ""
    if trend.arrow == "steady":
        return "steady"
    return f"{change_text(standing.indicator, trend.change)}, {trend.movement}"


def _scotland(standing: Standing) -> str:
    scotland = standing.comparators.scotland
    if scotland is None:
        return ""
    found = against_scotland(standing)
    ours = f"; ours is {found.size}" if found.size and found.size != "level" else ""
    level = "; level" if found.size == "level" else ""
    note = f", {found.note}" if found.note else ""
    return f"{value_text(standing.indicator, scotland)}{ours}{level}{note}"


def _family(standing: Standing) -> str:
    found = standing.comparators
    mean = value_text(standing.indicator, found.family_mean or 0.0)
    place = f"; ours is {found.family_rank} of {found.family_n}" if found.family_rank else ""
    return f"{mean}, mean of {found.family_n}{place}"


def _rank(found: Rank) -> str:
    return ", ".join(filter(None, (found.words, found.quarter)))
