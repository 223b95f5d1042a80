"""A share of a hundred as a bar behind its number; a dashed mark where there is no number to draw."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import HIDDEN


def score_bar(percent: float | None, shown: str) -> Component:
    """`90%` beside a bar of that length, or the words of what is missing in a dashed frame."""
    if percent is None:
        return plain.span(shown, className="score-bar missing")
    bar = plain.span(
        plain.span(className="fill", style={"width": f"{min(max(percent, 0), 100):g}%"}),
        className="track",
        **HIDDEN,
    )
    return plain.span([bar, plain.b(shown)], className="score-bar")
