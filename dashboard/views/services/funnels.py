"""The manner of a funnel, and of shares: counts of one period, each as a share of another of them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.views.services.scene import Scene, cell, mark
from dashboard.views.services.shapes import Cell, Content, Grid, Line, Step
from dashboard.views.text import Text, bold, listed, within_sentence
from indicators.caution import FEWEST_WITHOUT_CAUTION, WORDS
from indicators.display import number
from indicators.funnel import Stage, funnel
from indicators.periods import Period

FEWEST_STAGES = 2


def funnel_content(scene: Scene, of_first: bool) -> Content:
    """The steps of the newest period that has two stages, and a table where several periods are held.

    Each step is a share of the one before it or, with `of_first`, of the first. A stage without an entry in
    the period is left out, and the one after it becomes a share of the last that is there.
    """
    period = _period(scene)
    if period is None:
        return Content()
    steps = steps_of(scene, period, of_first)
    every = scene.columns(scene.part.indicators)
    grid = _grid(scene, every, of_first) if len(every) > 1 else None
    return Content(_sentence(scene, period, steps), period.words, steps, grid=grid)


def steps_of(scene: Scene, period: Period, of_first: bool) -> tuple[Step, ...]:
    """The steps of one period."""
    codes = [code for code in scene.held if period in scene.points(code)]
    figures = [scene.points(code)[period] for code in codes]
    stages = funnel([(scene.label(code), figure.number) for code, figure in zip(codes, figures, strict=True)])
    widest = max((stage.count for stage in stages if stage.count), default=0.0)
    steps = []
    for at, (code, figure, stage) in enumerate(zip(codes, figures, stages, strict=True)):
        indicator = scene.indicator(code)
        shown = figure.status.shorthand if figure.value is None else number(figure.value, indicator.decimals)
        share = stage.count / widest if stage.count is not None and widest else None
        rate = _rate(stages, at, of_first)
        steps.append(Step(stage.name, code, shown or "no figure", mark(figure), rate, share))
    return tuple(steps)


def _period(scene: Scene) -> Period | None:
    """The newest period in which two stages have a number; else the newest in which one has."""
    counts: dict[Period, int] = {}
    for code in scene.held:
        for period, figure in scene.points(code).items():
            counts[period] = counts.get(period, 0) + (figure.number is not None)
    several = [period for period, stages in counts.items() if stages >= FEWEST_STAGES]
    return max(several or counts, default=None)


def _rate(stages: Sequence[Stage], at: int, of_first: bool) -> str:
    """`3.9% of referrals`, with a caution where it is a share of few."""
    rate = stages[at].of_first if of_first else stages[at].of_previous
    if rate is None:
        return ""
    of = stages[0 if of_first else at - 1]
    few = f" ({WORDS})" if of.count is not None and of.count < FEWEST_WITHOUT_CAUTION else ""
    return f"{number(rate, 1)}% of {within_sentence(of.name)}{few}"


def _sentence(scene: Scene, period: Period, steps: Sequence[Step]) -> Text:
    said = [_in_words(step) for step in steps if step.share is not None]
    return (f"{scene.area.name}, {period.words}: ", bold(said[0]), _rest(said[1:])) if said else ()


def _in_words(step: Step) -> str:
    """`5,656 investigations (estimated, 13.6% of referrals)`: a sentence marks what the picture marks."""
    beside = ", ".join(filter(None, (step.note, step.rate)))
    return f"{step.shown} {within_sentence(step.name)}" + (f" ({beside})" if beside else "")


def _rest(said: Sequence[str]) -> str:
    joint = ", " if len(said) > 1 else " and "
    return f"{joint}{listed(said)}." if said else "."


def _grid(scene: Scene, periods: Sequence[Period], of_first: bool) -> Grid:
    """Counts by period, each but the first with its rate on a small line below."""
    rates = {
        (step.code, period): step.rate for period in periods for step in steps_of(scene, period, of_first)
    }
    lines = []
    for code in scene.held:
        points, indicator = scene.points(code), scene.indicator(code)
        plain = [(period, cell(indicator, points.get(period))) for period in periods]
        cells = tuple(_with_rate(each, rates.get((code, period), "")) for period, each in plain)
        lines.append(Line(scene.label(code), code, cells))
    return Grid(("Stage", *(period.words for period in periods)), tuple(lines))


def _with_rate(found: Cell, rate: str) -> Cell:
    return Cell(found.shown, ", ".join(filter(None, (rate, found.note))), found.code)
