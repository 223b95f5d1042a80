"""Third-party files served from where they were installed, and each static file compressed only once.

Bootstrap's style sheet comes out of the installed Bootstrap-Flask package, wrapped in a cascade layer, so
that ours always wins without longer selectors. plotly.js is replaced by its basic bundle (lines, bars, pies:
a third of the size) where `vendor/plotly-basic.min.js` exists and has the version Dash asks for; Dash loads
it by itself, when the first chart of a visit is drawn.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from dash import Dash
from flask import Flask, Response, request

from dashboard.access.compressed import CompressedFiles
from dashboard.access.headers import is_static

PLOTLY_PATH: Final = "_dash-component-suites/plotly/package_data/plotly.min.js"
GRAPH_PATH: Final = "_dash-component-suites/dash/dcc/async-graph.js"
"""The part of Dash that draws charts, which it fetches by itself only once a chart is in the page."""
ROOT: Final = Path(__file__).resolve().parents[2]
BASIC_PLOTLY: Final = ROOT / "vendor" / "plotly-basic.min.js"
_LARGE_ENOUGH: Final = 500


@lru_cache(maxsize=1)
def bootstrap() -> bytes:
    """Bootstrap's style sheet inside `@layer bootstrap`, without its pointer to a source map."""
    sheet = files("flask_bootstrap") / "static" / "bootstrap5" / "css" / "bootstrap.min.css"
    text = sheet.read_text(encoding="utf-8").removeprefix('@charset "UTF-8";')
    rules = text.split("/*# sourceMappingURL")[0].strip()
    return f'@charset "UTF-8";@layer bootstrap{{{rules}}}\n'.encode()


@lru_cache(maxsize=1)
def styles() -> bytes:
    """Every style sheet in one: a dozen requests less before the first picture. Layers settle the order.

    The order of the layers is that of the first that names them: `base.css`, whatever others are called.
    """
    own = sorted((ROOT / "assets").glob("*.css"), key=lambda sheet: (sheet.name != "base.css", sheet.name))
    return b"\n".join((bootstrap(), *(sheet.read_bytes() for sheet in own)))


def styles_path() -> str:
    """Its path on this server, which changes with its content."""
    return f"_styles/{hashlib.sha256(styles()).hexdigest()[:16]}.css"


@lru_cache(maxsize=1)
def plotly_version() -> str:
    """The version of plotly.js that the installed plotly carries."""
    with (files("plotly") / "package_data" / "plotly.min.js").open("rb") as bundle:
        start = bundle.read(200).decode()
    return start.split("plotly.js v")[1].split()[0]


def usable_basic_plotly(bundle: Path = BASIC_PLOTLY) -> Path | None:
    """The basic bundle if it is there and of the right version."""
    if not bundle.is_file():
        return None
    with bundle.open("rb") as file:
        start = file.read(300).decode("utf-8", "replace")
    return bundle if f"v{plotly_version()}" in start else None


def register(app: Dash, bundle: Path | None = None) -> None:
    """Serve Bootstrap and, given a bundle, plotly.js; compress static files once a process."""
    server: Flask = app.server
    prefix = app.config.routes_pathname_prefix

    @server.get(f"{prefix}{styles_path()}")
    def style_sheet() -> Response:
        return Response(styles(), mimetype="text/css")

    if bundle is not None:
        content = bundle.read_bytes()

        @server.get(f"{prefix}{PLOTLY_PATH}")
        def basic_plotly() -> Response:
            response = Response(content, mimetype="text/javascript")
            response.add_etag()
            response.make_conditional(request)
            return response

    server.after_request(compress_once)


_FILES: Final = CompressedFiles()


def compress_once(response: Response) -> Response:
    """Compress a static file well and remember it; the rest is left to flask-compress."""
    if response.status_code != 200 or not is_static(request.path) or not _is_text(response):
        return response
    accepted = request.accept_encodings
    coding = accepted.best_match(["br", "gzip"])
    body = _read(response)
    if not coding or len(body) < _LARGE_ENOUGH:
        return response
    response.set_data(_FILES.get(body, coding))
    response.headers["Content-Encoding"] = coding
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _read(response: Response) -> bytes:
    """The whole body; a file behind it is closed."""
    source = response.response
    response.direct_passthrough = False
    body = response.get_data()
    if close := getattr(source, "close", None):
        close()
    return body


def _is_text(response: Response) -> bool:
    return (response.mimetype or "").startswith(("text/", "application/javascript", "application/json"))
