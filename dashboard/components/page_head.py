"""The head of a page: where we are, what this is, and the one sentence to take away."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.words import Sentence, inline


def page_head(
    heading: str | Sequence[str | Component],
    lead: Sentence = "",
    eyebrow: Sequence[str | Component] = (),
    below: Sequence[str | Component] = (),
    actions: Sequence[Component] = (),
) -> Component:
    """The `h1`, an eyebrow above it, actions beside it, the lead and plain paragraphs (`below`) after it."""
    top: Component = html.H1(heading if isinstance(heading, str) else list(heading))
    if actions:
        top = html.Div([top, html.Div(list(actions), className="actions")], className="head")
    return html.Div(
        [
            *([html.P(list(eyebrow), className="eyebrow")] if eyebrow else []),
            top,
            *([html.P(inline(lead), className="lead")] if lead else []),
            *(html.P(each, className="sub") for each in below),
        ]
    )
