"""`/finance`: a council's budget with its sums checked, its outturn, and unit costs beside performance."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.arrow import arrow
from dashboard.components.code import code_below
from dashboard.components.empty import empty
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Cell, Column, Row, figures_table
from dashboard.components.words import inline
from dashboard.pages import links
from dashboard.shell import Page
from dashboard.views import finance as view
from dashboard.views.budget_matrix import Matrix
from dashboard.views.overview_rows import Row as IndicatorRow
from dashboard.views.query import Query, area_of
from indicators.store.store import Store

READING = (
    "A budget is an estimate before the year, an outturn what was spent. Unit costs carry no judgement: "
    "cheaper is not always better. They stand beside the headline indicators of the same service so that "
    "both are read together. Costs are in cash; the page of each has them in real terms where they are known."
)


def page(store: Store) -> Page:
    """Finance beside performance, over a store."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            found = view.finance(connection, store.catalogue, area_of(store.catalogue, query))
        return arrange(found)

    return Page(path=links.FINANCE, title="Finance", layout=layout, label="Finance", position=5)


def arrange(found: view.Finance) -> Component:
    """The page of a view: services with their costs, then budgets and outturn, then the matrix."""
    head = page_head("Finance beside performance", found.lead, (f"Finance, {found.area.name}",))
    area = found.area.code
    parts = [_service(each, area) for each in found.services] or [_nothing()]
    reading = html.P([plain.b("How to read this. "), READING], className="note section")
    return region("finance", [head, *_matrix(found.matrix), *_money(found, area), *parts, reading])


def _nothing() -> Component:
    return empty("No cost of this council is loaded.", "Load the benchmarking framework, or choose another.")


def _matrix(found: Matrix | None) -> list[Component]:
    if found is None:
        return []
    columns = (
        Column("Line"),
        *(Column(title, align="right", classes="budget-service") for title in found.columns),
        Column("Line adds up?", classes="after"),
    )
    rows = [
        Row(
            (line.title, *line.cells, _check(line.check, line.wrong)),
            classes="sum-line" if line.total else "",
        )
        for line in found.lines
    ]
    rows.append(Row(("Columns add up?", *found.column_checks, ""), classes="sum-line checks"))
    table = figures_table(f"Budget {found.period} in pounds, line by service", columns, rows)
    notes = [html.P(inline(found.lead), className="sub"), table]
    notes += [html.Ul([plain.li(each) for each in found.wrong], className="statement")] if found.wrong else []
    notes.append(html.P(f"In pounds; income has a minus. {found.source}.", className="note"))
    return [section(f"Budget {found.period}", notes, by="Every printed total held against its parts")]


def _check(words: str, wrong: bool) -> Component:
    return plain.span(words, className="late nowrap" if wrong else "nowrap")


def _money(found: view.Finance, area: str) -> list[Component]:
    made = []
    for heading, lines in (("Budgets", found.budgets), ("Outturn", found.outturn)):
        if lines:
            shown: list[Component] = [_lines(heading, lines, area)]
            if heading == "Budgets" and found.budget_check:
                shown.append(html.P(f"{found.budget_check}.", className="note"))
            made.append(section(heading, shown))
    return made


def _lines(heading: str, lines: Sequence[view.MoneyLine], area: str) -> Component:
    columns = (
        Column(heading, classes="words"),
        Column("Period", classes="nowrap"),
        Column("Amount", align="right"),
        Column("Note", classes="words after"),
        Column("Printed in", classes="words optional"),
    )
    rows = [
        Row((links.to_story(area, line.code, line.title), line.period, line.value, line.note, line.place))
        for line in lines
    ]
    return figures_table(heading, columns, rows)


def _service(found: view.ServiceMoney, area: str) -> Component:
    costs = [Row(_cost(row, area)) for row in found.costs]
    columns = (
        Column("What it costs", classes="words"),
        Column("Latest", align="right"),
        Column(found.change_heading, classes="after"),
        Column("Against Scotland"),
    )
    performance = [Row(_performance(row, area)) for row in found.performance]
    halves = [
        _half(f"{found.title}: what it costs", columns, costs, "No unit cost is known."),
        _half(f"{found.title}: what it achieves", _PERFORMANCE, performance, "No headline figure is known."),
    ]
    return section(found.title, [html.Div(halves, className="money")], by=found.budget)


_PERFORMANCE = (
    Column("What it achieves", classes="words"),
    Column("Latest", align="right"),
    Column("Status", classes="after"),
    Column("Against Scotland"),
)


def _half(caption: str, columns: Sequence[Column], rows: Sequence[Row], none: str) -> Component:
    return html.Div([figures_table(caption, columns, rows) if rows else html.P(none, className="note")])


def _start(row: IndicatorRow, area: str) -> tuple[Cell, Cell]:
    return (
        [links.to_story(area, row.code, row.title), *code_below(row.code)],
        [plain.b(row.value), plain.small(row.period)],
    )


def _cost(row: IndicatorRow, area: str) -> tuple[Cell, ...]:
    moved = row.change
    change: Cell = arrow(moved.arrow, moved.size, moved.note) if moved.arrow else moved.note
    return (*_start(row, area), change, _against(row))


def _performance(row: IndicatorRow, area: str) -> tuple[Cell, ...]:
    return (*_start(row, area), pill(row.badge.kind, row.badge.words), _against(row))


def _against(row: IndicatorRow) -> Cell:
    return [row.against.size, plain.small(row.against.note)] if row.against.size else row.note
