"""`/benchmarks`: where one council stands among the 32, on one indicator or over those of a service."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component
from sqlalchemy import Connection

from dashboard.addresses import href
from dashboard.components.empty import empty
from dashboard.components.glossary import explained
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.view_switch import ViewLink, view_switch
from dashboard.components.words import Sentence
from dashboard.pages import benchmark_compare, benchmark_funnel, benchmark_profile, benchmark_ranking, links
from dashboard.pages.choose import left_aside
from dashboard.shell import Page
from dashboard.views import choices
from dashboard.views.benchmarks import benchmarks, stage_of
from dashboard.views.compare import compare
from dashboard.views.funnel_choices import funnel_choices
from dashboard.views.funnel_plot import funnel_plot
from dashboard.views.profile import profile
from dashboard.views.query import Query, area_of, one_of
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.indicator import Indicator
from indicators.store.store import Store

RANKED = "ranked"
VIEWS = {
    RANKED: "Ranked and on the map",
    "profile": "Profile of a service",
    "funnel": "Funnel plot",
    "compare": "Side by side",
}
_TITLES = {
    RANKED: "Benchmarks",
    "profile": "Profile of a service, benchmarks",
    "funnel": "Funnel plot, benchmarks",
    "compare": "Side by side, benchmarks",
}


def page(store: Store) -> Page:
    """The benchmarks page over a store."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            return _LAYOUTS[_view(query)](connection, store.catalogue, area, query)

    return Page(
        path=links.BENCHMARKS,
        title=lambda query: _TITLES[_view(query)],
        layout=layout,
        label="Benchmarks",
        position=3,
    )


def _view(query: Query) -> str:
    return one_of(query, "view", VIEWS, RANKED)


def _ranking(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Component:
    found = benchmarks(connection, catalogue, area, query)
    if found is None:
        return html.Div(_nothing(query, catalogue))
    heading = f"Where {area.name} stands among the councils"
    head = _head(query, heading, found.lead, found.service, catalogue, found.indicator)
    return html.Div([*head, *benchmark_ranking.arrange(found, query)])


def _profile(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Component:
    found = profile(connection, catalogue, area, query)
    head = _head(
        query, f"{found.held.title}: the profile of {area.name}", found.lead, found.held.title, catalogue
    )
    return html.Div([*head, *benchmark_profile.arrange(found, query)])


def _funnel(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Component:
    stage = stage_of(connection, catalogue, area, query)
    if stage is None:
        return html.Div(_nothing(query, catalogue))
    found, service = funnel_plot(stage), catalogue.services[stage.indicator.service].title
    heading = f"{area.name} and what chance alone would do"
    head = _head(query, heading, found.lead, service, catalogue, stage.indicator)
    others = funnel_choices(connection, catalogue) if found.why_not else ()
    return html.Div([*head, *benchmark_funnel.arrange(stage, found, others, query)])


def _compare(connection: Connection, catalogue: Catalogue, area: Area, query: Query) -> Component:
    found = compare(connection, catalogue, area, query)
    heading = f"{found.held.title}: {found.heading}"
    head = _head(query, heading, found.lead, found.held.title, catalogue)
    return html.Div([*head, *benchmark_compare.arrange(found)])


_LAYOUTS = {RANKED: _ranking, "profile": _profile, "funnel": _funnel, "compare": _compare}


def _head(
    query: Query,
    heading: str,
    lead: Sentence,
    service: str,
    catalogue: Catalogue,
    shown: Indicator | None = None,
) -> list[Component]:
    """The head of every view with its terms explained, and the links to the others, which keep the choice.

    A view of one indicator says where it is not the one asked for, and leads on to the other screens of it.
    """
    aside = left_aside(choices.left_aside(catalogue, query, shown)) if shown else []
    onward = [links.onward(area_of(catalogue, query).code, shown, links.BENCHMARKS)] if shown else []
    above = explained(f"{service} / Benchmarks", catalogue.glossary.values(), "service")
    view = _view(query)
    switch = [
        ViewLink(words, href(links.BENCHMARKS, query, view="" if name == RANKED else name), name == view)
        for name, words in VIEWS.items()
    ]
    return [
        region("head", [*aside, page_head(heading, lead, above.words), *onward, *above.meanings]),
        region("views", view_switch(switch, "Ways to compare")),
    ]


def _nothing(query: Query, catalogue: Catalogue) -> list[Component]:
    nothing = empty("No council has a figure for this choice.", "Choose another indicator or period.")
    return [*_head(query, "Where we stand", "", "Nothing", catalogue), nothing]
