"""An app served for real, on a free port of this machine, for as long as a test drives it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dash import Dash
from waitress.server import create_server


@contextmanager
def served(app: Dash) -> Iterator[str]:
    """The address an app is served at."""
    server = create_server(app.server, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(5)
