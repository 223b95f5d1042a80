"""The four views of the benchmarks page over HTTP: their words, tables and links."""

from __future__ import annotations

import json
import re

import pytest
from dash import Dash

from dashboard.factory import create_app
from dashboard.pages import every
from indicators.store.store import Store
from tests.dashboard.shell_app import callback_body, post

PARTS = "..page.children...page-state.data.."
HOSTILE = ("' OR 1=1--", "\0", "x" * 5_000, "<img src=x onerror=alert(1)>", "__proto__", "S92000003", "none")


@pytest.fixture(scope="module")
def app(store: Store) -> Dash:
    """The dashboard over the bundled figures."""
    made = create_app(every.every_page(store), lambda: every.context(store))
    made.server.testing = True
    made.server.test_client().get("/_dash-dependencies")
    return made


def drawn(app: Dash, search: str) -> tuple[str, str]:
    """The title of a view and its tree as text."""
    answer = post(app, callback_body(app, PARTS, {"url.pathname": "/benchmarks", "url.search": search}))
    assert answer.status_code == 200, answer.text[:500]
    found = answer.get_json()["response"]
    return found["page-state"]["data"]["title"], json.dumps(found["page"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("search", "title", "words"),
    [
        ("?indicator=CHN22", "Benchmarks", ("16th of 31", "Show the figures", "Show the places")),
        ("?view=profile&service=children", "Profile of a service", ("four of seven", "CHN23", "Middle half")),
        ("?view=funnel&indicator=CHN22", "Funnel plot", ("There is no funnel plot here",)),
        ("?view=compare&service=children", "Side by side", ("Dundee City beside Scotland", "not tested")),
        ("?view=compare&service=children&with_period=2018-19", "Side by side", ("now and in 2018-19",)),
        ("?view=profile&service=adult_protection", "Profile of a service", ("must not be compared",)),
        ("?view=nonsense", "Benchmarks", ("Ranked",)),
    ],
)
def test_each_view_has_an_address_a_title_and_its_sentence(
    app: Dash, search: str, title: str, words: tuple[str, ...]
) -> None:
    found, page = drawn(app, search)
    assert found.startswith(title)
    assert [each for each in words if each not in page] == []


def test_the_links_between_views_keep_what_is_chosen_and_mark_where_we_are(app: Dash) -> None:
    _, page = drawn(app, "?area=S12000006&indicator=CHN22&view=profile")
    assert "/benchmarks?area=S12000006&indicator=CHN22&view=funnel" in page
    assert page.count('"aria-current": "true"') == 2  # the view, and the order of its rows


def test_where_there_is_no_funnel_the_indicators_that_have_one_are_links_to_it(app: Dash) -> None:
    _, page = drawn(app, "?area=S12000006&view=funnel&indicator=CHN22")
    (address,) = re.findall(r"/benchmarks(\?[^\"]*indicator=SW06[^\"]*)", page)
    assert "There is a funnel plot for " in page
    assert "Readmissions to hospital within 28 days of discharge (SW06)" in page
    _, there = drawn(app, address)
    assert "There is no funnel plot here" not in there
    assert "Dumfries & Galloway is " in there
    assert "There is a funnel plot for " not in there


@pytest.mark.parametrize(
    ("view", "leads_on"), [("", True), ("funnel", True), ("profile", False), ("compare", False)]
)
def test_a_view_of_one_indicator_leads_on_to_its_trend_and_its_page(
    app: Dash, view: str, leads_on: bool
) -> None:
    _, page = drawn(app, f"?area=S12000006&indicator=CHN22&view={view}")
    trend, story = "/trends?area=S12000006&indicator=CHN22", "/indicators/CHN22?area=S12000006"
    head = page[: page.index("Ways to compare")]
    assert (trend in head, story in head) == (leads_on, leads_on)


@pytest.mark.parametrize("view", ["", "funnel"])
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("NOPE", "No indicator NOPE: Looked after in the community (CHN09) is shown."),
        ("ASP_REFERRALS", "has nothing to show here: Looked after in the community (CHN09) is shown."),
        ("chn 9", ""),
    ],
)
def test_an_indicator_that_cannot_be_compared_is_never_replaced_in_silence(
    app: Dash, view: str, asked: str, said: str
) -> None:
    _, page = drawn(app, f"?view={view}&indicator={asked}")
    assert ("left-aside" in page) == bool(said)
    assert said in page


def test_each_tile_of_the_map_leads_to_its_council(app: Dash) -> None:
    _, page = drawn(app, "?indicator=CHN22")
    assert "/benchmarks?indicator=CHN22&area=S12000033" in page


@pytest.mark.parametrize("view", ["profile", "funnel", "compare"])
@pytest.mark.parametrize(
    "name", ["service", "indicator", "sort", "show", "with", "with_period", "period", "basis"]
)
def test_no_value_of_any_parameter_breaks_a_view(app: Dash, view: str, name: str) -> None:
    from urllib.parse import urlencode

    for value in HOSTILE:
        _, page = drawn(app, f"?{urlencode({'view': view, name: value})}")
        said_back = "No indicator <img src=x onerror=alert(1)>: "  # text, which the browser is sent as text
        assert "<img" not in page.replace(said_back, "")
        assert "Traceback" not in page


def ticks_of(page: str) -> list[str]:
    """The words under the axis of a picture."""
    return re.findall(r'"tick[^"]*", "style": \{[^}]*\}\}, "([^"]+)"', page)


def test_the_ranked_dots_fit_the_figures_where_the_address_asks_for_it(app: Dash) -> None:
    """CHN11 of 2021-22 lies between 93.1% (Angus) and 98.9% (East Dunbartonshire), one corner from zero."""
    _, whole = drawn(app, "?indicator=CHN11&period=2021-22")
    _, fitted = drawn(app, "?indicator=CHN11&period=2021-22&axis=fit")
    said = "the axis does not begin at zero"
    assert (said in whole, said in fitted) == (False, True)
    assert (ticks_of(whole)[0], ticks_of(whole)[-1]) == ("0%", "100%")
    assert ticks_of(fitted) == ["92%", "94%", "96%", "98%", "100%"]
    assert '"id": {"filter": "axis"}' in fitted
