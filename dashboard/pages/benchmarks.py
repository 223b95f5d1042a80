"""`/benchmarks`: where one council stands among the 32 on one indicator."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.charts.place_by_year import YearPlace, place_by_year
from dashboard.components import dots, tiles
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.filters import Option, filter_bar, joined, select
from dashboard.components.key import KeyItem, key
from dashboard.components.page_head import page_head
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.choose import options, service_and_indicator
from dashboard.shell import Page
from dashboard.views import benchmarks as view
from dashboard.views.query import Query, area_of
from dashboard.views.trend_words import measure
from indicators.store.store import Store

COMPARE = (Option("all", "All 32"), Option("family", "Family group"))


def page(store: Store) -> Page:
    """The benchmarks page over a store."""

    def layout(query: Query) -> Component:
        area = area_of(store.catalogue, query)
        with store.connect() as connection:
            found = view.benchmarks(connection, store.catalogue, area, query)
        return arrange(found) if found else html.Div(_nothing())

    return Page(path=links.BENCHMARKS, title="Benchmarks", layout=layout, label="Benchmarks", position=3)


def arrange(found: view.Benchmarks) -> Component:
    """The page of a view: head, filters, the ranking beside the map and the years."""
    head = page_head(
        f"Where {found.area.name} stands among the councils",
        found.lead,
        (f"{found.service} / Benchmarks",),
    )
    beside = [_map(found), html.P(_caution(found), className="caution"), _years(found)]
    return html.Div(
        [
            region("head", head),
            _filters(found),
            region("places", [_ranking(found), html.Div(beside)], "section columns"),
            region("table", _table(found)),
        ]
    )


def _nothing() -> list[Component]:
    return [
        page_head("Where we stand"),
        empty("No council has a figure for this choice.", "Choose another indicator or period."),
    ]


def _filters(found: view.Benchmarks) -> Component:
    return filter_bar(
        [
            *service_and_indicator(found.chosen, ("period", "basis")),
            select("period", "Period", options(found.periods), found.period),
            *([select("basis", "Prices", options(found.bases), found.basis)] if found.bases else []),
            joined("compare", "Compare with", COMPARE, found.compare),
        ]
    )


def _ranking(found: view.Benchmarks) -> Component:
    rows = [
        dots.Dot(
            rank=place.rank,
            name=place.name,
            shown=place.value,
            at=place.share,
            role=place.role,
            before=place.before,
            reason=place.reason,
        )
        for place in found.places
    ]
    picture = dots.ranked_dots(
        rows,
        [dots.Quarter(quarter.start, quarter.end, quarter.words) for quarter in found.quarters],
        [dots.Line(at, words) for at, words in found.ticks],
        dots.Line(*found.scotland) if found.scotland else None,
    )
    names = key(
        [
            KeyItem("dot ours", found.area.name),
            KeyItem("dot family", "Family group"),
            KeyItem("dot other", "Other councils"),
        ]
    )
    return section(
        "Ranked",
        [picture, names],
        by=f"{measure(found.indicator)}; {found.order}. The ring is the figure before",
    )


def _map(found: view.Benchmarks) -> Component:
    every = [
        tiles.Tile(
            row=place.tile[0],
            column=place.tile[1],
            short=place.short,
            name=place.name,
            shown=place.bare,
            quarter=place.quartile,
            ours=place.role == "ours",
            family=place.role == "family",
        )
        for place in sorted(found.places, key=lambda place: place.name)
    ]
    return section("On the map", [tiles.tile_map(every, found.quarter_names)], by="One equal tile a council")


def _caution(found: view.Benchmarks) -> list[str | Component]:
    return [html.B("Read ranks with care. "), found.caution]


def _years(found: view.Benchmarks) -> Component:
    ranked = [year.rank for year in found.years if year.rank is not None]
    if not ranked:
        return section(
            "Our place by year", [empty(f"{found.area.name} has not been ranked on this indicator.")]
        )
    periods = "one period" if len(ranked) == 1 else f"{len(ranked)} periods"
    by = f"Between {min(ranked)} and {max(ranked)} in {periods}"
    if min(ranked) == max(ranked):
        by = f"{ranked[0]} in {periods}"
    label = "; ".join(f"{y.period}: {y.rank} of {y.of}" for y in found.years if y.rank is not None)
    places = [YearPlace(year.period, year.rank, year.of) for year in found.years]
    return section("Our place by year", [place_by_year(places, label)], by=by)


def _table(found: view.Benchmarks) -> Component:
    columns = (
        Column("Council"),
        Column("Figure", align="right"),
        Column("Rank", align="right"),
        Column("Quarter", align="right"),
    )
    rows = [
        Row((place.name, place.value or place.reason, place.rank, str(place.quartile or "")))
        for place in found.places
    ]
    caption = f"{found.indicator.title}, {found.period}, {found.edition}"
    return details("Show the figures", [figures_table(caption, columns, rows)])
