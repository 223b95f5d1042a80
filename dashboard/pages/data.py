"""`/data`: where the figures come from, what each load did, how far they reach, and what looks wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dash import dcc, html
from dash.development.base_component import Component
from sqlalchemy import Connection

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.code import code_below
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.filters import filter_bar, select
from dashboard.components.heat import HeatCell, HeatRow, heat_table
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.components.view_switch import ViewLink, view_switch
from dashboard.components.words import Sentence
from dashboard.pages import links
from dashboard.pages.choose import options
from dashboard.pages.data_tables import findings_table, loads_table, pages_of, source_link
from dashboard.shell import Page
from dashboard.views import data_coverage, data_findings, data_loads, data_sources
from dashboard.views.query import Query, one_of
from indicators.problem_rules import what_it_asks
from indicators.store.store import Store

SOURCES = "sources"
VIEWS = {SOURCES: "Sources", "loads": "Loads", "coverage": "Coverage", "findings": "Findings"}


def page(store: Store, today: Callable[[], date] = date.today) -> Page:
    """The data page over a store; `today` says how old an edition is."""

    def layout(query: Query) -> Component:
        shown = _view(query)
        with store.connect() as connection:
            if shown == SOURCES:
                return arrange_sources(data_sources.sources(connection, store.catalogue, today()), query)
            return _ARRANGED[shown](connection, store, query)

    def title(query: Query) -> str:
        shown = _view(query)
        return "Data" if shown == SOURCES else f"{VIEWS[shown]}, data"

    return Page(path=links.DATA, title=title, layout=layout, label="Data", position=6)


def _view(query: Query) -> str:
    return one_of(query, "view", VIEWS, SOURCES)


def _frame(query: Query, lead: Sentence, controls: list[Component], children: list[Component]) -> Component:
    """What the four views have in common: head, the way to the others, its own controls, and what follows."""
    shown = _view(query)
    head = region("head", page_head("Data", lead, ("Where the figures come from",)))
    views = region("views", view_switch([_to_view(query, name, shown) for name in VIEWS], "What to look at"))
    bar = [filter_bar(controls)] if controls else []
    return html.Div([head, views, *bar, region(shown, children)])


def _to_view(query: Query, name: str, shown: str) -> ViewLink:
    """The way to a view; the rule, the load and the page belong to the one that is left."""
    view = "" if name == SOURCES else name
    return ViewLink(VIEWS[name], href(links.DATA, query, view=view, rule="", load="", page=""), name == shown)


def arrange_sources(found: data_sources.Sources, query: Query) -> Component:
    """The sources: those with figures as a table, the others in a sentence each."""
    columns = (
        Column("Source", classes="words"),
        Column("Age", classes="words"),
        Column("Newest edition", classes="words"),
        Column("Cycle", "next release", classes="optional"),
        Column("Figures", "shown now", align="right"),
        Column("Last load", classes="optional"),
        Column("Licence and attribution", classes="words optional"),
    )
    rows = [
        Row(
            (
                [source_link(line.code, line.title, query), plain.small(line.publisher)],
                [plain.span(line.fresh, className="late" if line.late else None), plain.small(line.age)],
                [line.edition, plain.small(line.published)],
                [line.cadence, plain.small(line.next_release)],
                line.figures,
                plain.span(line.loaded, className="nowrap"),
                [line.licence, plain.small(line.attribution)],
            )
        )
        for line in found.held
    ]
    children = [section("Sources", [figures_table("Sources", columns, rows)])] if rows else [_nothing()]
    if found.empty:
        names = [plain.li(source_link(line.code, line.title, query)) for line in found.empty]
        children.append(section("Known, and nothing loaded yet", [html.Ul(names, className="statement")]))
    return _frame(query, found.lead, [], children)


def _nothing() -> Component:
    return empty("Nothing has been loaded yet.", "Build the bundled figures with: python -m etl build")


def arrange_loads(connection: Connection, store: Store, query: Query) -> Component:
    """The loads, newest first."""
    found = data_loads.loads(connection, store.catalogue, query)
    lead = "Every row of a file has one outcome; the six are added up here and held against the rows read."
    if not found.lines:
        return _frame(query, lead, [], [_nothing()])
    table = loads_table("Loads, newest first", found.lines, query, found.paging.total)
    return _frame(
        query,
        lead,
        [],
        [section("Loads", [table, *pages_of(found.paging, links.DATA, query)], by="Newest first")],
    )


def arrange_coverage(connection: Connection, store: Store, query: Query) -> Component:
    """The heat map of a service."""
    found = data_coverage.coverage(connection, store.catalogue, query)
    control = select("service", "Service", options(found.services), found.service)
    area = query.get("area", "")
    rows = [
        HeatRow(
            [links.to_trend(area, line.code, line.title), *code_below(line.code)],
            tuple(HeatCell(cell.councils, cell.level) for cell in line.cells),
        )
        for line in found.lines
    ]
    caption = f"{found.service_title}: councils with a figure, of 32, by year"
    table = heat_table(caption, "Indicator", found.years, rows, data_coverage.LEVELS)
    note = html.P(
        "The number of councils, of 32, with a figure that can be shown. Months, quarters and days stand in "
        "the financial year they end in, windows of several years in their last. Years in which no "
        "indicator of the service has a figure are left out.",
        className="note",
    )
    shown = [table, note] if rows else [empty("No council has a figure.")]
    children = [
        section(
            "Councils with a figure",
            shown,
            by="Newest year first, older ones to the right; best covered indicator first",
        )
    ]
    if found.without:
        lines = html.Ul([plain.li(each) for each in found.without])
        children.append(details(f"Without a figure of any council: {len(found.without)}", [lines]))
    return _frame(query, found.lead, [control], children)


def arrange_findings(connection: Connection, store: Store, query: Query) -> Component:
    """The rules that were broken, then the findings of one of them."""
    del store
    found = data_findings.findings(connection, query)
    control = select("rule", "Rule", options(found.choices), found.rule, ("page",))
    if not found.rules:
        return _frame(query, found.lead, [control], [empty("There is nothing to list.")])
    rules = [
        Row(
            (
                dcc.Link(
                    data_findings.rule_name(each.rule), href=href(links.DATA, query, rule=each.rule, page="")
                ),
                what_it_asks(each.rule, each.severity == "error"),
                f"{each.found:,}",
            )
        )
        for each in found.rules
    ]
    columns = (Column("Rule"), Column("What was noticed", classes="words"), Column("Found", align="right"))
    table = figures_table("Findings by rule", columns, rules)
    by, aside = "Refusals first, then the most frequent", _all_loads(found, query)
    children = [section("By rule", [table], by=by, aside=aside)]
    if found.rule != data_findings.ALL:
        heading = data_findings.rule_name(found.rule)
        asks = html.P(what_it_asks(found.rule, refused=False), className="note")
        listed = [
            asks,
            findings_table(heading, found.listed, query, found.paging.total),
            *pages_of(found.paging, links.DATA, query),
        ]
        children.insert(0, section(heading, listed, aside=[found.paging.words]))
    return _frame(query, found.lead, [control], children)


def _all_loads(found: data_findings.Findings, query: Query) -> list[Component]:
    """The way back from the findings of one load to those of all."""
    if found.load is None:
        return []
    return [dcc.Link("Findings of all loads", href=href(links.DATA, query, load="", page=""))]


_ARRANGED = {"loads": arrange_loads, "coverage": arrange_coverage, "findings": arrange_findings}
