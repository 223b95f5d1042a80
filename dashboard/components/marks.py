"""The small drawn signs: status marks, arrows and header icons.

A mark is one `svg` with at most two paths, so a table of forty rows stays light. Colour comes from CSS.
"""

from __future__ import annotations

from typing import Final

from dash.development.base_component import Component

from dashboard import svg

_SHAPES: Final[dict[str, tuple[str, str]]] = {
    "green": ("M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z", "M4.6 8.3 7 10.7l4.4-5"),
    "amber": ("M8 1 15.4 14.6H.6Z", "M8 6v4.2M8 11.5v1.6"),
    "red": ("M8 0 16 8 8 16 0 8Z", "m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8"),
    "none": ("", "M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2Z"),
}
_OUTLINES: Final[dict[str, str]] = {
    "ring": "M8 1.5a6.5 6.5 0 1 1 0 13A6.5 6.5 0 0 1 8 1.5Z",
    "square": "M2 2h12v12H2Z",
    "diamond": "M8 .8 15.2 8 8 15.2.8 8Z",
    "": "",
}
_INSIDE: Final[dict[str, str]] = {
    "plus": "M8 5v6M5 8h6",
    "bar": "M5.2 6.5h5.6M5.2 9.5h5.6",
    "minus": "M5 8h6",
    "": "",
}
_ARROWS: Final[dict[str, str]] = {
    "up": "M5.5 10V1.5M2 5l3.5-3.5L9 5",
    "down": "M5.5 1v8.5M2 6l3.5 3.5L9 6",
    "steady": "M1 5.5h9M7 2.5l3 3-3 3",
}


def mark(light: str, size: str = "") -> Component:
    """The shape of a light (green, amber, red or none), hidden from screen readers: words say the same.

    Circle with a tick, triangle with a stroke, diamond with a cross; an empty ring where there is no light.
    `size` may be "large".
    """
    solid, cut = _SHAPES[light]
    parts = [svg.path("solid", solid), svg.path("cut", cut)] if solid else [svg.path("ring", cut)]
    return svg.drawing(parts, f"lamp {light} {size}".strip(), "0 0 16 16")


def level_mark(shape: str) -> Component:
    """The light of level and direction: an outline, a sign in it, or both ("ring-plus", "ring-", "-plus").

    Ring ahead, square alike, diamond behind; plus improving, equals steady, minus worsening.
    """
    outline, _, inside = shape.partition("-")
    return svg.drawing([svg.path("ring", _OUTLINES[outline] + _INSIDE[inside])], "level", "0 0 16 16")


def arrow_sign(direction: str) -> Component:
    """A small arrow (up, down or steady), hidden from screen readers."""
    return svg.drawing([svg.path("stroke", _ARROWS[direction])], "sign", "0 0 11 11")
