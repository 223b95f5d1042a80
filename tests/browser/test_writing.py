"""A manager answers an exception: by keyboard, refused once, approved, and seen on the scorecard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from indicators.store.store import Store
from tests.dashboard.writing_site import writing_site
from tests.serving import served

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=alert(1)> {{7*7}}"


@pytest.fixture
def desk_address(store: Store, tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard in which people write, over a copy of the bundled figures."""
    with writing_site(store, tmp_path) as site, served(site.app.server) as address:
        yield address


@pytest.fixture
def desk(browser: Browser, desk_address: str) -> Iterator[Page]:
    """A page of that dashboard; a dialogue or a script error fails the test."""
    context = browser.new_context(
        base_url=desk_address, viewport={"width": 1366, "height": 900}, locale="en-GB", bypass_csp=True
    )
    opened = context.new_page()
    faults: list[str] = []
    opened.on("dialog", lambda dialogue: (faults.append(dialogue.message), dialogue.dismiss()))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert faults == []


def check(page: Page) -> None:
    """No violation found by axe, whatever is folded away included."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_a_manager_answers_an_exception_and_the_chief_officer_reads_it(desk: Page) -> None:
    desk.goto("/exceptions")
    row = desk.get_by_role("row").filter(has_text="Looked after children with more than one placement")
    row.get_by_role("link", name="Write one").press("Enter")
    expect(desk.locator("#comments")).to_be_focused()
    check(desk)

    desk.get_by_role("textbox", name="Cause").focus()
    desk.keyboard.type(HOSTILE)
    desk.keyboard.press("Tab")
    desk.keyboard.type("Recruit carers")
    desk.get_by_label("Then").select_option("submitted")
    desk.get_by_label("Your name").fill("A. Manager")
    desk.get_by_role("button", name="Save the comment").press("Enter")
    refused = desk.get_by_role("alert").filter(has_text="nobody owns the corrective action")
    expect(refused).to_be_visible()
    expect(desk.get_by_role("textbox", name="Cause")).to_have_value(HOSTILE)
    check(desk)

    desk.get_by_label("Owner of the action").fill("C. Lead")
    desk.get_by_label("Due date").fill("2027-03-31")
    desk.get_by_role("button", name="Save the comment").press("Enter")
    expect(desk.locator(".comment.submitted")).to_contain_text(HOSTILE)
    expect(desk.locator(".comment.submitted")).to_contain_text("Submitted by A. Manager")
    check(desk)

    approval = desk.locator("form").filter(has=desk.get_by_role("button", name="Approve", exact=True))
    approval.get_by_label("Your name").fill("B. Chief")
    approval.get_by_role("button").press("Enter")
    expect(desk.locator(".comment.approved")).to_contain_text("Approved by B. Chief")
    expect(desk.locator(".comment.approved")).to_contain_text("31 March 2027")

    desk.goto("/scorecards/children")
    red = desk.locator(".red-card").filter(has_text="more than one placement")
    expect(red).to_contain_text("Recruit carers")
    expect(red).to_contain_text("C. Lead")
    desk.goto("/exceptions")
    answered = desk.get_by_role("row").filter(has_text="more than one placement")
    expect(answered).to_contain_text("Recruit carers")
    expect(answered.get_by_text("No approved comment")).to_have_count(0)
    check(desk)


def test_the_second_writer_sees_the_first_text_and_keeps_their_own(desk: Page) -> None:
    address = "/indicators/SW06?area=S12000042&to=2022-23#comments"
    desk.goto(address)
    other = desk.context.new_page()
    other.goto(address)
    for page, words in ((other, "Winter was hard"), (desk, "Too few beds")):
        page.get_by_role("textbox", name="Cause").fill(words)
        page.get_by_label("Your name").fill("A. Writer")
        page.get_by_role("button", name="Save the comment").click()
    expect(desk.get_by_role("alert").filter(has_text="after you opened it")).to_contain_text(
        "Winter was hard"
    )
    expect(desk.get_by_role("textbox", name="Cause")).to_have_value("Too few beds")


def test_what_was_typed_about_one_council_never_stands_in_the_form_of_another(desk: Page) -> None:
    desk.goto("/indicators/SW02?area=S12000042")
    desk.get_by_role("textbox", name="Cause").fill("Only of Dundee")
    desk.get_by_label("Council").select_option(label="Fife")
    expect(desk.locator("form input[name=area]")).to_have_value("S12000047")
    expect(desk.get_by_role("textbox", name="Cause")).to_have_value("")


@pytest.mark.parametrize("width", [320, 390])
def test_forms_and_exceptions_fit_a_phone(desk: Page, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 800})
    for path in ("/exceptions", "/indicators/SW03a#comments"):
        desk.goto(path)
        expect(desk.get_by_role("heading", level=1)).to_be_visible()
        assert desk.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
