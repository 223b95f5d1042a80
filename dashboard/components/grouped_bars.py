"""Bars in groups on one scale from 0, such as a group an option and a bar a year; the newest stands out."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import HIDDEN
from dashboard.views.services.shapes import Bar, BarGroup, Bars


def grouped_bars(found: Bars) -> Component:
    """The picture under its title, hidden from screen readers: the table below it has the same numbers."""
    return html.Div(
        [html.P(found.title, className="bars-title"), *(_group(group) for group in found.groups)],
        className="bars",
        **HIDDEN,
    )


def _group(group: BarGroup) -> Component:
    return html.Div([html.P(group.name), html.Ul([_bar(bar) for bar in group.bars])], className="bar-group")


def _bar(bar: Bar) -> Component:
    drawn = [] if bar.share is None else [html.I(style={"--share": f"{bar.share * 100:.2f}%"})]
    return plain.li(
        [
            plain.span(bar.name, className="name"),
            plain.span(drawn, className="track"),
            plain.span(bar.shown, className="shown"),
        ],
        className="latest" if bar.latest else None,
    )
