"""A dashboard over the bundled figures, served for real, and a browser to drive it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.factory import create_app
from dashboard.pages import every
from indicators.store.store import Store
from tests.serving import served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def address(store: Store) -> Iterator[str]:
    """The address of a running dashboard."""
    app = create_app(every.every_page(store), lambda: every.context(store))
    every.register(app, store)
    with served(app.server) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; skipped with the reason where there is none, which fails in CI."""
    if CHROMIUM is None:
        reason = "there is no Chromium on this machine"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test on a console message, a script error or a request to another host."""
    context = browser.new_context(viewport={"width": 1366, "height": 900}, base_url=address, locale="en-GB")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "request",
        lambda request: (
            None if request.url.startswith((address, "data:", "blob:")) else faults.append(request.url)
        ),
    )
    yield opened
    context.close()
    assert faults == []
