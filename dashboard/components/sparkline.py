"""A line of one row's own history, the size of a word, with Scotland dashed behind it."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard import svg

WIDTH, HEIGHT = 132, 34
_MARGIN_X, _MARGIN_Y = 6, 5


def sparkline(
    values: Sequence[float | None], scotland: Sequence[float | None] = (), label: str | None = None
) -> Component:
    """Ours and Scotland by period, oldest first; None is a gap, and a lone point between gaps is a dot.

    Both lines share one scale. `label` says what a sighted reader sees; without it the picture is hidden from
    screen readers and the row's own words must do.
    """
    known = [value for value in (*values, *scotland) if value is not None]
    if not known:
        return svg.drawing([], "spark", f"0 0 {WIDTH} {HEIGHT}", label)
    low, high = min(known), max(known)
    ours, theirs = (_points(each, low, high) for each in (values, scotland))
    parts = [*_line("line-scotland", theirs), *_line("line-ours", ours)]
    last = next((point for point in reversed(ours) if point is not None), None)
    if last is not None:
        parts.append(svg.circle("dot-ours", *last, 4))
    return svg.drawing(parts, "spark", f"0 0 {WIDTH} {HEIGHT}", label)


def _line(role: str, points: Sequence[tuple[float, float] | None]) -> list[Component]:
    """The line, and the points between gaps as dots, which a stroke as thin as the line would not show."""
    line, dots = svg.polyline(points), svg.lone(points)
    return [
        *([svg.path(role, line)] if "L" in line else []),
        *([svg.path(f"{role} lone", dots)] if dots else []),
    ]


def _points(values: Sequence[float | None], low: float, high: float) -> list[tuple[float, float] | None]:
    """Positions of the values: the highest at the top, the latest at the right."""
    step = (WIDTH - 2 * _MARGIN_X) / max(len(values) - 1, 1)
    span = (high - low) or 1.0
    room = HEIGHT - 2 * _MARGIN_Y
    middle = HEIGHT / 2 if high == low else None
    return [
        None if value is None else (_MARGIN_X + at * step, middle or _MARGIN_Y + (high - value) / span * room)
        for at, value in enumerate(values)
    ]
