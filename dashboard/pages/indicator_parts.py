"""Parts of the page of an indicator: its period, a target beside others, and places below the council."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.filters import Option, amount, filter_bar, select
from dashboard.components.grouped_bars import grouped_bars
from dashboard.components.pill import pill
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table, filled
from dashboard.views.choices import Choice
from dashboard.views.localities import Localities
from dashboard.views.target_check import PARAMETER, TargetCheck


def period_choice(periods: tuple[Choice, ...], shown: str) -> list[Component]:
    """Which period the page is of; nothing where there is only one."""
    if len(periods) < 2:
        return []
    newest_first = [Option(each.value, each.label) for each in reversed(periods)]
    return [filter_bar([select("to", "Figures up to", newest_first, shown, clears=(PARAMETER,))])]


def target_part(found: TargetCheck | None) -> list[Component]:
    """The target, or one that is tried, beside what we and others have reached."""
    if found is None:
        return []
    rows = [Row((each.name, each.value, each.target)) for each in found.rows]
    columns = (
        Column("Reached by"),
        Column("Figure", align="right", classes="strong"),
        Column("Beside it the target is", align="right"),
    )
    table = figures_table(f"Target beside what has been reached, {found.when}", *filled(columns, rows))
    typed = filter_bar([amount(PARAMETER, "Try another target", found.tried)], "A target to try")
    beside = [table] if len(found.rows) > 1 or found.rows[0].target else []
    said = region("target-check", [*_said(found), *beside])
    return [html.Div([_heading(found), typed, said], className="part tried-target")]


def _heading(found: TargetCheck) -> Component:
    return region("target-heading", [section("What does the target ask for?", [], by=found.when)])


def _said(found: TargetCheck) -> list[Component]:
    """What the target is, or would do; a warning where it is worse than what is reached."""
    flag = [html.P([plain.b("Check the target. "), found.flag], className="caution")] if found.flag else []
    if found.badge is None:
        return [html.P(found.said, className="note"), *flag]
    tried = html.P(
        [f"With a target of {found.target} the figure would be: ", pill(found.badge.kind, found.badge.words)]
    )
    note = html.P("Tolerance 5% of it. What is tried is not kept.", className="note")
    return [tried, *flag, note]


def localities_part(found: Localities | None) -> list[Component]:
    """The localities of the council as bars and a table; nothing where none has a figure."""
    if found is None:
        return []
    columns = (Column("Locality"), Column("Figure", align="right", classes="strong"), Column("Status"))
    rows = [Row((name, shown, status, place)) for name, shown, status, place in found.rows]
    table = figures_table(
        f"Localities of {found.area.name}, {found.when}", (*columns, Column("Edition, file and cell")), rows
    )
    shown = [
        html.P(found.sentence, className="part-lead"),
        grouped_bars(found.bars),
        table,
        html.P(found.caution, className="note"),
    ]
    return [
        section(f"Places within {found.area.name}", [html.Div(shown, className="part places")], by=found.when)
    ]
