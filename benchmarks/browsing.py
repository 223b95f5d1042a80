"""What a person waits for in a browser: the first picture of a page, and the picture of another choice.

Each page is opened in a new, empty browser on a server that has answered before. A picture is there when it
has a size on the screen; a change is done when the drawing differs from the one before. The clock runs from
the address, or from the choice, to the frame that shows it.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from benchmarks.clients import Asked, percentile

OPENINGS, CHANGES = 5, 20
SETTLING, PAUSE = 700, 250
UPDATE: Final = "_dash-update-component"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Screen:
    """A page to measure: its path, its picture as a selector, and the filter that changes it.

    `drawing` is an expression for the browser whose text follows the picture and nothing else. `kilobytes`
    is what a first load may weigh.
    """

    name: str
    path: str
    picture: str
    filter: str
    drawing: str
    kilobytes: float


def _texts(selector: str, of: str = "each.textContent") -> str:
    return f"Array.from(document.querySelectorAll('{selector}'), each => {of}).join()"


_TRACES = ".js-plotly-plot .scatterlayer .trace"
_PATHS = _texts(f"{_TRACES} path", "each.getAttribute('d')")
SCREENS = (
    Screen("Overview", "", "main .picture-cell svg", "area", _texts("main .eyebrow, main td.value"), 400),
    Screen("Trends", "trends", _TRACES, "indicator", _PATHS, 750),
    Screen("Benchmarks", "benchmarks", ".dots .name", "indicator", _texts(".dots .name, .dots .shown"), 400),
)


def options_of(page: Page, name: str) -> list[str]:
    """The values that can be chosen in a filter of the page."""
    found: list[str] = (
        _filter(page, name).locator("option").evaluate_all("all => all.map(each => each.value)")
    )
    return found


def _filter(page: Page, name: str) -> Locator:
    return page.locator(f"""select[id='{{"filter":"{name}"}}']""")


@dataclass(slots=True)
class Seen:
    """What was measured of a page: milliseconds, size of a first load, hosts, requests of its changes."""

    shown: list[float] = field(default_factory=list)
    changed: list[float] = field(default_factory=list)
    kilobytes: list[float] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    requests: list[Asked] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def visible(self) -> float:
        """Median milliseconds to the first picture."""
        return median(self.shown)

    @property
    def kilobytes_of_load(self) -> float:
        """What a first load weighs, the median."""
        return median(self.kilobytes)

    @property
    def change(self) -> float:
        """Median milliseconds from a choice to its picture."""
        return median(self.changed)

    @property
    def slow_change(self) -> float:
        """The 95th percentile of the changes."""
        return percentile(self.changed, 0.95)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium of this machine, or Playwright's own."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


def look_at(browser: Browser, address: str, screen: Screen) -> Seen:
    """Open a page some times, then change it some times; the first opening warms the server."""
    seen = Seen()
    for number in range(OPENINGS + 1):
        with _opened(browser, address, screen, seen) as (page, milliseconds, received):
            page.wait_for_timeout(SETTLING)
            if number:
                seen.shown.append(milliseconds)
                seen.kilobytes.append(sum(received) / 1024)
    with _opened(browser, address, screen, seen) as (page, _, _):
        page.wait_for_timeout(SETTLING)
        page.on("request", lambda request: _keep(seen.requests, request))
        seen.changed = [_change(page, screen) for _ in range(CHANGES)]
    seen.hosts -= {"", urlsplit(address).netloc}  # pictures within the page, and the dashboard itself
    return seen


@contextmanager
def _opened(
    browser: Browser, address: str, screen: Screen, seen: Seen
) -> Iterator[tuple[Page, float, list[float]]]:
    """A page in an empty browser, milliseconds until its picture was there, and the bytes as they come."""
    context = browser.new_context(viewport={"width": 1366, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.on("pageerror", lambda error: seen.faults.append(str(error)))
    received = _traffic(page, seen.hosts)
    began = time.perf_counter()
    page.goto(address + screen.path, wait_until="commit")
    page.wait_for_function(
        "selector => { const found = document.querySelector(selector); if (!found) return false;"
        " const box = found.getBoundingClientRect(); return box.width > 0 || box.height > 0 }",
        arg=screen.picture,
        polling="raf",
    )
    milliseconds = (time.perf_counter() - began) * 1000
    yield page, milliseconds, received
    context.close()


def _traffic(page: Page, hosts: set[str]) -> list[float]:
    """The bytes of each answer as they travelled; the hosts that are asked are added to `hosts`."""
    received: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.on(
        "request", lambda request: hosts.add(urlsplit(request.url).netloc or urlsplit(request.url).scheme)
    )
    return received


def _change(page: Page, screen: Screen) -> float:
    """Milliseconds from choosing the next option of the control to the drawing of it."""
    control = _filter(page, screen.filter)
    here, before = int(control.evaluate("control => control.selectedIndex")), page.evaluate(screen.drawing)
    following = (here + 1) % control.locator("option").count()
    began = time.perf_counter()
    control.select_option(index=following)
    page.wait_for_function(f"before => {screen.drawing} !== before", arg=before, polling="raf")
    milliseconds = (time.perf_counter() - began) * 1000
    page.wait_for_timeout(PAUSE)
    return milliseconds


def _keep(requests: list[Asked], request: Any) -> None:
    """Keep what the page asks the server for when a choice changes."""
    if UPDATE in request.url:
        requests.append(Asked(request.method, urlsplit(request.url).path, request.post_data_buffer))


def template_and_choices(address: str, screen: Screen) -> tuple[Asked, dict[str, list[str]]]:
    """The request of one change of a page, and the values of the two filters that give it other addresses."""
    seen = Seen()
    with chromium() as browser, _opened(browser, address, screen, seen) as (page, _, _):
        page.on("request", lambda request: _keep(seen.requests, request))
        _change(page, screen)
        councils = options_of(page, "area")
        others = {"show": ["headline", "all"]} if screen.filter == "area" else {}
        return seen.requests[-1], {
            "area": councils, **(others or {screen.filter: options_of(page, screen.filter)})
        }  # fmt: skip
