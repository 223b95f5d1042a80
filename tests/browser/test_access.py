"""For everyone: no violation found by axe, nothing cut off on a phone, nothing for a mouse only."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SCREENS = {
    "overview": "/",
    "overview, all": "/?show=all",
    "indicator": "/indicators/CHN22",
    "indicator without figures": "/indicators/CP_REGISTER?area=S12000041",
    "search": "/search?q=register+family",
    "search, many": "/search?q=SDS",
    "search, misspelt": "/search?q=complants",
    "search, nothing asked": "/search",
    "trends": "/trends?indicator=CHN22",
    "trends with councils": "/trends?indicator=SW06&peers=S12000041,S12000049",
    "trends of several indicators": "/trends?indicators=CHN22,CHN17,SW01",
    "trends as small multiples": "/trends?indicator=CHN22&view=multiples",
    "trends as a table": "/trends?indicator=CHN22&view=table",
    "trends without limits": "/trends?indicator=CHN22&view=limits",
    "trends without figures": "/trends?area=S12000041&indicator=CP_REGISTER",
    "benchmarks": "/benchmarks?indicator=CHN22",
    "benchmarks, tested": "/benchmarks?indicator=SW06",
    "profile of a service": "/benchmarks?view=profile&service=children",
    "profile of nothing": "/benchmarks?view=profile&service=adult_protection",
    "funnel plot": "/benchmarks?view=funnel&indicator=SW06",
    "side by side": "/benchmarks?view=compare&service=children&with=S12000041",
    "two years": "/benchmarks?view=compare&service=children&with_period=2018-19",
    "explore": "/explore?indicator=CHN22&beside=CHN09&source=lgbf",
    "explore everything": "/explore?where=all&sort=-value&page=3",
    "explore as a table": "/explore?indicator=CHN22&where=all&view=area-period",
    "explore, indicators by period": "/explore?service=children&view=indicator-period",
    "explore without figures": "/explore?status=withdrawn",
    "exceptions": "/exceptions",
    "exceptions with a project": "/exceptions?area=S12000006",
    "exceptions of nothing": "/exceptions?kind=late-project&service=children",
    "scorecards": "/scorecards",
    "plan": "/scorecards/dg-plan",
    "protecting people": "/scorecards/protecting-people",
    "children": "/scorecards/children",
    "balanced scorecard": "/scorecards/social-work",
    "editing a scorecard": "/scorecards/dg-plan/edit",
    "snapshots of nothing": "/scorecards/protecting-people/snapshots",
    "reporting cycle": "/cycle?area=S12000006",
    "data": "/data",
    "loads": "/data?view=loads",
    "coverage": "/data?view=coverage",
    "findings": "/data?view=findings&rule=sudden change",
    "one load of a long name": "/data/loads/1",
    "one load": "/data/loads/10",
    "one source": "/data/sources/lgbf",
    "about": "/about",
    "services": "/services",
    "self-directed support": "/services/self-directed-support",
    "adult protection": "/services/adult-protection",
    "justice, all periods": "/services/justice?years=all",
    "mental health without figures": "/services/mental-health?area=S12000041",
    "inspections": "/inspections",
    "inspections of nothing": "/inspections?area=S12000017",
    "finance": "/finance",
    "finance with a budget": "/finance?area=S12000006",
    "self-evaluation": "/self-evaluation",
    "self-evaluation of nothing": "/self-evaluation?area=S12000017",
    "improvement": "/improvement",
    "improvement on a day": "/improvement?area=S12000006&as_at=2019-07-23",
    "improvement of nothing": "/improvement?area=S12000017",
    "a project": "/improvement/dg-business-plan-P2?as_at=2019-07-23",
    "a new project": "/improvement/new",
    "risks": "/risks?area=S12000006",
    "a risk": "/risks/dg-business-plan-R1",
    "audits": "/audits",
    "complaints": "/services/complaints",
    "a new scorecard": "/scorecards/new",
    "not found": "/nowhere",
}


# How far the page reaches beyond its window, once what follows a change of size has been drawn.
BEYOND = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(
    document.documentElement.scrollWidth - document.documentElement.clientWidth))))"""


