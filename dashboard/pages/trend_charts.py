"""The pictures of the trends page: line charts, small multiples, process limits."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.charts.line_ends import trend_ends
from dashboard.charts.multiples import Ground, Small, small_multiples
from dashboard.charts.trend import trend_figure
from dashboard.components.chart import chart
from dashboard.components.empty import empty
from dashboard.components.key import KeyItem, key
from dashboard.components.region import region
from dashboard.components.section import section
from dashboard.components.words import inline
from dashboard.pages import links
from dashboard.views.drawing import TrendChart
from dashboard.views.query import Query
from dashboard.views.trend_limits import Limits
from dashboard.views.trend_multiples import Panels
from dashboard.views.trend_panels import Panel
from dashboard.views.trends import Trends

LIMITS = "limits"
_SIGNALS = {
    "run": KeyItem("signal run", "one of eight or more in a row on one side of the centre"),
    "outside": KeyItem("signal outside", "outside the limits"),
}


def charts(found: Trends, query: Query) -> list[Component]:
    """The line chart of each indicator, one above the other, each with its own axis."""
    several = len(found.panels) > 1
    return [_chart(panel, query, at, several) for at, panel in enumerate(found.panels)]


def head(
    panel: Panel, query: Query, at: int, png: str = "", below: bool = False, measured: bool = True
) -> Component:
    """What the axis measures, its direction, and the ways to take it away; a PNG of the chart named.

    `below` says that it stands under a heading of the same part; without `measured` the ways stand alone.
    """
    label = (html.H3 if below else html.H2)(panel.measure, id=name("measure", at))
    said = [label, plain.span(panel.direction, className="by")] if measured else []
    heading = region(name("measure", at), said, "chart-head")
    return html.Div([heading, _actions(query, at, png)], className="head")


def family(panels: Panels | None) -> list[Component]:
    """The family group one by one; nothing where there is none to show."""
    if panels is None:
        return []
    return [section("The family group, one by one", [_small(panels)], by=f"{panels.label}. {_by(panels)}")]


def councils(found: Trends) -> list[Component]:
    """Every council in view one by one."""
    panels, caption = found.councils, found.panels[0].plain_caption
    if panels is None:
        return []
    note = [html.P(caption, className="note")] if caption else []
    return [section(f"{len(panels.members)} councils, one by one", [_small(panels), *note], by=_by(panels))]


def limits(found: Trends, query: Query) -> list[Component]:
    """The chart with its centre and limits, the sentence and the signals; or why there is none."""
    held, panel = found.limits, found.panels[0]
    if held is None or held.drawing is None:
        why = held.why_not if held else ""
        return [region("no-limits", [empty(why, "The other views show every figure there is.")], "section")]
    return [
        html.Section(
            [
                head(panel, query, 0, f"#chart-{LIMITS}"),
                _picture(LIMITS, held.drawing, panel, "measure"),
                region("caption", _said(held)),
            ],
            className="section",
        )
    ]


def name(part: str, at: int) -> str:
    """The name of a part of the panel at a place: `trend`, then `trend-2`."""
    return f"{part}-{at + 1}" if at else part


def _chart(panel: Panel, query: Query, at: int, several: bool) -> Component:
    """One panel; of several, each has its name and sentence above."""
    said = []
    if several:
        to = html.H2(panel.title)
        said = [region(name("said", at), [to, html.P(inline(panel.lead), className="sub")])]
    chart_name = name("trend", at)
    return html.Section(
        [
            *said,
            head(panel, query, at, f"#chart-{chart_name}", several),
            _picture(chart_name, panel.drawing, panel, name("measure", at), several),
            region(name("caption", at), [panel.caption], "note"),
        ],
        className="section",
    )


def _picture(chart_name: str, drawing: TrendChart, panel: Panel, by: str, short: bool = False) -> Component:
    figure, ends = trend_figure(drawing), trend_ends(drawing)
    return chart(chart_name, figure, ends, described_by=by, alt=panel.alt, short=short)


def _actions(query: Query, at: int, png: str) -> Component:
    """The link and the files stand once, at the first panel."""
    once = [links.action("Copy link", "copy-link"), *links.downloads(links.TRENDS, query)]
    picture = [links.action("PNG", "png", of=png)] if png else []
    return region(name("actions", at), [*([] if at else once), *picture], "actions")


def _said(held: Limits) -> Sequence[Component]:
    kinds = {mark.kind for mark in held.drawing.marks} if held.drawing else set()
    return [
        html.P(held.sentence, className="note"),
        *([key([item for kind, item in _SIGNALS.items() if kind in kinds])] if kinds else []),
        *(
            [html.Ul([plain.li(words) for words in held.signals], className="signals")]
            if held.signals
            else []
        ),
    ]


def _small(panels: Panels) -> Component:
    small = [Small(each.name, each.latest, each.values, each.ours, each.reasons) for each in panels.members]
    return small_multiples(small, Ground(panels.scotland, panels.names, panels.scale, panels.cuts))


def _by(panels: Panels) -> str:
    scotland = "; Scotland dashed" if any(value is not None for value in panels.scotland) else ""
    return f"One scale for all, {panels.grid}; highest first after ours{scotland}"
