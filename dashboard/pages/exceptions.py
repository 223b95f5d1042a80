"""`/exceptions`: what one council has to explain, with cause, action, owner and date, unexplained first."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.attributes import aria, data
from dashboard.components.code import code_below
from dashboard.components.empty import empty
from dashboard.components.filters import Option, filter_bar, select
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Cell, Column, Group, Row, figures_table
from dashboard.pages import links
from dashboard.pages.choose import options
from dashboard.pages.comments import parts
from dashboard.shell import Page
from dashboard.views import exceptions as view
from dashboard.views.exception_rows import ExceptionRow
from dashboard.views.query import Query, area_of
from indicators.exceptions import Kind
from indicators.store.store import Store

COLUMNS = (
    Column("Indicator or project", classes="title"),
    Column("Latest", align="right", classes="value"),
    Column("Target", align="right", classes="target"),
    Column("Status", classes="status"),
    Column("Distance and since when", classes="change"),
    Column("Cause, action, owner, due date", classes="comment-cell"),
)
READING = (
    "Listed: what is off target in its latest figure, better than the target by more than twice its "
    "tolerance, or no longer off target; and projects behind the share of their time that is gone, as at "
    "the day their position was written. A comment counts once it is approved."
)
_OUTSIDE = "All outside their band"


def page(store: Store, writing: bool = False) -> Page:
    """The exceptions over a store; with `writing`, those without a comment lead to its form."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            found = view.exceptions(connection, store.catalogue, area_of(store.catalogue, query), query)
        return arrange(found, query, writing)

    return Page(path=links.EXCEPTIONS, title="Exceptions", layout=layout, label="Exceptions", position=4)


def arrange(found: view.Exceptions, query: Query, writing: bool = False) -> Component:
    """The page of a view: the sentence, counts by kind as links, filters, the rows."""
    head = page_head(
        "Exceptions",
        found.lead,
        eyebrow=(f"What has to be explained, {found.area.name}",),
        actions=(html.Button("Print", type="button", className="button", **data(do="print")),),
    )
    return html.Div(
        [
            region("head", [head, *_counts(found, query), _counted(found)]),
            _filters(found),
            region("exceptions", _list(found, query, writing)),
        ]
    )


def _counts(found: view.Exceptions, query: Query) -> list[Component]:
    """How many of each kind there are, each a link that shows them alone."""
    if not found.counts:
        return []
    lines = [
        _count(_OUTSIDE, found.outside, "", found.kind == view.OUTSIDE, query),
        *(
            _count(kind.value.capitalize(), number, view.slug(kind), found.kind == view.slug(kind), query)
            for kind, number in found.counts
        ),
    ]
    return [html.Nav(html.Ul(lines), className="kinds not-print", **aria(label="Exceptions by kind"))]


def _counted(found: view.Exceptions) -> Component:
    """What the counts are of, and the way to the overview, which counts fewer."""
    way = links.within("Overview", links.OVERVIEW, {"area": found.area.code})
    return html.P(
        ["Counted: every indicator with figures, headline or not. ", way, " counts the headline ones."],
        className="note section-note",
    )


def _count(words: str, number: int, kind: str, here: bool, query: Query) -> Component:
    shown: list[str | Component] = [plain.b(str(number)), f" {words}"]
    marked = aria(current="true") if here else {}
    return plain.li(html.A(shown, href=href(links.EXCEPTIONS, query, kind=kind), **data(page=""), **marked))


def _filters(found: view.Exceptions) -> Component:
    services = [Option(view.ALL, "All services and projects"), *options(found.services)]
    kinds = [Option(view.OUTSIDE, _OUTSIDE)]
    kinds += [Option(view.slug(kind), kind.value.capitalize()) for kind in Kind]
    return filter_bar(
        [
            select("service", "Service", services, found.service),
            select("kind", "Kind of exception", kinds, found.kind, grow=True),
        ]
    )


def _list(found: view.Exceptions, query: Query, writing: bool) -> list[Component]:
    aside = [html.Span(links.downloads(links.EXCEPTIONS, query), className="actions")]
    if not found.groups:
        return [section("Exceptions", [_nothing(found)])]
    body: list[Row | Group] = []
    for group in found.groups:
        body.append(Group((group.heading,), str(len(group.rows))))
        body.extend(_row(row, found.area.code, writing) for row in group.rows)
    table = figures_table(f"Exceptions of {found.area.name}", COLUMNS, body, kind="indicators", own_file=True)
    note = html.P([plain.b("How to read this. "), READING], className="note section")
    return [
        section("Exceptions", [html.Div(table, className="exceptions")], f"{len(found.rows)}", aside),
        note,
    ]


def _nothing(found: view.Exceptions) -> Component:
    """No row: what that means, and the way on."""
    if found.service == view.ALL and found.kind == view.OUTSIDE:
        what = f"Nothing of {found.area.name} is outside its band, as far as there are figures and targets."
        return empty(what, links.within("See every indicator", links.OVERVIEW, {"area": found.area.code}))
    way = links.within("Show all exceptions", links.EXCEPTIONS, {"area": found.area.code})
    return empty(f"Nothing of this kind for {found.area.name}.", way)


def _row(row: ExceptionRow, area: str, writing: bool) -> Row:
    latest: Cell = [row.value, plain.small(row.period)]
    since: Cell = [row.distance, *(plain.small(words) for words in row.why)]
    if not row.code:
        way = links.at(links.PLAN_ITEM, row.key, area=area)
        name: Cell = [dcc.Link(row.title, href=way, className="name"), plain.small("Project")]
        light = pill(row.badge.kind, row.badge.words)
        return Row((name, latest, row.target, light, since, parts(row.said.parts)))
    title: Cell = [links.to_story(area, row.code, row.title, classes="name"), *code_below(row.code)]
    status = links.badge(area, row.code, row.badge.kind, row.badge.words, row.label)
    return Row((title, latest, row.target, status, since, _said(row, area, writing)))


def _said(row: ExceptionRow, area: str, writing: bool) -> list[str | Component]:
    """The comment, and where none is approved the way to one."""
    shown: list[str | Component] = [parts(row.said.parts)] if row.said.parts else []
    if not row.to_explain:
        return shown
    words = "Take it further" if shown else "Write one"
    ask = links.no_comment(area, row.code, row.label, words if writing else "")
    return [html.P(ask, className="wanted"), *shown]
