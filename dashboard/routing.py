"""From the address to the page: the address bar holds the whole state, and a page is a function of it.

How it works, in one round:

0. A browser that opens a page asks Dash for the layout and names the page it is on as the referrer: `opened`
   draws that page into the layout at once, which saves a round trip. Without a referrer step 2 does it.
1. A person changes a control named {"filter": "indicator"}. `assets/state.js` hears the browser's own
   `change` event (never a value written by the server, so there is nothing to loop), writes the query,
   pushes the address and lets Dash's Location notice. Links, the search box, Back and Forward end there too.
2. `show` runs when the path changed: it draws the whole page into `main`.
3. `refresh` runs when only the query changed: it calls the same layout function and sends back just the live
   parts of the new tree, those with an id of one of these forms:
       {"filter": name}   value and options, so dependent drop-downs and Back are right without more code
       {"chart": name}    the figure, drawn again in place by plotly
       {"region": name}   the children
   `state.js` puts them into place. Everything else stays: no control is replaced, so the keyboard stays
   where it was. Live parts must not lie inside a region (they would be replaced with it). When the new tree
   has other live parts than the one on screen, the whole page is drawn, and the keyboard goes back to the
   control.

The parts travel in one plain Store rather than through `Output({"region": ALL}, ...)`: Dash drops the answer
of an older request once a newer one is under way, but (4.4) not for callbacks with wildcard outputs, and a
slow answer would overwrite a newer page. `state.js` also refuses any answer not for the present address.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from flask import has_request_context, request

from dashboard.addresses import find_page, parse_query
from dashboard.components.still import still
from dashboard.shell import NoSuchPageError, Opened, Page, not_found, went_wrong

KINDS: Final = ("filter", "chart", "region")
_FOLLOWS: Final = {"filter": ("options", "value"), "chart": ("figure",), "region": ("children",)}
Parts = dict[tuple[str, str], Component]

_log = logging.getLogger(__name__)


def live_parts(tree: object) -> Parts:
    """The live parts of a layout by (kind, name), not looking inside regions."""
    parts: Parts = {}
    if isinstance(tree, list | tuple):
        for child in tree:
            parts |= live_parts(child)
    elif isinstance(tree, Component):
        key = _live_key(getattr(tree, "id", None))
        if key:
            parts[key] = tree
        if key is None or key[0] != "region":
            parts |= live_parts(getattr(tree, "children", None))
    return parts


def updates(tree: object) -> list[dict[str, Any]]:
    """The live parts of a layout as ids with their new properties, what people look at first coming first."""
    parts = sorted(live_parts(tree).items(), key=lambda item: KINDS.index(item[0][0]))
    return [{"id": {kind: name}, "props": _news(kind, part)} for (kind, name), part in parts]


def _news(kind: str, part: Component) -> dict[str, Any]:
    """The properties of a live part that follow the address."""
    news = {name: getattr(part, name) for name in _FOLLOWS[kind] if hasattr(part, name)}
    return {"children": still(part.children)} if "children" in news else news


def opened(app: Dash, pages: Sequence[Page], product: str) -> Opened | None:
    """The page the browser that asks for the layout is on, drawn; None when it does not say which it is."""
    address = urlsplit(request.referrer or "") if has_request_context() else urlsplit("")
    if not address.path or address.netloc != request.host:
        return None
    search = f"?{address.query}" if address.query else ""
    tree, state = _draw(app, pages, product, address.path, search)
    return Opened(address.path, search, tree, state)


def register(app: Dash, pages: Sequence[Page], product: str) -> None:
    """Give the app its two routing callbacks and the two that run in the browser."""

    @app.callback(
        Output("page", "children"),
        Output("page-state", "data"),
        Input("url", "pathname"),
        State("url", "search"),
        prevent_initial_call=True,
    )
    def show(pathname: object, search: object) -> tuple[Any, dict[str, Any]]:
        if not isinstance(pathname, str):
            raise PreventUpdate
        tree, state = _draw(app, pages, product, pathname, search)
        return still(tree), state

    @app.callback(
        Output("page", "children", allow_duplicate=True),
        Output("page-state", "data", allow_duplicate=True),
        Output("page-update", "data"),
        Input("url", "search"),
        State("url", "pathname"),
        State("page-state", "data"),
        prevent_initial_call=True,
    )
    def refresh(search: object, pathname: object, shown: object) -> tuple[Any, dict[str, Any], list[Any]]:
        if not isinstance(pathname, str) or not isinstance(shown, dict) or shown.get("path") != pathname:
            raise PreventUpdate  # another page: `show` draws it
        tree, state = _draw(app, pages, product, pathname, search)
        if state["parts"] != shown.get("parts"):
            return still(tree), state, []
        return no_update, {**state, "partial": True}, updates(tree)

    _register_in_browser(app)


def _register_in_browser(app: Dash) -> None:
    """Navigation links keep the council; title, keyboard and screen readers follow the page."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("shell", "navigation"),
        Output({"nav": ALL, "where": ALL}, "href"),
        Output({"filter": "area"}, "value"),
        Input("url", "search"),
        Input("url", "pathname"),
        State({"nav": ALL, "where": ALL}, "id"),
        State({"filter": "area"}, "options"),
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("shell", "drawn"),
        Output("announced", "children"),
        Input("page-state", "data"),
        State("page-update", "data"),
    )


def _draw(
    app: Dash, pages: Sequence[Page], product: str, pathname: str, search: object
) -> tuple[Any, dict[str, Any]]:
    """The layout at an address, and what the browser remembers of it: path, title and names of live parts."""
    found = find_page(pages, pathname)
    title = "Page not found"
    tree: Component | Sequence[Component] = not_found(pages, pathname)
    if found:
        page, values = found
        query = {**parse_query(search), **values}
        try:
            title, tree = page.title_for(query), page.layout(query)
        except NoSuchPageError as error:
            tree = not_found(pages, pathname, error)
        except Exception:
            if app.server.testing:
                raise
            _log.exception("The page at %s could not be drawn", pathname.encode("unicode_escape").decode())
            title, tree = "Page could not be drawn", went_wrong()
    parts = sorted(f"{kind} {name}" for kind, name in live_parts(tree))
    return tree, {
        "path": pathname,
        "search": search,
        "title": f"{title} - {product}",
        "parts": parts,
    }


def _live_key(component_id: object) -> tuple[str, str] | None:
    """("filter", "area") from {"filter": "area"}; None for any other id."""
    if isinstance(component_id, dict) and len(component_id) == 1:
        kind, name = next(iter(component_id.items()))
        if kind in KINDS and isinstance(name, str):
            return kind, name
    return None
