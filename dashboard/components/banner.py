"""A warning about everything on the screen, above everything on it, on paper too."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component


def banner(words: str) -> list[Component]:
    """The words across the whole width; nothing where there are none."""
    return [html.P(words, className="banner", role="note")] if words else []
