"""Inline SVG with types: the few elements the product draws, as Dash components.

Colours are never given here: elements carry CSS classes, so light, dark and print follow the theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash.development.base_component import Component

from dashboard import plain


def drawing(
    children: Sequence[Component],
    class_name: str,
    view_box: str | None = None,
    label: str | None = None,
    stretch: bool = False,
) -> Component:
    """An `svg`: an image with that label, or hidden from screen readers when it has none."""
    props: dict[str, Any] = {"className": class_name}
    if view_box:
        props["viewBox"] = view_box
    if stretch:
        props["preserveAspectRatio"] = "none"
    if label is None:
        props["aria-hidden"] = "true"
    else:
        props |= {"role": "img", "aria-label": label}
    return plain.svg(list(children), **props)


def path(class_name: str, d: str) -> Component:
    """A path of SVG commands."""
    return plain.path(className=class_name, d=d)


def circle(class_name: str, x: float, y: float, radius: float) -> Component:
    """A circle in the units of its drawing."""
    return plain.circle(className=class_name, cx=_number(x), cy=_number(y), r=_number(radius))


def noted(mark: Component, words: str) -> Component:
    """A mark that says something when pointed at."""
    mark.children = [plain.title(words)]
    return mark


def rectangle(class_name: str, x: float, y: float, width: float, height: float) -> Component:
    """A rectangle in the units of its drawing."""
    return plain.rect(
        className=class_name, x=_number(x), y=_number(y), width=_number(width), height=_number(height)
    )


def text(words: str, class_name: str, x: float, y: float, anchor: str = "start") -> Component:
    """Words at a point; `anchor` is start, middle or end."""
    return plain.text(words, className=class_name, x=_number(x), y=_number(y), textAnchor=anchor)


def polyline(points: Sequence[tuple[float, float] | None]) -> str:
    """SVG commands through the points in order; None lifts the pen, so a gap stays a gap."""
    commands: list[str] = []
    pen = "M"
    for point in points:
        if point is None:
            pen = "M"
            continue
        commands.append(f"{pen}{_number(point[0])} {_number(point[1])}")
        pen = "L"
    return "".join(commands)


def lone(points: Sequence[tuple[float, float] | None]) -> str:
    """A stroke of no length for each point with a gap on both sides: a round line end makes it a dot."""
    padded = [None, *points, None]
    return "".join(
        f"M{here[0]:.1f} {here[1]:.1f}h0.01"
        for before, here, after in zip(padded, padded[1:], padded[2:], strict=False)
        if here is not None and before is None and after is None
    )


def _number(value: float) -> str:
    """One decimal at most: pixels need no more, and pages stay small."""
    return f"{value:.1f}".removesuffix(".0")
