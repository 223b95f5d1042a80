"""`/explore`: any figure of the store, filtered, sorted, pivoted and taken away as a file."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.filters import filter_bar, select, ticks
from dashboard.components.page_head import page_head
from dashboard.components.pager import pager
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.pages import links
from dashboard.pages.choose import options
from dashboard.pages.explore_tables import list_table, pivot_table
from dashboard.shell import Page
from dashboard.views import explore as view
from dashboard.views.explore_filters import LIST
from dashboard.views.explore_query import MOST_BESIDE, Asked
from dashboard.views.query import Query
from indicators.store.store import Store

FIGURES = "figures"
_CLEARS = {
    "service": ("indicator", "beside"),
    "indicator": ("beside",),
    "where": ("areas",),
    "source": ("edition",),
}


def page(store: Store) -> Page:
    """The explore page over a store."""

    def layout(query: Query) -> Component:
        with store.connect() as connection:
            return arrange(view.explore(connection, store.catalogue, query), query)

    return Page(path=links.EXPLORE, title="Explore", layout=layout, label="Explore", position=4)


def arrange(found: view.Explore, query: Query) -> Component:
    """The page of a view: what matches, filters, figures, and views that are worth a link."""
    return html.Div(
        [
            region("head", page_head("Explore every figure", found.lead, below=_aside(found))),
            _filters(found.asked),
            region("ready", _ready(found)),
            html.Div(region("figures", _results(found, query)), id=FIGURES, tabIndex=-1),
        ]
    )


def _aside(found: view.Explore) -> list[str]:
    return [found.left_aside] if found.left_aside else []


def _filters(asked: Asked) -> Component:
    names = ["service", "indicator", "where", "from", "to", "status", "basis", "source", "edition", "view"]
    if len(asked.filters["edition"].choices) == 1:
        names.remove("edition")
    return filter_bar([*(_select(asked, name) for name in names), *_more(asked)])


def _select(asked: Asked, name: str) -> Component:
    found = asked.filters[name]
    clears = ("page", *_CLEARS.get(name, ()))
    grow = name in ("indicator", "source", "edition")
    return select(name, found.label, options(found.choices), found.value, clears, grow=grow)


def _more(asked: Asked) -> list[Component]:
    """Ticks for several indicators and several areas, folded away until they are used."""
    areas = ticks("areas", "Areas", options(asked.offered_areas), asked.areas, ("page", "where"))
    parts = [details("Choose areas one by one", [areas], is_open=bool(asked.areas))]
    if asked.offered_beside:
        beside = ticks(
            "beside", "Indicators of the same service", options(asked.offered_beside), asked.beside, ("page",)
        )
        words = f"Add indicators (up to {MOST_BESIDE})"
        parts.append(details(words, [beside], is_open=bool(asked.beside)))
    return [html.Div(parts, className="filter whole folded")]


def _results(found: view.Explore, query: Query) -> list[Component]:
    actions = html.Span(
        [
            links.action("Copy link", "copy-link"),
            *links.downloads(links.EXPLORE, query, f"All {found.count:,} figures as"),
        ],
        className="actions",
    )
    if not found.count:
        return [section("Figures", [_nothing(found, query)])]
    if found.refused:
        how = "Choose one indicator or area, or fewer years; or show a list. The downloads hold every figure."
        return [section("Figures", [empty(found.refused.why, how)], aside=[actions])]
    if found.asked.value("view") != LIST:
        tables = [pivot_table(pivot, found.asked.area.code) for pivot in found.pivots]
        signs = f" Signs: {'; '.join(found.signs)}." if found.signs else ""
        note = html.P(f"A dash: no current figure.{signs}", className="note")
        return [section("Figures", [*tables, note], aside=[actions])]
    first = (found.page - 1) * view.PAGE_ROWS + 1
    last = first + len(found.figures) - 1
    by = f"{first:,} to {last:,} of {found.count:,}" if found.pages > 1 else f"{found.count:,}"
    return [section("Figures", [list_table(found, query), *_pages(found, query)], by=by, aside=[actions])]


def _nothing(found: view.Explore, query: Query) -> Component:
    """What to take away when nothing matches."""
    what = "No figure matches. Only the current edition of each figure is listed."
    ways: list[Component | str] = []
    for name, words in found.narrowed:
        away = links.within(words, links.EXPLORE, query, **{name: "", **_left(name)})
        ways += ["Take away ", away, ", "]
    ways += ["or ", links.within("begin again", links.EXPLORE, {"area": found.asked.area.code}), "."]
    return empty(what, html.Span(ways))


def _left(name: str) -> dict[str, str]:
    """What has no meaning once a filter is taken away; ticked areas are the areas filter."""
    return dict.fromkeys(("page", *_CLEARS.get(name, ())), "")


def _pages(found: view.Explore, query: Query) -> list[Component]:
    """The way through a long list, which leaves the reader at the top of it."""

    def link(words: list[Component | str], number: int) -> Component:
        return links.within(words, links.EXPLORE, query, to=FIGURES, page=str(number))

    return pager(found.page, found.pages, link)


def _ready(found: view.Explore) -> list[Component]:
    items = [
        plain.li(links.within(each.words, links.EXPLORE, each.query, to=FIGURES)) for each in found.ready
    ]
    note = html.P("Any view is saved by its address: bookmark it, or copy the link.", className="note")
    return [details("Ready-made views", [html.Ul(items, className="ready"), note])]