def opened(page: Page, path: str) -> Page:
    """The page at a path, drawn."""
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if path.startswith("/trends") and "view=" not in path:
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    return page


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_wrong_in_light_and_dark(browser: Browser, address: str, screen: str) -> None:
    context = browser.new_context(base_url=address, color_scheme="light", bypass_csp=True)
    page = opened(context.new_page(), SCREENS[screen])
    for summary in page.locator("main summary").all():
        summary.click()
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        expect(page.locator("html")).to_have_attribute("data-bs-theme", theme)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{theme}: {results.generate_report()}"
    context.close()


@pytest.mark.parametrize("widths", [(320, 390, 768), (1920, 1366)], ids=["narrow", "wide"])
@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_is_wider_than_its_window(
    browser: Browser, address: str, screen: str, widths: tuple[int, ...]
) -> None:
    """Opened at the first width, as on a phone or a large screen, then turned or resized."""
    context = browser.new_context(base_url=address, viewport={"width": widths[0], "height": 800})
    page = opened(context.new_page(), SCREENS[screen])
    page.locator("main details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    over = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        over[width] = page.evaluate(BEYOND)
    context.close()
    assert {width: pixels for width, pixels in over.items() if pixels > 0} == {}


def test_every_screen_has_one_main_heading_and_a_language(page: Page) -> None:
    for path in SCREENS.values():
        opened(page, path) if path != "/nowhere" else page.goto("/scorecards")
        expect(page.locator("h1")).to_have_count(1)
        assert page.locator("html").get_attribute("lang") == "en-GB"


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page) -> None:
    opened(page, "/")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()


@pytest.mark.parametrize("width", [1290, 1366, 1920])
@pytest.mark.parametrize(
    "path",
    [f"/scorecards/{card}" for card in ("protecting-people", "dg-plan", "children", "social-work")],
)
def test_nothing_in_a_scorecard_reaches_into_the_next_column(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, path)
    reaching = page.locator(".score th, .score td").evaluate_all(
        "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)"
    )
    assert reaching == []
    broken = page.locator(".score .pill, .score .arrow").evaluate_all(
        "all => all.filter(each => each.getClientRects()[0]?.height > 26).map(each => each.innerText)"
    )
    assert [words for words in broken if not words.endswith(" thousand")] == []


def test_the_names_of_indicators_have_most_of_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    opened(page, "/")
    widths = page.locator("table.indicators tbody th.title").evaluate_all(
        "all => all.map(e => e.clientWidth)"
    )
    assert widths
    assert min(widths) > 150


@pytest.mark.parametrize("path", ["/benchmarks?indicator=CHN09", "/benchmarks?indicator=CHN22"])
@pytest.mark.parametrize("width", [320, 390, 1366])
def test_no_name_of_a_quarter_or_a_tile_is_cut(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    opened(page, path)
    cut = page.locator(".quarter-end, .quarter-name, .tiles a").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).map(e => e.innerText)"
    )
    assert cut == []


def test_a_scorecard_on_paper_repeats_its_head_and_stays_in_its_columns(page: Page) -> None:
    page.set_viewport_size({"width": 1039, "height": 700})
    opened(page, "/scorecards/protecting-people")
    page.emulate_media(media="print")
    assert page.locator(".score thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"
    reaching = page.locator(".score th, .score td").evaluate_all(
        "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)"
    )
    assert reaching == []


def test_every_way_to_compare_is_whole_on_the_narrowest_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    opened(page, "/trends?indicator=CHN22")
    for label in page.locator(".joined label").all():
        assert label.evaluate("e => e.scrollWidth <= e.clientWidth"), label.inner_text()
        box, bar = label.bounding_box(), page.locator(".filters").bounding_box()
        assert box and bar and box["x"] + box["width"] <= bar["x"] + bar["width"]
