"""The matrix of likelihood by impact as a table: score and band in each cell, the risks as links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import aria


@dataclass(frozen=True, slots=True)
class RiskLink:
    """A risk in a cell: its name, whether it is there now or aims to be, and its page."""

    name: str
    what: str
    href: str


@dataclass(frozen=True, slots=True)
class RiskCell:
    """A cell: its score, its band in words and as a level from 1 (lowest), and the risks in it."""

    value: int
    band: str
    level: int
    placed: tuple[RiskLink, ...]


def risk_table(caption: str, rows: Sequence[tuple[int, Sequence[RiskCell]]]) -> Component:
    """The table; `rows` are (impact, cells from likelihood 1 up), the highest impact first."""
    likelihoods = range(1, len(rows) + 1)
    head = [plain.th("Impact", scope="col"), *(plain.th(f"Likelihood {n}", scope="col") for n in likelihoods)]
    body = [plain.tr([plain.th(str(impact), scope="row"), *map(_cell, cells)]) for impact, cells in rows]
    table = html.Table(
        [html.Caption(caption), html.Thead(plain.tr(head)), html.Tbody(body)], className="risk-matrix"
    )
    return html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=caption))


def _cell(cell: RiskCell) -> Component:
    score = plain.span([plain.b(str(cell.value)), f" {cell.band}"], className="score-of")
    placed = [
        plain.span(
            [dcc.Link(each.name, href=each.href), f" {each.what}"], className=f"placed {each.what.split()[0]}"
        )
        for each in cell.placed
    ]
    return plain.td([score, *placed], className=f"level-{cell.level}")
