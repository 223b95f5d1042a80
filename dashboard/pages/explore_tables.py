"""The tables of the explore page: a sorted list of figures, or areas, indicators and periods crossed."""

from __future__ import annotations

from typing import Literal

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import aria
from dashboard.components.code import code_below
from dashboard.components.details import details
from dashboard.components.empty import dash
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.views import explore as view
from dashboard.views.explore_pivot import Pivot, PivotRow
from dashboard.views.explore_query import Asked
from dashboard.views.query import Query
from indicators.store.search import SortBy

_COLUMNS: tuple[tuple[str, SortBy, Literal["left", "right"], str], ...] = (
    ("Indicator", SortBy.INDICATOR, "left", "long"),
    ("Area", SortBy.AREA, "left", "unbroken"),
    ("Period", SortBy.PERIOD, "left", "nowrap"),
    ("Value", SortBy.VALUE, "right", "strong"),
    ("Status", SortBy.STATUS, "left", ""),
    ("Prices", SortBy.BASIS, "left", "optional"),
    ("Edition", SortBy.EDITION, "left", "optional medium"),
    ("Loaded", SortBy.LOADED, "left", "optional nowrap"),
)


def list_table(found: view.Explore, query: Query) -> Component:
    """The figures of one page of the list, under headings that sort."""
    columns = [_column(found.asked, query, *column) for column in _COLUMNS]
    columns.append(Column("Source", "file: place in it", classes="optional long"))
    caption = f"Figures that match: {found.summary}"
    rows = [_row(figure) for figure in found.figures]
    return html.Div(figures_table(caption, columns, rows, own_file=True), className="found")


def _column(
    asked: Asked, query: Query, heading: str, by: SortBy, align: Literal["left", "right"], classes: str
) -> Column:
    """A heading that sorts: the other way round when it is sorted by already."""
    here, descending = asked.order.by is by, asked.order.descending
    sort = f"-{by}" if here and not descending else str(by)
    mark = plain.span(" ▼" if descending else " ▲", **aria(hidden="true")) if here else ""
    link = links.within([heading, mark], links.EXPLORE, query, keep=f"sort-{by}", sort=sort, page="")
    way: Literal["", "ascending", "descending"] = ""
    if here:
        way = "descending" if descending else "ascending"
    return Column(link, align=align, classes=classes, sorted=way)


def _row(figure: view.FoundFigure) -> Row:
    title: str | Component = figure.title
    if figure.is_council:
        title = links.to_trend(figure.area_code, figure.code, figure.title)
    return Row(
        (
            [title, *code_below(figure.code)],
            figure.area,
            figure.period,
            figure.value,
            figure.status,
            figure.basis,
            figure.edition,
            figure.loaded,
            [figure.file, plain.small(figure.locator)],
        )
    )


def pivot_table(pivot: Pivot, council: str) -> Component:
    """One crossed table, whose rows lead to trends, of the `council` in view where they are of several.

    Its rows without any number are folded away below it.
    """
    columns = [
        Column(pivot.corner, classes="long"),
        *(Column(words, align="right", classes="" if " " in words else "nowrap") for words in pivot.columns),
    ]
    known = [row for row in pivot.rows if row.known] or pivot.rows
    rows = [
        Row(([_heading(row, council), *code_below(row.below)], *(cell or dash() for cell in row.cells)))
        for row in known
    ]
    table = figures_table(pivot.caption, columns, rows, caption_seen=True)
    without = [row.heading for row in pivot.rows if row not in known]
    return html.Div([table, *_without(without)], className="pivot")


def _heading(row: PivotRow, council: str) -> str | Component:
    if row.leads_to is None:
        return row.heading
    area, indicator = row.leads_to
    return links.to_trend(area or council, indicator, row.heading)


def _without(headings: list[str]) -> list[Component]:
    """The rows of a table that have no number, by name, to open."""
    if not headings:
        return []
    return [details(f"Without a number: {len(headings)}", [html.Ul([plain.li(each) for each in headings])])]
