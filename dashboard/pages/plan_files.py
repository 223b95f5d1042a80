"""Projects and actions as a file that `python -m etl plan` reads back without loss."""

from __future__ import annotations

from datetime import date

from dash import Dash
from flask import Flask, Response, request, send_file

from dashboard.addresses import href, parse_query
from dashboard.exports.safe_csv import to_csv
from dashboard.exports.workbook import Sheet, to_xlsx
from dashboard.pages import links
from dashboard.pages.download_files import XLSX_TYPE, file_name
from dashboard.views.dictionary import AS_AT_HEADER, as_at
from dashboard.views.improvement import improvement
from dashboard.views.plan_list import PLAN_HEADER, plan_rows
from dashboard.views.query import Query, area_of
from indicators.store import read
from indicators.store.store import Store

_WIDTHS = [10, 60, 20, 12, 40, 20, 14, 20, 10, 24]


def register(app: Dash, store: Store, product: str) -> None:
    """Serve the list of the improvement screen, filtered as it is, as CSV and as XLSX."""
    server: Flask = app.server
    for kind in links.KINDS:
        path = links.file_of(links.IMPROVEMENT, kind)

        def answer(kind: str = kind) -> Response:
            query = parse_query(request.query_string.decode("utf-8", "replace"))
            return _file(store, product, query, kind)

        server.add_url_rule(path, endpoint=path, view_func=answer)


def _file(store: Store, product: str, query: Query, kind: str) -> Response:
    area = area_of(store.catalogue, query)
    with store.connect() as connection:
        found = improvement(connection, store.catalogue, area, query, date.today())
        release = read.release(connection)
    rows = list(plan_rows(found.lines))
    name = file_name(f"improvement-{area.code}", release.id, kind)
    if kind == "csv":
        made = Response(to_csv(PLAN_HEADER, rows), mimetype="text/csv")
        made.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return made
    what = f"Projects and actions of {area.name} on {found.as_at.isoformat()}"
    about = as_at(product, release, what, href(links.IMPROVEMENT, query))
    widths = [*_WIDTHS, *[20] * (len(PLAN_HEADER) - len(_WIDTHS))]
    plan = Sheet("Plan", PLAN_HEADER, rows, widths, typed=True)
    sheets = (plan, Sheet("As at", AS_AT_HEADER, about, [16, 90]))
    return send_file(to_xlsx(sheets, what), mimetype=XLSX_TYPE, as_attachment=True, download_name=name)
