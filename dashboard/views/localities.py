"""The areas below a council: their figures of one period, with the gap from the best to the worst."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.services.shapes import Bar, BarGroup, Bars
from dashboard.views.text import listed
from dashboard.views.trend_scene import Scene
from indicators.areas import Area
from indicators.display import change_text, value_text
from indicators.gaps import spread
from indicators.store import read
from indicators.store.rows import FigureRow

CAUTION = "Localities are small: chance moves their figures more than the council's, and they are not ranked."


@dataclass(frozen=True, slots=True)
class Localities:
    """What is held below the council, and for which period.

    `sentence` says how far the best and the worst are apart; `rows` are name, figure, status, and where from.
    """

    area: Area
    when: str
    sentence: str
    bars: Bars
    rows: tuple[tuple[str, str, str, str], ...]
    caution: str = CAUTION


def localities(connection: Connection, scene: Scene) -> Localities | None:
    """The newest period in view for which a locality of the council has an entry; None where none has one."""
    codes = [each.code for each in scene.catalogue.areas.localities if each.council == scene.area.code]
    if not codes:
        return None
    shown = set(scene.periods)
    basis = scene.series.basis if scene.series.rows else None
    found = read.figures_of(connection, [scene.indicator.code], codes, basis)
    found = [row for row in found if row.period in shown or not shown]
    if not found:
        return None
    newest = max(row.period for row in found)
    rows = [row for row in found if row.period == newest]
    own = [row for row in scene.series.rows if row.area == scene.area.code and row.period == newest]
    return Localities(
        area=scene.area,
        when=newest.words,
        sentence=_sentence(scene, rows),
        bars=_bars(scene, rows, own),
        rows=tuple(_row(scene, row) for row in rows),
    )


def _name(scene: Scene, code: str) -> str:
    """A locality without the name of its council, which stands above."""
    return scene.catalogue.areas[code].name.removeprefix(f"{scene.area.name}: ")


def _sentence(scene: Scene, rows: list[FigureRow]) -> str:
    indicator = scene.indicator
    numbers = {_name(scene, row.area): row.figure.number for row in rows}
    known = {name: value for name, value in numbers.items() if value is not None}
    found = spread(indicator.polarity, known)
    if found is None:
        return "Fewer than two localities have a figure, so there is no gap between them."
    best, worst = ("Best", "worst") if indicator.polarity.judges else ("Highest", "lowest")
    ends = [
        f"{word}: {name}, {value_text(indicator, known[name])}"
        for word, name in ((best, found.best), (worst, found.worst))
    ]
    without = listed([name for name in numbers if name not in known])
    rest = f" Without a number: {without}." if without else ""
    return f"{ends[0]}; {ends[1]}: a gap of {change_text(indicator, found.size)}.{rest}"


def _bars(scene: Scene, rows: list[FigureRow], own: list[FigureRow]) -> Bars:
    """Localities best first, those without a number last, then the council itself."""
    polarity = scene.indicator.polarity
    ordered = sorted(
        rows, key=lambda row: (row.figure.number is None, polarity.badness(row.figure.number or 0.0))
    )
    widest = max((abs(row.figure.number or 0.0) for row in (*rows, *own)), default=0.0)
    bars = [_bar(scene, row, _name(scene, row.area), widest) for row in ordered]
    bars += [_bar(scene, row, scene.area.name, widest, ours=True) for row in own]
    return Bars("", (BarGroup("", tuple(bars)),))


def _bar(scene: Scene, row: FigureRow, name: str, widest: float, ours: bool = False) -> Bar:
    value = row.figure.number
    share = None if value is None or not widest else abs(value) / widest
    return Bar(name, _shown(scene, row), share, latest=ours)


def _shown(scene: Scene, row: FigureRow) -> str:
    figure = row.figure
    if figure.value is None:
        return figure.status.shorthand or figure.status.words
    return value_text(scene.indicator, figure.value)


def _row(scene: Scene, row: FigureRow) -> tuple[str, str, str, str]:
    place = f"{row.edition}; {row.file_name}, {row.locator}"
    return _name(scene, row.area), _shown(scene, row), row.figure.status.words, place
