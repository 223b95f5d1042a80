"""The files the pages offer; each takes the query of the page it belongs to."""

from __future__ import annotations

from collections.abc import Callable

from dash import Dash
from flask import Flask, Response, request
from sqlalchemy import Connection

from dashboard.addresses import href, parse_query
from dashboard.pages import links
from dashboard.pages.download_files import Listed, as_csv, as_xlsx
from dashboard.shell import Query
from dashboard.views import benchmarks
from dashboard.views.benchmark_list import BENCHMARK_HEADER, of_stage
from dashboard.views.exception_rows import EXCEPTIONS_HEADER, exception_cells
from dashboard.views.exceptions import exceptions
from dashboard.views.explore import summary_of
from dashboard.views.explore_list import EXPLORE_HEADER, of_figures
from dashboard.views.explore_query import asked
from dashboard.views.figure_list import HEADER, of_latest
from dashboard.views.overview import series_in_view
from dashboard.views.query import area_of
from dashboard.views.trends import trend_figures
from indicators.catalogue import Catalogue
from indicators.store import read, search
from indicators.store.store import Store

Question = Callable[[Connection, Catalogue, Query], Listed]


def register(app: Dash, store: Store, product: str) -> None:
    """Serve each list as CSV and as XLSX."""
    server: Flask = app.server
    for page, question in _QUESTIONS.items():
        for kind in links.KINDS:
            path = links.file_of(page, kind)
            server.add_url_rule(path, endpoint=path, view_func=_answer(store, product, question, kind))


def _answer(store: Store, product: str, question: Question, kind: str) -> Callable[[], Response]:
    def answer() -> Response:
        query = parse_query(request.query_string.decode("utf-8", "replace"))
        connection = store.connect()
        try:
            listed = question(connection, store.catalogue, query)
            if kind == "csv":
                return as_csv(listed, connection)
            made = as_xlsx(listed, connection, store.catalogue, product)
        except BaseException:
            connection.close()
            raise
        connection.close()
        return made

    return answer


def _overview(connection: Connection, catalogue: Catalogue, query: Query) -> Listed:
    area, every = area_of(catalogue, query), query.get("show") == "all"
    series = series_in_view(connection, catalogue, area, every)
    rows = of_latest(catalogue, series.values(), read.revised_cells(connection, series, [area.code]))
    what = f"The latest figures of {area.name}"
    return Listed(f"overview-{area.code}", HEADER, rows, what, href(links.OVERVIEW, query), len(rows))


def _trends(connection: Connection, catalogue: Catalogue, query: Query) -> Listed:
    area = area_of(catalogue, query)
    rows = trend_figures(connection, catalogue, area, query)
    code = str(rows[0][0]) if rows else "none"
    what = f"{catalogue[code].title}, {area.name}" if rows else f"No figure of {area.name}"
    return Listed(f"trend-{code}-{area.code}", HEADER, rows, what, href(links.TRENDS, query), len(rows))


def _benchmarks(connection: Connection, catalogue: Catalogue, query: Query) -> Listed:
    area, address = area_of(catalogue, query), href(links.BENCHMARKS, query)
    stage = benchmarks.stage_of(connection, catalogue, area, query)
    if stage is None:
        return Listed("benchmarks-none", BENCHMARK_HEADER, [], "No council has a figure", address, 0)
    councils = [council.code for council in catalogue.areas.councils]
    revised = read.revised_cells(connection, [stage.indicator.code], councils)
    rows = of_stage(stage, benchmarks.compared(stage, query), revised)
    name = f"benchmarks-{stage.indicator.code}-{stage.period.label}-{area.code}"
    what = f"{stage.indicator.title}, {stage.period.words}, councils by {'name' if stage.no_rank else 'rank'}"
    return Listed(name, BENCHMARK_HEADER, rows, what, address, len(rows))


def _explore(connection: Connection, catalogue: Catalogue, query: Query) -> Listed:
    found = asked(connection, catalogue, query)
    figures = search.every_match(connection, found.wanted, found.order)
    revised = read.revised_cells(connection, found.wanted.indicators, found.wanted.areas)
    rows, count = of_figures(catalogue, figures, revised), search.count_matching(connection, found.wanted)
    address = href(links.EXPLORE, query)
    return Listed(f"figures-{found.area.code}", EXPLORE_HEADER, rows, summary_of(found), address, count)


def _exceptions(connection: Connection, catalogue: Catalogue, query: Query) -> Listed:
    area = area_of(catalogue, query)
    rows = exception_cells(area, exceptions(connection, catalogue, area, query).rows)
    what, address = f"What {area.name} has to explain", href(links.EXCEPTIONS, query)
    return Listed(f"exceptions-{area.code}", EXCEPTIONS_HEADER, rows, what, address, len(rows))


_QUESTIONS: dict[str, Question] = {
    links.OVERVIEW: _overview,
    links.TRENDS: _trends,
    links.BENCHMARKS: _benchmarks,
    links.EXPLORE: _explore,
    links.EXCEPTIONS: _exceptions,
}
