"""`create_app`: an app whole and of its own."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from dash import Dash, html

from dashboard.access import static
from dashboard.factory import create_app
from dashboard.shell import Page, ShellContext, navigation, not_found, shell_layout
from tests.dashboard.shell_app import CONTEXT, make_app
from tests.dashboard.tree import find, words

PAGES = (
    Page("/trends", "Trends", lambda _: html.H1("Trends"), label="Trends", position=2, has_chart=True),
    Page("/", "Overview", lambda _: html.H1("Overview"), label="Overview", position=1),
    Page("/indicators/<code>", "Indicator", lambda query: html.H1(query["code"])),
)


@pytest.fixture(scope="module")
def app() -> Dash:
    """A site of three pages."""
    return make_app(PAGES)


def page(app: Dash, path: str = "/") -> str:
    """The HTML at a path."""
    return app.server.test_client().get(path).text


def test_the_page_is_in_british_english_with_a_way_past_the_header(app: Dash) -> None:
    html_text = page(app)
    assert '<html lang="en-GB">' in html_text
    assert '<a class="skip" href="#main">' in html_text
    assert "<title>Indicators</title>" in html_text


def test_the_theme_is_set_before_anything_is_painted(app: Dash) -> None:
    html_text = page(app)
    assert (
        html_text.index("/assets/theme.js") < html_text.index('rel="stylesheet"') < html_text.index("<body>")
    )
    assert html_text.count("/assets/theme.js") == 1


def test_one_style_sheet_holds_all_in_the_order_their_layers_need(app: Dash) -> None:
    sheets = re.findall(r'rel="stylesheet" href="([^"?]+)', page(app))
    assert sheets == [f"/{static.styles_path()}"]
    text = static.styles().decode()
    first = text.index("@layer bootstrap{")
    order = text.index("@layer bootstrap, base, parts, charts, narrow, print;")
    assert first < order < text.index("@layer base {") < text.index("@layer narrow {")


@pytest.mark.parametrize("path", [static.PLOTLY_PATH, static.GRAPH_PATH])
def test_only_pages_with_a_chart_fetch_what_draws_charts_at_once(app: Dash, path: str) -> None:
    assert f'<script src="/{path}"></script>' in page(app, "/trends")
    assert path not in page(app, "/")
    assert app.server.test_client().get(f"/{path}").status_code == 200


def test_scripts_no_page_uses_are_not_sent(app: Dash) -> None:
    html_text = page(app)
    assert "dash_renderer" in html_text
    assert "polyfill" not in html_text
    assert "dash_table/" not in html_text


@pytest.mark.parametrize(
    ("path", "status"), [("/", 200), ("/trends", 200), ("/indicators/CHN22", 200), ("/no", 404)]
)
def test_a_page_that_does_not_exist_is_404(app: Dash, path: str, status: int) -> None:
    assert app.server.test_client().get(path).status_code == status


def test_the_server_says_that_it_is_well(app: Dash) -> None:
    answer = app.server.test_client().get("/healthz")
    assert (answer.status_code, answer.text) == (200, "OK")


def test_the_model_context_server_is_off(app: Dash) -> None:
    client = app.server.test_client()
    assert client.get("/_mcp").status_code == 404
    assert client.post("/_mcp", json={}).status_code in (404, 405)


def test_two_apps_share_nothing() -> None:
    called: list[str] = []

    def register(app: Dash) -> None:
        called.append("registered")

    one = make_app((Page("/", "One", lambda _: html.H1("first app"), register),))
    two = make_app((Page("/", "Two", lambda _: html.H1("second app")),))
    assert called == ["registered"]
    for app, words_ in ((one, "One"), (two, "Two")):
        body = {
            "output": "..page.children...page-state.data..",
            "outputs": [{"id": "page", "property": "children"}, {"id": "page-state", "property": "data"}],
            "inputs": [{"id": "url", "property": "pathname", "value": "/"}],
            "state": [{"id": "url", "property": "search", "value": ""}],
        }
        answer = app.server.test_client().post("/_dash-update-component", json=body)
        assert words_ in json.dumps(answer.get_json())


def test_the_context_is_asked_anew_at_every_page_load() -> None:
    current = [CONTEXT]
    app = create_app(PAGES, lambda: current[0])
    client = app.server.test_client()
    assert "20 November 2026" in client.get("/_dash-layout").text
    current[0] = replace(CONTEXT, data_as_at="1 May 2027")
    assert "1 May 2027" in client.get("/_dash-layout").text


def test_an_app_can_live_below_a_path() -> None:
    app = make_app(PAGES, prefix="/indicators-site/")
    client = app.server.test_client()
    assert client.get("/indicators-site/trends").status_code == 200
    assert client.get("/indicators-site/nowhere").status_code == 404
    assert client.get(f"/indicators-site/{static.styles_path()}").status_code == 200


def test_navigation_holds_the_labelled_pages_by_position() -> None:
    assert navigation(PAGES) == (("/", "Overview"), ("/trends", "Trends"))


def test_the_shell_has_its_landmarks_and_no_heading_of_its_own() -> None:
    made = shell_layout(PAGES, CONTEXT)
    assert find(made, "Main")[0].id == "main"
    assert find(made, "Header")
    assert find(made, "Footer")
    assert not find(made, "H1")
    assert find(made, "Div", role="status")


def test_the_page_not_found_shows_what_was_asked_for_and_the_ways_on() -> None:
    made = not_found(PAGES, "/<script>")
    assert "/<script>" in words(made)
    assert [link.href for link in find(made, "Link")] == ["/", "/trends"]


def test_a_product_name_cannot_break_out_of_the_page() -> None:
    hostile: ShellContext = replace(CONTEXT, product='"></title><script>alert(1)</script>')
    app = create_app(PAGES, lambda: hostile)
    assert "<script>alert(1)" not in app.server.test_client().get("/").text
