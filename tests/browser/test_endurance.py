"""A tab that stays open for a day: a hundred pages later it holds no more than at the start."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, Page, expect

pytestmark = pytest.mark.browser

MEGABYTE = 1024 * 1024
ROUND = ("Trends", "Benchmarks", "Scorecards", "Overview")
SWITCHES = 100
MOST_GROWTH = 50 * MEGABYTE


def heap(session: CDPSession) -> int:
    """Bytes the scripts of the page hold, once everything that can be freed has been."""
    session.send("HeapProfiler.collectGarbage")
    return int(session.send("Runtime.getHeapUsage")["usedSize"])


def switch(page: Page, name: str) -> None:
    """Follow a link of the navigation and wait for its page."""
    page.get_by_role("navigation", name="Main").get_by_role("link", name=name).click()
    expect(page.locator("nav a[aria-current=page]:visible")).to_have_text(name)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_hundred_changes_of_page_leave_less_than_fifty_megabytes_behind(page: Page) -> None:
    page.goto("/")
    session = page.context.new_cdp_session(page)
    for name in ROUND:
        switch(page, name)
    before = heap(session)
    for count in range(SWITCHES):
        switch(page, ROUND[count % len(ROUND)])
    grown = heap(session) - before
    assert grown < MOST_GROWTH, f"{grown / MEGABYTE:.0f} MB more after {SWITCHES} pages"
