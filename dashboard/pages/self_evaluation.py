"""`/self-evaluation`: the themes of each PSIF round with what is not printed, and EFQM apart from it."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.empty import empty
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.score_bar import score_bar
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.written_grades import grades_part
from dashboard.shell import Page
from dashboard.views import self_evaluation as view
from dashboard.views.query import Query, area_of
from indicators.store.store import Store

READING = (
    "A score is the mean share of participants who agreed with the statements of a theme of the Public "
    "Service Improvement Framework (PSIF). Each round is of another part of the council, so rounds are not "
    "compared. What a report does not print is marked; it is never nought. EFQM is another model, and its "
    "results are never put beside PSIF scores."
)


def page(store: Store) -> Page:
    """Self-evaluation, over a store."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            found = view.self_evaluation(connection, store.catalogue, area_of(store.catalogue, query))
        return arrange(found)

    return Page(
        path=links.SELF_EVALUATION,
        title="Self-evaluation",
        layout=layout,
        label="Self-evaluation",
        position=5,
    )


def arrange(found: view.SelfEvaluation) -> Component:
    """The page of a view: each round, then EFQM."""
    audits = dcc.Link("Audit programme", href=href(links.AUDITS, area=found.area.code))
    head = page_head("Self-evaluation", found.lead, (f"Self-evaluation, {found.area.name}",), (audits,))
    if not found.rounds and not found.efqm:
        nothing = empty(
            "The scores of a self-evaluation are printed only in a council’s own report.",
            "Give the report to whoever loads the figures; its rounds stand here after the next load.",
        )
        return region("self-evaluation", [head, html.Div(nothing, className="section")])
    parts = [_round(each) for each in found.rounds if each.printed]
    parts += _unprinted([each for each in found.rounds if not each.printed])
    reading = html.P([plain.b("How to read this. "), READING], className="note section")
    return region("self-evaluation", [head, *parts, _efqm(found), *grades_part(found.grades), reading])


def _round(found: view.Round) -> Component:
    columns = (
        Column("Theme"),
        Column("Agreement", classes="score-cell"),
        Column("Place", classes="nowrap"),
        Column("Note", classes="words after"),
        Column("Printed in", classes="words optional"),
    )
    rows = [
        Row((score.theme, score_bar(score.percent, score.shown), score.place, score.note, score.source))
        for score in found.scores
    ]
    name = f"PSIF, {found.title}, {found.period}"
    return section(name, [figures_table(name, columns, rows)], by=found.summary)


def _unprinted(rounds: list[view.Round]) -> list[Component]:
    """The rounds of which a report says that they took place, and no more."""
    if not rounds:
        return []
    columns = (Column("Round"), Column("Year"), Column("Scores"), Column("Printed in", classes="words"))
    rows = [
        Row((each.title, each.period, score_bar(None, view.NOT_PRINTED), each.scores[0].source))
        for each in rounds
    ]
    return [section("Other PSIF rounds", [figures_table("Other PSIF rounds", columns, rows)])]


def _efqm(found: view.SelfEvaluation) -> Component:
    columns = (
        Column("EFQM", classes="words"),
        Column("Period", classes="nowrap"),
        Column("Value", align="right"),
        Column("Note", classes="words after"),
        Column("Printed in", classes="words optional"),
    )
    rows = [Row((line.title, line.period, line.value, line.note, line.source)) for line in found.efqm]
    shown = figures_table("EFQM", columns, rows) if rows else empty("No EFQM self-assessment is loaded.")
    note = html.P("No EFQM score is printed in any report loaded.", className="note")
    return section("EFQM, apart from PSIF", [shown, note])
