"""The charts of the trends screen: one for each indicator, with its words, on time axes that agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.views import trend_drawing, trend_words
from dashboard.views.drawing import TrendChart
from dashboard.views.text import Text
from dashboard.views.trend_scene import Scene
from dashboard.views.words import change_heading
from indicators.periods import Period, PeriodKind
from indicators.summaries import alt_text

SHORT = 280
"""The height in pixels of a chart that others stand above or below."""
_YEARS = {PeriodKind.FINANCIAL_YEAR, PeriodKind.CARE_YEAR}


@dataclass(frozen=True, slots=True)
class Panel:
    """One indicator: its names, its sentence, what its chart draws, and what that shows in words."""

    code: str
    title: str
    lead: Text
    measure: str
    direction: str
    caption: str
    plain_caption: str
    drawing: TrendChart
    alt: str
    has_intervals: bool
    change_heading: str


def panels(scenes: Sequence[Scene]) -> tuple[Panel, ...]:
    """A panel for each scene; several are shorter and share their years where they can."""
    drawings = [trend_drawing.drawing(scene) for scene in aligned(scenes)]
    if len(scenes) > 1:
        drawings = [replace(drawing, height=SHORT) for drawing in drawings]
    return tuple(_panel(scene, drawing) for scene, drawing in zip(scenes, drawings, strict=True))


def aligned(scenes: Sequence[Scene]) -> list[Scene]:
    """The scenes over all of their periods together, where those are of one kind or all of them years."""
    every = {period.label: period for scene in scenes for period in scene.periods}
    kinds = {period.kind for period in every.values()}
    alike = len({(period.kind, period.months) for period in every.values()}) == 1 or kinds <= _YEARS
    if len(scenes) < 2 or not alike:
        return list(scenes)
    labels = sorted(every, key=lambda label: (every[label].end, every[label].start))
    return [replace(scene, periods=_own(scene, labels, every)) for scene in scenes]


def _own(scene: Scene, labels: Sequence[str], every: dict[str, Period]) -> tuple[Period, ...]:
    """The periods of all scenes, each as this one has it where it does."""
    own = {period.label: period for period in scene.periods}
    return tuple(own.get(label, every[label]) for label in labels)


def _panel(scene: Scene, drawing: TrendChart) -> Panel:
    indicator = scene.indicator
    return Panel(
        code=indicator.code,
        title=indicator.title,
        lead=trend_words.lead(scene),
        measure=trend_words.measure(indicator),
        direction=trend_words.direction(indicator),
        caption=trend_words.caption(scene),
        plain_caption=trend_words.plain_caption(scene),
        drawing=drawing,
        alt=alt_text(scene.in_view, scene.area.name),
        has_intervals=any(scene.interval(period) is not None for period in scene.periods),
        change_heading=change_heading(scene.periods),
    )
