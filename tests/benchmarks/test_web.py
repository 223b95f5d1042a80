"""The measuring itself: clients count what they meet, addresses differ, lines say the verdict."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from werkzeug.wrappers import Request

from benchmarks import clients, growth, web
from benchmarks.browsing import SCREENS, Seen
from benchmarks.clients import Asked, Load, drive, percentile
from benchmarks.served import NotServedError, served
from dashboard.pages import every
from dashboard.pages.remember import KEPT
from indicators.store.store import Store
from tests import serving


@pytest.fixture
def counting() -> Iterator[tuple[str, list[bytes]]]:
    """The address of a server that answers every third request with a fault, and the bodies it was sent."""
    bodies: list[bytes] = []
    one_by_one = threading.Lock()

    def answer(environ, start_response):  # type: ignore[no-untyped-def]
        with one_by_one:
            bodies.append(Request(environ).get_data())
            fault = len(bodies) % 3 == 0
        start_response("500 Fault" if fault else "200 OK", [("Content-Length", "2")])
        return [b"ok"]

    with serving.served(answer) as address:
        yield f"{address}/", bodies


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second passes at each look at the clock, so that a busy machine asks as often as another."""
    seconds = itertools.count()
    monkeypatch.setattr(clients, "time", SimpleNamespace(perf_counter=lambda: float(next(seconds))))


@pytest.mark.usefixtures("ticking")
def test_clients_send_every_request_and_count_answers_and_faults(counting: tuple[str, list[bytes]]) -> None:
    address, bodies = counting
    asked = [Asked("POST", "/update", str(number).encode()) for number in range(6)]
    load = drive(address, asked, 120, clients=3)
    assert len(load.milliseconds) == len(bodies)
    assert load.errors == len(bodies) // 3
    assert set(bodies) == {str(number).encode() for number in range(6)}
    assert load.each_second == pytest.approx(len(bodies) / load.seconds)
    assert 1000 <= load.middle <= load.p95


@pytest.mark.usefixtures("ticking")
def test_an_address_where_nobody_answers_is_all_errors() -> None:
    load = drive("http://127.0.0.1:9/", [Asked("GET", "/", None)], 30, clients=2)
    assert load.errors == len(load.milliseconds) > 0


@pytest.mark.parametrize(("share", "expected"), [(0.5, 51), (0.95, 96), (1.0, 100)])
def test_a_percentile_is_a_value_that_was_met(share: float, expected: float) -> None:
    assert percentile(list(range(100, 0, -1)), share) == expected


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (web.Line("a", 150, "ms", 150), "     150  ≤   150 ms     within"),
        (web.Line("a", 151, "ms", 150), "     151  ≤   150 ms     BEYOND"),
        (web.Line("a", 199, "/s", 200, at_least=True), "     199  ≥   200 /s     BEYOND"),
        (web.Line("a", 1.26, "times", 1.5), "    1.26  ≤   1.5 times  within"),
    ],
)
def test_a_line_says_whether_its_budget_is_kept(line: web.Line, said: str) -> None:
    assert str(line).removeprefix("a".ljust(web.WIDTH)) == said


def test_every_promise_about_a_screen_has_a_line() -> None:
    seen = Seen([700.0, 800.0, 750.0], [100.0] * 19 + [300.0], [390.0], set(), [], [])
    lines = [*web.seen_lines(SCREENS[0], seen), *web.load_lines("Overview", Load(2.0, (50.0,) * 500, 1))]
    assert [(line.found, line.budget, line.within) for line in lines] == [
        (750, 750, True), (100, 150, True), (300, 250, False), (390, 400, True), (0, 0, True), (0, 0, True),
        (250, 200, True), (50, 100, True), (1, 0, False),
    ]  # fmt: skip


def test_growth_is_a_multiple_of_the_store_of_size_1() -> None:
    found = {1: Load(1.0, (40.0,), 0), 10: Load(1.0, (50.0,), 0), 100: Load(1.0, (80.0,), 2)}
    assert [(line.what, line.found, line.within) for line in web.growth_lines("Trends", found)] == [
        ("Trends: errors at 1x", 0, True),
        ("Trends: growth at 10x", 1.25, True), ("Trends: errors at 10x", 0, True),
        ("Trends: growth at 100x", 2.0, False), ("Trends: errors at 100x", 2, False),
    ]  # fmt: skip


def test_growth_asks_for_more_addresses_than_a_worker_remembers() -> None:
    body = {"output": "x", "inputs": [{"id": "url", "property": "search", "value": "?a=1"}], "state": [1]}
    template = Asked("POST", "/_dash-update-component", json.dumps(body).encode())
    asked = growth.every_address(template, {"area": [f"S{n}" for n in range(32)], "show": ["one", "two"]})
    sent = [json.loads(each.body or b"") for each in asked]
    searches = {each["inputs"][0]["value"] for each in sent}
    assert len(searches) == len(asked) == 64 > KEPT
    assert "?area=S7&show=two" in searches
    assert all((each["output"], each["state"]) == ("x", [1]) for each in sent)


def test_the_screens_measured_are_pages_of_the_product(store: Store) -> None:
    assert {f"/{screen.path}" for screen in SCREENS} <= {page.path for page in every.every_page(store)}


@pytest.mark.parametrize("arguments", [["7"], ["10", "x"]])
def test_a_scale_that_is_none_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert web.main(arguments) == 2
    assert "SCALE is 10 or 100" in capsys.readouterr().out


def test_the_dashboard_is_served_with_two_workers_and_ends_with_the_block(
    bundle_url: str, tmp_path: Path
) -> None:
    with served(bundle_url, tmp_path / "log") as running:
        load = drive(running.address, [Asked("GET", "/healthz", None)], 0.3, clients=2)
        resident, proportional = running.megabytes()
    assert (load.errors, running.process.is_running()) == (0, False)
    assert 0 < running.start_milliseconds < 60_000
    assert 50 < proportional <= resident


def test_a_store_that_cannot_be_served_is_said_with_the_log(tmp_path: Path) -> None:
    with (
        pytest.raises(NotServedError, match="There is no database"),
        served(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "log"),
    ):
        pytest.fail("it was served")
