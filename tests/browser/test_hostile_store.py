"""Text that came with the figures is text: no field of the store or of a source becomes markup or a link."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import create_engine, make_url, text

from dashboard.factory import create_app
from dashboard.pages import every
from indicators.catalogue_files import load_catalogue
from indicators.store.store import Store, open_store
from tests.browser.test_access import opened
from tests.browser.test_hostile import spoilt
from tests.serving import served

pytestmark = pytest.mark.browser

TAG = "<img src=x onerror=alert(1)>"
SCRIPT = '"><script>alert(1)</script>'
MATHS = r"$\href{javascript:alert(1)}{x}$"
BRACES = "{{7*7}} %(x)s __proto__"
PLAN = f"{TAG} {MATHS} {BRACES}"
# Each field of the store that a publisher or an analyst fills, with what is put there.
FIELDS = (
    ("editions", "label", f"{TAG} {{0}}"),
    ("loads", "file_name", f"{SCRIPT}"),
    ("figure_versions", "locator", f"{TAG} {MATHS}"),
    ("figure_versions", "note", f"{SCRIPT} {BRACES}"),
    ("problems", "sentence", f"{TAG} {BRACES}"),
    ("problems", "place", SCRIPT),
)
SCREENS = (
    "/",
    "/trends?indicator=CHN22",
    "/trends?indicator=CHN22&view=multiples",
    "/trends?indicator=CHN22&view=table",
    "/indicators/CHN22",
    "/benchmarks?indicator=CHN22",
    "/explore?indicator=CHN22",
    "/scorecards/protecting-people",
    "/scorecards/dg-plan?area=S12000006",
    "/scorecards/dg-plan/edit",
    "/cycle?area=S12000006",
    "/services",
    "/inspections",
    "/finance?area=S12000006",
    "/self-evaluation",
    "/improvement",
    "/improvement/dg-business-plan-P2",
    "/risks?area=S12000006",
    "/risks/dg-business-plan-R1",
    "/data",
    "/data?view=loads",
    "/data?view=coverage",
    "/data?view=findings",
    "/data/sources/lgbf",
    "/data/loads/1",
    "/about",
)


@pytest.fixture(scope="module")
def poisoned(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard over a copy of the bundled figures in which every text is hostile."""
    database = make_url(str(store.engine.url)).database or ""
    copy = tmp_path_factory.mktemp("hostile") / "hostile.db"
    shutil.copy(database.removeprefix("file:").split("?")[0], copy)
    url = f"sqlite:///{copy}"
    engine = create_engine(url)
    with engine.begin() as connection:
        for table, column, words in FIELDS:
            number = "'' || rowid" if table != "figure_versions" else "''"
            statement = text(f"UPDATE {table} SET {column} = :words || {number}")
            connection.execute(statement, {"words": words})
        connection.execute(
            text("UPDATE writings SET body = json_set(body, '$.title', :words)"), {"words": PLAN}
        )
    engine.dispose()
    catalogue = spoilt(load_catalogue())
    catalogue.sources = {
        code: replace(source, title=f"{TAG} {code}", publisher=SCRIPT, address="javascript:alert(1)")
        for code, source in catalogue.sources.items()
    }
    opened = open_store(url, catalogue)
    app = create_app(every.every_page(opened), lambda: every.context(opened))
    with served(app.server) as address:
        yield address
    opened.engine.dispose()


@pytest.fixture
def wary(browser: Browser, poisoned: str) -> Iterator[Page]:
    """A page of that dashboard; a dialogue, a script error or a foreign request fails the test."""
    context = browser.new_context(base_url=poisoned, viewport={"width": 1366, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("dialog", lambda dialogue: (faults.append(dialogue.message), dialogue.dismiss()))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "request",
        lambda sent: None if sent.url.startswith((poisoned, "data:", "blob:")) else faults.append(sent.url),
    )
    yield opened
    context.close()
    assert faults == []


@pytest.mark.parametrize("path", SCREENS)
def test_no_text_of_the_store_becomes_markup_on_any_screen(wary: Page, path: str) -> None:
    opened(wary, path)
    assert wary.get_by_role("heading", level=1).inner_text() != "This page could not be drawn"
    assert wary.locator("img[src=x], main script, .js-plotly-plot a, .js-plotly-plot image").count() == 0
    assert wary.locator("a[href^='javascript']").count() == 0
    assert "{{7*7}}" not in wary.title()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/indicators/CHN22", MATHS),
        ("/improvement?area=S12000006", PLAN),
        ("/risks/dg-business-plan-R1", BRACES),
        ("/indicators/CHN22", TAG),
        ("/explore?indicator=CHN22", MATHS),
        ("/data?view=loads", SCRIPT),
        ("/data/sources/lgbf", TAG),
        ("/data?view=findings&load=1&rule=sudden+change", BRACES),
    ],
)
def test_the_text_is_shown_as_it_was_stored(wary: Page, path: str, words: str) -> None:
    wary.goto(path)
    expect(wary.locator("main").get_by_text(words).first).to_be_attached()
