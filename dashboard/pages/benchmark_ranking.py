"""The ranked view of `/benchmarks`: the list of councils, the map, and our place by year."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.addresses import href
from dashboard.charts.place_by_year import YearPlace, place_by_year
from dashboard.components import dots, tiles
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.filters import Option, filter_bar, joined, select
from dashboard.components.key import KeyItem, key
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.choose import axis, options, service_and_indicator
from dashboard.views import benchmarks as view
from dashboard.views.benchmark_places import Place
from dashboard.views.query import Query
from dashboard.views.text import sentence_case
from dashboard.views.trend_words import measure

COMPARE = (Option("all", "All 32"), Option("family", "Family group"))


def arrange(found: view.Benchmarks, query: Query) -> list[Component]:
    """Filters, and the ranking beside the map and the years; each picture is followed by its table."""
    warning = [] if found.no_rank else [html.B("Read ranks with care. ")]
    caution = html.P([*warning, found.caution], className="caution")
    beside = [_map(found, query), caution, _years(found)]
    return [
        _filters(found),
        region("places", [_ranking(found, query), html.Div(beside)], "section columns"),
    ]


def _filters(found: view.Benchmarks) -> Component:
    family = [joined("compare", "Compare with", COMPARE, found.compare)] if found.family_known else []
    return filter_bar(
        [
            *service_and_indicator(found.chosen, ("period", "basis")),
            select("period", "Period", options(found.periods), found.period),
            *([select("basis", "Prices", options(found.bases), found.basis)] if found.bases else []),
            *family,
            axis(found.axis),
        ]
    )


def _ranking(found: view.Benchmarks, query: Query) -> Component:
    picture = dots.ranked_dots(
        [_dot(place) for place in found.places],
        [dots.Quarter(quarter.start, quarter.end, quarter.words) for quarter in found.quarters],
        [dots.Line(at, words) for at, words in found.ticks],
        dots.Line(*found.scotland) if found.scotland else None,
    )
    items = [
        KeyItem("dot ours", found.area.name),
        *([KeyItem("dot family", "Family group")] if found.family_known else []),
        KeyItem("dot other", "Other councils"),
        *([KeyItem("whisker", "95% interval")] if found.tested else []),
        *(
            [KeyItem("dot hollow", "Our figure before")]
            if any(p.before is not None for p in found.places)
            else []
        ),
        *_bands(found),
    ]
    return section(
        "Councils" if found.no_rank else "Ranked",
        [picture, key(items), _table(found)],
        by=f"{measure(found.indicator)}; {found.order}",
        aside=[html.Span(links.downloads(links.BENCHMARKS, query), className="actions")],
    )


def _bands(found: view.Benchmarks) -> list[KeyItem]:
    """What the shades behind the dots are, from the left: a phone has no room for the names of all four."""
    names = [quarter.words.lower() for quarter in found.quarters]
    return [KeyItem("band", f"Quarters of the councils: {', '.join(names)}")] if names else []


def _dot(place: Place) -> dots.Dot:
    return dots.Dot(
        rank=place.rank,
        name=place.name,
        shown=place.value,
        at=place.share,
        role=place.role,
        low=place.low,
        high=place.high,
        before=place.before,
        verdict=place.verdict,
        reason=place.reason,
    )


def _map(found: view.Benchmarks, query: Query) -> Component:
    every = [
        tiles.Tile(
            row=place.tile[0],
            column=place.tile[1],
            short=place.short,
            name=place.name,
            shown=place.bare,
            quarter=place.quartile,
            href=href(links.BENCHMARKS, query, area=place.code),
            ours=place.role == "ours",
            family=place.role == "family",
        )
        for place in sorted(found.places, key=lambda place: place.name)
    ]
    by = "One equal tile a council, leading to its own page; the table of the councils has the same figures"
    return section("On the map", [tiles.tile_map(every, found.quarter_names)], by=by)


def _years(found: view.Benchmarks) -> Component:
    ranked = [year.rank for year in found.years if year.rank is not None]
    if not ranked:
        never = f"{found.area.name} has not been ranked on this indicator."
        return section("Our place by year", [empty(never, sentence_case(found.no_rank))])
    periods = "one period" if len(ranked) == 1 else f"{len(ranked)} periods"
    by = f"Between {min(ranked)} and {max(ranked)} in {periods}"
    if min(ranked) == max(ranked):
        by = f"{ranked[0]} in {periods}"
    label = "; ".join(f"{y.period}: {y.place}" for y in found.years if y.rank is not None)
    places = [YearPlace(year.period, year.rank, year.of) for year in found.years]
    return section("Our place by year", [place_by_year(places, label), _years_table(found)], by=by)


def _years_table(found: view.Benchmarks) -> Component:
    columns = (
        Column("Period"),
        Column(found.area.name, align="right"),
        Column("Scotland", align="right"),
        Column("Against Scotland", align="right", classes="optional"),
        Column("Rank", align="right"),
    )
    rows = [Row((y.period, y.value, y.scotland, y.gap, y.place)) for y in reversed(found.years)]
    caption = f"{found.indicator.title}, {found.area.name} by period"
    return details("Show the places", [figures_table(caption, columns, rows)])


def _table(found: view.Benchmarks) -> Component:
    """Every figure of the picture and of the map, in the order of the ranking."""
    tested = [Column("95% interval", align="right", classes="optional")] if found.tested else []
    columns = (
        Column("Council"),
        Column("Rank", align="right"),
        Column("Figure", align="right"),
        *tested,
        Column("Beside Scotland"),
        Column("Quarter", align="right"),
    )
    rows = [Row(_cells(place, bool(tested)), "on" if place.role == "ours" else "") for place in found.places]
    caption = f"{found.indicator.title}, {found.period}, {found.edition}"
    if found.scotland:
        caption += f". {found.scotland[1]}"
    table = figures_table(caption, columns, rows, caption_seen=True, own_file=True)
    return details("Show the figures", [table])


def _cells(place: Place, tested: bool) -> tuple[str, ...]:
    family = " (family group)" if place.role == "family" else ""
    interval = (place.interval,) if tested else ()
    beside = place.against or place.reason
    return (place.name + family, place.rank, place.value, *interval, beside, str(place.quartile or ""))
