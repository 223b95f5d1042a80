"""What people do, from end to end, in a real browser."""

from __future__ import annotations

import csv
import io
import re

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import text

from indicators.store.store import Store

pytestmark = pytest.mark.browser

# Whether the line of the council goes through these values.
DRAWN = """wanted => {
    const ours = (document.querySelector('.js-plotly-plot')?.data || []).find(line => line.uid === 'ours');
    return ours && JSON.stringify(Array.from(ours.y, Number)) === JSON.stringify(wanted);
}"""


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a labelled control in the page."""
    page.get_by_role("main").get_by_label(label, exact=True).select_option(label=option)


def test_a_manager_goes_from_what_needs_attention_to_the_trend_behind_it(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("What needs attention")
    page.get_by_label("Council", exact=True).select_option(label="Angus")
    expect(page.get_by_text("Overview, Angus")).to_be_visible()
    page.get_by_role("link", name="Looked after children with more than one placement").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("more than one placement")
    expect(page.locator("h2#measure")).to_be_visible()
    expect(page).to_have_title(re.compile("more than one placement"))
    page.get_by_role("link", name="Trends with filters").click()
    expect(page.locator(".lead")).to_contain_text("Angus:")
    expect(page).to_have_title("Trends - Social Work Indicators")
    page.go_back()
    expect(page.locator("h2#measure")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Overview, Angus")).to_be_visible()


def test_an_analyst_filters_and_chart_table_download_and_store_agree(page: Page, store: Store) -> None:
    page.goto("/trends")
    choose(page, "Service", "Adult care")
    expect(page.get_by_text("Adult care / Trends")).to_be_visible()
    choose(page, "Indicator", "Readmissions within 28 days (SW06)")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Readmissions")
    choose(page, "From", "2015-16")
    choose(page, "To", "2019-20")
    rows = page.locator("table tbody tr")
    expect(rows).to_have_count(5)
    with store.connect() as connection:
        query = (
            "SELECT value FROM figures WHERE indicator_code = 'SW06' AND area_name = 'Dundee City' "
            "AND period BETWEEN '2015-16' AND '2019-20' ORDER BY period"
        )
        stored = list(connection.execute(text(query)).scalars())
    shown = page.locator("table tbody tr td:nth-child(2)").all_inner_texts()
    assert [words.removesuffix(" [r]") for words in shown] == [f"{value:.0f}" for value in reversed(stored)]
    page.wait_for_function(DRAWN, arg=stored)  # the chart is drawn a moment after the table
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    content = download.value.path().read_text(encoding="utf-8-sig")
    listed = [row for row in csv.DictReader(io.StringIO(content)) if row["area"] == "Dundee City"]
    assert [float(row["value"]) for row in listed] == stored


def test_an_address_restores_the_whole_state(page: Page) -> None:
    page.goto("/trends?area=S12000049&indicator=CHN22&from=2015-16&to=2018-19&compare=scotland")
    expect(page.locator(".lead")).to_contain_text("Glasgow City:")
    main = page.get_by_role("main")
    expect(main.get_by_label("From", exact=True)).to_have_value("2015-16")
    expect(main.get_by_label("To", exact=True)).to_have_value("2018-19")
    expect(main.get_by_label("Scotland", exact=True)).to_be_checked()
    expect(page.get_by_label("Council", exact=True)).to_have_value("S12000049")


def test_back_undoes_one_choice_and_the_controls_follow(page: Page) -> None:
    page.goto("/trends?indicator=CHN22")
    choose(page, "From", "2016-17")
    expect(page.locator("table tbody tr")).to_have_count(6)
    page.go_back()
    expect(page.locator("table tbody tr")).to_have_count(10)
    expect(page.get_by_role("main").get_by_label("From", exact=True)).to_have_value("2012-13")


def test_the_keyboard_stays_on_the_control_that_was_changed(page: Page) -> None:
    page.goto("/trends?indicator=CHN22")
    control = page.get_by_role("main").get_by_label("From", exact=True)
    control.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("table tbody tr")).to_have_count(9)
    expect(control).to_be_focused()


def test_an_indicator_is_found_by_its_code_from_the_keyboard(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#search-box")).to_be_focused()
    page.keyboard.type("CHN22")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Child protection re-registrations within 18 months"
    )


def test_the_views_of_the_benchmarks_keep_the_keyboard_and_back_returns(page: Page) -> None:
    page.goto("/benchmarks?indicator=CHN22")
    page.get_by_role("link", name="Profile of a service").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Children: the profile of Dundee City")
    expect(page.get_by_role("link", name="Profile of a service")).to_be_focused()
    page.get_by_role("link", name="in the order of the service").click()
    expect(page.locator(".profile tbody th").first).to_contain_text("CHN08a")
    page.go_back()
    expect(page.locator(".profile tbody th").first).to_contain_text("CHN23")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where Dundee City stands among the councils")


def test_a_tile_of_the_map_leads_to_its_council_by_keyboard(page: Page) -> None:
    page.goto("/benchmarks?indicator=CHN22")
    tile = page.get_by_role("link", name="Fife 8.3")
    tile.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Where Fife stands among the councils")
    expect(page.get_by_role("link", name="Fife 8.3")).to_be_focused()


def test_no_council_of_the_ranking_is_cut_on_the_narrowest_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/benchmarks?indicator=SW06")
    expect(page.locator(".dots .name")).to_have_count(32)
    cut = page.locator(".dots .name").evaluate_all(
        "names => names.filter(name => name.scrollWidth > name.clientWidth).map(name => name.innerText)"
    )
    assert cut == []


def test_benchmarks_follow_the_period_and_the_council(page: Page) -> None:
    page.goto("/benchmarks?indicator=CHN22")
    expect(page.locator(".lead")).to_contain_text("16th of 31")
    choose(page, "Period", "2019-20")
    expect(page.locator(".lead")).to_contain_text("3rd of 32")
    page.get_by_label("Council", exact=True).select_option(label="Falkirk")
    expect(page.locator(".lead")).to_contain_text("Falkirk is")
    page.get_by_text("Show the figures").click()
    expect(page.locator("table").first.locator("tbody tr")).to_have_count(32)


def test_a_chief_officer_reads_reds_first_and_drills_down(page: Page) -> None:
    page.goto("/scorecards")
    page.get_by_role("link", name="Protecting People").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Protecting People")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Off target")
    page.locator(".red-card a").first.click()
    expect(page.locator("#sentence")).to_contain_text("Dundee City:")


def test_the_plan_of_dumfries_and_galloway_is_there_whole(page: Page) -> None:
    page.goto("/scorecards/dg-plan")
    expect(page.locator(".score tbody tr:not(.group):not(.commitment):not(.line)")).to_have_count(69)
    expect(page.get_by_text("Awaited January 2020").first).to_be_visible()


def test_an_address_that_leads_nowhere_says_so_and_offers_ways_on(page: Page) -> None:
    for path in ("/nowhere", "/scorecards/none"):
        page.goto("/")
        expect(page.get_by_role("heading", level=1)).to_have_text("What needs attention")
        page.evaluate("path => window.shell.go(path, new URLSearchParams())", path)
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
        expect(page.get_by_role("main").get_by_role("link", name="Trends")).to_be_visible()


def test_the_theme_is_kept_from_page_to_page(page: Page) -> None:
    page.goto("/")
    background = "() => getComputedStyle(document.body).backgroundColor"
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    light = page.evaluate(background)
    button = page.locator("#theme")
    while page.evaluate(background) == light:
        button.click()
    page.goto("/trends")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate(background) != light


def test_an_indicator_is_added_below_seen_as_a_table_and_saved_as_a_picture(page: Page) -> None:
    page.goto("/trends?indicator=CHN22")
    page.get_by_text("Add indicators").click()
    page.get_by_label("More than one placement in the year (CHN23)").check()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two indicators of Dundee City")
    expect(page.locator(".js-plotly-plot .main-svg").nth(4)).to_be_attached()
    expect(page.get_by_label("More than one placement in the year (CHN23)")).to_be_focused()
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").last.click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    page.get_by_role("link", name="Table", exact=True).click()
    expect(page).to_have_title("Table, trends - Social Work Indicators")
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
    expect(page.locator("table thead")).to_contain_text("CHN23")
