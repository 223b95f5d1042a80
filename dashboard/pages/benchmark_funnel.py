"""The funnel view of `/benchmarks`: figures against their base, between the limits of chance."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.addresses import href
from dashboard.charts.funnel_plot import FunnelDot, Mark, funnel_picture
from dashboard.components.details import details
from dashboard.components.empty import empty
from dashboard.components.filters import filter_bar, select
from dashboard.components.key import KeyItem, key
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.table import Column, Row, figures_table
from dashboard.components.view_switch import page_link
from dashboard.pages import links
from dashboard.pages.choose import options, service_and_indicator
from dashboard.views import choices
from dashboard.views.benchmark_stage import Stage
from dashboard.views.funnel_choices import FunnelChoice
from dashboard.views.funnel_plot import FunnelPlot, FunnelPoint
from dashboard.views.query import Query
from dashboard.views.text import sentence_case
from dashboard.views.trend_words import measure

READING = (
    "Each dot is a council: how many are counted (across, equal steps being equal ratios) and its figure "
    "(up). Small councils swing more by chance, so the limits are wide on the left. Were there nothing but "
    "chance, 95 of 100 councils would lie between the inner limits and 998 of 1,000 between the outer ones."
)


def arrange(stage: Stage, found: FunnelPlot, others: Sequence[FunnelChoice], query: Query) -> list[Component]:
    """Filters, the picture and its figures; where there is none, why, and for what `others` there is one."""
    filters = filter_bar(
        [
            *service_and_indicator(stage.chosen, ("period", "basis")),
            select("period", "Period", options(choices.periods(stage.every)), stage.period.label),
        ]
    )
    if found.why_not:
        nothing = empty(sentence_case(found.why_not), _ways_on(others, query))
        return [filters, region("funnel", [section("Funnel plot", [nothing])])]
    return [filters, region("funnel", [_funnel(stage, found)])]


def _ways_on(others: Sequence[FunnelChoice], query: Query) -> str | Component:
    """The indicators that have a funnel plot, as links, and the views that need no counts."""
    rest = "The ranked view and the profile work without counts."
    if not others:
        return f"No indicator has the counts of eight councils or more yet. {rest}"
    parts: list[str | Component] = ["There is a funnel plot for "]
    for at, other in enumerate(others):
        address = href(
            links.BENCHMARKS, query, indicator=other.code, period=other.period, service="", basis=""
        )
        parts += [", " if at else "", page_link(other.words, address)]
    return html.Span([*parts, f". {rest}"])


def _funnel(stage: Stage, found: FunnelPlot) -> Component:
    picture = funnel_picture(
        [_dot(point, stage.area.name) for point in found.points],
        found.lines,
        [Mark(at, words) for at, words in found.ticks_up],
        [Mark(at, words) for at, words in found.ticks_across],
        Mark(*found.scotland),
        _label(found),
    )
    parts = [
        picture,
        _key(stage),
        *(html.P(each, className="note section-note") for each in found.outside),
        html.P([html.B("Read it with care. "), found.caution], className="caution"),
        html.P(READING, className="note section-note"),
        _table(stage, found),
    ]
    by = f"{measure(stage.indicator)}, {stage.period.words}, by the number counted"
    return section("Funnel plot", parts, by=by)


def _dot(point: FunnelPoint, ours: str) -> FunnelDot:
    named = point.name if point.role == "ours" else point.name if point.zone.outside else ""
    return FunnelDot(point.across, point.up, point.role, named or (ours if point.name == ours else ""))


def _label(found: FunnelPlot) -> str:
    return " ".join(["Funnel plot.", *(found.outside or ("Every council is within the outer limits.",))])


def _key(stage: Stage) -> Component:
    return key(
        [
            KeyItem("dot ours", stage.area.name),
            *([KeyItem("dot family", "Family group")] if stage.family else []),
            KeyItem("dot other", "Other councils"),
            KeyItem("limit-inner", "95% limits"),
            KeyItem("limit-outer", "99.8% limits"),
        ]
    )


def _table(stage: Stage, found: FunnelPlot) -> Component:
    columns = (
        Column("Council"),
        Column("Counted", align="right"),
        Column("Of them", align="right"),
        Column("Figure", align="right", classes="strong"),
        Column("95% limits", align="right", classes="optional"),
        Column("99.8% limits", align="right", classes="optional"),
        Column("Place"),
    )
    rows = [
        Row(
            (
                _name(point),
                point.base,
                point.cases,
                point.value,
                point.limits,
                point.far_limits,
                point.zone.value,
            )
        )
        for point in found.points
    ]
    caption = f"{stage.indicator.title}, {stage.period.words}, largest base first. {found.scotland[1]}"
    return details("Show the figures", [figures_table(caption, columns, rows, caption_seen=True)])


def _name(point: FunnelPoint) -> str:
    return f"{point.name} (family group)" if point.role == "family" else point.name
