"""`/data/sources/<source>`: one source, its editions and its loads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.addresses import href
from dashboard.components.empty import empty
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.data_tables import loads_table, pages_of
from dashboard.shell import NoSuchPageError, Page
from dashboard.views import data_loads, data_sources
from dashboard.views.query import Query
from indicators.store.store import Store


def page(store: Store, today: Callable[[], date] = date.today) -> Page:
    """One source over a store."""
    known = store.catalogue.sources

    def layout(query: Query) -> Component:
        source = known.get(query.get("source", ""))
        if source is None:
            raise NoSuchPageError("There is no source of this name.")
        with store.connect() as connection:
            line = data_sources.source_line(connection, source, today())
            editions = data_sources.editions_of(connection, source)
            loads = data_loads.loads(connection, store.catalogue, query, source.code)
        return arrange(line, editions, loads, query)

    def title(query: Query) -> str:
        source = known.get(query.get("source", ""))
        return source.title if source else "Source"

    return Page(path=f"{links.DATA_SOURCES}/<source>", title=title, layout=layout)


def arrange(
    line: data_sources.SourceLine,
    editions: tuple[data_sources.EditionLine, ...],
    loads: data_loads.Loads,
    query: Query,
) -> Component:
    """The page: what the catalogue says, the editions, the loads."""
    back = dcc.Link("Data", href=href(links.DATA, area=query.get("area", "")))
    lead = f"{line.fresh}: the newest edition was {line.age}." if line.edition else f"{line.fresh}."
    head = page_head(line.title, lead, (back, " / Sources"))
    return region("source", [head, _facts(line), _editions(editions), *_loads(line, loads, query)])


def _facts(line: data_sources.SourceLine) -> Component:
    address = html.A(line.address, href=line.address) if line.address.startswith("https://") else line.address
    facts = (
        ("Publisher", line.publisher),
        ("Licence", line.licence),
        ("Attribution", line.attribution or "none asked for"),
        ("Address", address or "none"),
        ("Cycle", line.cadence),
        ("Next release", line.next_release),
        ("Figures", f"{line.figures} shown now"),
        ("Last load", line.loaded),
    )
    return html.Dl([html.Div([html.Dt(name), html.Dd(value)]) for name, value in facts], className="facts")


def _editions(editions: tuple[data_sources.EditionLine, ...]) -> Component:
    if not editions:
        return section("Editions", [empty("No edition is kept.", "Load a file: python -m etl load FILE")])
    columns = (
        Column("Edition", classes="words"),
        Column("Published"),
        Column("Prices of", "real terms", classes="optional"),
        Column("Figures", "kept", align="right"),
        Column("Figures", "shown now", align="right"),
        Column("Periods", classes="optional"),
    )
    rows = [
        Row((each.label, each.published, each.base_year, each.kept, each.current, each.periods))
        for each in editions
    ]
    return section(
        "Editions",
        [figures_table("Editions, the one published last first", columns, rows)],
        by="A figure is shown from the edition published last that prints it",
    )


def _loads(line: data_sources.SourceLine, loads: data_loads.Loads, query: Query) -> list[Component]:
    if not loads.lines:
        return []
    asked = {name: value for name, value in query.items() if name != "source"}
    table = loads_table("Loads, newest first", loads.lines, query, loads.paging.total)
    pages = pages_of(loads.paging, f"{links.DATA_SOURCES}/{line.code}", asked)
    return [section("Loads", [table, *pages], by="Newest first")]
