"""`create_app`: from pages and a context to a Dash app that any WSGI server can run (`app.server`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Final

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, Response, request

from dashboard import routing
from dashboard.access import callbacks, headers, static
from dashboard.addresses import find_page
from dashboard.components.still import still
from dashboard.shell import Page, ShellContext, shell_layout

ASSETS: Final = static.ROOT / "assets"
LARGEST_BODY: Final = 1024 * 1024

_SPARED: Final = ("/deps/polyfill@", "/dash_table/")
"""Scripts not sent: what browsers of before 2018 lacked, and the table of Dash, which no page draws. Together
they cost a browser about a twentieth of a second."""

_INDEX: Final = """<!DOCTYPE html>
<html lang="en-GB">
<head>
{%metas%}
<title>{%title%}</title>
<link rel="icon" type="image/svg+xml" href="{%favicon%}">
<script src="THEME"></script>
{%css%}
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
{%app_entry%}
<noscript>This dashboard needs JavaScript.</noscript>
{%config%}
{%scripts%}
{%renderer%}
</body>
</html>"""


class _Site(Dash):
    """Dash with the pages of the site.

    On a page that draws a chart plotly.js and Dash's part for charts are in the HTML, so they are read while
    the layout is on its way; elsewhere Dash loads them when the first chart appears.
    """

    site: Sequence[Page] = ()

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override] # Dash names each part
        """The page's HTML from the parts Dash made."""
        prefix = self.config.requests_pathname_prefix
        found = find_page(self.site, _path(self))
        if found and found[0].has_chart:
            for path in (static.PLOTLY_PATH, static.GRAPH_PATH):
                parts["renderer"] += f'\n<script src="{prefix}{path}"></script>'
        parts["scripts"] = "\n".join(line for line in parts["scripts"].splitlines() if not _is_spared(line))
        parts["favicon"] = f"{prefix}assets/favicon.svg"
        return str(super().interpolate_index(**parts))  # type: ignore[no-untyped-call]


def _is_spared(script: str) -> bool:
    """Whether a page does without a script that Dash lists for every app."""
    return any(name in script for name in _SPARED)


def _path(app: Dash) -> str:
    """The path asked for, as the site's own pages are named."""
    return request.path.removeprefix(str(app.config.routes_pathname_prefix)[:-1])


def create_app(
    pages: Sequence[Page],
    context: Callable[[], ShellContext],
    *,
    prefix: str = "/",
    basic_plotly: Path | None = None,
) -> Dash:
    """A new app with these pages; nothing is shared with any other app in the process.

    `context` is asked at every page load. `prefix` is the path the app is mounted at, with slashes at both
    ends. `basic_plotly` is a small plotly.js to serve; by default the one in `vendor/` if it fits.
    """
    product = context().product
    app = _site(product, prefix)
    app.site = pages
    app.layout = lambda: still(shell_layout(pages, context(), routing.opened(app, pages, product)))
    static.register(app, basic_plotly or static.usable_basic_plotly())
    headers.register(app)
    callbacks.register(app)
    routing.register(app, pages, product)
    _register_answers(app, pages)
    for page in pages:
        if page.register:
            page.register(app)
    return app


def _site(product: str, prefix: str) -> _Site:
    """Dash with our HTML, our assets, compression and a health address; nothing it does not need."""
    return _Site(
        "dashboard",
        server=_server(),  # type: ignore[arg-type] # Dash says bool, and takes a server
        assets_folder=str(ASSETS),
        assets_ignore=r"^theme\.js$|\.css$",
        use_pages=False,
        include_pages_meta=False,
        url_base_pathname=prefix,
        external_stylesheets=[f"{prefix}{static.styles_path()}"],
        compress=True,
        title=escape(product),
        update_title="",
        index_string=_index(prefix),
        suppress_callback_exceptions=True,
        health_endpoint="healthz",
        enable_mcp=False,
        add_log_handler=False,
    )


def _server() -> Flask:
    """A Flask server with our limits; answers that are new each time are compressed fast."""
    server = Flask("dashboard", static_folder=None)
    server.config.update(
        MAX_CONTENT_LENGTH=LARGEST_BODY, COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=4
    )
    return server


def _index(prefix: str) -> str:
    """The page's HTML: the theme script comes first, and changes its address with its content."""
    theme = ASSETS / "theme.js"
    return _INDEX.replace("THEME", f"{prefix}assets/theme.js?m={theme.stat().st_mtime}")


def _register_answers(app: Dash, pages: Sequence[Page]) -> None:
    """404 for pages and files that do not exist."""
    server: Flask = app.server
    prefix = app.config.routes_pathname_prefix

    @server.errorhandler(DependencyException)
    def no_such_file(_: DependencyException) -> tuple[str, int]:
        return "No such file.\n", 404

    @server.after_request
    def answer_for_the_page(response: Response) -> Response:
        if request.endpoint in (prefix, f"{prefix}<path:path>") and response.status_code == 200:
            response.status_code = 200 if find_page(pages, _path(app)) else 404
        return response
