"""One row of a scorecard: an indicator in three periods, its benchmark, or one line that says why not."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.views.histories import Series
from dashboard.views.words import Badge, Change, badge, change, shown_target, shown_value
from indicators.codes import published_code
from indicators.display import value_text
from indicators.figures import Status
from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.printed_periods import PeriodError, parse
from indicators.rag import Light, cut_points
from indicators.standing import Standing
from indicators.statements import target_text
from indicators.store.rows import FigureRow
from indicators.targets import Origin
from indicators.vocabulary import Scorecard

LATEST = 3


@dataclass(frozen=True, slots=True)
class CardCell:
    """One period of a row: value, target, status and trend; or `words` alone where there is no number.

    `standing` and `figure` are what it was made of; None where there is no figure, and on a frozen card.
    """

    period: str
    value: str
    target: str
    badge: Badge | None
    change: Change | None
    words: str
    standing: Standing | None = None
    figure: FigureRow | None = None


@dataclass(frozen=True, slots=True)
class CardRow:
    """One indicator; `slim` is its one line of words when no period has a figure, `light` its latest.

    `age` says how old its latest figure was at the last load.
    """

    code: str
    label: str
    title: str
    cells: tuple[CardCell, ...]
    benchmark: str
    benchmark_note: str
    slim: str
    standing: Standing | None
    light: Light = Light.NO_DATA
    age: str = ""


def card_row(series: Series, linked: Series | None, card: Scorecard) -> CardRow:
    """The row of a series; `linked` is the national series a local indicator answers to."""
    indicator = series.indicator
    periods = _periods(series, card)
    cells = tuple(_cell(series, period) for period in periods)
    national = linked or series
    shown, note = _scotland(national, card)
    is_compared = not national.indicator.is_total
    latest = _latest_numbered(series, periods)
    return CardRow(
        code=indicator.code,
        label=_label(indicator),
        title=indicator.title,
        cells=cells,
        benchmark=shown if is_compared else "",
        benchmark_note=note if is_compared else "",
        slim="" if latest else _slim(series, periods, shown, note),
        standing=latest,
        light=latest.light if latest else Light.NO_DATA,
    )


def _periods(series: Series, card: Scorecard) -> list[Period | None]:
    """The card's own periods, newest first; else the latest three the series has a number for."""
    if card.periods:
        return [_parsed(label, series.indicator) for label in card.periods]
    numbered = [p for p, figure in series.history.points if figure.value is not None]
    every = numbered or [p for p, _ in series.history.points]
    newest = list(reversed(every))[:LATEST]
    return [*newest, *([None] * (LATEST - len(newest)))]


def _parsed(label: str, indicator: Indicator) -> Period | None:
    try:
        return parse(label, indicator.year_kind)
    except PeriodError:
        return None


def _cell(series: Series, period: Period | None) -> CardCell:
    points = dict(series.history.points)
    if period is None or period not in points:
        return CardCell(period.words if period else "", "", "", None, None, "")
    standing = series.history.at(period)
    if standing.figure.value is None:
        return CardCell(
            period.words, "", "", None, None, _words(series, standing), standing, _figure(series, period)
        )
    return CardCell(
        period=period.words,
        value=shown_value(standing),
        target=shown_target(standing),
        badge=badge(standing),
        change=change(standing),
        words="",
        standing=standing,
        figure=_figure(series, period),
    )


def _figure(series: Series, period: Period) -> FigureRow | None:
    """The row a figure was read from, with its edition and its prices."""
    own = (row for row in series.rows if row.area == series.history.area and row.period == period)
    return next(own, None)


def _words(series: Series, standing: Standing) -> str:
    """What stands where a value would: its status, and the target if one was set."""
    status = standing.figure.status
    said = "No figure yet" if status is Status.MISSING else badge(standing).words
    if status is Status.NOT_AVAILABLE and standing.note:
        said = standing.note[:1].upper() + standing.note[1:]
    target = series.history.catalogue.target(
        series.indicator.code, series.history.area, standing.period.label
    )
    cut = cut_points(target, None) if target and target.origin is not Origin.RULE else None
    return f"{said}, target {target_text(series.indicator, target, cut, None)}" if cut else said


def _slim(series: Series, periods: list[Period | None], benchmark: str, note: str) -> str:
    """The one line of a row without any figure: the most telling of its statuses, and Scotland if known."""
    points = dict(series.history.points)
    told = [series.history.at(p) for p in periods if p is not None and p in points]
    if told:
        return _words(series, next((s for s in told if s.figure.status is not Status.MISSING), told[0]))
    return f"No figure of our own; Scotland {note}: {benchmark}" if benchmark else "No figure in this release"


def _latest_numbered(series: Series, periods: list[Period | None]) -> Standing | None:
    points = dict(series.history.points)
    numbered = [p for p in periods if p is not None and p in points and points[p].value is not None]
    return series.history.at(max(numbered)) if numbered else None


def _scotland(series: Series, card: Scorecard) -> tuple[str, str]:
    """Scotland in the card's benchmark period (else the latest), and which period that is."""
    points = dict(series.scotland.points)
    asked = _parsed(card.benchmark_period, series.indicator) if card.benchmark_period else None
    period = asked or series.scotland.latest
    figure = points.get(period) if period else None
    if figure is None or figure.number is None or period is None:
        return "", ""
    return value_text(series.indicator, figure.number), period.words


def _label(indicator: Indicator) -> str:
    """The code a reader knows: the national one a local indicator answers to, else its own; or none."""
    return published_code(indicator.counterpart) or indicator.published_code
