"""The table of a scorecard and its notes below: live and frozen ones alike."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.arrow import arrow
from dashboard.components.attributes import data
from dashboard.components.code import below
from dashboard.components.details import details
from dashboard.components.glossary import explained
from dashboard.components.marks import mark
from dashboard.components.pill import pill
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.scorecard_reds import named
from dashboard.views import scorecards as view
from dashboard.views.scorecard_groups import CardGroup
from dashboard.views.scorecard_lines import CardLine
from dashboard.views.scorecard_rows import CardCell, CardRow
from indicators.vocabulary import Term

_HEADINGS = ("Value", "Target", "Status", "Trend")


def card_table(found: view.ScorecardView, terms: Sequence[Term] = ()) -> Component:
    """Every section with its rows, over the periods of the card; `terms` are explained in its headings."""
    titles = [explained(group.title, terms, f"card-{at}") for at, group in enumerate(found.groups)]
    width = 2 + sum(4 if column.full else 1 for column in found.columns)
    table = html.Table(
        [
            html.Caption(f"{found.card.title}, {found.area.name}", className="unseen"),
            _widths(found.columns),
            html.Thead(_head(found.columns)),
            html.Tbody(
                [
                    row
                    for group, title in zip(found.groups, titles, strict=True)
                    for row in _group(group, title.words, found, width)
                ]
            ),
        ],
        className="score",
    )
    return section(
        "The scorecard",
        [table, *(meaning for title in titles for meaning in title.meanings)],
        by="The mark of a section is its worst light; lights are counted",
    )


def notes(found: view.ScorecardView) -> Component:
    """What the card is for, what is to be checked, and what it does not tie together."""
    told: list[Component] = [html.P(found.card.intro, className="note")] if found.card.intro else []
    if found.notes:
        told.append(html.P([plain.b("To check. "), "; ".join(found.notes), "."], className="note"))
    told += _listed("without an indicator", "commitment", found.unmeasured)
    told += _listed("without an outcome", "indicator", found.without_outcome)
    return html.Div(told, className="section")


def _listed(what: str, noun: str, names: Sequence[str]) -> list[Component]:
    """A list to open, of what is missing something."""
    if not names:
        return []
    summary = f"{len(names)} {noun}{'' if len(names) == 1 else 's'} {what}"
    return [details(summary, [html.Ul([html.Li(name) for name in names])])]


def _group(
    group: CardGroup, title: Sequence[str | Component], found: view.ScorecardView, width: int
) -> list[Component]:
    heading: list[str | Component] = [
        mark(group.worst),
        *title,
        plain.span(group.summary, className="by"),
    ]
    rows = [plain.tr(plain.th(heading, colSpan=width, scope="colgroup"), className="group")]
    outcome = ""
    for part in group.parts:
        if part.outcome and part.outcome != outcome:
            rows.append(_heading(part.outcome, width, "commitment outcome"))
            outcome = part.outcome
        if part.subtitle:
            rows.append(_heading(part.subtitle, width, "commitment"))
        rows.extend(_row(row, found, width) for row in part.rows)
        rows.extend(_line(line, found.area.code, width) for line in part.lines)
    return rows


def _heading(words: str, width: int, classes: str) -> Component:
    return plain.tr(plain.th(words, colSpan=width, scope="colgroup"), className=classes)


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


def _line(line: CardLine, area: str, width: int) -> Component:
    """A row that is no indicator, in its own words; without any, what it is stands in their place."""
    half = width // 2
    kind = [plain.small(line.kind)] if line.words else []
    said: list[str | Component] = [pill(line.light, line.standing), " "] if line.standing else []
    return plain.tr(
        [
            plain.th([named(line, area), *kind], scope="row", colSpan=half),
            plain.td([*said, line.words or line.kind], colSpan=width - half, className="words"),
        ],
        className="slim line",
    )


def _row(row: CardRow, found: view.ScorecardView, width: int) -> Component:
    title = links.to_trend(found.area.code, row.code, row.title)
    if row.slim:
        half = width // 2
        slim = plain.th([title, *below(row.label)], scope="row", colSpan=half)
        return plain.tr([slim, plain.td(row.slim, colSpan=width - half, className="words")], className="slim")
    aged = [plain.small(f"latest figure {row.age}")] if row.age else []
    name = plain.th([title, *below(row.label), *aged], scope="row")
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
    trend = (arrow(moved.arrow, moved.size) if moved.arrow else moved.size) if moved else ""
    return [
        plain.td([plain.b(cell.value), plain.small(cell.period)], className="period value"),
        plain.td(cell.target, className="target"),
        plain.td(links.badge(area, code, cell.badge.kind, cell.badge.words, cell.period), className="status"),
        plain.td(trend, className="trend"),
    ]
