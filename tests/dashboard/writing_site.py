"""A dashboard in which people write, over a copy of the bundled figures; forms as a browser sends them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from dash import Dash
from sqlalchemy import Engine, make_url
from werkzeug.test import TestResponse

from dashboard.factory import create_app
from dashboard.pages import every
from dashboard.pages.desk import Desk
from indicators.store.store import Store, open_store
from indicators.store.writings_engine import writings_writer
from tests import postgres
from tests.dashboard.shell_app import callback_body, post

SQLITE, POSTGRES = "sqlite", "postgresql"
ON_BOTH = pytest.mark.parametrize("site", [SQLITE, POSTGRES], indirect=True)
"""For tests whose fixture `site` is made with `site_on`: once on each of the two databases."""
HOME = "http://127.0.0.1:8050"
PAGE = "..page.children...page-state.data.."


@dataclass(frozen=True)
class Site:
    """The app, its store, and the engine that may add to what is written."""

    app: Dash
    store: Store
    writer: Engine

    def send(self, kind: str, author: str = "A. Manager", **fields: str) -> TestResponse:
        """Send a form from a page of the site."""
        client = self.app.server.test_client()
        sent = {"author": author, **fields}
        return client.post(f"/write/{kind}", data=sent, base_url=HOME, headers={"Origin": HOME})

    def page(self, path: str, query: Mapping[str, str] | None = None) -> Any:
        """What the page at an address answers, as it goes to the browser."""
        values = {"url.pathname": path, "url.search": f"?{urlencode(query or {})}"}
        answer = post(self.app, callback_body(self.app, PAGE, values))
        assert answer.status_code == 200, answer.text[:500]
        return answer.get_json()["response"]["page"]["children"]


@contextmanager
def writing_site(store: Store, folder: Path) -> Iterator[Site]:
    """A site over a copy of a store, in a folder of the test."""
    database = make_url(str(store.engine.url)).database or ""
    copy = folder / "written.db"
    shutil.copy(database.removeprefix("file:").split("?")[0], copy)
    with site_at(f"sqlite:///{copy}") as made:
        yield made


@contextmanager
def site_on(request: pytest.FixtureRequest, store: Store, folder: Path) -> Iterator[Site]:
    """A site over a copy of a store, on the database a test marked with `ON_BOTH` asks for, else SQLite."""
    if getattr(request, "param", SQLITE) == SQLITE:
        with writing_site(store, folder) as made:
            yield made
        return
    server, bundle = map(request.getfixturevalue, ("postgres", "bundle_on_postgres"))
    with postgres.database(server, bundle) as address, site_at(address) as made:
        yield made


@contextmanager
def site_at(url: str) -> Iterator[Site]:
    """A site over the store at an address."""
    opened, writer = open_store(url), writings_writer(url)
    app = create_app(every.every_page(opened, writing=True), lambda: every.context(opened))
    every.register(app, opened, Desk(opened, writer))
    app.server.testing = True
    app.server.test_client().get("/_dash-dependencies")
    yield Site(app, opened, writer)
    writer.dispose()
    opened.engine.dispose()
