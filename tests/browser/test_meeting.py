"""A Chief Officer Group runs its meeting: reds first, why, an action, frozen, and what changed since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from etl.pipeline import load_file
from indicators.catalogue_files import load_catalogue
from indicators.store.engine import writer
from indicators.store.store import Store
from tests.dashboard.writing_site import Site, writing_site
from tests.etl.published_files import tidy_row, write_tidy
from tests.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Iterator[Site]:
    """A dashboard to write in, over a copy of the bundled figures."""
    with writing_site(store, tmp_path) as made:
        yield made


@pytest.fixture
def room(site: Site, browser: Browser) -> Iterator[Page]:
    """A page of that dashboard; a script error or a console message fails the test."""
    faults: list[str] = []
    with served(site.app.server) as address:
        size: ViewportSize = {"width": 1366, "height": 900}
        context = browser.new_context(base_url=address, viewport=size, locale="en-GB")
        opened = context.new_page()
        opened.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
        opened.on("pageerror", lambda error: faults.append(str(error)))
        yield opened
        context.close()
    assert faults == []


def load_newer_release(site: Site, folder: Path) -> None:
    """Load an edition of a year later: the newest figure is revised, and a further year is there."""
    rows = [
        tidy_row(period="2021-22", value=8.6, edition="LGBF, February 2025", published_on="2025-02"),
        tidy_row(period="2022-23", value=11.2, edition="LGBF, February 2025", published_on="2025-02"),
    ]
    engine = writer(str(site.writer.url))
    load_file(write_tidy(folder / "lgbf.csv", rows), engine, load_catalogue())
    engine.dispose()


def write_a_comment(room: Page) -> None:
    """Write why, what is done and by whom, and approve it."""
    room.get_by_role("textbox", name="Cause").fill("Two large families came back.")
    room.get_by_role("textbox", name="Corrective action").fill("Review every plan at three months.")
    room.get_by_label("Owner of the action").fill("Head of Service")
    room.get_by_label("Then").select_option("submitted")
    room.get_by_label("Your name").first.fill("A. Chief")
    room.get_by_role("button", name="Save the comment").click()
    approval = room.locator("form").filter(has=room.get_by_role("button", name="Approve", exact=True))
    approval.get_by_label("Your name").fill("A. Chief")
    approval.get_by_role("button").click()
    expect(room.locator(".comment.approved")).to_contain_text("Two large families came back.")


def test_a_chief_officer_runs_a_meeting_from_reds_to_the_pack(room: Page, site: Site, tmp_path: Path) -> None:
    room.goto("/scorecards/protecting-people")
    expect(room.get_by_role("heading", level=2).first).to_have_text("Off target")
    red = room.locator(".red-card").first
    title = red.get_by_role("heading", level=3).inner_text()
    red.get_by_role("link").first.click()
    expect(room.get_by_role("heading", level=1)).to_be_visible()
    expect(room.locator("#sentence")).to_contain_text("Dundee City:")
    write_a_comment(room)

    room.goto("/scorecards/protecting-people")
    card = room.locator(".red-card").filter(has_text=title)
    expect(card).to_contain_text("Review every plan at three months.")
    expect(card).to_contain_text("Head of Service")
    room.locator("summary").filter(has_text="Write the meeting").click()
    form = room.locator("form[data-write]").filter(has=room.get_by_label("Meeting", exact=False)).first
    form.get_by_label("Meeting").first.fill("Chief Officer Group")
    form.get_by_label("Date of the meeting").fill("2026-11-20")
    form.get_by_label("Your name").fill("A. Chief")
    form.get_by_role("button").click()
    expect(room).to_have_url(re.compile("/snapshots/"))
    frozen = room.locator("main table").first.inner_text()
    address = room.url

    load_newer_release(site, tmp_path)
    room.goto(address)
    expect(room.locator("main table").first).to_be_visible()
    assert room.locator("main table").first.inner_text() == frozen

    room.get_by_role("link", name="What changed since").click()
    changes = room.locator("main")
    expect(changes).to_contain_text("New period")
    expect(changes).to_contain_text("Data revised")

    room.goto(address)
    with room.expect_download() as download:
        room.get_by_role("link", name="Pack as PDF").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    assert download.value.suggested_filename.startswith("pack-protecting-people-Dundee-City")
