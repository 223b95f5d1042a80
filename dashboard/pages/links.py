"""Addresses of the pages with the council in them, downloads, and buttons that act in the browser."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import data
from dashboard.routing import href
from dashboard.views.query import Query

OVERVIEW, TRENDS, BENCHMARKS, SCORECARDS = "/", "/trends", "/benchmarks", "/scorecards"
OVERVIEW_CSV, TRENDS_CSV = "/download/overview.csv", "/download/trends.csv"


def to_trend(area: str, indicator: str, title: str) -> Component:
    """A link to the trend of one indicator of one council, as the heading of a row."""
    return dcc.Link(title, href=href(TRENDS, area=area, indicator=indicator), className="name")


def download(words: str, path: str, query: Query, **changes: str) -> Component:
    """A plain link to a file of what is shown, which the browser saves."""
    return html.A(words, href=href(path, query, **changes), download="")


def action(words: str, does: str, **more: str) -> Component:
    """A button that acts in the browser only: print, copy-link, copy (text of `of`), png (chart in `of`)."""
    return html.Button(words, type="button", className="link", **data(do=does, **more))
