"""Where a rank lies between the last (left) and the first (right): four quarters and a dot."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import svg

WIDTH, HEIGHT = 104, 14
_BARS = "".join(f"M{at * 26.3:.1f} 5h25v4h-25Z" for at in range(4))


def rank_strip(share: float) -> Component:
    """A dot at a share of the way from the last (0) to the first (1); the words beside it say the rank."""
    return svg.drawing(
        [svg.path("quarter-bar", _BARS), svg.circle("dot-ours", 5 + share * (WIDTH - 10), 7, 5)],
        "strip",
        f"0 0 {WIDTH} {HEIGHT}",
    )
