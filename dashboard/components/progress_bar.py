"""How far something is, as a bar, with a mark at where it should be by now; the words beside say the same."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import HIDDEN


def progress_bar(done: float | None, expected: float | None, light: str, words: str) -> Component:
    """A bar of `done` percent in the colour of its light, a mark at `expected` percent, and the words.

    Where neither is known there are only the words.
    """
    if done is None and expected is None:
        return plain.div(plain.small(words), className="plan-progress")
    parts = [plain.span(className="fill", style=_at("width", done))] if done else []
    if expected is not None:
        parts.append(plain.span(className="expected", style=_at("left", expected)))
    bar = plain.span(parts, className=f"track {light}", **HIDDEN)
    return plain.div([bar, plain.small(words)], className="plan-progress")


def _at(edge: str, percent: float) -> dict[str, str]:
    return {edge: f"{min(max(percent, 0), 100):g}%"}
