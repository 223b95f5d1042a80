"""The head of every page: product, council, period, search, colours, navigation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import svg
from dashboard.components.attributes import HIDDEN, aria, data
from dashboard.components.banner import banner
from dashboard.components.filters import Option, choices, dom_id

LONGEST_QUESTION = 400
_SIGN = "M1 19.5h20M3.5 15l5-6 4 3.5L19 4"
_RING = "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z"
_THEMES = {
    "auto": "M10 2.5a7.5 7.5 0 0 1 0 15Z",
    "light": "M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z",
    "dark": "M10 2.5a7.5 7.5 0 0 1 0 15 7.5 7.5 0 0 1 0-15Z",
}


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says; `links` are the pages of the navigation as (path, words), then `further` in More.

    `search_to` is the address of the results of a search, `indicators_at` what comes before the code of an
    indicator in the address of its page.
    """

    product: str
    councils: tuple[Option, ...]
    council: str
    period: str
    edition: str
    indicators: tuple[Option, ...]
    search_to: str
    indicators_at: str
    links: tuple[tuple[str, str], ...]
    further: tuple[tuple[str, str], ...] = ()
    user: str = ""
    notice: str = ""


def header(head: Header) -> Component:
    """Its links are named {"nav": path, "where": ...}; `state.js` keeps the council in them."""
    bar = html.Div(
        [
            dcc.Link([_sign(), head.product], href="/", className="brand", id={"nav": "/", "where": "brand"}),
            _council(head),
            _period(head),
            _search(head),
            _theme(),
            *([_who(head.user)] if head.user else []),
            _menu((*head.links, *head.further)),
        ],
        className="bar",
    )
    pages = [*_links(head.links, "top"), *_folded(head.further)]
    nav = html.Nav(pages, className="nav", **aria(label="Main"))
    return html.Header([*banner(head.notice), html.Div([bar, nav], className="wrap")], className="top")


def _sign() -> Component:
    return svg.drawing([svg.path("sign-line", _SIGN)], "sign", "0 0 22 22")


def _council(head: Header) -> Component:
    return html.Div(
        [
            html.Label("Council", htmlFor=dom_id("area"), className="unseen"),
            dbc.Select(id={"filter": "area"}, options=choices(head.councils), value=head.council),
        ],
        className="council",
    )


def _period(head: Header) -> Component:
    return html.Div(
        ["Figures to ", html.B(head.period), html.Span(head.edition)], className="period", id="period"
    )


def _search(head: Header) -> Component:
    """The list of indicators travels as one attribute and becomes options when the box is first used."""
    options = json.dumps([[option.value, option.words] for option in head.indicators], ensure_ascii=False)
    return html.Form(
        [
            html.Label("Search by code or words", htmlFor="search-box", className="unseen"),
            dbc.Input(
                id="search-box",
                type="search",
                name="q",
                maxLength=LONGEST_QUESTION,
                list="search-list",
                placeholder="Search indicators",
                autoComplete="off",
                debounce=True,
            ),
            html.Kbd("/", **HIDDEN),
            html.Datalist(id="search-list"),
        ],
        id="search",
        role="search",
        className="search",
        **data(options=options, to=head.search_to, indicators=head.indicators_at),
    )


def _theme() -> Component:
    signs = [
        svg.drawing([svg.path("ring", _RING), svg.path("fill", d)], f"sign {name}", "0 0 20 20")
        for name, d in _THEMES.items()
    ]
    return html.Button(
        signs, id="theme", type="button", className="icon-button theme", **aria(label="Colours")
    )


def _who(user: str) -> Component:
    initials = "".join(word[0] for word in user.split()[:2]).upper()
    return html.Span(
        [html.Span(f"Signed in as {user}", className="unseen"), html.Span(initials, **HIDDEN)],
        className="who",
    )


def _menu(links: Sequence[tuple[str, str]]) -> Component:
    """All pages, folded, for screens too narrow for a row of them."""
    listed = html.Nav(_list(links, "menu"), **aria(label="Pages"))
    return html.Details([html.Summary("Menu"), listed], className="menu")


def _folded(further: Sequence[tuple[str, str]]) -> list[Component]:
    """The pages that have no room in the row, folded; `state.js` closes it when a page opens, as the menu."""
    if not further:
        return []
    return [html.Details([html.Summary("More"), _list(further, "top")], className="menu further")]


def _list(links: Sequence[tuple[str, str]], where: str) -> Component:
    return html.Ul([html.Li(link) for link in _links(links, where)])


def _links(links: Sequence[tuple[str, str]], where: str) -> list[Component]:
    return [dcc.Link(words, href=path, id={"nav": path, "where": where}) for path, words in links]
