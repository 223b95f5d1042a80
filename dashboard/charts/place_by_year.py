"""Our place among the councils by year: a line over four quarter bands, 1st at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard import svg

WIDTH, HEIGHT = 500, 204
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 470, 30, 160


@dataclass(frozen=True, slots=True)
class YearPlace:
    """The place in one period among `of`; None where there is none."""

    period: str
    rank: int | None
    of: int


def place_by_year(places: Sequence[YearPlace], label: str) -> Component:
    """The picture, with the place written at each point; `label` says in words what it shows."""
    most = max((place.of for place in places), default=1)
    points = [_point(place, at, len(places), most) for at, place in enumerate(places)]
    parts = [
        *(svg.rectangle(f"band-{2 - at % 2}", 24, 22 + at * 36.5, 466, 36.5) for at in range(4)),
        svg.text("1", "quiet-text", 0, _TOP + 4),
        svg.text(str(most), "quiet-text", 0, _BOTTOM + 4),
        svg.path("line-ours thin", svg.polyline(points)),
    ]
    middle = (_TOP + _BOTTOM) / 2
    for place, point in zip(places, points, strict=True):
        if point is not None and place.rank is not None:
            below = point[1] > middle
            parts.append(svg.circle("dot-ours", *point, 4.5))
            parts.append(
                svg.text(str(place.rank), "ours-text", point[0], point[1] + (18 if below else -10), "middle")
            )
    parts += _years(places)
    return svg.drawing(parts, "picture", f"0 0 {WIDTH} {HEIGHT}", label)


def _point(place: YearPlace, at: int, count: int, most: int) -> tuple[float, float] | None:
    if place.rank is None:
        return None
    x = _x(at, count)
    return x, _TOP + (place.rank - 1) / max(most - 1, 1) * (_BOTTOM - _TOP)


def _x(at: int, count: int) -> float:
    return _LEFT + at * (_RIGHT - _LEFT) / max(count - 1, 1)


def _years(places: Sequence[YearPlace]) -> list[Component]:
    """The periods below; every other one when there are many."""
    step = 1 if len(places) <= 10 else 2
    shown = [(at, place.period) for at, place in enumerate(places) if (len(places) - 1 - at) % step == 0]
    return [
        svg.text(period.removeprefix("20"), "quiet-text", _x(at, len(places)), 200, "middle")
        for at, period in shown
    ]
