"""`/trends`: how indicators of one council moved, beside Scotland, its family group and other councils."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.components.details import details
from dashboard.components.filters import Option, filter_bar, joined, select, ticks
from dashboard.components.glossary import explained
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.view_switch import ViewLink, view_switch
from dashboard.pages import links, trend_charts, trend_tables
from dashboard.pages.choose import axis, left_aside, options, service_and_indicator
from dashboard.shell import Page
from dashboard.views import trends as view
from dashboard.views.query import Query, area_of
from dashboard.views.text import number_words
from dashboard.views.trend_filters import LIMITS, LINES, MULTIPLES, TABLE, TrendFilters, view_of
from indicators.store.store import Store
from indicators.vocabulary import Term

VIEWS = {
    LINES: "Lines",
    MULTIPLES: "Small multiples",
    TABLE: "Table",
    LIMITS: "Process limits",
}
_TITLES = {
    LINES: "Trends",
    MULTIPLES: "Small multiples, trends",
    TABLE: "Table, trends",
    LIMITS: "Process limits, trends",
}


def page(store: Store) -> Page:
    """The trends page over a store."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            found = view.trends(connection, store.catalogue, area, query)
        return arrange(found, query, tuple(store.catalogue.glossary.values()))

    return Page(
        path=links.TRENDS,
        title=lambda query: _TITLES[view_of(query)],
        layout=layout,
        label="Trends",
        position=2,
        has_chart=True,
    )


def arrange(found: view.Trends, query: Query, terms: Sequence[Term] = ()) -> Component:
    """The page of a view: head with its `terms` explained, views, filters, pictures, figures."""
    return html.Div(
        [
            region("head", [*left_aside(found.left_aside), *_head(found, terms)]),
            region("views", _views(found, query)),
            _filters(found),
            *_BODIES[found.view](found, query),
        ]
    )


def _head(found: view.Trends, terms: Sequence[Term]) -> list[Component]:
    """One indicator leads with its sentence and what is said beyond it; several only with their number."""
    service = explained(f"{found.service} / Trends, {found.area.name}", terms, "service")
    if len(found.panels) > 1:
        number = number_words(len(found.panels)).capitalize()
        return [
            page_head(f"{number} indicators of {found.area.name}", eyebrow=service.words),
            *service.meanings,
        ]
    title = explained(found.panels[0].title, terms, "title")
    head = page_head(title.words, found.panels[0].lead, service.words, (found.sub,))
    facts = html.Dl(
        [plain.div([html.Dt(name), html.Dd(words)]) for name, words in found.notes], className="facts beyond"
    )
    onward = links.onward(found.area.code, found.filters.chosen.indicator, links.TRENDS)
    return [head, *([facts] if found.notes else []), onward, *title.meanings, *service.meanings]


def _views(found: view.Trends, query: Query) -> Component:
    shown = [
        ViewLink(
            VIEWS[each], href(links.TRENDS, query, view="" if each == LINES else each), each == found.view
        )
        for each in found.views
    ]
    return view_switch(shown, "Ways to look at it")


def _filters(found: view.Trends) -> Component:
    filters, lines = found.filters, found.view == LINES
    return filter_bar(
        [
            *service_and_indicator(filters.chosen, ("indicators", "from", "to", "basis")),
            select("from", "From", options(filters.periods), filters.first),
            select("to", "To", options(filters.periods), filters.last),
            *([select("basis", "Prices", options(filters.bases), filters.basis)] if filters.bases else []),
            *(
                [joined("compare", "Beside", options(filters.beside), filters.compare)]
                if lines and filters.beside
                else []
            ),
            *([axis(filters.axis)] if found.has_picture else []),
            *([_further(filters)] if found.view in (LINES, TABLE) else []),
            *([_peers(found)] if found.view != LIMITS else []),
        ]
    )


def _further(filters: TrendFilters) -> Component:
    """Ticks for more indicators; the one in view stays ticked, so that the address holds them all."""
    every = [Option(choice.value, choice.label, fixed=at == 0) for at, choice in enumerate(filters.further)]
    return details(
        "Add indicators (up to four, each with its own axis)",
        [ticks("indicators", "Indicators", every, filters.shown)],
        is_open=len(filters.shown) > 1,
    )


def _peers(found: view.Trends) -> Component:
    words = "Choose councils (all without a choice)" if found.councils else "Add councils (up to three)"
    chosen = found.filters.peers
    councils = ticks("peers", "Councils", options(found.filters.councils), chosen)
    return details(words, [councils], is_open=bool(chosen))


def _lines(found: view.Trends, query: Query) -> list[Component]:
    return [
        *trend_charts.charts(found, query),
        region("family", trend_charts.family(found.family)),
        *_table(found),
    ]


def _multiples(found: view.Trends, query: Query) -> list[Component]:
    return [
        html.Section(trend_charts.head(found.panels[0], query, 0), className="section"),
        region("councils", trend_charts.councils(found)),
        region("figures", trend_tables.councils(found)),
    ]


def _only_table(found: view.Trends, query: Query) -> list[Component]:
    panel, several = found.panels[0], len(found.panels) > 1
    caption = [] if several else [region("caption", [panel.plain_caption], "note")]
    head = trend_charts.head(panel, query, 0, measured=not several)
    return [html.Section([head, *caption], className="section"), *_table(found)]


def _limits(found: view.Trends, query: Query) -> list[Component]:
    return [
        *trend_charts.limits(found, query),
        region("figures", trend_tables.limits(found)),
    ]


def _table(found: view.Trends) -> list[Component]:
    questions = html.Ul([plain.li(question) for question in found.questions])
    asked = [section("Questions to ask", [questions])] if found.questions else []
    return [region("figures", [*trend_tables.figures(found), *asked])]


_BODIES = {LINES: _lines, MULTIPLES: _multiples, TABLE: _only_table, LIMITS: _limits}
