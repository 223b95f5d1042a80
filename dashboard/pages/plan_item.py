"""`/improvement/<key>` and `/improvement/new`: one project or action, with its history and its forms."""

from __future__ import annotations

from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.details import details
from dashboard.components.forms import read_only
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.plan_forms import change_form, new_form, withdraw_form
from dashboard.pages.plan_parts import facts, history, proofs, standing, who_and_when
from dashboard.routing import href
from dashboard.shell import NoSuchPageError, Page
from dashboard.views.improvement import as_at_of
from dashboard.views.moments import day_words
from dashboard.views.plan_story import PlanStory, plan_story
from dashboard.views.query import Query, area_of
from indicators.areas import Area
from indicators.store.store import Store

TITLE = "Project or action"


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
        return arrange_new(area_of(store.catalogue, query), writing)

    return Page(links.PLAN_ITEM_NEW, "A new project or action", layout)


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
    return html.Div([region("item", parts), *_forms(found, writing)])


def _forms(found: PlanStory, writing: bool) -> list[Component]:
    if not writing:
        return [section("Change it", [read_only()])]
    words = "Take it up again" if found.withdrawn else "Change it"
    more = [] if found.withdrawn else [details("Withdraw it", [withdraw_form(found)])]
    return [section("Keep it up to date", [details(words, [change_form(found)]), *more])]


def arrange_new(area: Area, writing: bool) -> Component:
    """The form for a council; the region makes the page be drawn anew when the council changes."""
    up = dcc.Link("Improvement", href=href(links.IMPROVEMENT, area=area.code))
    head = page_head("A new project or action", eyebrow=(up, f" / {area.name}"))
    form = new_form(area.code) if writing else read_only()
    return html.Div([region(f"new-{area.code}", [head]), html.Div(form, className="section")])
