"""A part of a page under a strong rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component


def section(
    heading: str,
    children: Sequence[Component | str],
    by: str = "",
    aside: Sequence[Component | str] = (),
    name: str = "",
) -> Component:
    """Its `h2`, a few words beside it (`by`), things at the far right (`aside`), content; an id (`name`)."""
    content = [section_head(heading, by, aside), *children]
    identity: dict[str, Any] = {"id": name} if name else {}
    return html.Section(content, className="section", **identity)


def section_head(heading: str, by: str = "", aside: Sequence[Component | str] = ()) -> Component:
    """The rule, the `h2` and what stands beside it."""
    return html.Div(
        [
            html.H2(heading),
            *([html.Span(by, className="by")] if by else []),
            *([html.Span(list(aside), className="aside")] if aside else []),
        ],
        className="section-head",
    )
