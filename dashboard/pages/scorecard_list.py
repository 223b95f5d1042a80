"""`/scorecards`: every scorecard there is, each with its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.addresses import href
from dashboard.components.details import details
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.pages import links
from dashboard.shell import Page
from dashboard.views import scorecards as view
from dashboard.views.cards import ShownCard, shown_cards, withdrawn_cards
from dashboard.views.query import Query, area_of
from dashboard.views.text import spoken
from indicators.store.store import Store

_INTRO = "Each card brings the indicators of one meeting together, with what is off target at the top."


def page(store: Store, writing: bool = False) -> Page:
    """The list of scorecards over a store; with `writing` it leads to the form for a new one."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            found = [
                view.scorecard(connection, store.catalogue, each.card, area)
                for each in shown_cards(connection, store.catalogue)
            ]
            gone = withdrawn_cards(connection, store.catalogue)
        cards = [_card_link(each, area.code) for each in found]
        return region("cards", [_index_head(area.code, writing), *cards, *_withdrawn(gone)])

    return Page(path=links.SCORECARDS, title="Scorecards", layout=layout, label="Scorecards", position=4)


def _index_head(area: str, writing: bool) -> Component:
    cycle = dcc.Link("Who gets reports, how often, and what is due", href=href(links.CYCLE, area=area))
    new = dcc.Link("New scorecard", href=href(links.SCORECARD_NEW, area=area), className="button")
    return page_head("Scorecards", _INTRO, below=(cycle,), actions=(new,) if writing else ())


def _withdrawn(gone: Sequence[ShownCard]) -> list[Component]:
    """The scorecards that were withdrawn: nothing of them is lost, and they can be taken up again."""
    ways = [dcc.Link(each.card.title, href=links.at(links.SCORECARD, each.card.id)) for each in gone]
    listed = details(f"Withdrawn ({len(gone)})", [html.Ul([html.Li(way) for way in ways])])
    return [html.Div(listed, className="section")] if gone else []


def _card_link(found: view.ScorecardView, area: str) -> Component:
    name = found.card.title if not found.others_plan else f"{found.card.title}: {found.area.name}"
    link = dcc.Link(name, href=href(f"{links.SCORECARDS}/{found.card.id}", area=area))
    return html.Section(
        [
            html.H2(link),
            html.P(found.card.intro, className="sub"),
            html.P(spoken(found.lead), className="note"),
        ],
        className="section card-link",
    )
