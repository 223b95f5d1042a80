"""Something to open: working, definitions, a picture's figures."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component


def details(
    summary: str | Component, children: Sequence[Component | str], is_open: bool = False
) -> Component:
    """A native disclosure: works by keyboard and without our scripts, and opens when asked to."""
    return html.Details(
        [html.Summary(summary), html.Div(list(children), className="inside")],
        className="more",
        open=is_open,
    )
