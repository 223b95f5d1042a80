"""Every table on every screen as a file: the links below it, and the CSV and XLSX they lead to.

A file is made from the same layout as the screen, at the same address, so both say the same. Where the screen
has one page of a long list the file holds all of it, drawn in large parts one after the other. A table that a
page has a better file of, its own, is `own_file` and gets no links; its address leads to that one.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Any
from urllib.parse import quote

from dash import Dash, html
from dash.development.base_component import Component
from flask import Flask, Response, request

from dashboard.addresses import find_page, href, parse_query
from dashboard.components.attributes import aria
from dashboard.exports.screen_tables import caption_of, has_own_file, is_table, rows_in_all, tables_of
from dashboard.exports.table_rows import Rows, ScreenTable
from dashboard.pages import links
from dashboard.pages.download_files import Maker, table_as_csv, table_as_xlsx
from dashboard.routing import live_parts
from dashboard.shell import NoSuchPageError, Page, Query
from dashboard.views.paging import WholeList
from indicators.store.store import Store

NUMBER = "table"
"""The name in an address that says which table of the page, counted from 1."""
PAGE = "page"
"""The name in an address that says which page of a long list."""


def filed(page: Page) -> Page:
    """The page with links to the files of each of its tables."""
    draw = page.layout

    def layout(query: Query) -> Component | Sequence[Component]:
        address = _address(page.path, query)
        rest = {name: value for name, value in query.items() if f"<{name}>" not in page.path}
        drawn, numbers = draw(query), count(1)
        parts = [drawn] if isinstance(drawn, Component) else drawn
        made = _with_links(parts, lambda table: _links(address, rest, next(numbers), table))
        return made[0] if len(made) == 1 else made

    return replace(page, layout=layout)


def register(app: Dash, store: Store, pages: Iterable[Page], maker: Maker) -> None:
    """Serve the tables of these pages."""
    server: Flask = app.server
    known = tuple(pages)
    for kind in links.KINDS:
        answer = _answer(store, known, maker, kind)
        server.add_url_rule(
            f"{links.table_file('', kind)}/<path:page>", endpoint=f"table.{kind}", view_func=answer
        )
        server.add_url_rule(f"{links.table_file('', kind)}/", endpoint=f"table.{kind} of /", view_func=answer)


def _answer(store: Store, pages: Sequence[Page], maker: Maker, kind: str) -> Callable[..., Response]:
    def answer(page: str = "") -> Response:
        query = parse_query(request.query_string.decode("utf-8", "replace"))
        number = query.pop(NUMBER, "1")
        found = find_page(pages, f"/{page}")
        tables = _tables(found, {**query, PAGE: ""}) if found else []
        if not number.isdecimal() or not 1 <= int(number) <= len(tables):
            return Response("There is no such table on this page.\n", status=404, mimetype="text/plain")
        table = tables[int(number) - 1]
        if table.has_own_file:
            return Response(status=302, headers={"Location": href(links.file_of(f"/{page}", kind), query)})
        table = _whole(found, query, table)
        address, name = href(f"/{page}", query), f"{page.replace('/', '-') or 'overview'}-{number}"
        if kind == "csv":
            return table_as_csv(table, name, store)
        return table_as_xlsx(table, name, store, maker, address)

    return answer


def _tables(found: tuple[Page, dict[str, str]], query: Query) -> list[ScreenTable]:
    """The tables of a page; those whose rows lead to no indicator are of the one that is chosen."""
    page, values = found
    try:
        drawn = page.layout(WholeList({**query, **values}))
    except NoSuchPageError:
        return []
    chosen = str(getattr(live_parts(drawn).get(("filter", "indicator")), "value", "") or "")
    return [replace(table, about=chosen) for table in tables_of(drawn)]


def _whole(found: tuple[Page, dict[str, str]] | None, query: Query, table: ScreenTable) -> ScreenTable:
    """A table that reads all of its list where the first part of it is not all."""
    return replace(table, parts=lambda: _parts(found, query, table)) if found and table.of else table


def _parts(found: tuple[Page, dict[str, str]], query: Query, table: ScreenTable) -> Iterator[Rows]:
    """The rows of a list, a part at a time; its table is known again by what it says it is."""
    read, rows = 0, table.rows
    for page in count(2):
        yield rows
        read += len(rows)
        if read >= table.of or not rows:
            return
        later = _tables(found, {**query, PAGE: str(page)})
        rows = next((each.rows for each in later if each.caption == table.caption), ())


def _address(path: str, query: Query) -> str:
    """The path of a page with the name that stands in angle brackets in it."""
    parts = (quote(query.get(part[1:-1], ""), safe="") if part.startswith("<") else part
             for part in path.split("/"))  # fmt: skip
    return "/".join(parts)


def _with_links(nodes: Sequence[Any], make: Callable[[Component], Component]) -> list[Any]:
    """Parts of a layout with links after each table; what holds no table stays the very same component.

    `make` is asked once for every table, in the order in which they are read.
    """
    made: list[Any] = []
    for node in nodes:
        if not isinstance(node, Component):
            made.append(node)
        elif (table := _table_in(node)) is not None:
            below = make(table)
            made += [node] if has_own_file(table) else [node, below]
        else:
            made.append(_with_links_inside(node, make))
    return made


def _with_links_inside(node: Component, make: Callable[[Component], Component]) -> Component:
    inside = getattr(node, "children", None)
    if inside is None or isinstance(inside, str | int | float):
        return node
    listed = list(inside) if isinstance(inside, list | tuple) else [inside]
    made = _with_links(listed, make)
    if len(made) == len(listed) and all(new is old for new, old in zip(made, listed, strict=True)):
        return node
    node = copy.copy(node)
    node.children = made
    return node


def _table_in(node: Component) -> Component | None:
    """A table, by itself or in the frame it scrolls in."""
    if is_table(node):
        return node
    inside = getattr(node, "children", None)
    framed = getattr(node, "className", None) == "scroll" and isinstance(inside, Component)
    return inside if framed and is_table(inside) else None


def _links(address: str, query: Query, number: int, table: Component) -> Component:
    caption, every = caption_of(table), rows_in_all(table)
    asked = {name: value for name, value in query.items() if name != PAGE} if every else query
    files = [
        html.A(
            kind.upper(),
            href=href(links.table_file(address, kind), asked, **{NUMBER: str(number)}),
            download="",
            **aria(label=f"{caption} as {kind.upper()}"),
        )
        for kind in links.KINDS
    ]
    what = f"All {every:,} rows as " if every else "This table as "
    return html.P([what, files[0], " or ", files[1]], className="note files not-print")
