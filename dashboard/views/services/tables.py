"""The plain manner: a row an indicator, a column a period, then its change and Scotland beside it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.views.beside_scotland import against_scotland
from dashboard.views.histories import Series
from dashboard.views.services.scene import Scene, cell
from dashboard.views.services.shapes import Cell, Content, Grid, Line
from dashboard.views.text import Text
from dashboard.views.words import change, change_heading
from indicators.areas import SCOTLAND
from indicators.caution import WORDS, small_numbers
from indicators.periods import Period
from indicators.standing import Standing
from indicators.statements import statement


def table_content(scene: Scene) -> Content:
    """The table of a part, led by the sentence of its first indicator with a figure."""
    found = [scene.series[code] for code in scene.shown]
    compared = any(_beside_scotland(each).shown for each in found)
    headings = ["Indicator", *(period.words for period in scene.periods), change_heading(scene.periods)]
    if compared:
        headings.append("Against Scotland")
    lines = tuple(_line(scene, each, scene.periods, compared) for each in found)
    return Content(_sentence(scene, found), grid=Grid(tuple(headings), lines))


def _sentence(scene: Scene, found: Sequence[Series]) -> Text:
    """The statement of the first figure, and that of the second where it is of the same period."""
    latest = [each.latest for each in found[:2] if each.latest and each.latest.figure.value is not None]
    if not latest:
        return ()
    said = [statement(each, scene.area.name).text for each in latest if each.period == latest[0].period]
    return (" ".join((said[0], *(each.removeprefix(f"{scene.area.name}: ") for each in said[1:]))),)


def _line(scene: Scene, series: Series, periods: Sequence[Period], compared: bool) -> Line:
    """One row; a change of figures that are older than the columns is not told beside empty cells."""
    indicator, points = series.indicator, dict(series.history.points)
    cells = [cell(indicator, points.get(period)) for period in periods]
    latest = series.latest if series.latest and series.latest.period in periods else None
    cells.append(change_cell(latest))
    if compared:
        cells.append(_beside_scotland(series) if latest else Cell(""))
    return Line(scene.label(indicator.code), indicator.code, tuple(cells))


def change_cell(standing: Standing | None) -> Cell:
    """The change on the figure before as size and words, with a caution where counts are small."""
    if standing is None:
        return Cell("")
    found = change(standing)
    caution = WORDS if found.arrow and small_numbers(standing.indicator, standing.figure) else ""
    return Cell(found.size, ", ".join(filter(None, (found.note, caution))), arrow=found.arrow)


def _beside_scotland(series: Series) -> Cell:
    """The distance from Scotland; empty for Scotland itself and where councils are not compared with it."""
    standing = series.latest
    if standing is None or standing.area == SCOTLAND or not series.indicator.council_benchmark:
        return Cell("")
    found = against_scotland(standing)
    return Cell(found.size, found.note)
