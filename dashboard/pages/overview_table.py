"""The indicators of the overview: one table of all services, or a table to open for each."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.arrow import arrow
from dashboard.components.code import code_below
from dashboard.components.details import details
from dashboard.components.glossary import explained
from dashboard.components.marks import level_mark
from dashboard.components.rank_strip import rank_strip
from dashboard.components.sparkline import sparkline
from dashboard.components.table import Cell, Column, Group, Row, figures_table
from dashboard.pages import links
from dashboard.views import overview as view
from dashboard.views.overview_rows import Row as IndicatorRow
from indicators.vocabulary import Term


def one_table(found: view.Overview, terms: Sequence[Term]) -> tuple[list[Component], list[Component]]:
    """Every service below the other, and the meanings of the terms they are named by."""
    body: list[Row | Group] = []
    meanings: list[Component] = []
    for at, group in enumerate(found.groups):
        title = explained(group.title, terms, f"service-{at}")
        body.append(Group(title.words, group.summary))
        body.extend(_row(row, found.area.code) for row in group.rows)
        meanings += title.meanings
    caption = f"Indicators of {found.area.name}"
    return [figures_table(caption, _columns(found), body, kind="indicators", own_file=True)], meanings


def folded(found: view.Overview) -> list[Component]:
    """Each service to open: all its indicators below each other would be a page of hundreds of rows."""
    return [html.Div([_service(group, found) for group in found.groups], className="folds")]


def _service(group: view.Group, found: view.Overview) -> Component:
    rows = [_row(row, found.area.code) for row in group.rows]
    caption = f"{group.title}, {found.area.name}"
    summary = plain.span([group.title, plain.span(group.summary, className="by")])
    return details(summary, [figures_table(caption, _columns(found), rows, kind="indicators", own_file=True)])


def _columns(found: view.Overview) -> tuple[Column, ...]:
    return (
        Column("Indicator", classes="title"),
        Column("Latest", align="right", classes="value"),
        Column("Target", align="right", classes="target"),
        Column("Status", classes="status"),
        Column(found.change_heading, classes="change"),
        Column("Against Scotland", "level and direction", classes="against"),
        Column("Trend", "Scotland dashed", classes="picture-cell"),
        Column("Rank", "last to first", classes="rank"),
    )


def _row(row: IndicatorRow, area: str) -> Row:
    title: Cell = [links.to_story(area, row.code, row.title, classes="name"), *code_below(row.code)]
    latest: Cell = [row.value, plain.small(row.period)]
    status = links.badge(area, row.code, row.badge.kind, row.badge.words)
    start: tuple[Cell, ...] = (title, latest, row.target, status, _change(row))
    if row.note and not row.against.size and not row.rank.place and not row.has_history:
        return Row((*start, plain.span(row.note, className="quiet")), wide_last=True)
    return Row((*start, _against(row), sparkline(row.own, row.scotland, row.picture), _rank(row)))


def _change(row: IndicatorRow) -> str | Component:
    if not row.change.arrow:
        return plain.span(row.change.note, className="quieter")
    return arrow(row.change.arrow, row.change.size, row.change.note)


def _against(row: IndicatorRow) -> list[str | Component]:
    """How far, with the light of level and direction where there is one; or why nothing is compared."""
    if not row.against.size:
        return [plain.span(row.note, className="quieter")]
    if not row.level:
        return [row.against.size, plain.small(row.against.note)]
    line = plain.span([level_mark(row.level.shape), row.against.size], className="level-line")
    return [line, plain.small(row.level.words)]


def _rank(row: IndicatorRow) -> list[str | Component]:
    if not row.rank.place:
        return [plain.span(row.rank.none, className="no-rank quieter")] if row.rank.none else [""]
    strip = [] if row.rank.share is None else [rank_strip(row.rank.share)]
    return [row.rank.place, plain.small(row.rank.quarter), *strip]
