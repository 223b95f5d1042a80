"""The profile view of `/benchmarks`: a spine for every indicator of a service."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.addresses import href
from dashboard.charts.profile import Spine, spine
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.filters import Option, filter_bar, joined, select
from dashboard.components.key import KeyItem, key
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.components.view_switch import page_link
from dashboard.pages import links
from dashboard.pages.choose import options
from dashboard.views import profile as view
from dashboard.views.profile_rows import ProfileRow
from dashboard.views.query import Query
from indicators.codes import published_code, with_code

SHOW = (Option("headline", "Headline indicators"), Option("all", "All with figures"))
ORDERS = {"position": "by position", "service": "in the order of the service"}
READING = (
    "Each half of a bar is scaled on its own, so distances left and right of Scotland cannot be compared. "
    "A figure before that lies beyond this period’s councils is not drawn. A small distance from Scotland "
    "may be chance: only what the table calls better, similar or worse than Scotland has been tested."
)


def arrange(found: view.Profile, query: Query) -> list[Component]:
    """Filters, the bars, and their figures."""
    return [_filters(found), region("profile", [_profile(found, query)])]


def _filters(found: view.Profile) -> Component:
    held = found.held
    return filter_bar(
        [
            select(
                "service", "Service", options(held.services), held.service, ("indicator", "period", "basis")
            ),
            joined("show", "Indicators shown", SHOW, held.show),
        ]
    )


def _profile(found: view.Profile, query: Query) -> Component:
    if not found.rows:
        why = " ".join(found.notes) or "No council has a figure on its headline indicators."
        return section("The profile", [empty(why, "Choose another service, or show all indicators.")])
    heads = plain.div(
        [plain.span("Worst"), plain.span("Scotland", className="scotland"), plain.span("Best")],
        className="spine-head",
    )
    columns = (
        Column("Indicator", classes="title"),
        Column("Ours", align="right", classes="value"),
        Column("Scotland", align="right", classes="against"),
        Column("Worst", align="right", classes="end"),
        Column(heads, classes="spine-cell"),
        Column("Best", classes="end"),
        Column("Rank", align="right", classes="rank"),
    )
    rows = [_row(row, query) for row in found.rows]
    caption = f"{found.held.title}: {found.area.name} between the worst and the best council"
    by = "Worst council on the left, best on the right, whichever way the figure runs"
    parts = [
        figures_table(caption, columns, rows, "profile"),
        _key(found),
        html.P([READING, *(f" {note}" for note in found.notes)], className="note section-note"),
        _table(found),
    ]
    return section("The profile", parts, by=by, aside=[_sorts(found, query)])


def _sorts(found: view.Profile, query: Query) -> Component:
    """The two orders as links; the one in use says so."""
    parts: list[Component | str] = ["Sorted "]
    for name, words in ORDERS.items():
        address = href(links.BENCHMARKS, query, sort="" if name == "position" else name)
        parts += [page_link(words, address, name == found.order), " or " if name == "position" else ""]
    return html.Span(parts, className="sorts")


def _row(row: ProfileRow, query: Query) -> Row:
    address = href(
        links.BENCHMARKS, query, view="", service="", show="", sort="", period="", indicator=row.code
    )
    low, high = row.quarter_low, row.quarter_high
    shares = Spine(row.ours, row.before, low, high, row.judged)
    below = ", ".join(filter(None, (published_code(row.code), f"{row.period}; {row.councils} councils")))
    if not row.judged:
        below += "; no judgement: lowest left, highest right"
    place: list[str | Component] = [row.rank, plain.small(row.quarter)] if row.rank else [row.side]
    return Row(
        (
            [page_link(row.title, address), plain.small(below)],
            row.value,
            [row.scotland, *([plain.small(row.scotland_note)] if row.scotland_note else [])],
            row.worst,
            spine(shares, row.side),
            row.best,
            place,
        )
    )


def _key(found: view.Profile) -> Component:
    neutral = any(not row.judged for row in found.rows)
    return key(
        [
            KeyItem("dot ours", "Latest"),
            KeyItem("dot hollow", "Figure before"),
            *([KeyItem("dot other", "Latest, neither way is better")] if neutral else []),
            KeyItem("middle-half", "Middle half of councils"),
            KeyItem("whole-range", "Worst to best"),
        ]
    )


def _table(found: view.Profile) -> Component:
    columns = (
        Column("Indicator"),
        Column("Period"),
        Column("Ours", align="right", classes="strong"),
        Column("Before", align="right"),
        Column("Scotland", align="right"),
        Column("Worst", "lowest without judgement", align="right"),
        Column("Middle half", align="right"),
        Column("Best", "highest without judgement", align="right"),
        Column("Rank", align="right"),
        Column("Against Scotland"),
    )
    rows = [
        Row(
            (
                links.to_trend(found.area.code, row.code, with_code(row.title, row.code)),
                row.period, row.value, row.before_value, row.scotland, row.worst, row.middle, row.best,
                row.rank, row.side,
            )
        )
        for row in found.rows
    ]  # fmt: skip
    caption = f"{found.held.title}, {found.area.name}: the figures of the profile"
    return details("Show the figures", [figures_table(caption, columns, rows)])
