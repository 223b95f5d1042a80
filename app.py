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

    port = int(os.environ.get("PORT", DEFAULT_PORT))
    try:
        app = build()
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The dashboard is at http://127.0.0.1:{port} (stop it with Ctrl+C)", flush=True)
    serve(app.server, host="127.0.0.1", port=port, threads=8, ident=None)
    return 0


def __getattr__(name: str) -> Any:
    """`server` is made when a WSGI server asks for it: importing this module does no work."""
    if name == "server":
        return build().server
    raise AttributeError(name)


if __name__ == "__main__":
    sys.exit(main())
