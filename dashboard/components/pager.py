"""Links to the part of a long list before and after the one shown."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import aria


def pager(words: str, before: str, after: str) -> Component:
    """`51 to 100 of 245` between its links; an empty address is no link."""
    links = [
        *([dcc.Link("Earlier in the list", href=before)] if before else []),
        plain.span(words),
        *([dcc.Link("Further on", href=after)] if after else []),
    ]
    return html.Nav(links, className="pager", **aria(label="Parts of the list"))
