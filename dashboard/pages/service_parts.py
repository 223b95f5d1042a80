"""One part of a service page: its sentence, picture, table and remarks, or what would fill it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.answer_bars import answer_bars
from dashboard.components.arrow import arrow
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.funnel import funnel_steps
from dashboard.components.grouped_bars import grouped_bars
from dashboard.components.section import section
from dashboard.components.table import Column, Group, Row, figures_table
from dashboard.components.words import inline
from dashboard.pages import links
from dashboard.views.services.page import PartView
from dashboard.views.services.shapes import Cell, Content, Grid, Heading, Line
from indicators.areas import Area

FEW_NOTES = 3
"""Remarks that stand under a table; more are folded away."""


def part_section(part: PartView, council: Area) -> Component:
    """The section of a part; every name and number leads to its indicator for the council in view."""
    if part.content is None:
        none = f"{council.name} has no figures here." if part.area == council.code else "No figures yet."
        return section(part.title, [empty(none, _way_on(part))])
    about = [html.P(part.about, className="note")] if part.about else []
    shown = [
        *_content(part.content, _caption(part, council), council),
        *about,
        *_notes(part.notes),
        *_without(part.without, council),
    ]
    return section(part.title, [html.Div(shown, className="part")], by=part.content.when)


def _way_on(part: PartView) -> str | Component:
    """What would fill an empty part, with what to type for it in small print."""
    if not part.command:
        return part.filled_by
    typed = plain.small(["For whoever loads the figures: ", html.Code(part.command)])
    return html.Span([part.filled_by, html.Br(), typed])


def _caption(part: PartView, council: Area) -> str:
    """What a table is called: with the council, unless its part is about another area and says so."""
    return f"{part.title}, {council.name}" if part.area == council.code else part.title


def _content(content: Content, caption: str, council: Area) -> list[Component]:
    shown: list[Component] = []
    if content.sentence:
        shown.append(html.P(inline(content.sentence), className="part-lead"))
    if content.steps:
        shown.append(funnel_steps(content.steps, lambda code, words: _number(words, code, council)))
    if content.bars:
        pictures = [grouped_bars(each) for each in content.bars]
        shown.append(html.Div(pictures, className="halves"))
    if content.answers:
        shown.append(answer_bars(content.answers))
    if content.grid:
        shown.append(_table(content.grid, caption, council))
    return shown


def _table(grid: Grid, caption: str, council: Area) -> Component:
    first, *others = grid.columns
    columns = [Column(first, classes="wrapping"), *(Column(name, align="right") for name in others)]
    rows = [_row(line, council) for line in grid.lines]
    silent = {at for at in range(1, len(columns)) if not any(_says(line, at) for line in grid.lines)}
    columns = [column for at, column in enumerate(columns) if at not in silent]
    return figures_table(caption, columns, [_without_cells(row, silent) for row in rows])


def _says(line: Line | Heading, at: int) -> bool:
    """Whether a line has anything in a column."""
    return isinstance(line, Line) and (bool(line.cells[at - 1].shown) or bool(line.cells[at - 1].note))


def _without_cells(row: Row | Group, silent: set[int]) -> Row | Group:
    """A row without the cells of columns in which no line says anything."""
    if isinstance(row, Group):
        return row
    return replace(row, cells=tuple(cell for at, cell in enumerate(row.cells) if at not in silent))


def _row(line: Line | Heading, council: Area) -> Row | Group:
    if isinstance(line, Heading):
        return Group([line.words])
    name = links.to_story(council.code, line.code, line.label) if line.code else line.label
    return Row((name, *(_cell(each, council) for each in line.cells)))


def _cell(found: Cell, council: Area) -> list[str | Component]:
    """A number with its small words; words alone stay quiet."""
    if found.arrow:
        return [arrow(found.arrow, found.shown, found.note)]
    if not found.shown:
        return [plain.span(found.note, className="quieter")]
    return [_number(found.shown, found.code, council), *([plain.small(found.note)] if found.note else [])]


def _number(words: str, code: str, council: Area) -> str | Component:
    return links.to_story(council.code, code, words) if code else words


def _notes(notes: Sequence[str]) -> list[Component]:
    if len(notes) <= FEW_NOTES:
        return [html.P(note, className="note") for note in notes]
    return [details(f"{len(notes)} remarks on these figures", [html.Ul([plain.li(each) for each in notes])])]


def _without(without: Sequence[tuple[str, str]], council: Area) -> list[Component]:
    if not without:
        return []
    named: list[str | Component] = ["No figure in view: "]
    for at, (code, words) in enumerate(without):
        named += ["; " if at else "", links.to_story(council.code, code, words)]
    return [html.P([*named, "."], className="note")]
