"""`/download/pack.<kind>`: the pack of a scorecard as a Word, PowerPoint, PDF or Excel file."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO

from dash import Dash
from flask import Flask, Response, abort, request, send_file

from dashboard.exports.pack_docx import pack_docx
from dashboard.exports.pack_pdf import pack_pdf
from dashboard.exports.pack_pptx import pack_pptx
from dashboard.exports.pack_xlsx import pack_xlsx
from dashboard.pages import links
from dashboard.pages.download_files import XLSX_TYPE, file_name
from dashboard.routing import parse_query
from dashboard.views.pack import pack
from dashboard.views.pack_parts import Pack, PackOrder
from dashboard.views.query import Query, area_of, text
from indicators.store import read
from indicators.store.store import Store

_OFFICE = "application/vnd.openxmlformats-officedocument"
Maker = Callable[[Pack, str], bytes | IO[bytes]]
_MAKERS: dict[str, tuple[Maker, str]] = {
    "docx": (pack_docx, f"{_OFFICE}.wordprocessingml.document"),
    "pptx": (pack_pptx, f"{_OFFICE}.presentationml.presentation"),
    "pdf": (pack_pdf, "application/pdf"),
    "xlsx": (pack_xlsx, XLSX_TYPE),
}


def register(app: Dash, store: Store, product: str) -> None:
    """Serve the pack of every scorecard in each kind of file."""
    server: Flask = app.server
    for kind in links.PACK_KINDS:
        path = links.pack_of(kind)
        server.add_url_rule(path, endpoint=path, view_func=_answer(store, product, kind))


def _answer(store: Store, product: str, kind: str) -> Callable[[], Response]:
    """A view of Flask; it answers 404 for a scorecard there is not."""
    make, media = _MAKERS[kind]

    def answer() -> Response:
        query = parse_query(request.query_string.decode("utf-8", "replace"))
        card = store.catalogue.scorecards.get(text(query, "card"))
        if card is None:
            abort(404)
        with store.connect() as connection:
            found = pack(connection, store.catalogue, card, area_of(store.catalogue, query), _order(query))
            release = read.release(connection).id
        made = make(found, product)
        file = io.BytesIO(made) if isinstance(made, bytes) else made
        name = f"pack-{card.id}-{found.cover.council.replace(' ', '-')}"
        return send_file(
            file, mimetype=media, as_attachment=True, download_name=file_name(name, release, kind)
        )

    return answer


def _order(query: Query) -> PackOrder:
    """What the address asks for; no address makes a pack final."""
    return PackOrder(
        audience=text(query, "audience"),
        meeting=text(query, "meeting"),
        held_on=text(query, "held"),
        public=query.get("public") == "1",
    )
