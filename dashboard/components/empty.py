"""When there is nothing to show: what is missing, and what to do next."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import HIDDEN


def empty(what: str, next_step: str | Component = "") -> Component:
    """A framed note: ("No figures for 2023-24 yet.", "The next release is due in February 2027.")."""
    return html.Div(
        [html.P(what), *([html.P(next_step, className="next")] if next_step else [])],
        className="empty",
        role="note",
    )


def dash() -> list[Component]:
    """For a cell of a table with nothing in it: a dash, which is read as none."""
    return [plain.span("–", **HIDDEN), plain.span("none", className="unseen")]
