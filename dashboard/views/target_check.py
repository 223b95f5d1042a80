"""A target beside what is known: our own figure, Scotland, the family group and the best of the councils.

A reader can try another target; nothing that is tried is kept.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.views.query import Query, text
from dashboard.views.trend_scene import Scene
from dashboard.views.words import LIGHT_WORDS, Badge, shown_target, shown_value
from indicators.areas import AreaKind
from indicators.display import change_text, printed_decimals, value_text
from indicators.indicator import Indicator
from indicators.quartiles import FEWEST_TO_RANK
from indicators.rag import SLACK, Cut, light
from indicators.standing import Standing
from indicators.store.rows import FigureRow
from indicators.target_checks import asks_for_less, harder_by

PARAMETER = "try"
TRIED_TOLERANCE = 0.05
LARGEST = 1e12
NONE = "none"


@dataclass(frozen=True, slots=True)
class Beside:
    """One number a target is held against, and how much harder or easier the target is."""

    name: str
    value: str
    target: str


@dataclass(frozen=True, slots=True)
class TargetCheck:
    """What a target asks for; `flag` warns of one that is worse than the figure already reached.

    `tried` is what a reader typed, empty without; `badge` the light the figure would have under it.
    """

    when: str
    target: str
    tried: str
    badge: Badge | None
    flag: str
    rows: tuple[Beside, ...]

    @property
    def said(self) -> str:
        """The target that is set, or that none is."""
        return "No target is set for this period." if self.target == NONE else f"Target: {self.target}."


def target_check(
    scene: Scene, standing: Standing, councils: list[FigureRow], query: Query
) -> TargetCheck | None:
    """The check of one standing; None where nothing is judged or there is no number to hold it to."""
    value, polarity = standing.figure.number, standing.indicator.polarity
    if value is None or not polarity.judges or polarity.low != polarity.high:
        return None
    tried = _tried(query)
    cut = standing.cut if tried is None else Cut(tried, tried, abs(tried) * TRIED_TOLERANCE)
    shown = shown_target(standing) if tried is None else _as_typed(standing.indicator, tried)
    return TargetCheck(
        when=standing.period.words,
        target=shown,
        tried="" if tried is None else text(query, PARAMETER),
        badge=_badge(standing, cut) if tried is not None and cut else None,
        flag=_flag(standing, cut, shown, value, tried is not None),
        rows=tuple(_beside(scene, standing, councils, cut)),
    )


def _tried(query: Query) -> float | None:
    """The number a reader typed; None for nothing, and for anything that is none."""
    try:
        value = float(text(query, PARAMETER))
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) < LARGEST else None


def _as_typed(indicator: Indicator, value: float) -> str:
    return value_text(indicator, value, min(printed_decimals(value), 6))


def _badge(standing: Standing, cut: Cut) -> Badge:
    found = light(standing.figure, standing.indicator.polarity, cut)
    return Badge(found.value, LIGHT_WORDS[found])


def _flag(standing: Standing, cut: Cut | None, shown: str, value: float, tried: bool) -> str:
    """A rule moves with the figures by itself, so that only a target somebody sets can ask for too little."""
    by_rule = standing.target is not None and standing.target.rule is not None and not tried
    if cut is None or by_rule or not asks_for_less(standing.indicator.polarity, cut, value):
        return ""
    return f"The target of {shown} is worse than the figure already reached, {shown_value(standing)}."


def _beside(scene: Scene, standing: Standing, councils: list[FigureRow], cut: Cut | None) -> Iterable[Beside]:
    """Our figure first, then what others have reached, as far as it is known."""
    found = standing.comparators
    known = [(f"{scene.area.name}, {standing.period.words}", standing.figure.number)]
    if not standing.indicator.is_total:
        known.append(("Scotland", found.scotland))
    known += [("Family group mean", found.family_mean), ("Fourth of the family group", found.family_fourth)]
    if standing.indicator.council_benchmark and not standing.indicator.is_total:
        members = scene.family.members if scene.family else ()
        known.append(_best(scene, "Best of the family group", [r for r in councils if r.area in members]))
        known.append(_best(scene, "Best of the councils", councils))
    for name, value in known:
        if value is not None:
            yield Beside(name, value_text(standing.indicator, value), _harder(standing.indicator, cut, value))


def _best(scene: Scene, name: str, rows: list[FigureRow]) -> tuple[str, float | None]:
    """The best number of some councils with the one that has it; none where too few have one."""
    areas, polarity = scene.catalogue.areas, scene.indicator.polarity
    numbers = {
        areas[row.area].name: row.figure.number
        for row in rows
        if row.figure.number is not None and areas[row.area].kind is AreaKind.COUNCIL
    }
    if len(numbers) < FEWEST_TO_RANK:
        return name, None
    best = min(numbers, key=lambda each: (polarity.badness(numbers[each]), each))
    return f"{name}: {best}", numbers[best]


def _harder(indicator: Indicator, cut: Cut | None, reached: float) -> str:
    """`1.4 points harder`, `£2 easier`, `the same`, or `the same as shown` where more decimals differ."""
    if cut is None:
        return ""
    size = harder_by(indicator.polarity, cut.low, reached)
    if abs(size) <= SLACK:
        return "the same"
    shown = change_text(indicator, size)
    if not any(digit in shown for digit in "123456789"):
        return "the same as shown"
    return f"{shown} {'harder' if size > 0 else 'easier'}"
