"""`/search?q=`: what has this code or these words, with the latest figure of the council in view."""

from __future__ import annotations

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import LONGEST_VALUE, href
from dashboard.components.attributes import data
from dashboard.components.empty import empty
from dashboard.components.filters import dom_id
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.table import Cell, Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.data_tables import pages_of
from dashboard.shell import Page
from dashboard.views import finding as view
from dashboard.views.paging import Paging
from dashboard.views.query import Query
from indicators.finding_words import Part
from indicators.store.store import Store

COLUMNS = (
    Column("Found", classes="title"),
    Column("Service", classes="service"),
    Column("Latest", align="right", classes="value"),
    Column("Status", classes="status"),
)
ASK = "Type a code, or words of a title, a definition, a service or a term. Part of a word is enough."
TRY = ("CHN22", "delayed discharge", "cost of care", "complaints", "SDS")


def page(store: Store) -> Page:
    """The search over a store."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            found = view.findings(connection, store.catalogue, query)
        return arrange(found, query, frozenset(store.catalogue.service_pages))

    return Page(links.SEARCH, _title, layout)


def arrange(found: view.Findings, query: Query, pages: frozenset[str] = frozenset()) -> Component:
    """The page of an answer; `pages` are the codes of the services with a page of their own."""
    return html.Div(
        [
            region("head", [page_head("Search", _lead(found))]),
            _box(found.question),
            region("results", _body(found, query, pages)),
        ]
    )


def _title(query: Query) -> str:
    asked = " ".join(query.get("q", "").split())
    return f"Search for {asked}" if asked else "Search"


def _box(question: str) -> Component:
    """The question once more, to be changed where its results are."""
    return html.Div(
        [
            html.Label("Code or words", htmlFor=dom_id("q")),
            dbc.Input(
                id={"filter": "q"},
                type="search",
                value=question,
                maxLength=LONGEST_VALUE,
                autoComplete="off",
                debounce=True,
            ),
        ],
        className="filter question",
        **data(clears="page"),
    )


def _lead(found: view.Findings) -> str:
    if not found.question:
        return ASK
    if not found.total:
        return f"Nothing has “{found.question}” in its code, title, definition, service or meaning."
    results = "One result" if found.total == 1 else f"{found.total} results"
    return f"{results} for “{found.question}”, with the latest figures of {found.area.name}."


def _body(found: view.Findings, query: Query, pages: frozenset[str]) -> list[Component]:
    if not found.question:
        return [_tries(found.area.code, "For example")]
    table = [_table(found, pages)] if found.results else []
    if found.total:
        return [*table, *pages_of(Paging(found.page, found.total), links.SEARCH, query)]
    near = [html.Div([html.H2(_meant(found)), *table], className="section")] if table else []
    return [*near, html.Div(empty("What to try", _advice(found.area.code)), className="section")]


def _meant(found: view.Findings) -> list[str | Component]:
    """The heading of what is near: the question put right as a link, where only its spelling was wrong."""
    if found.meant.lower() == found.question.lower():
        return ["Nearest to it"]
    right = href(links.SEARCH, area=found.area.code, q=found.meant)
    return ["Did you mean ", dcc.Link(found.meant, href=right), "?"]


def _advice(area: str) -> Component:
    explore = dcc.Link("Explore", href=href(links.EXPLORE, area=area))
    terms = dcc.Link("the glossary", href=href(links.ABOUT, area=area))
    return html.Span(
        [
            "Fewer words, or a part of a word; the code an indicator has in its publication, such as CHN22. ",
            explore,
            " lists every figure by service, and ",
            terms,
            " says what the terms mean.",
        ]
    )


def _tries(area: str, words: str) -> Component:
    each = [html.Li(dcc.Link(one, href=href(links.SEARCH, area=area, q=one))) for one in TRY]
    return html.Div([html.H2(words), html.Ul(each, className="tries")], className="section")


def _table(found: view.Findings, pages: frozenset[str]) -> Component:
    rows = [_row(result, found.area.code, pages) for result in found.results]
    return html.Div(
        figures_table(f"Found for {found.question}", COLUMNS, rows, kind="indicators", of=found.total),
        className="found",
    )


def _row(result: view.Result, area: str, pages: frozenset[str]) -> Row:
    if result.kind == view.INDICATOR:
        return _indicator(result, area)
    if result.kind == view.TERM:
        short = [" ", *_marked(result.code)] if result.code else []
        title: Cell = [plain.span(_marked(result.title), className="name"), plain.small(["Term", *short])]
        return Row((title, plain.span(_marked(result.why), className="meaning")), wide_last=True)
    link = dcc.Link(_marked(result.title), href=_service(result.name, area, pages), className="name")
    says = _marked(result.why) or ["Every figure of this service in Explore"]
    return Row(([link, plain.small("Service")], plain.span(says, className="meaning")), wide_last=True)


def _indicator(result: view.Result, area: str) -> Row:
    title = [
        links.to_story(area, result.name, _marked(result.title), classes="name"),
        *([plain.small(_marked(result.code))] if result.code else []),
    ]
    if result.why:
        title.append(plain.span(_marked(result.why), className="why"))
    if not result.badge:
        return Row((title, _marked(result.service), plain.span("no figure", className="quieter"), ""))
    status = links.badge(area, result.name, result.badge.kind, result.badge.words)
    return Row((title, _marked(result.service), [result.value, plain.small(result.period)], status))


def _service(code: str, area: str, pages: frozenset[str]) -> str:
    own = view.service_page_code(code)
    return (
        href(links.service(own), area=area) if own in pages else href(links.EXPLORE, area=area, service=code)
    )


def _marked(parts: Sequence[Part]) -> list[str | Component]:
    """Text in which the words asked for are marked; text stays text, whatever it contains."""
    return [html.Mark(part.text) if part.met else part.text for part in parts]
