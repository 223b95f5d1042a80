"""What the trend chart draws: lines with gaps where nothing is known, target steps, shaded years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from dashboard.views.benchmark_places import interval_words
from dashboard.views.drawing import Band, Break, Role, TargetStep, TrendChart, TrendSeries
from dashboard.views.trend_scene import Scene
from dashboard.views.words import badge, shown_value
from indicators.display import value_text
from indicators.figures import Figure, Status
from indicators.indicator import Direction, Unit
from indicators.intervals import Interval
from indicators.periods import MONTHS, Period, PeriodKind

PANDEMIC: Final = (date(2020, 4, 1), date(2022, 3, 31))
_PEERS: Final[tuple[Role, ...]] = ("peer-1", "peer-2", "peer-3")


def drawing(scene: Scene) -> TrendChart:
    """The chart of a scene; its numbers are exactly those of the table beside it."""
    indicator = scene.indicator
    return TrendChart(
        title=indicator.title,
        prefix="£" if indicator.unit.is_money else "",
        suffix="%" if indicator.unit is Unit.PERCENT else "",
        decimals=indicator.decimals,
        periods=tuple(period.label for period in scene.periods),
        names=_names(scene.periods),
        series=_series(scene),
        targets=_targets(scene),
        shaded=_pandemic(scene),
        breaks=breaks(scene),
        zero_based=scene.from_zero,
        joined=not scene.indicator.stands_alone,
    )


def breaks(scene: Scene) -> tuple[Break, ...]:
    """The first period in view after each break, whether or not the break begins with it."""
    found = []
    for before, period in pairwise(scene.periods):
        item = scene.indicator.crosses_break(before, period) if scene.indicator.breaks else None
        if item is not None:
            first = scene.indicator.period_named(item.first, period).words
            found.append(Break(period.label, f"Not comparable before {first}: {item.reason.rstrip('.')}"))
    return tuple(found)


def _names(periods: tuple[Period, ...]) -> tuple[str, ...]:
    """Days and months as `31 Jul 19` and `Mar 12` (as `2012-03`, a month reads like two years)."""
    formats = {PeriodKind.DAY: "{0.day} {1} {0:%y}", PeriodKind.MONTH: "{1} {0:%y}"}
    if not any(period.kind in formats for period in periods):
        return ()
    return tuple(
        formats.get(period.kind, period.label).format(period.start, MONTHS[period.start.month - 1][:3])
        for period in periods
    )


def _series(scene: Scene) -> tuple[TrendSeries, ...]:
    found = [_peer(scene, code, place) for place, code in enumerate(scene.peers)]
    if scene.compare == "family" and scene.family:
        found.append(_family_mean(scene))
    if _scotland_fits(scene):
        found.append(_line(scene, "Scotland", "scotland", dict(scene.series.scotland.points)))
    found.append(_line(scene, scene.area.name, "ours", dict(scene.series.history.points)))
    return tuple(line for line in found if line.role == "ours" or any(v is not None for v in line.values))


def _scotland_fits(scene: Scene) -> bool:
    """Scotland's line belongs beside ours unless it is a total that would dwarf it."""
    own = any(figure.number is not None for _, figure in scene.series.history.points)
    return scene.compare != "alone" and not (scene.indicator.is_total and own)


def _peer(scene: Scene, code: str, place: int) -> TrendSeries:
    return _line(scene, scene.catalogue.areas[code].name, _PEERS[place], scene.others[code])


def _family_mean(scene: Scene) -> TrendSeries:
    found = scene.series.history.comparators
    values = tuple(found[p].family_mean if p in found else None for p in scene.periods)
    return _named(scene, "Family group mean", "family", values)


def _line(scene: Scene, name: str, role: Role, points: Mapping[Period, Figure]) -> TrendSeries:
    values = tuple(points[p].number if p in points else None for p in scene.periods)
    line = _named(scene, name, role, values)
    if role != "ours":
        return line
    return replace(
        line,
        texts=tuple(
            _with_interval(scene, p, text) for p, text in zip(scene.periods, line.texts, strict=True)
        ),
        reasons=tuple(_reason(scene, period) for period in scene.periods),
        intervals=tuple(_ends(scene.interval(period)) for period in scene.periods),
        doubtful=tuple(_printed(points.get(period), Status.DOUBTFUL) for period in scene.periods),
        projected=tuple(_printed(points.get(period), Status.PROJECTED) for period in scene.periods),
    )


def _with_interval(scene: Scene, period: Period, shown: str) -> str:
    """What hovering says of our point: its figure, and its interval where it has one."""
    interval = scene.interval(period)
    said = interval_words(scene.indicator, interval)
    return f"{shown} (95% interval {said})" if shown and said else shown


def _ends(interval: Interval | None) -> tuple[float, float] | None:
    return (interval.lower, interval.upper) if interval else None


def _printed(figure: Figure | None, status: Status) -> float | None:
    """The number that is printed with a status, such as one that is not believed, where there is one."""
    return figure.value if figure is not None and figure.status is status else None


def _named(scene: Scene, name: str, role: Role, values: tuple[float | None, ...]) -> TrendSeries:
    """A line with its hovering words and, at its end, its name and latest figure."""
    texts = tuple("" if v is None else value_text(scene.indicator, v) for v in values)
    latest = next((words for words in reversed(texts) if words), "")
    return TrendSeries(name, role, values, texts, end=f"{name} {latest}".strip())


def _reason(scene: Scene, period: Period) -> str:
    """Why our point has no number to judge, where a status says so."""
    standing = scene.standings.get(period)
    if standing is None or standing.figure.number is not None:
        return ""
    printed = "" if standing.figure.value is None else f", printed {shown_value(standing)}"
    return badge(standing).words + printed


def _targets(scene: Scene) -> tuple[TargetStep, ...]:
    """The target of each period with the band of its tolerance; none for ranges and without judgement."""
    sign = {Direction.HIGHER: -1, Direction.LOWER: 1}.get(scene.indicator.polarity.direction)
    if sign is None:
        return ()
    return tuple(
        TargetStep(period.label, cut.low, *sorted((cut.low, cut.low + sign * cut.tolerance)))
        for period, standing in scene.standings.items()
        if (cut := standing.cut) is not None
    )


def _pandemic(scene: Scene) -> tuple[Band, ...]:
    """The periods of every kind whose middle lies in the two pandemic years."""
    first, last = PANDEMIC
    inside = [p.label for p in scene.periods if first <= p.start + (p.end - p.start) / 2 <= last]
    return (Band(inside[0], inside[-1], "Pandemic years"),) if inside else ()
