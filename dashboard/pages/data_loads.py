"""`/data/loads/<load>`: one load, what it refused, what it noticed and what it changed."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.empty import empty
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.data_tables import breakable, findings_table, fingerprint, pages_of
from dashboard.shell import NoSuchPageError, Page
from dashboard.views import data_loads as view
from dashboard.views.data_findings import rule_name
from dashboard.views.paging import whole_number
from dashboard.views.query import Query
from indicators.store import history
from indicators.store.store import Store


def page(store: Store) -> Page:
    """One load over a store."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            number = whole_number(query.get("load", ""))
            row = None if number is None else history.load_by_number(connection, number)
            if row is None:
                raise NoSuchPageError(
                    f"No load {links.short(query.get('load', ''))}.",
                    ("All loads", href(links.DATA, area=query.get("area", ""), view="loads")),
                )
            return arrange(view.load_view(connection, store.catalogue, row, query), query)

    def title(query: Query) -> str:
        return f"Load {query.get('load', '')}"

    return Page(path=f"{links.DATA_LOADS}/<load>", title=title, layout=layout)


def arrange(found: view.LoadView, query: Query) -> Component:
    """The page of a view: head, sum, refusals, changes, warnings."""
    line, area = found.line, query.get("area", "")
    back = dcc.Link("Data", href=href(links.DATA, area=area, view="loads"))
    head = page_head(breakable(line.file), found.lead, (back, f" / Load {line.number}"))
    return region(
        "load",
        [
            head,
            _facts(line),
            _sum(line),
            _refused(found, query),
            _changes(found, query),
            _warnings(found, area),
        ],
    )


def _facts(line: view.LoadLine) -> Component:
    facts = (("Source", line.source), ("Loaded", f"{line.when} UTC"), ("SHA-256", fingerprint(line.sha256)))
    return html.Dl([html.Div([html.Dt(name), html.Dd(value)]) for name, value in facts], className="facts")


def _sum(line: view.LoadLine) -> Component:
    """The rows read as the sum of the six outcomes, worked out again."""
    parts = [plain.li(_amount(line.read, "read"))]
    for at, (name, number) in enumerate(line.counts):
        sign = plain.span("=" if at == 0 else "+", className="sign")
        parts.append(plain.li([sign, _amount(number, name)]))
    check = "The six add up to the rows read." if line.adds_up else f"The six do not add up: {line.check}."
    return section(
        "What became of its rows", [html.Ul(parts, className="sum"), html.P(check, className="note")]
    )


def _amount(number: str, name: str) -> Component:
    return plain.span([plain.b(number), plain.small(name)])


def _refused(found: view.LoadView, query: Query) -> Component:
    if not found.refused:
        return section("Rows refused", [html.P("No row was refused.", className="note")])
    table = findings_table("Rows refused", found.refused, query, found.refused_total, one_load=True)
    more = found.refused_total - len(found.refused)
    rest = [html.P(f"and {more:,} more, under Findings.", className="note")] if more > 0 else []
    return section("Rows refused", [table, *rest], aside=[f"{found.refused_total:,} reasons"])


def _changes(found: view.LoadView, query: Query) -> Component:
    notes = []
    if found.kept_back:
        what = "change of an indicator" if found.kept_back == 1 else "changes of indicators"
        words = f"{found.kept_back:,} {what} that could identify people: counted, and not listed."
        notes = [html.P(words, className="note")]
    if not found.changes:
        return section("What changed", notes or [empty("No figure that was there was replaced.")])
    columns = (
        Column("Figure", classes="words"),
        Column("Before", align="right"),
        Column("Now", align="right"),
        Column("Change", align="right"),
        Column("What it is", classes="optional"),
        Column("Editions", "before, now", classes="words optional"),
    )
    rows = [
        Row(
            (
                [links.to_trend(query.get("area", ""), each.code, each.title), plain.small(each.of)],
                each.old,
                each.new,
                each.size,
                each.kind,
                [each.old_edition, plain.small(each.new_edition)],
            )
        )
        for each in found.changes
    ]
    path = f"{links.DATA_LOADS}/{found.line.number}"
    asked = {name: value for name, value in query.items() if name != "load"}
    table = figures_table("Figures this load replaced", columns, rows, of=found.paging.total)
    by = "Revisions first, then rebases: real terms moved to the prices of another year"
    return section(
        "What changed",
        [table, *pages_of(found.paging, path, asked), *notes],
        by,
        aside=[f"{found.paging.total:,}"],
    )


def _warnings(found: view.LoadView, area: str) -> Component:
    if not found.warnings:
        return section("Warnings", [html.P("The checks noticed nothing.", className="note")])
    number = str(found.line.number)
    rows = [
        Row(
            (
                dcc.Link(
                    rule_name(each.rule),
                    href=href(links.DATA, area=area, view="findings", load=number, rule=each.rule),
                ),
                f"{each.found:,}",
            )
        )
        for each in found.warnings
    ]
    table = figures_table("Warnings by rule", (Column("Rule"), Column("Found", align="right")), rows)
    return section("Warnings", [table], by="The figures were kept as they were printed")
