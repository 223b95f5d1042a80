"""A part of a page that is drawn anew when the address changes; see `dashboard.routing`."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component


def region(name: str, children: Sequence[Component | str] | Component, classes: str = "") -> Component:
    """A live part by its name; it must hold no control, for controls are never replaced."""
    held = children if isinstance(children, Component) else list(children)
    return html.Div(held, id={"region": name}, className=classes or None)
