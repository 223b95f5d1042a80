"""What the colours of a picture mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A swatch by its CSS class (`q1`, `dot ours`) and its words."""

    swatch: str
    words: str


def key(items: Sequence[KeyItem]) -> Component:
    """The swatches in a row."""
    return html.Ul([html.Li([html.I(className=item.swatch), item.words]) for item in items], className="key")
