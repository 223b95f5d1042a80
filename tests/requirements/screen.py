"""A page as a person gets it, asked for over HTTP: its words line by line, its tables and its charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from dash import Dash

from dashboard.factory import create_app
from dashboard.pages import every
from indicators.store.store import Store
from tests.dashboard.shell_app import callback_body, post

DUNDEE, DUMFRIES = "S12000042", "S12000006"
PAGE = "..page.children...page-state.data.."
_BLOCKS = {
    *("blockquote", "caption", "dd", "details", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4"),
    *("li", "ol", "p", "section", "summary", "table", "tr", "ul"),
}
_CELLS = {"td", "th"}


@dataclass
class Screen:
    """What a page says and draws: `lines` of words, `rows` of tables, charts by name, options by control."""

    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    charts: dict[str, Any] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """Everything it says, in reading order."""
        return "\n".join(self.lines)

    def row(self, start: str) -> list[str]:
        """The first row of a table whose heading begins so."""
        return next(row for row in self.rows if row[0].startswith(start))

    def after(self, line: str) -> str:
        """The line that follows the first one that is exactly `line`, such as a fact after its name."""
        return self.lines[self.lines.index(line) + 1]

    def trace(self, uid: str, chart: str = "") -> dict[str, Any]:
        """One trace of a chart (of the first without a name)."""
        figure = self.charts[chart] if chart else next(iter(self.charts.values()))
        (found,) = [trace for trace in figure["data"] if trace.get("uid") == uid]
        return dict(found)


@dataclass(frozen=True)
class Site:
    """A dashboard over a store."""

    app: Dash

    def open(self, path: str, area: str = DUNDEE, **query: str) -> Screen:
        """The page at an address."""
        values = {"url.pathname": path, "url.search": f"?{urlencode({'area': area, **query})}"}
        answer = post(self.app, callback_body(self.app, PAGE, values))
        assert answer.status_code == 200, answer.text[:500]
        return seen(answer.get_json()["response"]["page"]["children"])


def site_over(store: Store) -> Site:
    """The dashboard as it is served, over a store."""
    app = create_app(every.every_page(store), lambda: every.context(store))
    every.register(app, store)
    app.server.testing = True
    app.server.test_client().get("/_dash-dependencies")
    return Site(app)


def seen(page: Any) -> Screen:
    """A page as it travels, taken apart."""
    screen = Screen()
    told = "".join(_told(page, screen))
    screen.lines = [line for line in (" ".join(each.split()) for each in told.split("\n")) if line]
    return screen


def _told(node: Any, screen: Screen) -> Iterator[str]:
    """The words of a node; blocks stand on lines of their own. Rows, charts and options are kept."""
    if isinstance(node, dict):
        _keep(node, screen)
        inside = node["props"].get("markup", node["props"].get("children"))
        markup = "markup" in node["props"]
        parts = [_told_markup(each, screen) for each in inside] if markup else [_told(inside, screen)]
        words = "".join(word for part in parts for word in part)
        yield from _set(str(node.get("type", "")).lower(), words, screen)
    elif isinstance(node, list):
        for child in node:
            yield from _told(child, screen)
    elif node is not None:
        yield str(node)


def _told_markup(node: Any, screen: Screen) -> Iterator[str]:
    """The words of finished markup: text, or [tag, properties, *children]."""
    if isinstance(node, list):
        words = "".join(word for child in node[2:] for word in _told_markup(child, screen))
        yield from _set(node[0], words, screen)
    else:
        yield str(node)


def _set(tag: str, words: str, screen: Screen) -> Iterator[str]:
    if tag in _CELLS:
        yield f"{' '.join(words.split())}\t"
    elif tag == "tr":
        cells = [" ".join(cell.split()) for cell in words.split("\t")[:-1]]
        screen.rows.append(cells)
        yield f"\n{' | '.join(cells)}\n"
    else:
        yield f"\n{words}\n" if tag in _BLOCKS else words


def _keep(node: dict[str, Any], screen: Screen) -> None:
    props, name = node["props"], node["props"].get("id")
    if isinstance(name, dict) and "chart" in name:
        screen.charts[name["chart"]] = props["figure"]
    if isinstance(name, dict) and "filter" in name and "options" in props:
        screen.options[name["filter"]] = [option["value"] for option in props["options"]]
