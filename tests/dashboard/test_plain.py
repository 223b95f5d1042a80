"""Plain elements are Dash components in all but the cost of making them."""

from __future__ import annotations

from dash import html

from dashboard import plain
from tests.dashboard.tree import tree


def test_an_element_is_on_the_wire_what_dash_would_send() -> None:
    ours = plain.td(["7.8%", plain.small("2021-22")], className="value", colSpan=2)
    theirs = html.Td(["7.8%", html.Small("2021-22")], className="value", colSpan=2)
    assert tree(ours) == tree(theirs)
    ours_sent, theirs_sent = ours.to_plotly_json(), theirs.to_plotly_json()
    assert {k: ours_sent[k] for k in ("type", "namespace")} == {
        k: theirs_sent[k] for k in ("type", "namespace")
    }
    assert ours_sent["props"]["className"] == theirs_sent["props"]["className"]


def test_properties_that_are_none_are_not_sent() -> None:
    sent = plain.th("Rank", scope="col", className=None).to_plotly_json()["props"]
    assert sent == {"children": "Rank", "scope": "col"}


def test_aria_attributes_are_sent_as_they_are() -> None:
    sent = plain.svg([], **{"aria-hidden": "true"}).to_plotly_json()
    assert (sent["namespace"], sent["type"], sent["props"]["aria-hidden"]) == ("dashboard_svg", "Svg", "true")
