"""What the trend chart draws: lines with gaps where nothing is known, target steps, shaded years."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.views.drawing import Band, Break, TargetStep, TrendDrawing, TrendSeries
from dashboard.views.trend_scene import Scene
from dashboard.views.words import badge
from indicators.catalogue import Direction, Unit
from indicators.display import value_text
from indicators.figures import Figure
from indicators.periods import Period

PANDEMIC = Band("2020-21", "2021-22", "Pandemic years")


def drawing(scene: Scene) -> TrendDrawing:
    """The chart of a scene; its numbers are exactly those of the table beside it."""
    indicator = scene.indicator
    return TrendDrawing(
        label=indicator.title,
        prefix="£" if indicator.unit.is_money else "",
        suffix="%" if indicator.unit is Unit.PERCENT else "",
        decimals=indicator.decimals,
        periods=tuple(period.label for period in scene.periods),
        series=_series(scene),
        targets=_targets(scene),
        bands=_pandemic(scene),
        breaks=tuple(
            Break(item.first, item.reason)
            for item in indicator.breaks
            if any(p.label == item.first for p in scene.periods[1:])
        ),
    )


def _series(scene: Scene) -> tuple[TrendSeries, ...]:
    found = [_peer(scene, peer) for peer in scene.peers]
    if scene.compare == "family" and scene.family:
        found.append(_family_mean(scene))
    if scene.compare != "alone":
        found.append(_line(scene, "Scotland", "scotland", dict(scene.series.scotland.points)))
    found.append(_line(scene, scene.area.name, "ours", dict(scene.series.history.points)))
    return tuple(series for series in found if any(series.values) or series.role == "ours")


def _peer(scene: Scene, code: str) -> TrendSeries:
    return _line(scene, scene.catalogue.areas[code].name, "peer", scene.others[code])


def _family_mean(scene: Scene) -> TrendSeries:
    values = tuple(
        scene.series.history.comparators[period].family_mean
        if period in scene.series.history.comparators
        else None
        for period in scene.periods
    )
    texts = tuple(
        "" if value is None else f"Family group mean, {period.words}: {value_text(scene.indicator, value)}"
        for value, period in zip(values, scene.periods, strict=True)
    )
    return TrendSeries("Family group mean", "family", values, texts)


def _line(scene: Scene, name: str, role: str, points: Mapping[Period, Figure]) -> TrendSeries:
    figures = [points.get(period) for period in scene.periods]
    values = tuple(figure.number if figure else None for figure in figures)
    texts = tuple(
        "" if value is None else f"{name}, {period.words}: {value_text(scene.indicator, value)}"
        for value, period in zip(values, scene.periods, strict=True)
    )
    marks = tuple(_reason(scene, period) for period in scene.periods) if role == "ours" else ()
    return TrendSeries(name, role, values, texts, marks)


def _reason(scene: Scene, period: Period) -> str:
    """Why our point has no number, where a status says so."""
    standing = scene.standings.get(period)
    if standing is None or standing.figure.number is not None:
        return ""
    return f"{period.words}: {badge(standing).words}"


def _targets(scene: Scene) -> tuple[TargetStep, ...]:
    polarity = scene.indicator.polarity.direction
    sign = {Direction.HIGHER: -1, Direction.LOWER: 1}.get(polarity)
    if sign is None:
        return ()
    return tuple(
        TargetStep(period.label, standing.cut.low, standing.cut.low + sign * standing.cut.tolerance)
        for period, standing in scene.standings.items()
        if standing.cut is not None
    )


def _pandemic(scene: Scene) -> tuple[Band, ...]:
    inside = [p.label for p in scene.periods if PANDEMIC.first <= p.label[:7] <= PANDEMIC.last]
    return (Band(inside[0], inside[-1], PANDEMIC.label),) if inside else ()
