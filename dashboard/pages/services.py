"""`/services` and `/services/<code>`: a service in its own terms, its parts in tables and small pictures."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.addresses import href
from dashboard.components.filters import Option, joined
from dashboard.components.glossary import explained
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.pages import links
from dashboard.pages.service_parts import part_section
from dashboard.shell import NoSuchPageError, Page
from dashboard.views.query import Query, area_of, one_of
from dashboard.views.services import page as view
from dashboard.views.text import spoken
from indicators.store.store import Store
from indicators.vocabulary import Term

YEARS = (Option("few", "Last five"), Option("all", "All"))
_INTRO = "One page a service, in its own terms: options, funnels, orders, and the council’s own years before."


def index_page(store: Store) -> Page:
    """The list of service pages over a store."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            found = view.service_list(connection, store.catalogue, area)
        cards = [_card(page.code, page.title, page.about, spoken(lead), area.code) for page, lead in found]
        return region("services", [page_head("Services", _INTRO), *cards])

    return Page(links.SERVICES, "Services", layout, label="Services", position=4)


def page(store: Store) -> Page:
    """One service page over a store."""

    def layout(query: Query) -> Component:
        declared = store.catalogue.service_pages.get(query.get("code", ""))
        if declared is None:
            raise NoSuchPageError("There is no service page of this name.")
        area, years = area_of(store.catalogue, query), one_of(query, "years", ("few", "all"), "few")
        with store.connect() as connection:
            found = view.service_page(connection, store.catalogue, declared, area, every=years == "all")
        return arrange(found, tuple(store.catalogue.glossary.values()))

    def title(query: Query) -> str:
        declared = store.catalogue.service_pages.get(query.get("code", ""))
        return declared.title if declared else "Service"

    return Page(links.SERVICE, title, layout)


def arrange(found: view.ServiceView, terms: Sequence[Term] = ()) -> Component:
    """The page of a view: its sentence with its `terms` explained, caution, periods, parts."""
    back = dcc.Link("Services", href=href(links.SERVICES, area=found.area.code))
    title, about = (
        explained(found.page.title, terms, "title"),
        explained(found.page.about, terms, "about"),
    )
    head = page_head(title.words, found.lead, (back, f" / {found.area.name}"), (html.Span(about.words),))
    cautions = [html.P(words, className="caution") for words in (found.page.caution, *found.breaks) if words]
    years = joined("years", "Periods", YEARS, "all" if found.every else "few")
    parts = [part_section(part, found.area) for part in found.parts]
    return html.Div(
        [
            region("head", [head, *cautions, *title.meanings, *about.meanings]),
            *([html.Div(years, className="section")] if found.hidden_years else []),
            region("parts", parts),
        ]
    )


def _card(code: str, title: str, about: str, lead: str, area: str) -> Component:
    link = dcc.Link(title, href=href(links.service(code), area=area))
    return html.Section(
        [html.H2(link), html.P(about, className="sub"), html.P(lead, className="note")],
        className="section card-link",
    )
