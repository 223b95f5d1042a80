"""The manner of answers: improved, the same or worse, as shares of all who answered, and of how many."""

from __future__ import annotations

from dashboard.views.services.scene import Scene, mark
from dashboard.views.services.shapes import AnswerBar, Cell, Content, Grid, Line
from dashboard.views.text import Text, bold, within_sentence
from indicators.answers import Answers
from indicators.display import number
from indicators.figures import Figure
from indicators.periods import Period

WORDS = ("Improved", "Same", "Worse")
COLUMNS = ("What they were asked about", *WORDS, "All answers")


def answers_content(scene: Scene) -> Content:
    """The answers of the newest period with any: a bar and a line for each question, and the first in words.

    Counts that are printed and to be checked are shown as printed, with that mark. A question one of whose
    counts is not known or hidden has no bar, no share and no base: they would give the count away.
    """
    held = [period for code in scene.held for period in scene.points(code)]
    if not held:
        return Content()
    period = max(held)
    triples = list(zip(scene.part.indicators, scene.part.same, scene.part.worse, strict=True))
    known = [(codes, _answers(scene, codes, period)) for codes in triples]
    bars = tuple(_bar(scene, codes, found) for codes, found in known if found is not None)
    lines = tuple(_line(scene, codes, found, period) for codes, found in known)
    return Content(_sentence(scene, bars, period), period.words, answers=bars, grid=Grid(COLUMNS, lines))


def _figures(scene: Scene, codes: tuple[str, ...], period: Period) -> list[Figure | None]:
    return [scene.points(code).get(period) for code in codes]


def _answers(scene: Scene, codes: tuple[str, str, str], period: Period) -> Answers | None:
    counts = [figure.value if figure else None for figure in _figures(scene, codes, period)]
    improved, same, worse = counts
    if improved is None or same is None or worse is None:
        return None
    return Answers(improved, same, worse)


def _bar(scene: Scene, codes: tuple[str, str, str], found: Answers) -> AnswerBar:
    counts = (found.improved, found.same, found.worse)
    parts = tuple(
        (word, f"{number(count, 0)} ({number(share, 0)}%)", share / 100)
        for word, count, share in zip(WORDS, counts, found.shares, strict=True)
    )
    return AnswerBar(scene.label(codes[0]), f"n = {number(found.base, 0)}", parts)


def _line(scene: Scene, codes: tuple[str, str, str], found: Answers | None, period: Period) -> Line:
    shares = found.shares if found else (None, None, None)
    pairs = zip(codes, _figures(scene, codes, period), shares, strict=True)
    cells = tuple(_cell(code, figure, share) for code, figure, share in pairs)
    base = Cell(number(found.base, 0)) if found else Cell("", "not worked out")
    return Line(scene.label(codes[0]), codes[0], (*cells, base))


def _cell(code: str, figure: Figure | None, share: float | None) -> Cell:
    if figure is None:
        return Cell("", "no figure")
    if figure.value is None:
        return Cell(figure.status.shorthand, figure.status.words.lower())
    percent = "" if share is None else f"{number(share, 0)}%"
    return Cell(number(figure.value, 0), ", ".join(filter(None, (percent, mark(figure)))), code)


def _sentence(scene: Scene, bars: tuple[AnswerBar, ...], period: Period) -> Text:
    if not bars:
        return ()
    first = bars[0]
    improved, same, worse = (shown for _, shown, _ in first.parts)
    start = f"{scene.area.name}, {period.words}: of {first.base.removeprefix('n = ')} who answered, "
    name = within_sentence(first.name)
    said = f" said that {name} improved, {same} the same and {worse} worse"
    figure = scene.points(scene.part.indicators[0]).get(period)
    unsure = f" ({mark(figure)})" if figure and mark(figure) else ""
    return (start, bold(improved), f"{said}{unsure}.")
