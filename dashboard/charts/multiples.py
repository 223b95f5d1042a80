"""Small multiples: the same small line chart for each council of a family, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard import plain, svg

WIDTH, HEIGHT = 260, 96
_MARGIN = 8
_FLOOR = 92


@dataclass(frozen=True, slots=True)
class Small:
    """One council's panel: its name, its latest figure in words, its values by period."""

    name: str
    shown: str
    values: tuple[float | None, ...]
    ours: bool = False


def small_multiples(
    panels: Sequence[Small],
    scotland: Sequence[float | None],
    periods: Sequence[str],
    high: float,
    grid: Sequence[float] = (),
) -> Component:
    """The panels in order, each with Scotland dashed, over 0 to `high`; faint lines at `grid` values."""
    return plain.ul([_panel(panel, scotland, periods, high, grid) for panel in panels], className="multiples")


def _panel(
    panel: Small,
    scotland: Sequence[float | None],
    periods: Sequence[str],
    high: float,
    grid: Sequence[float],
) -> Component:
    role = "ours" if panel.ours else "family"
    points = _points(panel.values, high)
    lines = "".join(f"M0 {_y(value, high):.1f}H{WIDTH}" for value in grid)
    parts = [
        svg.path("axis", f"M0 {_FLOOR}H{WIDTH}"),
        svg.path("grid", lines),
        svg.path("line-scotland", svg.polyline(_points(scotland, high))),
        svg.path(f"line-{role}", svg.polyline(points)),
    ]
    last = next((point for point in reversed(points) if point is not None), None)
    if last is not None:
        parts.append(svg.circle(f"dot-{role}", *last, 4))
    ends = [plain.span(periods[0]), plain.span(periods[-1])] if periods else []
    return plain.li(
        [
            plain.div([plain.span(panel.name), plain.span(panel.shown, className="num")], className="title"),
            svg.drawing(parts, "picture", f"0 0 {WIDTH} {HEIGHT}"),
            plain.div(ends, className="ends"),
        ],
        className=role,
    )


def _points(values: Sequence[float | None], high: float) -> list[tuple[float, float] | None]:
    """Positions of the values, oldest at the left."""
    step = (WIDTH - 2 * _MARGIN) / max(len(values) - 1, 1)
    return [
        None if value is None else (_MARGIN + at * step, _y(value, high)) for at, value in enumerate(values)
    ]


def _y(value: float, high: float) -> float:
    return _FLOOR - value / (high or 1.0) * (_FLOOR - 6)
