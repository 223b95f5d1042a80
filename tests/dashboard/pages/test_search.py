"""The page of a search: where its results lead, what is marked, and what it says when there are none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from dash import Dash
from dash.development.base_component import Component
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.addresses import parse_query
from dashboard.components.still import still
from dashboard.factory import create_app
from dashboard.pages import every, search
from indicators.store.store import Store
from tests.dashboard.shell_app import callback_body, post
from tests.dashboard.tree import find, words


@pytest.fixture(scope="module")
def app(store: Store) -> Dash:
    """The dashboard over the bundled figures."""
    made = create_app(every.every_page(store), lambda: every.context(store))
    made.server.testing = True
    made.server.test_client().get("/_dash-dependencies")
    return made


def layout(store: Store, **query: str) -> Any:
    """The page of a question."""
    return search.page(store).layout(query)


def links_of(page: Any) -> dict[str, str]:
    """The links of a page by their words."""
    return {words(link): link.href for link in find(page, "Link")}


def test_an_indicator_leads_to_its_page_with_the_council(store: Store) -> None:
    links = links_of(layout(store, q="CHN22", area="S12000049"))
    assert links["Child protection re-registrations within 18 months"] == "/indicators/CHN22?area=S12000049"


@pytest.mark.parametrize(
    ("question", "title", "address"),
    [
        ("justice", "Justice", "/services/justice?area=S12000042"),
        ("children", "Children", "/explore?area=S12000042&service=children"),
    ],
)
def test_a_service_leads_to_its_own_page_or_to_its_figures(
    store: Store, question: str, title: str, address: str
) -> None:
    assert links_of(layout(store, q=question))[title] == address


def test_a_term_says_what_it_means_where_it_is_found(store: Store) -> None:
    row = find(layout(store, q="MAPPA"), "Tr")[1]
    assert words(row).startswith("Multi-Agency Public Protection ArrangementsTerm MAPPA")
    assert len(words(row)) > 80


def test_the_words_asked_for_are_marked_and_the_row_travels_as_finished_markup(store: Store) -> None:
    page = layout(store, q="complaints")
    assert {words(mark).lower() for mark in find(page, "Mark")} >= {"complaints"}
    assert find(still(page), "Mark") == []


def test_a_result_without_a_figure_of_the_council_says_so(store: Store) -> None:
    assert "no figure" in words(layout(store, q="SDS", area="S12000049"))


def test_the_sentence_counts_and_names_the_council(store: Store) -> None:
    assert words(find(layout(store, q="register family"), className="lead")) == (
        "One result for “register family”, with the latest figures of Dundee City."
    )


def test_a_long_answer_has_links_to_its_other_parts(store: Store) -> None:
    first, second = layout(store, q="children"), layout(store, q="children", page="2")
    assert links_of(first)["Page 2"] == "/search?q=children&page=2"
    assert "Page 1" not in links_of(first)
    assert links_of(second)["Page 1"] == "/search?q=children&page=1"


def test_a_misspelt_question_offers_the_right_one_what_it_finds_and_what_to_try(store: Store) -> None:
    page = layout(store, q="complants")
    assert words(find(page, className="lead")).startswith("Nothing has “complants”")
    assert links_of(page)["complaints"] == "/search?area=S12000042&q=complaints"
    assert len(find(page, "Tr")) == 7
    assert "What to try" in words(page)


def test_a_question_with_nothing_near_says_what_to_try(store: Store) -> None:
    page = layout(store, q="zqxjkv wvutzq")
    assert find(page, "Table") == []
    assert {"Explore", "the glossary"} <= set(links_of(page))


def test_every_example_finds_something(store: Store) -> None:
    offered = links_of(layout(store))
    assert set(offered) == set(search.TRY)
    for address in offered.values():
        assert find(layout(store, **parse_query(address.partition("?")[2])), "Table")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(max_size=420))
def test_any_text_gets_an_answer_and_none_of_it_becomes_markup(store: Store, question: str) -> None:
    page = layout(store, **parse_query(f"q={question}"))
    assert isinstance(page, Component)
    assert find(page, "Input")[0].maxLength == 400
    assert {each._type for each in find(page) if each._namespace == "dash_html_components"} <= {
        "A", "B", "Div", "H1", "H2", "Label", "Li", "Mark", "Nav", "P", "Small", "Span", "Table", "Caption",
        "Tbody", "Td", "Th", "Thead", "Tr", "Ul",
    }  # fmt: skip


def test_the_page_is_drawn_over_http_with_its_title(app: Dash) -> None:
    values = {"url.pathname": "/search", "url.search": "?q=%3Cimg%20src%3Dx%3E"}
    answer = post(app, callback_body(app, "..page.children...page-state.data..", values)).get_json()[
        "response"
    ]
    assert answer["page-state"]["data"]["title"] == "Search for <img src=x> - Social Work Indicators"
    assert "“<img src=x>”" in json.dumps(answer, ensure_ascii=False)
