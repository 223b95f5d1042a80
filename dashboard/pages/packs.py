"""`/download/pack.<kind>`: the pack of a scorecard as a Word, PowerPoint, PDF or Excel file."""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib import import_module
from typing import IO

from dash import Dash
from flask import Flask, Response, abort, request, send_file

from dashboard.addresses import parse_query
from dashboard.pages import links
from dashboard.pages.download_files import XLSX_TYPE, file_name
from dashboard.views.pack_order import asked_pack
from dashboard.views.pack_parts import Pack
from dashboard.views.query import text
from indicators.store.store import Store

_OFFICE = "application/vnd.openxmlformats-officedocument"
Maker = Callable[[Pack, str], bytes | IO[bytes]]
MEDIA = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "pdf": "application/pdf",
    "xlsx": XLSX_TYPE,
}


def register(app: Dash, store: Store, product: str) -> None:
    """Serve the pack of every scorecard in each kind of file."""
    server: Flask = app.server
    for kind in links.PACK_KINDS:
        path = links.pack_of(kind)
        server.add_url_rule(path, endpoint=path, view_func=_answer(store, product, kind))


def _answer(store: Store, product: str, kind: str) -> Callable[[], Response]:
    """A view of Flask; it answers 404 for a scorecard there is not."""

    def answer() -> Response:
        query = parse_query(request.query_string.decode("utf-8", "replace"))
        with store.connect() as connection:
            found = asked_pack(connection, store.catalogue, query)
        if found is None:
            abort(404)
        made = maker_of(kind)(found, product)
        file = io.BytesIO(made) if isinstance(made, bytes) else made
        name = f"pack-{text(query, 'card')}-{found.cover.council.replace(' ', '-')}"
        named = file_name(f"{name}-public" if query.get("public") == "1" else name, found.cover.release, kind)
        return send_file(file, mimetype=MEDIA[kind], as_attachment=True, download_name=named)

    return answer


def maker_of(kind: str) -> Maker:
    """What makes a kind of file, read when the first of them is asked for.

    The libraries for Word, PowerPoint and PDF are large, and most workers never need them.
    """
    name = f"pack_{kind}"
    make: Maker = getattr(import_module(f"dashboard.exports.{name}"), name)
    return make
