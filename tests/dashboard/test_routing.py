"""Routing: what of a page lives, and what an address gets over HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest
from dash import Dash, dcc, html
from dash.development.base_component import Component

from dashboard.components.filters import Option, select
from dashboard.routing import live_parts, updates
from dashboard.shell import NoSuchPageError, Page, Query
from tests.dashboard.shell_app import callback_body, make_app, post


def test_live_parts_are_found_at_any_depth_but_not_inside_regions() -> None:
    made = [
        html.Div(select("area", "Council", [Option("a", "Angus")], "a")),
        html.Div(dcc.Graph(id={"chart": "trend"}), id="plain"),
        html.Div([html.Div(id={"region": "inner"})], id={"region": "outer"}),
        html.Div(id={"nav": "/", "where": "top"}),
    ]
    assert set(live_parts(made)) == {("filter", "area"), ("chart", "trend"), ("region", "outer")}


def test_updates_hold_what_follows_the_address_and_nothing_else() -> None:
    made = [
        html.P("first", id={"region": "head"}, className="x"),
        dcc.Graph(id={"chart": "trend"}, figure={"data": []}, config={"displayModeBar": False}),
        select("area", "Council", [Option("a", "Angus")], "a"),
    ]
    found = updates(made)
    assert [each["id"] for each in found] == [{"filter": "area"}, {"chart": "trend"}, {"region": "head"}]
    assert found[0]["props"] == {"options": [{"label": "Angus", "value": "a"}], "value": "a"}
    assert found[1]["props"] == {"figure": {"data": []}}
    assert list(found[2]["props"]) == ["children"]


def council(query: Query) -> str:
    """The council asked for, as pages check it themselves."""
    return query["area"] if query.get("area") in ("S1", "S2") else "S2"


def lively(query: Query) -> list[Component]:
    """A page whose parts depend on the query."""
    if query.get("code") == "none":
        raise NoSuchPageError(query["code"])
    chart = [dcc.Graph(id={"chart": "c"}, figure={"data": []})] if query.get("view") != "table" else []
    return [html.H1(f"{council(query)} {query.get('indicator', '-')}", id={"region": "head"}), *chart]


def broken(_: Query) -> Component:
    """A page with a fault."""
    raise ZeroDivisionError("secret detail")


SITE = (
    Page("/", lambda query: f"Home of {council(query)}", lively, label="Home"),
    Page("/x/<code>", "X", lively),
    Page("/broken", "Broken", broken),
)


@pytest.fixture(scope="module")
def app() -> Dash:
    """A site with a page that changes, one with a parameter, and one with a fault."""
    return make_app(SITE)


def show(app: Dash, pathname: object, search: object = "") -> dict[str, Any]:
    """What `show` answers for an address."""
    body = callback_body(
        app, "..page.children...page-state.data..", {"url.pathname": pathname, "url.search": search}
    )
    return dict(post(app, body).get_json()["response"])


def refresh(app: Dash, search: object, shown: object, pathname: object = "/") -> Any:
    """The response of `refresh` for an address, given the page on screen."""
    (output,) = [name for name in app.callback_map if "page-update" in name and "announced" not in name]
    values = {"url.search": search, "url.pathname": pathname, "page-state.data": shown}
    return post(app, callback_body(app, output, values))


def test_a_page_is_drawn_with_its_title(app: Dash) -> None:
    state = show(app, "/")["page-state"]["data"]
    assert state["title"] == "Home of S2 - Indicators"
    assert state["parts"] == ["chart c", "region head"]
    assert "S2 -" in json.dumps(show(app, "/")["page"])


def layout(app: Dash, referrer: str | None) -> str:
    """The layout Dash sends to a browser that is on a page."""
    headers = {"Referer": referrer} if referrer else {}
    return str(app.server.test_client().get("/_dash-layout", headers=headers).text)


def test_the_page_a_browser_opened_comes_with_the_layout(app: Dash) -> None:
    sent = json.loads(layout(app, "http://localhost/?indicator=CHN22"))["props"]["children"]
    location, state = sent[0]["props"], sent[1]["props"]["data"]
    assert (location["pathname"], location["search"]) == ("/", "?indicator=CHN22")
    assert state == show(app, "/", "?indicator=CHN22")["page-state"]["data"]
    assert json.dumps(show(app, "/", "?indicator=CHN22")["page"]["children"]) in json.dumps(sent)


@pytest.mark.parametrize(
    "referrer", [None, "", "no address", "http://elsewhere.example/", "http://localhost"]
)
def test_without_an_address_of_this_site_the_layout_has_no_page(app: Dash, referrer: str | None) -> None:
    assert "S2 -" not in layout(app, referrer)
    assert '"pathname"' not in layout(app, referrer)


def test_an_opened_address_that_leads_nowhere_says_so(app: Dash) -> None:
    assert "Page not found" in layout(app, "http://localhost/nowhere")


@pytest.mark.parametrize("path", ["/nowhere", "/x/none"])
def test_an_address_that_leads_nowhere_says_so_with_the_ways_on(app: Dash, path: str) -> None:
    answer = show(app, path)
    assert answer["page-state"]["data"]["title"] == "Page not found - Indicators"
    assert "Home" in json.dumps(answer["page"])


def test_a_changed_query_sends_only_the_live_parts(app: Dash) -> None:
    shown = show(app, "/")["page-state"]["data"]
    answer = refresh(app, "?indicator=CHN22", shown).get_json()["response"]
    assert "page" not in answer
    assert answer["page-state"]["data"]["partial"] is True
    assert "S2 CHN22" in json.dumps(answer["page-update"]["data"])


def test_other_live_parts_mean_the_whole_page(app: Dash) -> None:
    shown = show(app, "/")["page-state"]["data"]
    answer = refresh(app, "?view=table", shown).get_json()["response"]
    assert "children" in answer["page"]
    assert answer["page-state"]["data"]["parts"] == ["region head"]


@pytest.mark.parametrize("shown", [None, [], "x", {}, {"path": "/other"}])
def test_a_change_of_page_is_not_a_refresh(app: Dash, shown: object) -> None:
    assert refresh(app, "?a=b", shown).status_code == 204


@pytest.mark.parametrize("value", [None, 3, ["x"], {"a": 1}, "' OR 1=1--", "\x00", "%", "x" * 100_000])
def test_no_value_in_an_address_breaks_the_site(app: Dash, value: object) -> None:
    for answer in (
        post(
            app,
            callback_body(
                app, "..page.children...page-state.data..", {"url.pathname": "/", "url.search": value}
            ),
        ),
        post(
            app,
            callback_body(
                app, "..page.children...page-state.data..", {"url.pathname": value, "url.search": ""}
            ),
        ),
        refresh(app, value, {"path": "/", "parts": value}),
    ):
        assert answer.status_code in (200, 204)


def test_a_fault_in_a_page_is_logged_and_told_without_its_details(caplog: pytest.LogCaptureFixture) -> None:
    app = make_app(SITE, testing=False)
    sent = json.dumps(show(app, "/broken"))
    assert "could not be drawn" in sent
    assert "secret detail" not in sent
    assert "secret detail" in caplog.text


def test_a_fault_in_a_page_is_seen_in_tests(app: Dash) -> None:
    with pytest.raises(ZeroDivisionError):
        show(app, "/broken")


def test_titles_are_text_whatever_they_hold() -> None:
    app = make_app((Page("/", lambda _: '"><script>alert(1)</script>', lambda _: html.Div()),))
    assert show(app, "/")["page-state"]["data"]["title"].startswith('"><script>')
