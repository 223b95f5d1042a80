"""What else is told of a figure: its published place, its gap to everybody, and what moved its share."""

from __future__ import annotations

from sqlalchemy import Connection

from dashboard.views.histories import all_series
from dashboard.views.trend_scene import Scene
from dashboard.views.workings import Fact, TracedInput, place_of
from indicators.denominators import base_move_words, base_moved, made_of
from indicators.display import value_text
from indicators.figures import Figure
from indicators.gaps import gap_words
from indicators.periods import Period
from indicators.published_places import place_words
from indicators.standing import Standing
from indicators.store.rows import FigureRow

PLACE_RULE = (
    "The place as the report prints it. It is not worked out here, because the figures of the others are not "
    "held; where the report does not say among how many, nothing is added."
)
GAP_RULE = (
    "The figure of the group less that of everybody, for the same area and period. Whether chance alone "
    "could make the gap is not tested."
)
BASE_RULE = (
    "The count (numerator) of what it is a share of (denominator), as the source has them. A denominator "
    "that moved by 5% or more, and the other way than the share, moved the share by itself."
)


def further_facts(connection: Connection, scene: Scene, standing: Standing) -> tuple[Fact, ...]:
    """The lines of the status card that only some indicators have."""
    found = (_place(scene, standing), _gap(connection, scene, standing), _base(scene, standing))
    return tuple(fact for fact in found if fact is not None)


def base_note(scene: Scene, standing: Standing) -> str:
    """What the denominator did to the share since the figure before; empty where that is not notable."""
    before = _before(scene, standing)
    if before is None:
        return ""
    period, figure = before
    moved = base_moved(figure, standing.figure)
    return base_move_words(scene.indicator, moved, period.words) if moved else ""


def _place(scene: Scene, standing: Standing) -> Fact | None:
    key = (scene.indicator.code, scene.area.code, standing.period.label)
    found = scene.catalogue.published_places.get(key)
    if found is None or standing.figure.value is None:
        return None
    name = f"{scene.area.name}, {standing.period.words}"
    traced = TracedInput(name, place_words(found), "as printed", f"{found.edition}; {found.locator}")
    first = f"1 is {found.first}."
    return Fact("Published place", "", place_words(found), PLACE_RULE, (traced,), (first,))


def _gap(connection: Connection, scene: Scene, standing: Standing) -> Fact | None:
    indicator, period = scene.indicator, standing.period
    if not indicator.whole or standing.figure.number is None:
        return None
    everybody = scene.catalogue[indicator.whole]
    series = all_series(connection, scene.catalogue, scene.area.code, [everybody])[everybody.code]
    figure = dict(series.history.points).get(period)
    if figure is None or figure.number is None:
        return None
    rows = [_row(scene.series.rows, scene, period), _row(series.rows, scene, period)]
    names = (indicator.short_title, everybody.short_title)
    values = [value_text(indicator, each) for each in (standing.figure.number, figure.number)]
    inputs = tuple(
        TracedInput(name, value, period.words, place_of(row))
        for name, value, row in zip(names, values, rows, strict=True)
    )
    size = gap_words(indicator, standing.figure.number, figure.number)
    words = f"{size}: {values[0]} against {values[1]}, not tested"
    return Fact(f"Gap to {everybody.title[:1].lower()}{everybody.title[1:]}", "", words, GAP_RULE, inputs, ())


def _base(scene: Scene, standing: Standing) -> Fact | None:
    """Only where the denominator moved the share; the table of figures has what each is made of."""
    before, note = _before(scene, standing), base_note(scene, standing)
    if before is None or not note:
        return None
    inputs = tuple(
        TracedInput(
            f"{scene.area.name}, {period.words}",
            value_text(scene.indicator, figure.value or 0.0),
            made_of(figure),
            place_of(_row(scene.series.rows, scene, period)),
        )
        for period, figure in ((standing.period, standing.figure), before)
    )
    return Fact("Made of", "", f"{made_of(standing.figure)}. {note}", BASE_RULE, inputs, ())


def _before(scene: Scene, standing: Standing) -> tuple[Period, Figure] | None:
    """The figure the change is measured from; none across a break in the series."""
    if standing.short is None:
        return None
    since = standing.short.since
    return since, dict(scene.series.history.points)[since]


def _row(rows: tuple[FigureRow, ...], scene: Scene, period: Period) -> FigureRow | None:
    return next((row for row in rows if row.area == scene.area.code and row.period == period), None)
