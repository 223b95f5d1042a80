"""The table and the small charts beside a trend: the same numbers as the lines, one row a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.views.trend_scene import Scene
from dashboard.views.words import Badge, Change, badge, change, rank, shown_target, shown_value
from indicators.areas import SCOTLAND
from indicators.display import value_text
from indicators.figures import Figure
from indicators.periods import Period


@dataclass(frozen=True, slots=True)
class YearRow:
    """One period of the table: our value with its marks, its light, and the comparators."""

    period: str
    value: str
    marks: str
    target: str
    badge: Badge
    change: Change
    scotland: str
    scotland_marks: str
    family: str
    rank: str
    peers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """One small chart: a council of the family group, its latest value, its points."""

    name: str
    latest: str
    values: tuple[float | None, ...]
    ours: bool


@dataclass(frozen=True, slots=True)
class FamilyPanel:
    """The family group one by one, ours first, then the highest first; all on one scale."""

    label: str
    first: str
    last: str
    scotland: tuple[float | None, ...]
    members: tuple[Small, ...]


def year_rows(scene: Scene) -> tuple[YearRow, ...]:
    """The rows of every period in view, newest first."""
    return tuple(_year(scene, period) for period in reversed(scene.periods))


def family_panel(scene: Scene) -> FamilyPanel | None:
    """The small charts of the family group; None where councils are not compared or too few periods."""
    if scene.family is None or len(scene.periods) < 2:
        return None
    own = dict(scene.series.history.points)
    others = [
        _small(scene, code, scene.others[code]) for code in scene.family.members if code in scene.others
    ]
    others = [small for small in others if any(value is not None for value in small.values)]
    others.sort(key=lambda small: _last(small.values), reverse=True)
    return FamilyPanel(
        scene.family.label,
        scene.periods[0].words,
        scene.periods[-1].words,
        _values(dict(scene.series.scotland.points), scene.periods),
        (_small(scene, scene.area.code, own), *others),
    )


def _year(scene: Scene, period: Period) -> YearRow:
    standing = scene.standings.get(period)
    scotland = dict(scene.series.scotland.points).get(period)
    found = scene.series.history.comparators.get(period)
    mean = found.family_mean if found and scene.family else None
    return YearRow(
        period=period.words,
        value=shown_value(standing) if standing else "",
        marks=_marks(scene, scene.area.code, period, standing.figure if standing else None),
        target=shown_target(standing) if standing else "none",
        badge=badge(standing) if standing else Badge("none", "No figure"),
        change=change(standing) if standing else Change("", "", ""),
        scotland=_shown(scene, scotland),
        scotland_marks=_marks(scene, SCOTLAND, period, scotland),
        family=value_text(scene.indicator, mean) if mean is not None else "",
        rank=rank(standing).place if standing else "",
        peers=tuple(_shown(scene, scene.others[peer].get(period)) for peer in scene.peers),
    )


def _marks(scene: Scene, area: str, period: Period, figure: Figure | None) -> str:
    """The shorthand beside a number: revised, provisional, estimated."""
    revised = "[r]" if (area, period.label) in scene.revised else ""
    status = figure.status.shorthand if figure is not None and figure.value is not None else ""
    return " ".join(filter(None, (revised, status)))


def _shown(scene: Scene, figure: Figure | None) -> str:
    if figure is None:
        return ""
    if figure.value is None:
        return figure.status.shorthand or figure.status.words
    return value_text(scene.indicator, figure.value)


def _small(scene: Scene, code: str, points: Mapping[Period, Figure]) -> Small:
    values = _values(points, scene.periods)
    latest = next((value for value in reversed(values) if value is not None), None)
    shown = value_text(scene.indicator, latest) if latest is not None else "no figure"
    return Small(scene.catalogue.areas[code].name, shown, values, code == scene.area.code)


def _values(points: Mapping[Period, Figure], periods: tuple[Period, ...]) -> tuple[float | None, ...]:
    return tuple(points[period].number if period in points else None for period in periods)


def _last(values: tuple[float | None, ...]) -> float:
    return next((value for value in reversed(values) if value is not None), float("-inf"))
