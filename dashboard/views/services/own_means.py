"""The manner of own means: each figure beside the mean of its own five before, without any judgement."""

from __future__ import annotations

from dashboard.views.histories import Series
from dashboard.views.services.scene import Scene, cell
from dashboard.views.services.shapes import Cell, Content, Grid, Line
from dashboard.views.text import Text, bold, listed, within_sentence
from indicators.caution import WORDS, change_words, small_numbers
from indicators.display import value_text
from indicators.figures import Figure, Status
from indicators.own_mean import FEWEST, OwnMean, own_mean, own_mean_words, printed_mean
from indicators.periods import Period, PeriodKind
from indicators.statements import number_word

COLUMNS = ("Indicator", "Latest", "Figure before", "Change", "Mean of five before", "Latest against it")
SAID = 3
"""How many indicators the sentence names."""


def own_mean_content(scene: Scene) -> Content:
    """The table of a part, led by its first figures and what is known of their own means."""
    lines = tuple(_line(scene, scene.series[code]) for code in scene.held)
    return Content(_sentence(scene), grid=Grid(COLUMNS, lines))


def against_own_mean(series: Series, printed: Series | None = None) -> tuple[OwnMean | None, str]:
    """The own mean of the latest figure, and the latest against it in words.

    Where our own years are too few, a mean that is `printed` takes its place. Small counts say the
    difference itself, `+3 (small numbers)`, and never only a percentage.
    """
    latest = series.history.latest
    now = dict(series.history.points)[latest] if latest else Figure(None, Status.MISSING)
    found = own_mean(series.indicator, series.history.points, latest) if latest else None
    if found is None and printed is not None and latest and now.number is not None:
        found = printed_mean(now.number, latest, printed.history.points)
    if found is None:
        return None, f"needs {number_word(FEWEST)} earlier years"
    if small_numbers(series.indicator, now, Figure(found.mean)):
        return found, change_words(series.indicator, now, Figure(found.mean))
    return found, own_mean_words(series.indicator, found).partition(" own average")[0]


def _beside(scene: Scene, code: str) -> tuple[OwnMean | None, str]:
    """The own mean of an indicator of this part, and its latest figure against it."""
    means = dict(zip(scene.part.indicators, scene.part.means, strict=False))
    return against_own_mean(scene.series[code], scene.series.get(means.get(code, "")))


def _line(scene: Scene, series: Series) -> Line:
    indicator, points = series.indicator, dict(series.history.points)
    latest = series.history.latest
    now = points[latest] if latest else None
    before = _before(series, latest)
    found, words = _beside(scene, indicator.code)
    mean = Cell(value_text(indicator, found.mean), _span(found)) if found else Cell("")
    cells = (
        _dated(cell(indicator, now), latest),
        _dated(cell(indicator, points[before]), before) if before else Cell("", "none held"),
        _change(series, now, points[before] if before else None, before, latest),
        mean,
        Cell(words) if found else Cell("", words),
    )
    return Line(scene.label(indicator.code), indicator.code, cells)


def _before(series: Series, latest: Period | None) -> Period | None:
    earlier = [period for period, _ in series.history.points if latest and period < latest]
    return earlier[-1] if earlier else None


def _change(
    series: Series, now: Figure | None, then: Figure | None, before: Period | None, latest: Period | None
) -> Cell:
    """The change with its sign; why there is none where a figure is hidden, to check, or across a break."""
    if now is None or then is None or before is None or latest is None:
        return Cell("")
    if now.number is None or then.number is None:
        return Cell("", "not compared")
    if series.indicator.crosses_break(before, latest):
        return Cell("", "[b] not comparable")
    return Cell(change_words(series.indicator, now, then))


def _dated(found: Cell, period: Period | None) -> Cell:
    words = (period.words if period else "", found.note)
    return Cell(found.shown, ", ".join(filter(None, words)), found.code)


def _span(found: OwnMean) -> str:
    if found.printed:
        return f"printed, mean of {found.since.words}"
    return f"mean of {found.n}, since {found.since.words}"


def _sentence(scene: Scene) -> Text:
    """Those with an own mean first; without any, the latest figures and that a mean needs more years."""
    with_mean = [code for code in scene.held if _beside(scene, code)[0]]
    if not with_mean:
        said = listed([each for code in scene.held if (each := _latest(scene, code))][:SAID])
        end = f". None has the {number_word(FEWEST)} earlier years that a mean of its own needs."
        return (f"{scene.area.name}: ", bold(said), end) if said else ()
    parts = [_said(scene, code) for code in with_mean[:SAID]]
    return (f"{scene.area.name}: ", bold(parts[0]), "".join(f"; {part}" for part in parts[1:]) + ".")


def _latest(scene: Scene, code: str) -> str:
    standing = scene.series[code].latest
    if standing is None or standing.figure.number is None:
        return ""
    value = value_text(standing.indicator, standing.figure.number)
    when = "on" if standing.period.kind is PeriodKind.DAY else "in"
    return f"{value} {within_sentence(scene.label(code))} {when} {standing.period.words}"


def _said(scene: Scene, code: str) -> str:
    found, words = _beside(scene, code)
    mean = value_text(scene.indicator(code), found.mean) if found else ""
    mean += " (printed)" if found and found.printed else ""
    joint = " on" if WORDS in words else ""
    return f"{_latest(scene, code)}, {words}{joint} its own average of {mean}"
