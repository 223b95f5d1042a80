"""A catalogue is edited by people: markup in a title is shown as it was typed, and no link runs a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.factory import create_app
from dashboard.pages import every
from indicators.catalogue import Catalogue
from indicators.store.store import Store
from tests.serving import served

pytestmark = pytest.mark.browser

TITLE = "<img src=x onerror=alert(1)>"
SCREENS = (
    "/",
    "/?show=all",
    "/trends?indicator=CHN22",
    "/benchmarks?indicator=CHN22",
    "/benchmarks?view=profile&indicator=CHN22",
    "/benchmarks?view=funnel&indicator=CHN22",
    "/benchmarks?view=compare&indicator=CHN22",
    "/explore?indicator=CHN22",
    "/explore?indicator=CHN22&view=indicator-period",
    "/scorecards/protecting-people",
    "/search?q=CHN22",
)


def spoilt(catalogue: Catalogue) -> Catalogue:
    """The catalogue with markup wherever one indicator may say something."""
    before = catalogue["CHN22"]
    after = replace(
        before,
        title=TITLE,
        short_title=TITLE,
        definition=TITLE,
        statement=f"{TITLE} {{value}} {{period}}",
        questions=(TITLE,),
    )
    made = object.__new__(Catalogue)
    made.__dict__.update(catalogue.__dict__)
    made.indicators = {**catalogue.indicators, "CHN22": after}
    made._by_service = {
        service: [after if item is before else item for item in items]
        for service, items in catalogue._by_service.items()
    }
    return made


@pytest.fixture(scope="module")
def hostile(store: Store) -> Iterator[str]:
    """The address of a dashboard whose catalogue has markup in it."""
    nasty = replace(store, catalogue=spoilt(store.catalogue))
    app = create_app(every.every_page(nasty), lambda: every.context(nasty))
    with served(app.server) as address:
        yield address


@pytest.fixture
def quiet(browser: Browser, hostile: str) -> Iterator[Page]:
    """A page of that dashboard; it fails the test when a dialogue opens."""
    context = browser.new_context(base_url=hostile, viewport={"width": 1366, "height": 900})
    opened = context.new_page()
    dialogues: list[str] = []
    opened.on("dialog", lambda dialogue: (dialogues.append(dialogue.message), dialogue.dismiss()))
    yield opened
    context.close()
    assert dialogues == []


@pytest.mark.parametrize("path", SCREENS)
def test_markup_in_a_title_is_shown_as_it_was_typed(quiet: Page, path: str) -> None:
    quiet.goto(path)
    expect(quiet.locator("main").get_by_text(TITLE).first).to_be_attached()
    assert quiet.locator("img[src=x]").count() == 0


def test_hovering_over_the_chart_makes_no_markup(quiet: Page) -> None:
    quiet.goto("/trends?indicator=CHN22")
    expect(quiet.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    ground = quiet.locator(".js-plotly-plot .nsewdrag").first
    ground.scroll_into_view_if_needed()
    plot = ground.bounding_box()
    assert plot
    for step in (0.5, 0.55):
        quiet.mouse.move(plot["x"] + plot["width"] * step, plot["y"] + plot["height"] / 2)
    expect(quiet.locator(".hoverlayer text").first).to_be_attached()
    assert quiet.locator("img[src=x], .hoverlayer a, .hoverlayer image").count() == 0


def test_the_search_lists_markup_as_text(quiet: Page) -> None:
    quiet.goto("/")
    quiet.locator("#search-box").focus()
    values = quiet.locator("datalist option").evaluate_all("all => all.map(option => option.value)")
    assert f"CHN22 {TITLE}" in values
    assert quiet.locator("img[src=x]").count() == 0


def test_a_still_link_cannot_run_a_script(quiet: Page) -> None:
    quiet.goto("/")
    expect(quiet.get_by_role("heading", level=1)).to_be_visible()
    cleaned = quiet.evaluate(
        """all => all.map(function (href) {
            var made = window.dashboard_still.Still({markup: [["a", {href: href}, "x"]]});
            return made.props.children[0].props.href;
        })""",
        ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\tscript:alert(1)"],
    )
    assert set(cleaned) == {"about:blank"}
