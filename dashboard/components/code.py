"""The code below the name of an indicator: only one that its publisher prints."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import plain
from indicators.codes import published_code


def code_below(code: str) -> list[Component]:
    """The published code in small print; nothing for a code of our own."""
    return below(published_code(code))


def below(words: str) -> list[Component]:
    """Words in small print; nothing for none."""
    return [plain.small(words)] if words else []
