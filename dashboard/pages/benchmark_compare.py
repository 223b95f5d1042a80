"""The side-by-side view of `/benchmarks`: two areas, or two periods of one, over a service."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.empty import empty
from dashboard.components.filters import Option, filter_bar, joined, select
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.pages import links
from dashboard.pages.choose import options
from dashboard.views import compare as view
from dashboard.views.compare_rows import CompareRow
from indicators.codes import published_code

SHOW = (Option("headline", "Headline indicators"), Option("all", "All with figures"))
READING = (
    "Two areas are compared in the latest period for which both have a figure; two periods of one area are "
    "its latest and the one chosen. A difference is tested where both figures have a 95% interval: it is "
    "called better only if the intervals do not overlap, which is a strict test. Elsewhere “on the better "
    "side” only says which number is the better one."
)


def arrange(found: view.Compare) -> list[Component]:
    """Filters, and the table."""
    return [_filters(found), region("compare", [_table(found)])]


def _filters(found: view.Compare) -> Component:
    held = found.held
    none = Option(view.NONE, "No other period")
    return filter_bar(
        [
            select("service", "Service", options(held.services), held.service, ("indicator", "with_period")),
            select("with", "Beside", _areas(found), found.with_area or view.NONE, ("with_period",)),
            select(
                "with_period",
                "Or with itself in",
                [none, *options(found.periods)],
                found.with_period or view.NONE,
            ),
            joined("show", "Indicators shown", SHOW, held.show),
        ]
    )


def _areas(found: view.Compare) -> list[Option]:
    every = options(found.others)
    return every if found.with_area else [Option(view.NONE, "No other area"), *every]


def _table(found: view.Compare) -> Component:
    if not found.rows:
        why = " ".join(found.notes) or "There are no two figures to compare."
        return section("Side by side", [empty(why, "Choose another service, area or period.")])
    columns = (
        Column("Indicator", classes="title"),
        Column(found.names[0], align="right", classes="strong"),
        Column(found.names[1], align="right"),
        Column("Difference", f"of {found.names[0]}", classes="difference"),
        Column("Which is better", classes="verdict"),
    )
    table = figures_table(
        f"{found.held.title}: {found.heading}",
        columns,
        [_row(row, found) for row in found.rows],
        "compared",
    )
    reading = html.P([READING, *(f" {note}" for note in found.notes)], className="note section-note")
    return section("Side by side", [table, reading])


def _row(row: CompareRow, found: view.Compare) -> Row:
    names = found.names
    return Row(
        (
            [
                links.to_trend(found.area.code, row.code, row.title),
                plain.small(", ".join(filter(None, (published_code(row.code), row.periods)))),
            ],
            _figure(row.first, row.first_interval, names[0]),
            _figure(row.second, row.second_interval, names[1]),
            row.difference,
            row.verdict,
        )
    )


def _figure(value: str, interval: str, name: str) -> list[str | Component]:
    """The figure with its interval; on a phone, where the headings go, with its name."""
    return [
        plain.span(f"{name} ", className="phone-only quiet"),
        value,
        *([plain.small(interval)] if interval else []),
    ]
