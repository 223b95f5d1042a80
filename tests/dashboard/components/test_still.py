"""Markup made still: nothing lost, nothing that a callback needs taken."""

from __future__ import annotations

import json

from dash import dcc, html
from dash._utils import to_json

from dashboard import svg
from dashboard.components.still import Still, still
from tests.dashboard.tree import tree


def markup(made: object) -> object:
    """The markup of a single still component."""
    assert isinstance(made, Still)
    return json.loads(to_json(made))["props"]["markup"]


def test_plain_markup_becomes_one_component() -> None:
    made = still(html.Div([html.B("7.8%"), " of ", html.Span("them", className="quiet")], title="x"))
    assert markup(made) == [
        ["div", {"title": "x"}, ["b", {}, "7.8%"], " of ", ["span", {"className": "quiet"}, "them"]]
    ]


def test_attributes_that_python_cannot_spell_are_kept() -> None:
    made = still(html.Td("1", colSpan=2, **{"aria-label": "one", "data-l": "Rank"}))
    assert markup(made) == [["td", {"aria-label": "one", "colSpan": 2, "data-l": "Rank"}, "1"]]


def test_drawings_are_kept() -> None:
    made = still(svg.drawing([svg.path("line-ours", "M0 0")], "spark", "0 0 10 10", "Falling"))
    assert markup(made) == [
        [
            "svg",
            {"className": "spark", "viewBox": "0 0 10 10", "role": "img", "aria-label": "Falling"},
            ["path", {"className": "line-ours", "d": "M0 0"}],
        ]
    ]


def test_links_within_the_site_stay_within_it() -> None:
    assert markup(still(dcc.Link("Trends", href="/trends"))) == [
        ["a", {"href": "/trends", "data-page": ""}, "Trends"]
    ]


def test_a_component_with_an_id_stays_for_callbacks_and_its_content_is_still() -> None:
    made = still(html.Div([html.P("one"), html.P("two")], id={"region": "head"}))
    kind, properties, children = tree(made)
    assert (kind, properties) == ("Div", {"id": {"region": "head"}})
    assert [child[0] for child in children] == ["Still"]


def test_a_control_stays_and_its_neighbours_are_still() -> None:
    made = still([html.P("before"), "text", dcc.Store(id="x"), html.P("after")])
    assert [each._type for each in made] == ["Still", "Store", "Still"]
    assert markup(made[0]) == [["p", {}, "before"], "text"]


def test_a_parent_of_a_control_stays_too() -> None:
    made = still(html.Section([html.H2("Heading"), html.Div(dcc.Graph(figure={}))]))
    assert made._type == "Section"
    assert [each._type for each in made.children] == ["Still", "Div"]


def test_the_tree_given_is_left_as_it_was() -> None:
    given = html.Div([html.P("one")], id="x")
    before = tree(given)
    still(given)
    assert tree(given) == before


def test_elements_that_could_run_or_load_something_are_never_still() -> None:
    for element in (html.Script("x"), html.Iframe(src="/x"), html.ObjectEl(), html.Embed(), html.Base()):
        assert not isinstance(still(element), Still)


def test_text_is_sent_as_text() -> None:
    assert markup(still(html.P("<img src=x onerror=alert(1)>"))) == [
        ["p", {}, "<img src=x onerror=alert(1)>"]
    ]


def test_nothing_and_numbers_are_taken_as_they_come() -> None:
    assert markup(still(html.P([None, 3, 4.5]))) == [["p", {}, "3", "4.5"]]
    assert still("words")._type == "Still"
    assert still([]) == []
