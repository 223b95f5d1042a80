"""What every page has in common, and what a page is.

A `Page` is a value: a path, a title and a function from the query of the address to a layout. There is no
registry: `factory.create_app` is given the pages, so two apps over two stores can live in one process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from dashboard.components.filters import Option
from dashboard.components.footer import Footer, footer
from dashboard.components.header import Header, header
from dashboard.components.page_head import page_head

Query = Mapping[str, str]
IN_THE_ROW = 4
"""Pages of a higher position stand under More, so that the navigation is one row wherever it is shown."""


class NoSuchPageError(LookupError):
    """Raised by a layout whose address names something that does not exist, such as an indicator code.

    The message is a sentence for the reader; `ways` are links on, as (words, address).
    """

    def __init__(self, said: str, *ways: tuple[str, str]) -> None:
        self.said, self.ways = said, ways
        super().__init__(said)


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    `path` may hold one name in angle brackets (`/indicators/<code>`), which then is in the query under that
    name. `title` is the title, or makes it from the query. `layout` gets the query: one value a name, none
    of them checked yet. `register` is called once with the app, for routes and callbacks of the page's own.
    A page with a `label` is in the navigation, by `position` and label. `has_chart` has plotly fetched early.
    """

    path: str
    title: str | Callable[[Query], str]
    layout: Callable[[Query], Component | Sequence[Component]]
    register: Callable[[Dash], None] | None = None
    label: str = ""
    position: int = 0
    has_chart: bool = False

    def title_for(self, query: Query) -> str:
        """The title with the query's particulars."""
        return self.title if isinstance(self.title, str) else self.title(query)


@dataclass(frozen=True, slots=True)
class ShellContext:
    """What header and footer say. Asked for at every page load, so a new release of data shows at once."""

    product: str
    councils: tuple[Option, ...]
    home: str
    period: str
    edition: str
    data_as_at: str
    release: str
    attribution: str
    indicators: tuple[Option, ...] = ()
    search_to: str = "/search"
    indicators_at: str = "/indicators/"
    footer_links: tuple[tuple[str, str], ...] = ()
    user: str = ""
    notice: str = ""


def navigation(pages: Sequence[Page]) -> tuple[tuple[str, str], ...]:
    """The (path, words) of the pages with a label, by position."""
    shown = sorted((page for page in pages if page.label), key=lambda page: (page.position, page.label))
    return tuple((page.path, page.label) for page in shown)


@dataclass(frozen=True, slots=True)
class Opened:
    """The page a browser opened: its address, its parts for `main`, and what the browser remembers of it."""

    pathname: str
    search: str
    parts: Any
    state: dict[str, Any]


def shell_layout(pages: Sequence[Page], context: ShellContext, opened: Opened | None = None) -> Component:
    """Header, `main` with the page opened (empty for `dashboard.routing` to fill), footer, and the state."""
    head = Header(
        product=context.product,
        councils=context.councils,
        council=context.home,
        period=context.period,
        edition=context.edition,
        indicators=context.indicators,
        search_to=context.search_to,
        indicators_at=context.indicators_at,
        links=navigation([page for page in pages if page.position <= IN_THE_ROW]),
        further=navigation([page for page in pages if page.position > IN_THE_ROW]),
        user=context.user,
        notice=context.notice,
    )
    foot = Footer(context.data_as_at, context.release, context.attribution, context.footer_links)
    return html.Div(
        [
            _location(opened),
            dcc.Store(id="page-state", data=opened.state if opened else None),
            dcc.Store(id="page-update"),
            header(head),
            html.Main(
                html.Div(opened.parts if opened else None, id="page", className="wrap"),
                id="main",
                tabIndex=-1,
            ),
            footer(foot),
            html.Div(id="announced", className="unseen", role="status"),
        ]
    )


def _location(opened: Opened | None) -> Component:
    """What follows the address bar; told the address of the page that is there, it does not ask for it."""
    known = {"pathname": opened.pathname, "search": opened.search} if opened else {}
    return dcc.Location(id="url", refresh="callback-nav", **known)


def not_found(pages: Sequence[Page], pathname: str, error: NoSuchPageError | None = None) -> Component:
    """A page for an address that leads nowhere, with the ways on; those an `error` knows come first."""
    links = [html.Li(dcc.Link(words, href=path)) for path, words in navigation(pages)]
    said = error.said if error else "There is nothing at this address."
    near = [html.Span(dcc.Link(words, href=address)) for words, address in (error.ways if error else ())]
    head = page_head("Page not found", said, below=(*near, f"Asked for: {pathname}"))
    return html.Div([head, html.P("These pages exist:", className="sub"), html.Ul(links)])


def went_wrong() -> Component:
    """A page for a layout that failed: the log knows more, the reader needs a way on."""
    return page_head(
        "This page could not be drawn",
        "The fault has been written to the log. Other pages still work.",
        below=("Try again, or choose other filters.",),
    )
