"""A dashboard over the bundled figures, served for real, and a browser to drive it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright, expect, sync_playwright

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

# A page is waited for no longer than it takes; only a failure takes this long, in milliseconds.
LONGEST_WAIT, LONGEST_START = 30_000.0, 120_000.0
expect.set_options(timeout=LONGEST_WAIT)


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
        opened = started(playwright)
        yield opened
        opened.close()


def started(playwright: Playwright) -> Browser:
    """Chromium; a start that failed is tried once more, for nothing was tested yet."""
    # The path of its socket has 107 letters at most, however long TMPDIR is.
    surroundings = {**os.environ, "TMPDIR": "/tmp"}
    start = partial(
        playwright.chromium.launch,
        executable_path=CHROMIUM,
        args=ARGUMENTS,
        env=surroundings,
        timeout=LONGEST_START,
    )
    try:
        return start()
    except Error:
        return start()


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
