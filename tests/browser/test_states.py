"""What is opened: menus, explained terms, forms and refusals are as accessible as the page they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from indicators.store.store import Store
from tests.browser.test_access import BEYOND, opened
from tests.dashboard.writing_site import writing_site
from tests.serving import served

pytestmark = pytest.mark.browser

MORE, MENU = ".nav .further summary", ".bar .menu summary"
OPENED = {
    "further pages": ("/self-evaluation", 1366, MORE),
    "further pages, narrow": ("/search", 1010, MORE),
    "menu of a tablet": ("/trends?indicator=CHN22&view=table", 768, MENU),
    "menu of a phone": ("/nowhere", 390, MENU),
    "menu at 400%": ("/risks", 320, MENU),
    "a term in a heading": ("/services/adult-protection", 1366, "h1 .term"),
    "a term on a phone": ("/indicators/CHN22", 320, "main .term"),
}
PRINTED = (
    "/",
    "/trends?indicator=CHN22&view=table",
    "/indicators/SW06",
    "/benchmarks?indicator=SW06",
    "/scorecards/protecting-people",
    "/services/self-directed-support",
    "/search?q=register",
    "/about",
)
FORMS = ("/indicators/CHN22", "/improvement/new", "/risks/new", "/scorecards/dg-plan/edit")

# How many lights of a scorecard stand on another line than their value or their target.
NOT_IN_LINE = """cells => cells.map(cell => {
    const box = each => each.getBoundingClientRect();
    const middle = each => box(each).top + box(each).height / 2;
    const target = cell.previousElementSibling;
    return [target, target.previousElementSibling].map(each => Math.abs(middle(each) - middle(cell)));
}).flat().filter(distance => distance > 4).length"""


def check(page: Page, part: str) -> None:
    """No violation found by axe in a part of the page in light and dark, and nothing beyond the window."""
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        expect(page.locator("html")).to_have_attribute("data-bs-theme", theme)
        results = Axe().run(page, context=part)
        assert results.violations_count == 0, f"{theme}: {results.generate_report()}"
    assert page.evaluate(BEYOND) <= 0


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard in which people write, over a copy of the bundled figures."""
    with writing_site(store, tmp_path) as site, served(site.app.server) as address:
        yield address


@pytest.mark.parametrize("state", OPENED)
def test_axe_finds_nothing_wrong_in_what_was_opened(browser: Browser, address: str, state: str) -> None:
    path, width, opener = OPENED[state]
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 700}, color_scheme="light", bypass_csp=True
    )
    page = opened(context.new_page(), path)
    page.locator(opener).first.click()
    expect(page.locator("details[open] nav, .further[open] ul, :popover-open")).to_be_visible()
    check(page, "header" if opener in (MORE, MENU) else ".term-meaning:popover-open")
    context.close()


@pytest.mark.parametrize("path", FORMS)
def test_axe_finds_nothing_wrong_in_a_form_that_was_refused(browser: Browser, desk: str, path: str) -> None:
    context = browser.new_context(
        base_url=desk, viewport={"width": 390, "height": 800}, color_scheme="light", bypass_csp=True
    )
    page = opened(context.new_page(), path)
    page.locator("main details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    form = page.locator("main form[data-write]").first
    for needed in form.locator("[required]").all():
        needed.evaluate("each => each.removeAttribute('required')")
    form.locator("button[type=submit]").click()
    expect(form.get_by_role("alert")).not_to_be_empty()
    check(page, "main form")
    context.close()


def test_the_keyboard_opens_further_pages_and_another_page_closes_them(page: Page) -> None:
    opened(page, "/trends?indicator=CHN22&view=table&area=S12000049")
    page.locator(MORE).press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Finance", exact=True).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Finance beside performance")
    assert "area=S12000049" in page.url
    expect(page.locator(".nav .further")).not_to_have_attribute("open", "")
    expect(page.locator(".nav .further [aria-current=page]")).to_have_text("Finance")


def test_the_navigation_is_one_row_wherever_it_is_shown(page: Page) -> None:
    opened(page, "/risks")
    for width in (1001, 1024, 1180, 1920):
        page.set_viewport_size({"width": width, "height": 700})
        tops = page.locator(".nav > a, .nav > details").evaluate_all(
            "all => [...new Set(all.map(each => Math.round(each.getBoundingClientRect().top)))]"
        )
        assert len(tops) == 1, width
        assert page.locator(".bar").evaluate("bar => bar.getBoundingClientRect().height") < 70, width


def test_neither_the_menu_nor_the_page_moves_when_it_opens(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    opened(page, "/risks")
    places = []
    for _ in range(2):
        boxes = (page.locator(MENU).bounding_box(), page.get_by_role("heading", level=1).bounding_box())
        places.append(boxes)
        page.locator(MENU).click()
    assert places[0] == places[1]


def test_a_period_of_a_scorecard_is_one_line_of_value_target_and_light(page: Page) -> None:
    opened(page, "/scorecards/protecting-people")
    for width in (320, 390, 768, 1024):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator(".score td.status").evaluate_all(NOT_IN_LINE) == 0, width


@pytest.fixture
def paper(page: Page) -> Page:
    """A page as it is printed, on A4 in landscape."""
    page.set_viewport_size({"width": 1039, "height": 700})
    page.emulate_media(media="print")
    return page


def test_paper_has_no_controls_and_no_menus(paper: Page) -> None:
    controls = "header nav, .filters, .filter, .views, .pages, form, button:not(.term), details:not([open])"
    for path in PRINTED:
        paper.goto(path)
        expect(paper.locator("main h1")).to_be_visible()
        assert paper.locator(controls).locator("visible=true").all_inner_texts() == [], path


def test_on_paper_the_names_of_the_lines_stand_beside_the_chart(page: Page) -> None:
    page.set_viewport_size({"width": 1366, "height": 900})
    opened(page, "/trends?indicator=CHN22")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1039, "height": 700})
    # The chart is drawn anew for the width of the paper, a moment after the paper has it.
    page.wait_for_function(
        "() => document.querySelector('.chart-ends li').getBoundingClientRect().left"
        " >= document.querySelector('.js-plotly-plot .main-svg').getBoundingClientRect().right"
    )


def test_on_paper_every_light_and_every_count_keeps_its_ground(paper: Page) -> None:
    paper.goto("/data?view=coverage")
    cell = paper.locator(".heat td.share-4").first
    expect(cell).to_be_visible()
    assert cell.evaluate("each => getComputedStyle(each).printColorAdjust") == "exact"
