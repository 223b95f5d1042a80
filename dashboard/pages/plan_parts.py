"""What lists and pages of projects, actions and risks show alike: light, progress, proofs, history, forms."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.details import details
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.progress_bar import progress_bar
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.views.plan_lines import PlanLine, Proof
from dashboard.views.versions import VersionLine
from indicators.areas import Area


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
    said = f"{proof.value} {proof.when}"
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


def keeping(change: Component, withdraw: Component, withdrawn: bool) -> Component:
    """The forms of an item; one that was withdrawn can only be taken up again."""
    words = "Take it up again" if withdrawn else "Change it"
    more = [] if withdrawn else [details("Withdraw it", [withdraw])]
    return section("Keep it up to date", [details(words, [change]), *more])


def no_keeping() -> Component:
    """Where the forms would be, why there are none."""
    return section("Change it", [read_only()])


def new_item(
    heading: str, area: Area, up: tuple[str, str], form: Component, below: Sequence[Component] = ()
) -> Component:
    """The page of a form for something new of a council; `up` are the words and the page it is listed on.

    The region makes the page be drawn anew when the council changes.
    """
    words, path = up
    back = dcc.Link(words, href=href(path, area=area.code))
    head = page_head(heading, eyebrow=(back, f" / {area.name}"), below=below)
    return html.Div([region(f"new-{area.code}", [head]), html.Div(form, className="section")])
