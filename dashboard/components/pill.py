"""The status pill: a shape and a word, never a colour alone."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.marks import mark


def pill(light: str, words: str) -> Component:
    """A status in words with the shape of its light: ("green", "On target"), ("none", "Data only")."""
    return plain.span([mark(light), words], className=f"pill {light}")
