"""The files the pages offer; each takes the query of the page it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from dash import Dash
from flask import Flask, Response, request

from dashboard.exports.safe_csv import Cell, to_csv
from dashboard.pages.links import OVERVIEW_CSV, TRENDS_CSV
from dashboard.views.figure_list import HEADER, of_latest
from dashboard.views.overview import series_in_view
from dashboard.views.query import area_of
from dashboard.views.trends import trend_figures
from indicators.store import read
from indicators.store.store import Store


def register(app: Dash, store: Store) -> None:
    """Serve the downloads of the overview and the trends page."""
    catalogue = store.catalogue
    server: Flask = app.server

    @server.get(OVERVIEW_CSV)
    def overview_csv() -> Response:
        area, every = area_of(catalogue, request.args), request.args.get("show") == "all"
        with store.connect() as connection:
            series = series_in_view(connection, catalogue, area, every).values()
            release = read.release(connection).id
        return _file(f"overview-{area.code}", release, of_latest(catalogue, series))

    @server.get(TRENDS_CSV)
    def trends_csv() -> Response:
        area = area_of(catalogue, request.args)
        with store.connect() as connection:
            rows = trend_figures(connection, catalogue, area, request.args)
            release = read.release(connection).id
        return _file(f"trend-{rows[0][0] if rows else 'none'}-{area.code}", release, rows)


def _file(name: str, release: int, rows: Sequence[Sequence[Cell]]) -> Response:
    """A CSV whose name holds what it is and the release of the data it was made from."""
    safe = "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in name)
    response = Response(to_csv(HEADER, rows), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{safe}-release-{release}.csv"'
    return response
