"""A plotly chart on a page: the plot, and the names of its lines beside their ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import svg
from dashboard.components.attributes import aria
from dashboard.components.region import region

CONFIG: Final[dict[str, Any]] = {
    "config": {
        "displayModeBar": False,
        "showSendToCloud": False,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }
}


class LineEnd(Protocol):
    """The words at the end of a line: its CSS role; pixels from the top of its end and of the words."""

    @property
    def role(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def end(self) -> float: ...
    @property
    def place(self) -> float: ...


def chart(
    name: str,
    figure: Mapping[str, Any],
    ends: Sequence[LineEnd] = (),
    described_by: str | None = None,
    alt: str = "",
    short: bool = False,
) -> Component:
    """The chart called `name` on its page: {"chart": name} is drawn again in place when the address changes.

    `described_by` is the id of the heading or sentence that says what the picture shows, `alt` says to
    those who cannot see it what it looks like; a table holding every figure must follow it on the page.
    A `short` chart stands above or below others.
    """
    labelled = aria(labelledby=described_by) if described_by else aria(label="Chart")
    said: list[Component] = []
    if alt:
        labelled |= aria(describedby=f"alt-{name}")
        said = [region(f"{name}-alt", [html.P(alt, id=f"alt-{name}", className="unseen")])]
    plot = html.Div(
        dcc.Graph(id={"chart": name}, figure=dict(figure), responsive=True, **CONFIG),
        role="img",
        **labelled,
    )
    classes = "chart short" if short else "chart"
    return html.Div([plot, line_ends(name, ends), *said], className=classes, id=f"chart-{name}")


def line_ends(name: str, ends: Sequence[LineEnd]) -> Component:
    """The names of the lines: beside their ends on a wide screen, a key below the plot on a phone."""
    leaders = "".join(f"M0 {end.end:.1f}L20 {end.place:.1f}" for end in ends)
    names = [html.Li(end.words, className=end.role, style={"top": f"{end.place:.1f}px"}) for end in ends]
    return html.Div(
        [
            svg.drawing([svg.path("leader", leaders)], "chart-leaders"),
            html.Ul(names, className="chart-ends"),
        ],
        id={"region": f"{name}-ends"},
        className="chart-side",
    )
