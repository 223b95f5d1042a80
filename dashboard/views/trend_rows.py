"""The table below a trend: the same numbers as the lines, one row a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.benchmark_places import interval_words
from dashboard.views.trend_scene import Scene
from dashboard.views.words import Badge, Change, badge, change, marks, rank, shown_target, shown_value
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
    interval: str
    target: str
    badge: Badge
    change: Change
    scotland: str
    scotland_marks: str
    family: str
    rank: str
    peers: tuple[str, ...]


def year_rows(scene: Scene) -> tuple[YearRow, ...]:
    """The rows of every period in view, newest first."""
    return tuple(_year(scene, period) for period in reversed(scene.periods))


@dataclass(frozen=True, slots=True)
class Beside:
    """One period of several indicators: the row of each, None where it has none."""

    period: str
    rows: tuple[YearRow | None, ...]


def beside_rows(scenes: Sequence[Scene]) -> tuple[Beside, ...]:
    """The rows of several indicators of one council by the name of the period, newest first."""
    by_name = [{row.period: row for row in year_rows(scene)} for scene in scenes]
    ends = {period.words: period.end for scene in scenes for period in scene.periods}
    return tuple(
        Beside(name, tuple(rows.get(name) for rows in by_name))
        for name in sorted(ends, key=lambda name: ends[name], reverse=True)
    )


def _year(scene: Scene, period: Period) -> YearRow:
    standing = scene.standings.get(period)
    scotland = dict(scene.series.scotland.points).get(period)
    found = scene.series.history.comparators.get(period)
    mean = found.family_mean if found and scene.family else None
    return YearRow(
        period=period.words,
        value=shown_value(standing) if standing else "",
        marks=marks_of(scene, scene.area.code, period, standing.figure if standing else None),
        interval=interval_words(scene.indicator, scene.interval(period)),
        target=shown_target(standing) if standing else "none",
        badge=badge(standing) if standing else Badge("none", "No figure"),
        change=change(standing) if standing else Change("", "", ""),
        scotland=shown_figure(scene, scotland),
        scotland_marks=marks_of(scene, SCOTLAND, period, scotland),
        family=value_text(scene.indicator, mean) if mean is not None else "",
        rank=rank(standing).words if standing else "",
        peers=tuple(shown_figure(scene, scene.others[peer].get(period)) for peer in scene.peers),
    )


def marks_of(scene: Scene, area: str, period: Period, figure: Figure | None) -> str:
    """The shorthand beside a number: revised, provisional, estimated."""
    return marks((area, period.label) in scene.revised, figure)


def shown_figure(scene: Scene, figure: Figure | None) -> str:
    """A figure of another area: its number, or the shorthand or words of its status; nothing for none."""
    if figure is None:
        return ""
    if figure.value is None:
        return figure.status.shorthand or figure.status.words
    return value_text(scene.indicator, figure.value)
