"""Starts the dashboard: settings, store, app. `python app.py`, or `app:server` for a WSGI server."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dash import Dash

DEFAULT_PORT = 8050


def build(writing: bool = False) -> Dash:
    """The app over the store at DATABASE_URL; with `writing`, people may write comments, plans and risks.

    Writing is for this machine only until there is sign-in: a WSGI server may be reached by others.
    Raises StoreError when the database was never built.
    """
    from dashboard.factory import create_app
    from dashboard.pages import every
    from dashboard.pages.desk import Desk
    from indicators.store.engine import database_url
    from indicators.store.store import open_store
    from indicators.store.writings_engine import writings_writer

    store = open_store(database_url())
    desk = Desk(store, writings_writer(database_url())) if writing else None
    app = create_app(every.every_page(store, writing), lambda: every.context(store))
    every.register(app, store, desk)
    # Dash lists its scripts during the first request, and one asked for beside it is not found: a browser
    # asks for several things at once, and would stay empty. So the first request is ours.
    app.server.test_client().get(f"{app.config.routes_pathname_prefix}_dash-dependencies")
    return app


def main() -> int:
    """Serve on this machine only: http://127.0.0.1:8050, or another PORT."""
    from waitress import serve

    from indicators.store.engine import StoreError
    from indicators.toml_entries import CatalogueError

    try:
        port = _port(os.environ.get("PORT", ""))
        app = build(writing=True)
    except (StoreError, CatalogueError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The dashboard is at http://127.0.0.1:{port} (stop it with Ctrl+C)", flush=True)
    serve(app.server, host="127.0.0.1", port=port, threads=8, ident=None)
    return 0


def _port(asked: str) -> int:
    """The port to listen on; raises ValueError with a sentence for anything that is none."""
    if not asked:
        return DEFAULT_PORT
    if not asked.isdecimal() or not 0 < int(asked) < 65536:
        raise ValueError(f"PORT is '{asked}'; write a number from 1 to 65535")
    return int(asked)


def __getattr__(name: str) -> Any:
    """`server` is made when a WSGI server asks for it: importing this module does no work."""
    if name == "server":
        return build().server
    raise AttributeError(name)


if __name__ == "__main__":
    sys.exit(main())
