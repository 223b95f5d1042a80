"""What a funnel plot is decided from, council by council, and its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.benchmark_stage import Stage
from dashboard.views.benchmark_words import when
from dashboard.views.text import Text, bold, counted, join_text, listed, sentence_case, within_sentence
from indicators.areas import Area
from indicators.benchmarks import ScotlandKind
from indicators.figures import Figure
from indicators.funnel_plot import ControlLimits, Zone, control_limits, more_than_chance
from indicators.indicator import IntervalKind

FEWEST = 8
"""Councils with counts below which there is no funnel to see."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A council with a figure made of counts, and the limits at its base."""

    area: Area
    value: float
    figure: Figure
    base: float
    limits: ControlLimits

    @property
    def zone(self) -> Zone:
        """Where the figure lies among the limits for its base."""
        return self.limits.zone(self.value)


def why_not(stage: Stage) -> str:
    """Why no funnel can be drawn, as the end of a sentence; empty where one can."""
    indicator, mark = stage.indicator, stage.scotland
    if indicator.unit.is_money:
        return "it is an amount of money, and chance does not work on money as it does on counts."
    if indicator.interval is IntervalKind.NONE:
        return "no counts behind its figures are known from which limits could be worked out."
    if mark is None or mark.scotland is None or mark.scotland_kind == ScotlandKind.MEAN:
        return "there is no figure for Scotland to draw the limits around."
    known = len(_with_counts(stage))
    if known < FEWEST:
        had = f"only for {counted(known, 'council')}" if known else "for no council"
        return f"the counts behind its figures {when(stage.period)} are known {had}."
    return ""


def counted_councils(stage: Stage, centre: float) -> list[Counted]:
    """The councils with counts and their limits around Scotland, largest base first."""
    found = []
    for area, figure in _with_counts(stage):
        base = figure.denominator or 0.0
        limits = control_limits(stage.indicator, centre, base)
        found.append(Counted(area, figure.number or 0.0, figure, base, limits))
    return sorted(found, key=lambda point: (-point.base, point.area.name))


def lead(stage: Stage, points: Sequence[Counted]) -> Text:
    """Where our council lies among the limits, and who is beyond the outer ones."""
    what = f" on {within_sentence(stage.indicator.short_title)} {when(stage.period)}"
    ours = next((point for point in points if point.area == stage.area), None)
    far = [point.area.name for point in points if point.zone.outside]
    # More than six are counted: they are named below the picture.
    names = listed(far) if len(far) <= 6 else f"{len(far)} of {len(points)} councils"
    beyond = f" {names or 'No council'} {'are' if len(far) > 1 else 'is'} beyond the outer limits."
    if ours is None:
        return join_text(bold(f"{stage.area.name} is not in the funnel"), f"{what}.", beyond)
    return join_text(
        f"{stage.area.name} is ", bold(ours.zone.value), f"{what} for a council of its size.", beyond
    )


def outside(points: Sequence[Counted]) -> tuple[str, ...]:
    """Who is beyond the outer limits: those above, then those below, each by name."""
    names = {
        zone: sorted(point.area.name for point in points if point.zone is zone)
        for zone in (Zone.FAR_ABOVE, Zone.FAR_BELOW)
    }
    return tuple(f"{sentence_case(zone.value)}: {listed(found)}." for zone, found in names.items() if found)


def caution(points: Sequence[Counted]) -> str:
    """What to make of the points outside, more so where they are too many for chance."""
    beyond, chance = sum(point.zone is not Zone.INSIDE for point in points), round(len(points) * 0.05)
    expected = f"about {chance}" if chance else "hardly one"
    told = (
        f"By chance alone {expected} of {len(points)} councils would lie beyond the inner limits; here "
        f"{beyond} {'does' if beyond == 1 else 'do'}."
    )
    if more_than_chance([point.zone for point in points]):
        told += (
            " Councils differ on this for more reasons than chance, such as need, who is counted, or events "
            "that come together."
        )
    return f"{told} A place beyond a limit is a question, not a finding."


def _with_counts(stage: Stage) -> list[tuple[Area, Figure]]:
    """The councils whose figure is made of counts that are known and make it."""
    figures = {row.area: row.figure for row in stage.rows}
    return [
        (stage.catalogue.areas[code], figures[code]) for code in stage.intervals if figures[code].denominator
    ]
