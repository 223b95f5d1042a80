"""An arrow with the size of a change; improving or worsening is said in words beside it."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.marks import arrow_sign

_SPOKEN = {"up": "up ", "down": "down "}


def arrow(direction: str, size: str, words: str = "") -> Component:
    """The movement of the number: ("down", "1.8 points", "improving, usual").

    `size` stands beside the arrow, `words` on a small line below. Screen readers hear up or down first.
    Without a direction ("") there is no arrow, only the words.
    """
    if not direction:
        return plain.span([size, words] if size else words, className="quiet")
    spoken = _SPOKEN.get(direction)
    unseen = [plain.span(spoken, className="unseen")] if spoken else []
    line = plain.span([arrow_sign(direction), *unseen, size], className="arrow")
    return plain.span([line, plain.small(words)]) if words else line
