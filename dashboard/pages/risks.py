"""`/risks`: the risk register of a council, with its matrix; what is above target first."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.empty import empty
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.region import region
from dashboard.components.risk_table import RiskCell, RiskLink, risk_table
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.plan_parts import facts
from dashboard.shell import Page
from dashboard.views import risks as view
from dashboard.views.query import Query, area_of
from dashboard.views.risk_lines import RiskLine
from dashboard.views.risk_matrix import Matrix, MatrixCell
from indicators.store.store import Store

READING = (
    "A score is likelihood times impact; on a matrix of 5 by 5, 1 to 4 is low, 5 to 9 medium, 10 to 16 high "
    "and above that very high, and other sizes in proportion. In the matrix “now” is the current score and "
    "“aim” the target. A risk whose current score is higher than its target is flagged. Blank scores are "
    "not scored; they are never taken for low."
)


def page(store: Store, writing: bool = False) -> Page:
    """The register over a store; with `writing` it leads to the form for a new risk."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            found = view.risks(connection, area_of(store.catalogue, query))
        return arrange(found, writing)

    return Page(links.RISKS, "Risks", layout, label="Risks", position=4)


def arrange(found: view.Risks, writing: bool) -> Component:
    """The page of a view: sentence, matrix, scored risks, those that are not."""
    area = found.area.code
    head = page_head("Risk register", found.lead, (f"Risks, {found.area.name}",))
    nothing = (
        []
        if found.scored or found.not_scored
        else [empty("There is nothing to list.", "Write one down, or choose another council.")]
    )
    parts = [
        *_lines("Risks", found.scored, area, "Above target first, then the highest score"),
        *_lines("Not scored", found.not_scored, area, "Listed without scores; they stand in no matrix"),
        *(section("Matrix", [_matrix(each, area)], by=_size(each)) for each in found.matrices),
    ]
    reading = html.P([plain.b("How to read this. "), READING], className="note section")
    return html.Div(
        [region("head", [head]), region("risks", [*nothing, *parts, *_new(area, writing), reading])]
    )


def _size(matrix: Matrix) -> str:
    return f"{matrix.size} by {matrix.size}, likelihood by impact"


def _matrix(matrix: Matrix, area: str) -> Component:
    rows = [(impact, [_cell(cell, area) for cell in cells]) for impact, cells in matrix.rows]
    return risk_table(f"Risks by likelihood and impact, {matrix.size} by {matrix.size}", rows)


def _cell(cell: MatrixCell, area: str) -> RiskCell:
    placed = tuple(
        RiskLink(each.name, each.what, links.at(links.RISK, each.key, area=area)) for each in cell.placed
    )
    return RiskCell(cell.value, cell.band, cell.level, placed)


def _lines(heading: str, lines: Sequence[RiskLine], area: str, by: str) -> list[Component]:
    return (
        [section(heading, [html.Ol([_line(line, area) for line in lines], className="plan")], by=by)]
        if lines
        else []
    )


def _line(line: RiskLine, area: str) -> Component:
    item = line.item
    title = html.H3(dcc.Link(item.title, href=links.at(links.RISK, line.key, area=area), className="name"))
    texts = (("Factors", item.factors), ("Mitigation", item.mitigation), ("Latest position", item.position))
    said = [html.P([plain.b(f"{name}: "), words]) for name, words in texts if words]
    label = " ".join(filter(None, ("Risk", item.code)))
    owner = [("Owner", item.owner)] if item.owner else []
    stands = [
        html.P(pill(line.badge.kind, line.badge.words), className="light"),
        facts([*line.scores, *owner]),
    ]
    return html.Li(
        [
            html.Div([plain.small(label), title, *said], className="plan-said"),
            html.Div(stands, className="stands"),
        ]
    )


def _new(area: str, writing: bool) -> list[Component]:
    if not writing:
        return [html.Div(read_only(), className="section")]
    address = href(links.RISK_NEW, area=area)
    return [html.P(dcc.Link("Write down a risk", href=address, className="button"), className="section")]
