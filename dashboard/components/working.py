"""How something was worked out, to open: the rule, the numbers that went in, the steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dash import html
from dash.development.base_component import Component

from dashboard import plain


class InputLike(Protocol):
    """One number that went in, with its note and its source."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def source(self) -> str: ...


def working(subject: str, rule: str, inputs: Sequence[InputLike], steps: Sequence[str]) -> Component:
    """A native disclosure named after its subject, so that a list of them can be told apart by ear."""
    return html.Details(
        [
            html.Summary(["How was this worked out?", plain.span(f" {subject}", className="unseen")]),
            html.Div(
                [
                    html.P(rule),
                    *([html.Ul([_input(each) for each in inputs])] if inputs else []),
                    *(html.P(step) for step in steps),
                ],
                className="inside",
            ),
        ],
        className="working",
    )


def _input(each: InputLike) -> Component:
    """`Dundee City, 2021-22: 7.84%` with note and source in small print below."""
    small = "; ".join(filter(None, (each.note, each.source)))
    below = [plain.small(small)] if small else []
    return plain.li([f"{each.name}: ", html.B(each.value), *below])
