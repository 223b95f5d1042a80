"""What one cell of a screen says in a file: words seen, small print, the number, what it leads to."""

from __future__ import annotations

from typing import Any

import pytest
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from dashboard import plain, svg
from dashboard.components.pill import pill
from dashboard.exports.screen_cells import classes_of, listed, said_by
from indicators.display import Shown, number


@pytest.mark.parametrize(
    ("node", "words", "note"),
    [
        ("7.8%", "7.8%", ""),
        (7, "7", ""),
        (None, "", ""),
        ([], "", ""),
        (["a", None, "b"], "ab", ""),
        (html.Span(["a", html.B("b")]), "ab", ""),
        (html.Span([" a ", plain.small(" 2021-22 ")]), "a", "2021-22"),
        ([plain.small("one"), plain.small("  "), plain.small("two")], "", "one; two"),
        (plain.small(["revised", html.B("to check")]), "", "revised; to check"),
        (html.Ul([html.Li("a"), html.Li("b")]), "a; b", ""),
        (["a", html.Br(), "b"], "a; b", ""),
        (html.Dl([html.Dt("Owner"), html.Dd("A. B.")]), "Owner; A. B.", ""),
        (pill("red", "Off target"), "Off target", ""),
    ],
)
def test_what_is_seen_is_said_in_the_order_in_which_it_is_read(node: Any, words: str, note: str) -> None:
    said = said_by(node)
    assert (said.words, said.note) == (words, note)


@pytest.mark.parametrize(
    "unseen",
    [
        html.Span("x", className="unseen"),
        html.Span("x", className="num phone-only"),
        html.Span("x", className="by"),
        plain.span("x", **{"aria-hidden": "true"}),
        html.Summary("x"),
        svg.drawing([svg.text("x", "t", 0, 0)], "picture"),
        html.Div(html.Span(html.B("x"), className="unseen")),
    ],
)
def test_what_nobody_sees_on_a_wide_screen_is_in_no_file(unseen: Any) -> None:
    assert said_by(["seen", unseen]).words == "seen"


def test_a_number_nobody_sees_is_in_no_file_either() -> None:
    hidden = html.Span(Shown("3", 3.0), className="unseen")
    said = said_by(["[c]", hidden])
    assert (said.words, said.number, said.numbers) == ("[c]", None, [])


@pytest.mark.parametrize(
    ("node", "value"),
    [
        (Shown("7.8%", 7.84), 7.84),
        (Shown("£4,240", 4240.0), 4240),
        ([Shown("7.8%", 7.84), " [r] [p]"], 7.84),
        ([Shown("7.8%", 7.84), " points"], None),
        ([Shown("7", 7.0), Shown("8", 8.0)], None),
        ("12", 12),
        ("−12", -12),
        ("1,234,567", 1234567),
        ("0", 0),
        ("00", None),
        ("1,23", None),
        ("-12", None),
        ("1.5", None),
        ("12 [r]", 12),
        ("[c]", None),
        ("", None),
        ("2021-22", None),
        ("١٢", None),
    ],
)
def test_a_cell_has_a_number_only_where_it_says_nothing_else(node: Any, value: float | None) -> None:
    found = said_by(node).number
    assert found == value
    assert type(found) is type(value)


@given(st.floats(-1e6, 1e6), st.integers(0, 2))
def test_the_number_of_a_cell_is_exact_however_it_is_rounded(value: float, decimals: int) -> None:
    assert said_by(html.Td(html.B(number(value, decimals)))).number == value


@pytest.mark.parametrize(
    ("href", "codes"),
    [
        ("/indicators/CHN22", ["CHN22"]),
        ("/indicators/CHN22?area=S12000042#figures", ["CHN22"]),
        ("/indicators/A%26B", ["A&B"]),
        ("/trends?indicator=SW01&area=x", ["SW01"]),
        ("/trends?indicator=SW01&indicator=SW02", ["SW01"]),
        ("/indicators/CHN22/figures.csv", []),
        ("/scorecards/dg-plan", []),
        ("", []),
    ],
)
def test_a_link_tells_which_indicator_it_leads_to(href: str, codes: list[str]) -> None:
    assert said_by(dcc.Link("x", href=href)).codes == codes


def test_classes_and_children_are_lists_however_they_were_given() -> None:
    assert classes_of(html.Span(className="num  quiet")) == {"num", "quiet"}
    assert classes_of("text") == classes_of(html.Span()) == set()
    assert listed(None) == [None]
    assert listed(("a", "b")) == listed(["a", "b"]) == ["a", "b"]
