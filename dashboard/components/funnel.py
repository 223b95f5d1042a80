"""A funnel as a list: each step with its count, a bar as long as its share of the widest, and its rate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import HIDDEN
from dashboard.views.services.shapes import Step

Link = Callable[[str, str], str | Component]
"""Words and the code of an indicator as a link to it."""


def funnel_steps(steps: Sequence[Step], link: Link) -> Component:
    """The steps in order; names and numbers are text, so the bars are hidden from screen readers."""
    return html.Ol([_step(step, link) for step in steps], className="funnel")


def _step(step: Step, link: Link) -> Component:
    small = ", ".join(filter(None, (step.rate, step.note)))
    bar = [] if step.share is None else [html.I(style={"--share": f"{step.share * 100:.2f}%"})]
    return plain.li(
        [
            plain.span(step.name, className="name"),
            plain.span([plain.b(link(step.code, step.shown)), *([plain.small(small)] if small else [])]),
            plain.span(bar, className="track", **HIDDEN),
        ]
    )
