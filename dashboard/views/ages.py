"""How old the figures of a chart are: the last of them, the last load, and whether more should be there."""

from __future__ import annotations

from datetime import date

from dashboard.views.moments import day_words
from dashboard.views.trend_scene import Scene
from indicators.exceptions import is_stale
from indicators.printed_periods import PeriodError, parse

STALE = "Older than its cycle"


def age_words(scene: Scene) -> str:
    """`Latest figure 2017-18; figures loaded on ...`, and that it is older than its cycle where it is.

    As on the overview, a figure is held against the newest year there is: two of its cycles are allowed.
    """
    standing = scene.series.latest
    if standing is None or not scene.loaded:
        return ""
    said = f"Latest figure {standing.period.words}; figures last loaded on {day_words(scene.loaded)}."
    newest, reach = _newest(scene)
    return f"{STALE}: {reach}. {said}" if is_stale(standing, newest) else said


def _newest(scene: Scene) -> tuple[date, str]:
    """The last day of the newest year, in words too; without one the day of the last load."""
    try:
        end = parse(scene.newest).end
    except PeriodError:
        return date.fromisoformat(scene.loaded[:10]), "no newer figure was loaded"
    return end, f"the newest figures here reach {day_words(end.isoformat())}"
