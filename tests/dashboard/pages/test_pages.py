"""The pages over HTTP, without a browser: what they answer, and that nothing in an address can break them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from dash import Dash
from sqlalchemy import text

from dashboard.factory import create_app
from dashboard.pages import every
from indicators.store.store import Store
from tests.dashboard.shell_app import callback_body, post

PATHS = (
    "/",
    "/explore",
    "/indicators/CHN22",
    "/search",
    "/trends",
    "/benchmarks",
    "/exceptions",
    "/scorecards",
    "/scorecards/dg-plan",
    "/scorecards/protecting-people",
    "/scorecards/social-work",
    "/scorecards/new",
    "/scorecards/dg-plan/edit",
    "/scorecards/dg-plan/snapshots",
    "/cycle",
    "/improvement",
    "/improvement/new",
    "/improvement/dg-business-plan-P2",
    "/risks",
    "/risks/new",
    "/audits",
    "/audits/new",
    "/risks/dg-business-plan-R1",
    "/services",
    "/services/self-directed-support",
    "/services/adult-protection",
    "/services/justice",
    "/services/mental-health",
    "/data",
    "/data/sources/lgbf",
    "/data/loads/1",
    "/about",
)
NAMES = (
    "area",
    "service",
    "indicator",
    "from",
    "to",
    "basis",
    "compare",
    "peers",
    "indicators",
    "axis",
    "period",
    "q",
    "show",
    "years",
    "kind",
    "plan",
    "state",
    "quality",
    "as_at",
    "section",
    "dataset",
)
HOSTILE = (
    "' OR 1=1--", "]", "%", "_", "\0", "x" * 5_000, "<img src=x onerror=alert(1)>", "{{7*7}}", "%(x)s",
    "__proto__", "constructor", "javascript:alert(1)", "../../etc/passwd", "-1", "1e309", "S92000003",
)  # fmt: skip


@pytest.fixture(scope="module")
def app(store: Store) -> Dash:
    """The dashboard over the bundled figures."""
    made = create_app(every.every_page(store), lambda: every.context(store))
    every.register(made, store)
    made.server.testing = True
    made.server.test_client().get("/_dash-dependencies")
    return made


def drawn(app: Dash, path: str, **query: str) -> dict[str, Any]:
    """What the page at an address answers."""
    values = {"url.pathname": path, "url.search": f"?{urlencode(query)}" if query else ""}
    answer = post(app, callback_body(app, "..page.children...page-state.data..", values))
    assert answer.status_code == 200, answer.text[:500]
    return dict(answer.get_json()["response"])


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_drawn_for_its_default_council(app: Dash, path: str) -> None:
    answer = drawn(app, path)
    assert answer["page-state"]["data"]["title"].endswith("Social Work Indicators")
    assert "could not be drawn" not in json.dumps(answer)


def opened(app: Dash, path: str) -> str:
    """The layout as a browser gets it that opens the page at a path."""
    return app.server.test_client().get("/_dash-layout", headers={"Referer": f"http://localhost{path}"}).text


@pytest.mark.parametrize("path", PATHS)
def test_a_page_that_is_opened_comes_with_the_layout(app: Dash, path: str) -> None:
    location, state, *_ = json.loads(opened(app, path))["props"]["children"]
    assert location["props"]["pathname"] == state["props"]["data"]["path"] == path
    assert state["props"]["data"] == drawn(app, path)["page-state"]["data"]


@pytest.mark.parametrize("path", PATHS)
def test_no_component_is_sent_whose_script_is_not(app: Dash, path: str) -> None:
    used = set(re.findall(r'"namespace": ?"(\w+)"', opened(app, path)))
    assert used <= {
        "dash_core_components",
        "dash_html_components",
        "dash_bootstrap_components",
        "dashboard_still",
    }


def has_image(content: str) -> bool:
    """Whether a page, as it travels, holds an image as a component or as markup; text may say anything."""
    return '["img"' in content or '"type": "Img"' in content


@pytest.mark.parametrize("turn", range(len(HOSTILE)))
@pytest.mark.parametrize("path", PATHS)
def test_no_value_of_any_parameter_breaks_a_page(app: Dash, path: str, turn: int) -> None:
    """All parameters are hostile at once, each with another value; in its turns each has every value."""
    query = {name: HOSTILE[(place + turn) % len(HOSTILE)] for place, name in enumerate(NAMES)}
    content = json.dumps(drawn(app, path, **query)["page"])
    assert "Traceback" not in content
    assert not has_image(content)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("name", NAMES)
def test_no_parameter_alone_breaks_a_page(app: Dash, path: str, name: str) -> None:
    """The others are absent, so that each page goes as far as it does for its default."""
    value = HOSTILE[(PATHS.index(path) + NAMES.index(name)) % len(HOSTILE)]
    assert not has_image(json.dumps(drawn(app, path, **{name: value})["page"]))


def test_the_header_says_how_new_the_figures_are(store: Store) -> None:
    context = every.context(store)
    assert (context.period, context.edition) == ("2022-23", "LGBF edition February 2024")
    assert len(context.councils) == 32
    assert "Open Government Licence v3.0" in context.attribution


def test_the_search_offers_every_social_work_indicator_with_figures_and_no_other(store: Store) -> None:
    offered = {option.value for option in every.context(store).indicators}
    assert {"CHN22", "SW01", "ASP_REFERRALS"} <= offered
    shown = {service.code for service in store.catalogue.shown_services()}
    assert all(store.catalogue[code].service in shown for code in offered)


def rows_of(app: Dash, path: str) -> list[dict[str, str]]:
    """The rows of a download."""
    answer = app.server.test_client().get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    assert answer.headers["Cache-Control"] == "no-store"
    return list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))


def test_the_trends_download_equals_the_store_to_the_last_digit(app: Dash, store: Store) -> None:
    rows = rows_of(app, "/download/trends.csv?indicator=SW06&area=S12000006")
    with store.connect() as connection:
        query = (
            "SELECT area_name, period, value FROM figures WHERE indicator_code = 'SW06' "
            "AND area_name IN ('Dumfries & Galloway', 'Scotland')"
        )
        stored = {(area, period): value for area, period, value in connection.execute(text(query))}
    assert {(row["area"], row["period"]): float(row["value"]) for row in rows} == stored


def test_the_overview_download_has_the_rows_of_the_screen(app: Dash) -> None:
    some = rows_of(app, "/download/overview.csv?area=S12000042")
    every_one = rows_of(app, "/download/overview.csv?area=S12000042&show=all")
    assert {row["indicator_code"] for row in some} < {row["indicator_code"] for row in every_one}
    suppressed = [row for row in some if row["status"] == "suppressed"]
    assert suppressed
    assert all(row["value"] == "" and row["rank"] == "" for row in suppressed)


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_breaks_a_download_or_its_file_name(app: Dash, value: str) -> None:
    for name in NAMES:
        for path in ("/download/trends.csv", "/download/overview.csv"):
            answer = app.server.test_client().get(f"{path}?{urlencode({name: value})}")
            assert answer.status_code == 200
            disposition = answer.headers["Content-Disposition"]
            assert disposition.startswith('attachment; filename="')
            assert "<" not in disposition


def test_a_page_cannot_write_to_the_store(store: Store) -> None:
    with store.connect() as connection, pytest.raises(Exception, match="readonly database"):
        connection.execute(text("DELETE FROM loads"))


def test_no_callback_is_longer_than_a_few_lines(app: Dash) -> None:
    names = [name for name, callback in app.callback_map.items() if "callback" in callback]
    assert len(names) == 2, "pages draw themselves from the address; they need no callbacks of their own"
