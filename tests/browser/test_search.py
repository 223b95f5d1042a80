"""The search by hand: codes and choices open an indicator, other words the page of results."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

H1 = "Child protection re-registrations within 18 months"


def ask(page: Page, words: str) -> None:
    """Type words into the box of the header, from the keyboard alone, and press Enter."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def test_free_words_lead_to_results_that_keep_the_council_and_back_returns(page: Page) -> None:
    page.goto("/?area=S12000049")
    ask(page, "register family")
    expect(page).to_have_url(re.compile(r"/search\?area=S12000049&q=register\+family$"))
    expect(page).to_have_title("Search for register family - Social Work Indicators")
    expect(page.locator(".lead")).to_contain_text("latest figures of Glasgow City")
    expect(page.locator("#search-box")).to_have_value("")
    expect(page.locator("mark").first).to_have_text("register")
    page.get_by_role("link", name=H1).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(H1)
    page.go_back()
    expect(page.get_by_label("Code or words", exact=True)).to_have_value("register family")
    page.go_back()
    expect(page.get_by_text("Overview, Glasgow City")).to_be_visible()


@pytest.mark.parametrize("code", ["chn22", "CHN22"])
def test_a_whole_code_opens_its_indicator(page: Page, code: str) -> None:
    page.goto("/?area=S12000049")
    ask(page, code)
    expect(page).to_have_url(re.compile(r"/indicators/CHN22\?area=S12000049$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(H1)


def test_a_choice_from_the_list_opens_its_indicator_at_once(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator("#search-box").focus()
    # A browser fills the box in one go when an entry of its list is chosen; a test cannot open that list.
    page.locator("#search-box").evaluate(
        """box => {
            box.value = Array.from(box.list.options).find(option => option.dataset.code === "CHN22").value;
            box.dispatchEvent(new Event("input", {bubbles: true}));
        }"""
    )
    expect(page.get_by_role("heading", level=1)).to_have_text(H1)


def test_the_question_can_be_changed_on_the_page_and_the_keyboard_stays(page: Page) -> None:
    page.goto("/search?q=complants")
    page.get_by_role("link", name="complaints", exact=True).click()
    box = page.get_by_label("Code or words", exact=True)
    expect(box).to_have_value("complaints")
    expect(page.locator(".lead")).to_contain_text("results for “complaints”")
    box.fill("register family")
    box.press("Enter")
    expect(page.locator(".lead")).to_contain_text("One result")
    expect(box).to_be_focused()


def test_markup_that_is_asked_for_is_text(page: Page) -> None:
    page.goto("/search")
    ask(page, "<img src=x onerror=alert(1)>")
    expect(page.locator(".lead")).to_contain_text("“<img src=x onerror=alert(1)>”")
    assert page.locator("img").count() == 0
