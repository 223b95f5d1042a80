"""Small multiples: the same small line chart for each of several councils, all on one scale."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard import plain, svg
from dashboard.views.scale import Axis

WIDTH, HEIGHT = 260, 96
_MARGIN = 8
_FLOOR = 92
_ROOM = _FLOOR - 6
Point = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Small:
    """One council's panel: its name, its latest figure in words, its values by period.

    `reasons` say why a value is missing, and put a hollow mark on the axis there.
    """

    name: str
    shown: str
    values: tuple[float | None, ...]
    ours: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What all panels share: Scotland's values (or none), the periods, the scale, and where lines are cut."""

    scotland: Sequence[float | None]
    periods: Sequence[str]
    scale: Axis
    cuts: Container[int] = ()


def small_multiples(panels: Sequence[Small], ground: Ground) -> Component:
    """The panels in order, each with Scotland dashed; faint lines at the ticks of the scale."""
    return plain.ul([_panel(panel, ground) for panel in panels], className="multiples")


def _panel(panel: Small, ground: Ground) -> Component:
    role = "ours" if panel.ours else "family"
    points = _points(panel.values, ground)
    joined, scotland = _cut(points, ground), _cut(_points(ground.scotland, ground), ground)
    lines = "".join(f"M0 {_y(value, ground.scale):.1f}H{WIDTH}" for value in ground.scale.ticks[1:-1])
    parts = [
        svg.path("axis", f"M0 {_FLOOR}H{WIDTH}"),
        svg.path("grid", lines),
        svg.path("line-scotland", svg.polyline(scotland) + svg.lone(scotland)),
        svg.path(f"line-{role}", svg.polyline(joined) + svg.lone(joined)),
        *_hollow(panel),
    ]
    last = next((point for point in reversed(points) if point is not None), None)
    if last is not None:
        parts.append(svg.circle(f"dot-{role}", *last, 4))
    periods = ground.periods
    ends = [plain.span(periods[0]), plain.span(periods[-1])] if periods else []
    return plain.li(
        [
            plain.div([plain.span(panel.name), plain.span(panel.shown, className="num")], className="title"),
            svg.drawing(parts, "picture", f"0 0 {WIDTH} {HEIGHT}"),
            plain.div(ends, className="ends"),
        ],
        className=role,
    )


def _hollow(panel: Small) -> list[Component]:
    """A hollow mark on the axis for each value that is missing for a reason, which pointing at it says."""
    return [
        svg.noted(svg.circle("dot-hollow", _x(at, len(panel.values)), _FLOOR, 4), reason)
        for at, (value, reason) in enumerate(zip(panel.values, panel.reasons, strict=False))
        if value is None and reason
    ]


def _points(values: Sequence[float | None], ground: Ground) -> list[Point]:
    """Positions of the values, oldest at the left."""
    return [
        None if value is None else (_x(at, len(values)), _y(value, ground.scale))
        for at, value in enumerate(values)
    ]


def _cut(points: Sequence[Point], ground: Ground) -> list[Point]:
    """The points with a gap before each new definition."""
    return [
        each for at, point in enumerate(points) for each in ([None, point] if at in ground.cuts else [point])
    ]


def _x(at: int, count: int) -> float:
    return _MARGIN + at * (WIDTH - 2 * _MARGIN) / max(count - 1, 1)


def _y(value: float, scale: Axis) -> float:
    return _FLOOR - scale.share(value) * _ROOM
