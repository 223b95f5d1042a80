"""Counts side by side, each a link that lists what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria
from dashboard.components.marks import mark
from dashboard.components.view_switch import page_link


@dataclass(frozen=True, slots=True)
class LinkedCount:
    """How many there are, in words, where they are listed, whether they are shown; `light` may be empty."""

    light: str
    words: str
    number: int
    href: str
    current: bool = False


def linked_counts(counts: Sequence[LinkedCount], label: str) -> Component:
    """The counts as a list of links; `label` names them for screen readers."""
    return html.Nav(
        html.Ul([html.Li(_count(count)) for count in counts]), className="linked-counts", **aria(label=label)
    )


def _count(count: LinkedCount) -> Component:
    sign = [mark(count.light)] if count.light else []
    return page_link([html.B(str(count.number)), *sign, count.words], count.href, count.current)
