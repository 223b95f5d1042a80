"""Ranked dots: one council a row, best at the top, with quarters and Scotland behind.

Positions are shares of the track in per cent, so the picture fits any width without being drawn again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import plain
from dashboard.components.attributes import HIDDEN


@dataclass(frozen=True, slots=True)
class Dot:
    """A council's row; `role` is ours, family or other.

    `at`, `low`, `high` and `before` are shares of the axis, 0 to 1; None is not drawn. `verdict` is what a
    test says beside Scotland (better, similar, worse).
    """

    rank: str
    name: str
    shown: str
    at: float | None
    role: str = "other"
    low: float | None = None
    high: float | None = None
    before: float | None = None
    verdict: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Something at one place of the axis: Scotland, or a tick with its words."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of the councils, between two places of the axis, with its words."""

    start: float
    end: float
    words: str


def ranked_dots(
    dots: Sequence[Dot],
    quarters: Sequence[Quarter],
    ticks: Sequence[Line],
    scotland: Line | None = None,
) -> Component:
    """The list, best first, over its quarters; councils without a figure come last with their reason.

    Without ranks it is a list without an order.
    """
    placed = [dot for dot in dots if dot.at is not None]
    without = [dot for dot in dots if dot.at is None]
    listing = html.Ol if any(dot.rank for dot in placed) else html.Ul
    return html.Div(
        [
            html.Div(
                [
                    _ground(quarters, ticks, scotland),
                    listing([_row(dot) for dot in placed], className="dots"),
                ],
                className="dots-frame",
            ),
            *([html.Ul([_row_without(dot) for dot in without], className="dots")] if without else []),
        ],
        className="ranking tested" if any(dot.verdict for dot in dots) else "ranking",
    )


def _ground(quarters: Sequence[Quarter], ticks: Sequence[Line], scotland: Line | None) -> Component:
    """What lies behind the rows, drawn once; screen readers hear rank and figure in each row instead."""
    parts = [_band(quarter, quarter in quarters[1:-1]) for quarter in quarters]
    if quarters:
        parts.append(plain.span(quarters[0].words, className="quarter-end"))
        parts.append(plain.span(quarters[-1].words, className="quarter-end last"))
    if scotland:
        side = "scotland end" if scotland.at > 0.7 else "scotland"
        parts.append(plain.span(scotland.words, className=side, style={"--at": _share(scotland.at)}))
    few = _kept_on_phones(len(ticks))
    for at, tick in enumerate(ticks):
        side = "tick first" if at == 0 else "tick last" if at == len(ticks) - 1 else "tick"
        side += "" if at in few else " not-phone"
        parts.append(plain.span(tick.words, className=side, style={"--at": _share(tick.at)}))
    return html.Div(parts, className="dots-ground", **HIDDEN)


def _band(quarter: Quarter, named: bool) -> Component:
    """A quarter by its shade; its words are shown where it is wide enough, those of both ends always."""
    style = {"--from": _share(quarter.start), "--to": _share(quarter.end)}
    return plain.span(
        plain.span(quarter.words, className="quarter-name") if named else None,
        className="quarter",
        style=style,
    )


def _kept_on_phones(count: int) -> range:
    """Which ticks a phone has room for: all of four, else every second or third, else the ends."""
    last = count - 1
    step = next((each for each in (1, 2, 3) if each * 3 >= last and last % each == 0), max(last, 1))
    return range(0, count, step)


def _row(dot: Dot) -> Component:
    """Rank, name, the dot on its track with its interval and last year's ring, the figure and its test."""
    verdict = [" ", plain.small(dot.verdict)] if dot.verdict else []
    return plain.li(
        [
            plain.span(dot.rank, className="k"),
            plain.span(dot.name, className="name"),
            plain.span(_track(dot), className="track", **HIDDEN),
            plain.span([dot.shown, *verdict], className="shown"),
        ],
        className=None if dot.role == "other" else dot.role,
    )


def _track(dot: Dot) -> list[Component]:
    """The interval as a whisker, or the way from the figure before; the ring; the dot."""
    parts: list[Component] = []
    if dot.low is not None and dot.high is not None:
        parts.append(_stretch("whisker", dot.low, dot.high))
    elif dot.before is not None and dot.at is not None:
        parts.append(_stretch("reach", *sorted((dot.before, dot.at))))
    if dot.before is not None:
        parts.append(html.I(className="before", style={"--at": _share(dot.before)}))
    if dot.at is not None:
        parts.append(html.I(style={"--at": _share(dot.at)}))
    return parts


def _stretch(kind: str, start: float, end: float) -> Component:
    return html.I(className=kind, style={"--from": _share(start), "--to": _share(end)})


def _row_without(dot: Dot) -> Component:
    return plain.li(
        [
            plain.span(className="k"),
            plain.span(dot.name, className="name"),
            plain.span(dot.reason),
            plain.span(dot.shown, className="shown"),
        ],
        className="without",
    )


def _share(value: float) -> str:
    """A share of the axis as a CSS percentage, kept on the axis."""
    return f"{min(max(value, 0.0), 1.0) * 100:.2f}%"
