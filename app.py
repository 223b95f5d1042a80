"""Starts the dashboard: settings, store, app. `python app.py`, or `app:server` for a WSGI server."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dash import Dash

DEFAULT_PORT = 8050


def build() -> Dash:
    """The app over the store at DATABASE_URL.

    Raises StoreError when the database was never built.
    """
    from dashboard.factory import create_app
    from dashboard.pages import every
    from indicators.store.engine import database_url
    from indicators.store.store import open_store

    store = open_store(database_url())
    app = create_app(every.every_page(store), lambda: every.context(store))
    every.register(app, store)
    return app


def main() -> int:
    """Serve on this machine only: http://127.0.0.1:8050, or another PORT."""
    from waitress import serve

    from indicators.store.engine import StoreError
    from indicators.toml_entries import CatalogueError

    try:
        port = _port(os.environ.get("PORT", ""))
        app = build()
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
