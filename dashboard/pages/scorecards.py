"""`/scorecards` and `/scorecards/<card>`: balanced scorecards over three periods, reds first."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.arrow import arrow
from dashboard.components.attributes import data
from dashboard.components.marks import mark
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.routing import href
from dashboard.shell import NoSuchPageError, Page
from dashboard.views import scorecards as view
from dashboard.views.query import Query, area_of
from dashboard.views.scorecard_rows import CardCell, CardRow
from dashboard.views.text import spoken
from indicators.store.store import Store

_HEADINGS = ("Value", "Target", "Status", "Trend")


def index_page(store: Store) -> Page:
    """The list of scorecards over a store."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            found = [
                view.scorecard(connection, store.catalogue, card, area)
                for card in store.catalogue.scorecards.values()
            ]
        cards = [_card_link(each, area.code) for each in found]
        return region("cards", [page_head("Scorecards", _INTRO), *cards])

    return Page(path=links.SCORECARDS, title="Scorecards", layout=layout, label="Scorecards", position=4)


def page(store: Store) -> Page:
    """One scorecard over a store."""

    def layout(query: Query) -> Component:
        card = store.catalogue.scorecards.get(query.get("card", ""))
        if card is None:
            raise NoSuchPageError("There is no scorecard of this name.")
        with store.connect() as connection:
            found = view.scorecard(connection, store.catalogue, card, area_of(store.catalogue, query))
        return arrange(found)

    def title(query: Query) -> str:
        card = store.catalogue.scorecards.get(query.get("card", ""))
        return card.title if card else "Scorecard"

    return Page(path=f"{links.SCORECARDS}/<card>", title=title, layout=layout)


_INTRO = "Each card brings the indicators of one meeting together, with what is off target at the top."


def _card_link(found: view.ScorecardView, area: str) -> Component:
    name = found.card.title if not found.others_plan else f"{found.card.title}: {found.area.name}"
    link = dcc.Link(name, href=href(f"{links.SCORECARDS}/{found.card.id}", area=area))
    return html.Section(
        [
            html.H2(link),
            html.P(found.card.intro, className="sub"),
            html.P(spoken(found.lead), className="note"),
        ],
        className="section card-link",
    )


def arrange(found: view.ScorecardView) -> Component:
    """The page of a view: head, what is off target, the card, why some figures are to be checked."""
    where = f"{found.area.name}’s own plan" if found.others_plan else found.area.name
    back = dcc.Link("Scorecards", href=href(links.SCORECARDS, area=found.area.code))
    head = page_head(
        found.card.title,
        found.lead,
        (back, f" / {where}"),
        actions=(
            *links.packs(found.card.id, found.area.code),
            html.Button("Print", type="button", className="button", **data(do="print")),
        ),
    )
    return region("card", [head, _reds(found), _card(found), *_notes(found)])


def _reds(found: view.ScorecardView) -> Component:
    if not found.reds:
        return section("Off target", [html.P("Nothing on this card is off target.", className="note")])
    cards = [
        html.Article(
            [
                links.badge(found.area.code, red.code, "red", "Off target"),
                html.H3(links.to_trend(found.area.code, red.code, red.title)),
                html.P([plain.b(red.value, className="figure"), f" {red.against}"]),
                html.P(red.gap, className="note"),
            ],
            className="red-card",
        )
        for red in found.reds
    ]
    return section(
        "Off target", [html.Div(cards, className="reds")], aside=[f"{len(found.reds)} of {found.rows}"]
    )


def _card(found: view.ScorecardView) -> Component:
    width = 2 + sum(4 if column.full else 1 for column in found.columns)
    body: list[Component] = []
    for group in found.groups:
        heading: list[str | Component] = [
            mark(group.worst),
            group.title,
            plain.span(group.summary, className="by"),
        ]
        body.append(plain.tr(plain.th(heading, colSpan=width, scope="colgroup"), className="group"))
        for part in group.parts:
            if part.subtitle:
                line = plain.th(part.subtitle, colSpan=width, scope="colgroup")
                body.append(plain.tr(line, className="commitment"))
            body.extend(_row(row, found, width) for row in part.rows)
    table = html.Table(
        [
            html.Caption(f"{found.card.title}, {found.area.name}", className="unseen"),
            _widths(found.columns),
            html.Thead(_head(found.columns)),
            html.Tbody(body),
        ],
        className="score",
    )
    return section(
        "The scorecard", [table], by="The mark of a section is its worst light; lights are counted"
    )


def _widths(columns: tuple[view.CardColumn, ...]) -> Component:
    names = ["name"]
    for column in columns:
        names += ["value", "target", "status", "trend"] if column.full else ["alone"]
    return html.Colgroup([html.Col(className=f"c-{name}") for name in [*names, "benchmark"]])


def _head(columns: tuple[view.CardColumn, ...]) -> list[Component]:
    over = [plain.th("Indicator", rowSpan=2, scope="col")]
    for column in columns:
        wide, high, scope = (4, 1, "colgroup") if column.full else (1, 2, "col")
        over.append(plain.th(column.label, colSpan=wide, rowSpan=high, scope=scope, className="period"))
    over.append(plain.th(["Benchmark", plain.small("Scotland")], rowSpan=2, scope="col", className="period"))
    under = [
        plain.th(name, scope="col", className="period" if name == "Value" else name.lower())
        for column in columns
        if column.full
        for name in _HEADINGS
    ]
    return [plain.tr(over), plain.tr(under)]


def _row(row: CardRow, found: view.ScorecardView, width: int) -> Component:
    title = links.to_trend(found.area.code, row.code, row.title)
    if row.slim:
        half = width // 2
        slim = plain.th([title, plain.small(row.label)], scope="row", colSpan=half)
        return plain.tr([slim, plain.td(row.slim, colSpan=width - half, className="words")], className="slim")
    name = plain.th([title, plain.small(row.label)], scope="row")
    cells = [
        part
        for cell, column in zip(row.cells, found.columns, strict=True)
        for part in _cell(cell, column.full, found.area.code, row.code)
    ]
    benchmark = plain.td(
        [row.benchmark, plain.small(row.benchmark_note)] if row.benchmark else "",
        className="period benchmark" if row.benchmark else "period benchmark none",
    )
    return plain.tr([name, *cells, benchmark])


def _cell(cell: CardCell, full: bool, area: str, code: str) -> list[Component]:
    """The four columns of one period, or its words across all of them."""
    if cell.badge is None:
        classes = "period words" if cell.words else "period words none"
        return [plain.td(cell.words, colSpan=4 if full else 1, className=classes, **data(period=cell.period))]
    moved = cell.change
    trend = arrow(moved.arrow, moved.size) if moved and moved.arrow else ""
    return [
        plain.td([plain.b(cell.value), plain.small(cell.period)], className="period value"),
        plain.td(cell.target, className="target"),
        plain.td(links.badge(area, code, cell.badge.kind, cell.badge.words, cell.period), className="status"),
        plain.td(trend, className="trend"),
    ]


def _notes(found: view.ScorecardView) -> list[Component]:
    notes = [html.P(found.card.intro, className="note")]
    if found.notes:
        notes.append(html.P([plain.b("To check. "), "; ".join(found.notes), "."], className="note"))
    return [html.Div(notes, className="section")]
