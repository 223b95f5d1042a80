"""Stacked bars of answers: improved, the same, worse, each bar as long as all who answered."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import HIDDEN
from dashboard.views.services.shapes import AnswerBar

PARTS = ("improved", "same", "worse")


def answer_bars(bars: Sequence[AnswerBar]) -> Component:
    """The bars under their names; every part says its word, so that no colour is needed.

    Hidden from screen readers: the table below has the same numbers.
    """
    return html.Div([_bar(bar) for bar in bars], className="answers", **HIDDEN)


def _bar(bar: AnswerBar) -> Component:
    parts = [_part(name, *part) for name, part in zip(PARTS, bar.parts, strict=True)]
    head = html.P([plain.span(bar.name), " ", plain.span(bar.base, className="base")])
    return html.Div([head, html.Div(parts, className="answer-bar")])


def _part(name: str, word: str, shown: str, share: float) -> Component:
    """A part of a bar; where it is too narrow for its words they stand over its edge."""
    return plain.span(plain.span(f"{word} {shown}"), className=name, style={"--share": f"{share * 100:.2f}%"})
