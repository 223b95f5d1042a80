"""The views of one page as links: each has an address of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria, data


@dataclass(frozen=True, slots=True)
class ViewLink:
    """A view: its words, its address, and whether it is the one shown."""

    words: str
    href: str
    current: bool = False


def view_switch(views: Sequence[ViewLink], label: str) -> Component:
    """The views side by side; `label` names the group for screen readers."""
    items = [html.Li(page_link(view.words, view.href, view.current)) for view in views]
    return html.Nav(html.Ul(items), className="views", **aria(label=label))


def page_link(words: str | Sequence[Component | str], href: str, current: bool = False) -> Component:
    """A link within the site that can say that it is where we are."""
    more: dict[str, Any] = aria(current="true") if current else {}
    return html.A(words if isinstance(words, str) else list(words), href=href, **data(page=""), **more)
