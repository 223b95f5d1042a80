"""Sentences with bold parts, as views write them, drawn as the children of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.views.text import Bold

Sentence = str | Sequence[str | Bold]
_YEAR: Final = re.compile(r"(\b\d{4}-\d{2}\b)")


def inline(sentence: Sentence) -> list[str | Component]:
    """The sentence as children; text stays text, whatever it contains, and no line ends within a year."""
    parts = [sentence] if isinstance(sentence, str) else sentence
    made: list[str | Component] = []
    for part in parts:
        words = _unbroken(part.words if isinstance(part, Bold) else part)
        made += [html.B(words if len(words) > 1 else words[0])] if isinstance(part, Bold) else words
    return made


def _unbroken(words: str) -> list[str | Component]:
    """Words whose years, such as 2019-20, are not broken at their hyphen."""
    parts = _YEAR.split(words)
    return [
        plain.span(part, className="nowrap") if at % 2 else part for at, part in enumerate(parts) if part
    ] or [""]
