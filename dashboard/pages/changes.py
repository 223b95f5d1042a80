"""What changed on a scorecard since it was frozen for a meeting, each kind of change under its own name."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.section import section
from dashboard.components.table import Column, Group, Row, figures_table
from dashboard.pages import links
from dashboard.views.snapshots import SinceMeeting

_COLUMNS = (Column("Indicator", classes="words"), Column("Now and then", classes="words"))


def changes_section(since: SinceMeeting, area: str) -> Component:
    """The changes in a table, or the sentence that nothing changed."""
    opened = dcc.Link("Open the snapshot", href=links.at(links.SNAPSHOT, since.key))
    if not since.groups:
        nothing = html.P("Nothing changed: every row is as that meeting saw it.", className="note")
        return section(_heading(since), [nothing], aside=[opened])
    rows: list[Row | Group] = []
    for group in since.groups:
        rows.append(Group([group.kind], str(len(group.lines))))
        rows += [Row((links.to_trend(area, line.code, line.title), line.sentence)) for line in group.lines]
    table = figures_table(_heading(since), _COLUMNS, rows)
    return section(
        _heading(since), [table], by=f"{since.count} changes" if since.count > 1 else "", aside=[opened]
    )


def _heading(since: SinceMeeting) -> str:
    return f"What changed since {since.meeting}"
