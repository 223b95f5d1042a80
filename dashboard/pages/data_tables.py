"""The tables the data pages share: loads, findings, and the way through a long list."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.pager import pager
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.views.data_loads import Finding, LoadLine
from dashboard.views.paging import Paging
from dashboard.views.query import Query

SHORT_HASH = 10


def source_link(code: str, title: str, query: Query) -> Component:
    """A link to one source."""
    return dcc.Link(title, href=href(f"{links.DATA_SOURCES}/{code}", area=query.get("area", "")))


def load_link(number: int, words: str, query: Query) -> Component:
    """A link to one load; the name of its file may go on in the next line after each underscore."""
    return dcc.Link(breakable(words), href=href(f"{links.DATA_LOADS}/{number}", area=query.get("area", "")))


def breakable(file: str) -> list[str | Component]:
    """The name of a file, which may be broken after its underscores and nowhere else."""
    first, *others = file.split("_")
    return [first, *(part for other in others for part in ("_", html.Wbr(), other))]


def loads_table(caption: str, lines: Sequence[LoadLine], query: Query, of: int) -> Component:
    """Loads with their counts, and whether these add up; `of` is how many there are in all."""
    names = [name for name, _ in lines[0].counts] if lines else []
    columns = (
        Column("Load", classes="words"),
        Column("Read", align="right"),
        *(Column(name.capitalize(), align="right") for name in names),
        Column("Sum"),
        Column("SHA-256", classes="optional"),
    )
    rows = [
        Row(
            (
                [load_link(line.number, line.file, query), plain.small(f"Load {line.number}, {line.when}")],
                line.read,
                *(number for _, number in line.counts),
                plain.span(line.check, className=None if line.adds_up else "late"),
                fingerprint(line.sha256),
            )
        )
        for line in lines
    ]
    return figures_table(caption, columns, rows, of=of)


def fingerprint(sha256: str) -> Component:
    """The beginning of a SHA-256, which opens to all of it."""
    short = [sha256[:SHORT_HASH], "…"] if len(sha256) > SHORT_HASH else [sha256]
    return html.Details([html.Summary(short), html.Code(sha256)], className="hash")


def findings_table(
    caption: str, found: Sequence[Finding], query: Query, of: int, one_load: bool = False
) -> Component:
    """Findings, `of` so many in all, with place and sentence; with their load where they are of several."""
    columns = (
        *([Column("Rule")] if one_load else [Column("Load", align="right")]),
        Column("Place", classes="words"),
        Column("What was found", classes="words"),
    )
    rows = [
        Row(
            (
                each.rule if one_load else load_link(each.load, str(each.load), query),
                each.place,
                each.sentence,
            )
        )
        for each in found
    ]
    return figures_table(caption, columns, rows, of=of)


def pages_of(paging: Paging, path: str, query: Query) -> list[Component]:
    """The way through a long list at an address; nothing for a list of one page."""

    def link(words: list[Component | str], number: int) -> Component:
        return dcc.Link(words, href=href(path, query, page=str(number)))

    return pager(paging.page, paging.pages, link, paging.words)
