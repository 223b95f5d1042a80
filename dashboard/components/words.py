"""Sentences with bold parts, as views write them, drawn as the children of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.views.text import Bold

Sentence = str | Sequence[str | Bold]


def inline(sentence: Sentence) -> list[str | Component]:
    """The sentence as children; text stays text, whatever it contains."""
    if isinstance(sentence, str):
        return [sentence]
    return [html.B(part.words) if isinstance(part, Bold) else part for part in sentence]
