"""How many indicators stand where: the four counts, and one mark an indicator for each service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import HIDDEN
from dashboard.components.marks import mark

MOST_RINGS = 4
"""More indicators without a light than this are counted, not drawn one by one."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many indicators have this light, in words, and where they are listed."""

    light: str
    words: str
    number: int
    href: str


@dataclass(frozen=True, slots=True)
class ServiceLights:
    """A service, the light of each of its indicators (worst first), and the same in words."""

    service: str
    lights: tuple[str, ...]
    words: str


def tally(counts: Sequence[Count], services: Sequence[ServiceLights]) -> Component:
    """The counts as large linked numbers, and the services beside them."""
    return html.Div([_counts(counts), _services(services)], className="tally")


def _counts(counts: Sequence[Count]) -> Component:
    return html.Ul(
        [
            html.Li(
                dcc.Link(
                    [
                        html.Span(str(count.number), className="n"),
                        html.Span([mark(count.light), count.words], className="of"),
                    ],
                    href=count.href,
                )
            )
            for count in counts
        ],
        className="counts",
    )


def _services(services: Sequence[ServiceLights]) -> Component:
    return html.Dl(
        [
            part
            for each in services
            for part in (
                html.Dt(each.service),
                html.Dd([*_marks(each.lights), html.Span(each.words, className="unseen")]),
            )
        ],
        className="by-service",
    )


def _marks(lights: Sequence[str]) -> list[Component]:
    """One mark an indicator; many without a light are one ring and their number."""
    without = sum(light == "none" for light in lights)
    if without <= MOST_RINGS:
        return [mark(light) for light in lights]
    judged = [mark(light) for light in lights if light != "none"]
    return [*judged, mark("none"), plain.span(str(without), className="tiny quiet num", **HIDDEN)]
