"""Councils one by one: small charts on one scale, and the table that holds their numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.query import Query, several_of
from dashboard.views.scale import Axis, axis
from dashboard.views.text import listed
from dashboard.views.trend_drawing import breaks
from dashboard.views.trend_rows import shown_figure
from dashboard.views.trend_scene import Scene
from indicators.areas import SCOTLAND
from indicators.display import value_text
from indicators.figures import Figure
from indicators.indicator import Indicator
from indicators.periods import Period

MOST_COLUMNS = 24
"""A table of more periods than this shows the latest of them; the download has all."""


@dataclass(frozen=True, slots=True)
class Small:
    """One small chart: a council, its latest value, its points, and why some periods have none."""

    name: str
    latest: str
    values: tuple[float | None, ...]
    reasons: tuple[str, ...]
    ours: bool


@dataclass(frozen=True, slots=True)
class Panels:
    """Councils one by one, ours first, then the highest first; all on one scale.

    `names` are the periods, `cuts` the places of those that begin a new definition; `grid` says where
    the faint lines of the scale lie.
    """

    label: str
    names: tuple[str, ...]
    scotland: tuple[float | None, ...]
    members: tuple[Small, ...]
    cuts: tuple[int, ...]
    scale: Axis
    grid: str


@dataclass(frozen=True, slots=True)
class CouncilTable:
    """The numbers of the small charts: periods as columns, one row a council, Scotland last."""

    periods: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str


def councils_asked(indicator: Indicator, query: Query, councils: Sequence[str]) -> tuple[str, ...]:
    """Every council asked for, else all; only ours where their publisher says not to compare them."""
    asked = several_of(query, "peers", councils)
    return asked or (tuple(councils) if indicator.council_benchmark else ())


def family_panel(scene: Scene) -> Panels | None:
    """The family group one by one; None where councils are not compared or too few periods."""
    if scene.family is None or len(scene.periods) < 2:
        return None
    return _panels(scene, f"{scene.family.label} eight", scene.family.members)


def council_panels(scene: Scene) -> Panels:
    """Ours and every council in view one by one."""
    return _panels(scene, "", scene.peers)


def council_table(scene: Scene) -> CouncilTable:
    """The numbers of `council_panels`, councils by name after ours."""
    shown = scene.periods[-MOST_COLUMNS:]
    names = {code: scene.catalogue.areas[code].name for code in scene.peers}
    rows = [_row(scene, scene.area.name, dict(scene.series.history.points), shown)]
    rows += [
        _row(scene, names[code], scene.others[code], shown) for code in sorted(names, key=names.__getitem__)
    ]
    rows.append(_row(scene, scene.catalogue.areas[SCOTLAND].name, dict(scene.series.scotland.points), shown))
    note = ""
    if len(shown) < len(scene.periods):
        note = f"The latest {len(shown)} of {len(scene.periods)} periods; the download has all of them."
    return CouncilTable(tuple(period.words for period in shown), tuple(rows), note)


def _row(
    scene: Scene, name: str, points: Mapping[Period, Figure], periods: Sequence[Period]
) -> tuple[str, ...]:
    return (name, *(shown_figure(scene, points.get(period)) for period in periods))


def _panels(scene: Scene, label: str, codes: Sequence[str]) -> Panels:
    others = [_small(scene, code, scene.others[code]) for code in codes if code in scene.others]
    others = [small for small in others if any(value is not None for value in small.values)]
    others.sort(key=lambda small: _last(small.values), reverse=True)
    own = _small(scene, scene.area.code, dict(scene.series.history.points))
    beside = () if scene.indicator.is_total else _values(dict(scene.series.scotland.points), scene.periods)
    names = tuple(period.words for period in scene.periods)
    broken = {item.period for item in breaks(scene)}
    dots = scene.indicator.stands_alone
    cuts = tuple(at for at, period in enumerate(scene.periods) if dots or period.label in broken)
    members = (own, *others)
    known = [value for line in (beside, *(each.values for each in members)) for value in line]
    scale = axis([value for value in known if value is not None], scene.from_zero)
    return Panels(label, names, beside, members, cuts, scale, _grid(scene.indicator, scale))


def _grid(indicator: Indicator, scale: Axis) -> str:
    """`faint lines at 10% and 20%`, and where the floor is not 0 that too."""
    first, *middle, last = (value_text(indicator, tick, scale.decimals) for tick in scale.ticks)
    lines = f"faint lines at {listed(middle)}" if middle else f"up to {last}"
    return lines if scale.low == 0 else f"from {first}, {lines}"


def _small(scene: Scene, code: str, points: Mapping[Period, Figure]) -> Small:
    values = _values(points, scene.periods)
    latest = next((value for value in reversed(values) if value is not None), None)
    shown = value_text(scene.indicator, latest) if latest is not None else "no figure"
    reasons = tuple(_reason(points.get(period), period) for period in scene.periods)
    return Small(scene.catalogue.areas[code].name, shown, values, reasons, code == scene.area.code)


def _reason(figure: Figure | None, period: Period) -> str:
    """Why a point has no number to judge: `2019-20: [c] Suppressed`."""
    if figure is None or figure.number is not None:
        return ""
    status = figure.status
    return f"{period.words}: {' '.join(filter(None, (status.shorthand, status.words)))}"


def _values(points: Mapping[Period, Figure], periods: Sequence[Period]) -> tuple[float | None, ...]:
    return tuple(points[period].number if period in points else None for period in periods)


def _last(values: Sequence[float | None]) -> float:
    return next((value for value in reversed(values) if value is not None), float("-inf"))
