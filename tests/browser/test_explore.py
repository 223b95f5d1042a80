"""Explore by hand: filters write the address, headings sort, pages turn, and Back undoes it all."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_an_analyst_finds_sorts_pages_and_goes_back(page: Page) -> None:
    page.goto("/explore")
    lead = page.locator(".lead")
    expect(lead).to_contain_text("Dundee City")
    page.get_by_label("Areas", exact=True).first.select_option("all")
    expect(lead).to_contain_text("every area")
    page.get_by_role("link", name="Value", exact=True).click()
    expect(page).to_have_url(re.compile(r"sort=value"))
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Value")
    page.get_by_role("link", name="Page 2", exact=True).click()
    expect(page.get_by_text("101 to 200 of")).to_be_visible()
    expect(page.locator("#figures")).to_be_focused()
    page.get_by_label("Service", exact=True).select_option("justice")
    expect(page).not_to_have_url(re.compile("page="))
    page.go_back()
    expect(page.get_by_text("101 to 200 of")).to_be_visible()
    expect(page.get_by_label("Service", exact=True)).to_have_value("all")


def test_ticked_areas_and_a_pivot_come_from_the_address_alone(page: Page) -> None:
    page.goto("/explore?indicator=CHN22&areas=S12000042,S92000003&view=area-period")
    table = page.get_by_role("table", name=re.compile("re-registrations"))
    expect(table.get_by_role("row")).to_have_count(3)
    expect(page.get_by_label("Dundee City", exact=True)).to_be_checked()
    page.get_by_label("Angus", exact=True).check()
    expect(table.get_by_role("row")).to_have_count(4)
    expect(page).to_have_url(re.compile("areas=[^&]*S12000041"))
    page.get_by_label("Areas", exact=True).first.select_option("councils")
    expect(table.get_by_role("row")).to_have_count(33)


def test_the_workbook_is_saved_under_a_name_that_says_what_it_is(page: Page) -> None:
    page.goto("/explore?status=suppressed&where=all")
    with page.expect_download() as saved:
        page.get_by_role("link", name="XLSX", exact=True).click()
    assert re.fullmatch(r"figures-S12000042-release-\d+\.xlsx", saved.value.suggested_filename)


@pytest.mark.parametrize("width", [320, 768])
def test_every_page_can_be_reached_from_the_navigation_of_a_narrow_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    menu = page.locator(".bar .menu summary")
    if menu.is_visible():
        menu.click()
    page.locator("header").get_by_role("link", name="Explore", exact=True).locator(
        "visible=true"
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Explore every figure")


def test_the_keyboard_stays_on_a_heading_that_sorts_though_its_words_change(page: Page) -> None:
    page.goto("/explore")
    for way in ("ascending", "descending"):
        page.get_by_role("link", name="Value", exact=False).first.press("Enter")
        expect(page.locator(f"th[aria-sort={way}]")).to_contain_text("Value")
        expect(page.locator("[data-keep=sort-value]")).to_be_focused()


def test_the_foot_leads_to_the_accessibility_statement_with_the_council_kept(page: Page) -> None:
    page.goto("/explore?area=S12000049")
    page.get_by_role("link", name="Accessibility statement").click()
    expect(page).to_have_url(re.compile(r"/about\?area=S12000049#accessibility$"))
    expect(page.locator("#accessibility")).to_be_focused()
    page.get_by_role("link", name="Sources and licences", exact=True).last.click()
    expect(page.locator("#sources")).to_be_focused()


def test_typing_in_the_header_offers_indicators_by_their_published_names(page: Page) -> None:
    page.goto("/explore")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("delayed")
    offered = page.evaluate(
        "Array.from(document.getElementById('search-box').list.options, each => each.value)"
    )
    assert len(offered) > 50
    assert any("CHN22 " in each for each in offered)
    assert not any("LAC_" in each for each in offered)
