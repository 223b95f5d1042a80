"""What the list and the page of an item show alike: light, progress, who does it, and what proves it."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.pill import pill
from dashboard.components.progress_bar import progress_bar
from dashboard.pages import links
from dashboard.views.plan_lines import PlanLine, Proof
from dashboard.views.versions import VersionLine


def standing(line: PlanLine) -> list[Component]:
    """The pill with the days overdue, and the bar of progress against what was expected."""
    overdue = [plain.span(line.overdue_words, className="late")] if line.overdue else []
    light = html.P([pill(line.badge.kind, line.badge.words), *overdue], className="light")
    bar = progress_bar(line.item.progress, line.expected, line.badge.kind, line.words)
    return [light, bar]


def who_and_when(line: PlanLine) -> Component:
    """Start, due, who it is assigned to and who leads it; what is not known is left out."""
    item = line.item
    known = (
        ("Start", item.start.words),
        ("Due", item.due.words),
        ("Assigned to", item.assigned_to),
        ("Leads" if len(item.leads) > 1 else "Lead", ", ".join(item.leads)),
    )
    return facts([(name, words) for name, words in known if words])


def facts(known: Sequence[tuple[str, str | Component]]) -> Component:
    """Names with what is known under them."""
    return html.Dl([html.Div([html.Dt(name), html.Dd(words)]) for name, words in known], className="facts")


def proofs(area: str, found: Sequence[Proof]) -> list[Component]:
    """The indicators that prove an item, each with its latest figure and light."""
    return [html.Ul([plain.li(_proof(area, proof)) for proof in found], className="proofs")] if found else []


def _proof(area: str, proof: Proof) -> list[Component | str]:
    name = links.to_story(area, proof.code, proof.title)
    if proof.badge is None:
        return [name, plain.span("No figure of this council", className="quieter")]
    said = f"{proof.value} in {proof.period}"
    return [name, plain.span(said), pill(proof.badge.kind, proof.badge.words)]


def history(versions: Sequence[VersionLine]) -> Component:
    """Every version, newest first."""
    return html.Ul(
        [
            plain.li(
                [
                    plain.b(f"Version {each.number}"),
                    f", {each.by}",
                    html.Ul([plain.li(one) for one in each.changes]),
                ]
            )
            for each in versions
        ],
        className="history",
    )
