"""`/trends`: how one indicator of one council moved, beside Scotland, its family group and other councils."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.charts.line_ends import trend_ends
from dashboard.charts.multiples import Small, small_multiples
from dashboard.charts.trend import trend_figure
from dashboard.components.arrow import arrow
from dashboard.components.chart import chart
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.filters import Option, filter_bar, joined, select, ticks
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.choose import options, service_and_indicator
from dashboard.shell import Page
from dashboard.views import trends as view
from dashboard.views.query import Query, area_of
from dashboard.views.scale import axis
from dashboard.views.trend_rows import FamilyPanel, YearRow
from indicators.store.store import Store

BESIDE = (
    Option("family", "Scotland and family"),
    Option("scotland", "Scotland"),
    Option("alone", "Alone"),
)


def page(store: Store) -> Page:
    """The trends page over a store."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            return arrange(view.trends(connection, store.catalogue, area, query), query)

    return Page(path=links.TRENDS, title="Trends", layout=layout, label="Trends", position=2, has_chart=True)


def arrange(found: view.Trends, query: Query) -> Component:
    """The page of a view: head, filters, chart, family group, figures."""
    head = page_head(found.title, found.lead, (f"{found.service} / Trends, {found.area.name}",), (found.sub,))
    return html.Div(
        [
            region("head", head),
            _filters(found.filters),
            _chart(found, query),
            region("family", _family(found.family)),
            region("figures", _figures(found)),
        ]
    )


def _filters(filters: view.TrendFilters) -> Component:
    return filter_bar(
        [
            *service_and_indicator(filters.chosen, ("from", "to", "basis")),
            select("from", "From", options(filters.periods), filters.first),
            select("to", "To", options(filters.periods), filters.last),
            *([select("basis", "Prices", options(filters.bases), filters.basis)] if filters.bases else []),
            joined("compare", "Beside", BESIDE, filters.compare),
            details(
                "Add councils (up to three)",
                [ticks("peers", "Councils", options(filters.councils), filters.peers)],
                is_open=bool(filters.peers),
            ),
        ]
    )


def _chart(found: view.Trends, query: Query) -> Component:
    heading = region(
        "measure",
        [html.H2(found.measure, id="measure"), plain.span(found.direction, className="by")],
        "chart-head",
    )
    actions = region(
        "actions",
        [
            links.action("Copy link", "copy-link"),
            links.download("CSV", links.TRENDS_CSV, query),
            links.action("PNG", "png", of="#chart-trend"),
        ],
        "actions",
    )
    picture = chart("trend", trend_figure(found.drawing), trend_ends(found.drawing), described_by="measure")
    caption = region("caption", [found.caption], "note")
    return html.Section(
        [html.Div([heading, actions], className="head"), picture, caption], className="section"
    )


def _family(panel: FamilyPanel | None) -> list[Component]:
    if panel is None:
        return []
    values = [v for small in panel.members for v in small.values if v is not None]
    scale = axis([*values, *(v for v in panel.scotland if v is not None)])
    panels = [Small(small.name, small.latest, small.values, small.ours) for small in panel.members]
    pictures = small_multiples(
        panels, panel.scotland, (panel.first, panel.last), scale.high, scale.ticks[1:-1]
    )
    by = f"{panel.label} eight. One scale for all; highest first after ours; Scotland dashed"
    return [section("The family group, one by one", [pictures], by=by)]


def _figures(found: view.Trends) -> list[Component]:
    if not found.rows:
        return [empty("There is no figure for this choice.", "Choose other years or another indicator.")]
    columns = (
        Column("Period"),
        Column(found.area.name, align="right", classes="strong"),
        Column("Target", align="right", classes="optional"),
        Column("Status"),
        Column("Change on last figure", classes="optional"),
        *(Column(name, align="right") for name in found.peer_names),
        Column("Scotland", align="right"),
        Column("Family mean", align="right", classes="optional"),
        Column("Rank", align="right"),
    )
    table = figures_table(f"{found.title}, {found.area.name}", columns, [_row(row) for row in found.rows])
    questions = html.Ul([plain.li(question) for question in found.questions])
    return [
        section("The figures", [table, html.P(found.source, className="note")], aside=[found.counted]),
        *([section("Questions to ask", [questions])] if found.questions else []),
    ]


def _row(row: YearRow) -> Row:
    moved: str | Component = row.change.note
    if row.change.arrow:
        moved = arrow(row.change.arrow, f"{row.change.size}, {row.change.note.split(',')[0]}")
    return Row(
        (
            row.period,
            _marked(row.value, row.marks),
            row.target,
            pill(row.badge.kind, row.badge.words),
            moved,
            *row.peers,
            _marked(row.scotland, row.scotland_marks),
            row.family,
            row.rank,
        )
    )


def _marked(value: str, marks: str) -> list[str | Component]:
    return [value, *([plain.span(f" {marks}", className="mark-text")] if marks else [])]
