"""`/improvement/<key>` and `/improvement/new`: one project or action, with its history and its forms."""

from __future__ import annotations

from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.addresses import href
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.plan_forms import change_form, new_form, withdraw_form
from dashboard.pages.plan_parts import (
    facts,
    history,
    keeping,
    new_item,
    no_keeping,
    proofs,
    standing,
    who_and_when,
)
from dashboard.shell import NoSuchPageError, Page
from dashboard.views.improvement import as_at_of
from dashboard.views.moments import day_words
from dashboard.views.plan_story import PlanStory, plan_story
from dashboard.views.query import Query, area_of, text
from indicators.areas import Area
from indicators.indicator import Indicator
from indicators.store.store import Store

TITLE, NEW = "Project or action", "A new project or action"


def page(store: Store, writing: bool = False) -> Page:
    """One item over a store; with `writing` it has its forms."""

    def layout(query: Query) -> Component:
        area, day = area_of(store.catalogue, query), as_at_of(query, date.today())
        with store.connect() as connection:
            found = plan_story(connection, store.catalogue, query.get("key", ""), area, day)
        if found is None:
            raise NoSuchPageError("There is no project or action of this id.")
        return arrange(found, writing)

    return Page(links.PLAN_ITEM, TITLE, layout)


def new_page(store: Store, writing: bool = False) -> Page:
    """The form for a new item."""

    def layout(query: Query) -> Component:
        named = text(query, "indicator")
        proof = store.catalogue.indicators.get(named)
        return arrange_new(area_of(store.catalogue, query), proof, writing)

    return Page(links.PLAN_ITEM_NEW, NEW, layout)


def arrange(found: PlanStory, writing: bool) -> Component:
    """The page of a view: where it stands, what is written, what proves it, its history, its forms."""
    line = found.line
    up = dcc.Link("Improvement", href=href(links.IMPROVEMENT, area=found.area))
    name = f"{line.kind} {line.item.code}".strip()
    eyebrow = (up, f" / {', '.join(filter(None, (name, found.area_name)))}")
    below = ("Withdrawn: it is in no list any more.",) if found.withdrawn else ()
    parts = [
        page_head(line.item.title, eyebrow=eyebrow, below=below),
        section(
            "Where it stands",
            [html.Div([*standing(line), who_and_when(line)], className="stands")],
            by=f"As at {day_words(found.as_at.isoformat())}",
        ),
        *([section("What is written", [facts(found.said)])] if found.said else []),
        *([section("Indicators that prove it", proofs(found.area, line.proofs))] if line.proofs else []),
        section("History", [history(found.versions)], by="Newest first"),
    ]
    ways = keeping(change_form(found), withdraw_form(found), found.withdrawn) if writing else no_keeping()
    return html.Div([region("item", parts), ways])


def arrange_new(area: Area, proof: Indicator | None, writing: bool) -> Component:
    """The form for a council, and for the indicator that is to prove what is done."""
    form = new_form(area.code, proof.code if proof else "") if writing else read_only()
    about = links.to_story(area.code, proof.code, proof.title) if proof else None
    below = (html.Span(["It is to be proved by ", about, "."]),) if about else ()
    return new_item(NEW, area, ("Improvement", links.IMPROVEMENT), form, below)
