"""`/risks/<key>` and `/risks/new`: one risk whole, with its history and its forms."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.pill import pill
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.plan_parts import facts, history, keeping, new_item, no_keeping, proofs
from dashboard.pages.risk_forms import change_form, new_form, withdraw_form
from dashboard.shell import NoSuchPageError, Page
from dashboard.views.query import Query, area_of
from dashboard.views.risks import RiskStory, risk_story
from indicators.areas import Area
from indicators.store.store import Store

NEW = "A new risk"


def page(store: Store, writing: bool = False) -> Page:
    """One risk over a store; with `writing` it has its forms."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            found = risk_story(connection, store.catalogue, query.get("key", ""), area)
        if found is None:
            raise NoSuchPageError("There is no risk of this id.")
        return arrange(found, writing)

    return Page(links.RISK, "Risk", layout)


def new_page(store: Store, writing: bool = False) -> Page:
    """The form for a new risk."""

    def layout(query: Query) -> Component:
        return arrange_new(area_of(store.catalogue, query), writing)

    return Page(links.RISK_NEW, NEW, layout)


def arrange(found: RiskStory, writing: bool) -> Component:
    """The page of a view: its scores, what is written, what shows it, its history, its forms."""
    line = found.line
    up = dcc.Link("Risks", href=href(links.RISKS, area=found.area))
    name = f"Risk {line.item.code}".strip()
    eyebrow = (up, f" / {', '.join(filter(None, (name, found.area_name)))}")
    below = ("Withdrawn: it is in the register no more.",) if found.withdrawn else ()
    light = html.P(pill(line.badge.kind, line.badge.words), className="light")
    parts = [
        page_head(line.item.title, eyebrow=eyebrow, below=below),
        section("Scores", [html.Div([light, facts(line.scores)], className="stands"), *_course(found)]),
        section("What is written", [facts(_said(found))]),
        *([section("Indicators that show it", proofs(found.area, found.proofs))] if found.proofs else []),
        section("History", [history(found.versions)], by="Newest first"),
    ]
    ways = keeping(change_form(found), withdraw_form(found), found.withdrawn) if writing else no_keeping()
    return html.Div([region("risk", parts), ways])


def _course(found: RiskStory) -> list[Component]:
    """How the current score moved, where it did."""
    if len(found.scores) < 2:
        return []
    return [html.P([plain.b("Current score over time: "), " → ".join(found.scores)], className="note")]


def _said(found: RiskStory) -> list[tuple[str, str]]:
    item = found.line.item
    texts = (
        ("Register", item.register),
        ("Factors", item.factors),
        ("Mitigation", item.mitigation),
        ("Latest position", item.position or "None reported"),
        ("Owner", item.owner),
        ("Printed in", item.origin),
    )
    return [(name, words) for name, words in texts if words]


def arrange_new(area: Area, writing: bool) -> Component:
    """The form for a council."""
    form = new_form(area.code) if writing else read_only()
    return new_item(NEW, area, ("Risks", links.RISKS), form)
