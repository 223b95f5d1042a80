"""A funnel plot: councils as dots over their bases, between the limits that chance alone would keep to.

The limits are one stretched drawing, dots and words stand at shares in per cent: any width will do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import plain, svg

_DRAWN = 1000
_APART_ACROSS, _APART_UP = 0.11, 0.045
"""How much of the picture a name takes, across and up; names that would lie on others are left out."""

Path = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class FunnelDot:
    """A council at shares of the axes; `role` is ours, family or other, `words` name it, if anything does."""

    across: float
    up: float
    role: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at one share of an axis."""

    at: float
    words: str


def funnel_picture(
    dots: Sequence[FunnelDot],
    lines: Sequence[Path],
    up: Sequence[Mark],
    across: Sequence[Mark],
    scotland: Mark,
    label: str,
) -> Component:
    """The picture; `lines` are outer low, inner low, inner high, outer high; `label` says what it shows."""
    ground = [
        *(plain.span(tick.words, className="tick-up", style={"--at": _share(tick.at)}) for tick in up),
        *(
            plain.span(tick.words, className="tick-across", style={"--at": _share(tick.at)})
            for tick in across
        ),
        _limits(lines, scotland),
        plain.span(scotland.words, className="scotland", style={"--at": _share(scotland.at)}),
    ]
    named = _named(dots)
    drawn = [
        _dot(dot, named.get(place))
        for place, dot in sorted(enumerate(dots), key=lambda each: each[1].role == "ours")
    ]
    inside = plain.div([*ground, *drawn], className="funnel-plot", **{"aria-hidden": "true"})
    return plain.div(inside, className="funnel-frame", role="img", **{"aria-label": label})


def _limits(lines: Sequence[Path], scotland: Mark) -> Component:
    far_low, low, high, far_high = lines
    parts = [
        svg.path("funnel-outer", _area(far_low, far_high)),
        svg.path("funnel-inner", _area(low, high)),
        *(svg.path("limit-outer", svg.polyline(_scaled(line))) for line in (far_low, far_high)),
        *(svg.path("limit-inner", svg.polyline(_scaled(line))) for line in (low, high)),
        svg.path("line-scotland", svg.polyline(_scaled([(0, scotland.at), (1, scotland.at)]))),
    ]
    return svg.drawing(parts, "funnel-limits", f"0 0 {_DRAWN} {_DRAWN}", stretch=True)


def _area(low: Path, high: Path) -> str:
    return svg.polyline(_scaled([*low, *reversed(high)])) + "Z"


def _scaled(line: Path) -> list[tuple[float, float] | None]:
    return [(across * _DRAWN, (1 - up) * _DRAWN) for across, up in line]


def _dot(dot: FunnelDot, side: str | None) -> Component:
    place = {"--across": _share(dot.across), "--up": _share(dot.up)}
    name = [plain.span(dot.words, className=f"name {side}")] if side else []
    return plain.span([html.I(), *name], className=f"point {dot.role}", style=place)


def _named(dots: Sequence[FunnelDot]) -> dict[int, str]:
    """Which dots have their words beside them, and on which side: ours first, then those furthest right."""
    taken: list[tuple[float, float]] = []
    found: dict[int, str] = {}
    wanted = [place for place, dot in enumerate(dots) if dot.words]
    for place in sorted(wanted, key=lambda each: (dots[each].role != "ours", -dots[each].across)):
        for side in ("left", "right") if dots[place].across > 0.8 else ("right", "left"):
            way = _APART_ACROSS / 2 + 0.01
            middle = (dots[place].across + (way if side == "right" else -way), dots[place].up)
            others = (dot for at, dot in enumerate(dots) if at != place)
            if (
                middle[0] >= way
                and all(_clear(middle, name) for name in taken)
                and all(_clear(middle, (dot.across, dot.up), 0.5) for dot in others)
            ):
                taken.append(middle)
                found[place] = side
                break
    return found


def _clear(one: tuple[float, float], other: tuple[float, float], part: float = 1.0) -> bool:
    """True when the middle of a name is far enough from another name, or (by half as far) from a dot."""
    across, up = abs(one[0] - other[0]), abs(one[1] - other[1])
    return across >= _APART_ACROSS * part or up >= _APART_UP * part


def _share(value: float) -> str:
    return f"{min(max(value, 0.0), 1.0) * 100:.2f}%"
