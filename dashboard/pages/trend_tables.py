"""The tables of the trends page: the same numbers as its pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.arrow import arrow
from dashboard.components.empty import empty
from dashboard.components.pill import pill
from dashboard.components.section import section
from dashboard.components.table import Cell, Column, Row, figures_table
from dashboard.views.trend_rows import Beside, YearRow
from dashboard.views.trends import Trends
from indicators.codes import published_code

_COMPARED: tuple[tuple[Column, Callable[[YearRow], Cell]], ...] = (
    (
        Column("Scotland", align="right"),
        lambda row: row.scotland and _marked(row.scotland, row.scotland_marks),
    ),
    (Column("Family mean", align="right", classes="optional"), lambda row: row.family),
    (Column("Rank", align="right"), lambda row: row.rank),
)
"""The columns of comparators with the cell a period has in each; empty ones are not shown."""


def figures(found: Trends) -> list[Component]:
    """The figures in view, one row a period: of one indicator with all its comparators, or of several."""
    if found.beside:
        return [_several(found)]
    if not found.rows:
        return [empty("There is no figure for this choice.", "Choose other years or another indicator.")]
    with_interval = found.panels[0].has_intervals
    columns = (
        Column("Period"),
        Column(found.area.name, align="right", classes="strong"),
        *([Column("95% interval", align="right")] if with_interval else []),
        Column("Target", align="right", classes="optional"),
        Column("Status"),
        Column(found.panels[0].change_heading, classes="optional"),
        *(Column(name, align="right") for name in found.peer_names),
        *(column for column, cell in _COMPARED if any(cell(row) for row in found.rows)),
    )
    rows = [_row(row, found.rows, with_interval) for row in found.rows]
    table = figures_table(f"{found.panels[0].title}, {found.area.name}", columns, rows)
    return [section("The figures", [table, html.P(found.source, className="note")], aside=[found.counted])]


def councils(found: Trends) -> list[Component]:
    """The numbers of the small multiples: one row a council, one column a period."""
    held = found.council_table
    if held is None or not held.periods:
        return []
    columns = (Column("Council"), *(Column(period, align="right") for period in held.periods))
    rows = [Row(row, "ours" if at == 0 else "") for at, row in enumerate(held.rows)]
    table = figures_table(f"{found.panels[0].title}, by council", columns, rows)
    note = [html.P(held.note, className="note")] if held.note else []
    return [section("The figures", [table, *note])]


def limits(found: Trends) -> list[Component]:
    """Every figure with the signals it is part of; the plain table where there are no limits."""
    held = found.limits
    if held is None or not held.rows:
        return figures(found)
    columns = (Column("Period"), Column(found.area.name, align="right", classes="strong"), Column("Signal"))
    rows = [Row((row.period, row.value, row.signal)) for row in held.rows]
    table = figures_table(f"{found.panels[0].title}, {found.area.name}, with signals", columns, rows)
    return [section("The figures", [table, html.P(found.source, className="note")], aside=[found.counted])]


def _several(found: Trends) -> Component:
    """Indicators side by side: value, status and Scotland of each."""
    columns = [Column("Period")]
    for panel in found.panels:
        columns += [
            Column(panel.title, below=published_code(panel.code), align="right", classes="strong"),
            Column("Status", below=published_code(panel.code)),
            Column("Scotland", below=published_code(panel.code), align="right", classes="optional"),
        ]
    rows = [_beside(each) for each in found.beside]
    return section("The figures", [figures_table(f"Indicators of {found.area.name}", columns, rows)])


def _beside(each: Beside) -> Row:
    cells: list[Cell] = [each.period]
    for row in each.rows:
        if row is None:
            cells += ["", "", ""]
        else:
            cells += [_marked(row.value, row.marks), pill(row.badge.kind, row.badge.words), row.scotland]
    return Row(tuple(cells))


def _row(row: YearRow, every: Sequence[YearRow], with_interval: bool) -> Row:
    """A period; comparators no period has are left out, as their columns are."""
    moved: str | Component = row.change.note
    if row.change.arrow:
        moved = arrow(row.change.arrow, f"{row.change.size}, {row.change.note.split(',')[0]}")
    return Row(
        (
            row.period,
            _marked(row.value, row.marks),
            *([row.interval] if with_interval else []),
            row.target,
            pill(row.badge.kind, row.badge.words),
            moved,
            *row.peers,
            *(cell(row) for _, cell in _COMPARED if any(cell(each) for each in every)),
        )
    )


def _marked(value: str, marks: str) -> list[str | Component]:
    return [value, *([plain.span(f" {marks}", className="mark-text")] if marks else [])]
