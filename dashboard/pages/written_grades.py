"""The part of the self-evaluation page for grades in words."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.views.written_grades import GradeLine

NOTE = "Words are no numbers: nothing is worked out from them, and they enter no mean."


def grades_part(grades: Sequence[GradeLine]) -> list[Component]:
    """The grades as a table; nothing where there are none."""
    if not grades:
        return []
    columns = (
        Column("Framework", classes="words"),
        Column("Of what", classes="words"),
        Column("Period", classes="nowrap"),
        Column("Grade", classes="strong nowrap"),
        Column("Framework is", classes="words"),
        Column("Printed in", classes="words optional"),
    )
    rows = [
        Row((each.framework, each.subject, each.period, each.grade, each.state, each.source))
        for each in grades
    ]
    table = figures_table("Grades in words", columns, rows)
    return [section("Grades in words", [table, html.P(NOTE, className="note")])]
