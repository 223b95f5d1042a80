"""Where one indicator of one area stands: its light, trends and benchmark in any of its periods.

This joins the rules for one series; it reads nothing and shows nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from indicators.benchmarks import ScotlandKind
from indicators.catalogue import Catalogue
from indicators.comparison import Comparison, compared
from indicators.course import Course
from indicators.display import shown_alike
from indicators.figures import Figure, Status
from indicators.indicator import Indicator
from indicators.intervals import Interval
from indicators.periods import Period
from indicators.rag import Cut, Light, cut_points, light, over_achieved
from indicators.targets import Target, TargetRule
from indicators.trends import Point, Trend


@dataclass(frozen=True, slots=True)
class Comparators:
    """The published comparators of one period that a rule target may follow, with rank and quartile."""

    scotland: float | None = None
    scotland_kind: str = ""
    scotland_councils: int = 0
    family_mean: float | None = None
    family_median: float | None = None
    family_fourth: float | None = None
    family_n: int = 0
    family_rank: int | None = None
    rank: int | None = None
    rank_n: int = 0
    quartile: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator of one area in one period, as every surface shows it.

    `earlier` is the period of the figure before it, comparable or not.
    """

    indicator: Indicator
    area: str
    period: Period
    figure: Figure
    note: str
    light: Light
    target: Target | None
    cut: Cut | None
    target_since: Period | None
    over_achieved: bool
    short: Trend | None
    long: Trend | None
    comparators: Comparators
    earlier: Period | None = None
    interval: Interval | None = None

    @property
    def against_scotland(self) -> Comparison | None:
        """The figure beside Scotland's; a plain amount grows with its area and is no match for it.

        The mean of councils is not Scotland: nothing is tested against it.
        """
        if self.indicator.is_total:
            return None
        is_mean = self.comparators.scotland_kind == ScotlandKind.MEAN
        return self._against(self.comparators.scotland, None if is_mean else self.interval)

    @property
    def against_family(self) -> Comparison | None:
        """The figure beside the mean of the family group, of which it is a part: never tested."""
        return self._against(self.comparators.family_mean, None)

    def _against(self, reference: float | None, interval: Interval | None) -> Comparison | None:
        value = self.figure.number
        if value is None or reference is None:
            return None
        alike = shown_alike(self.indicator, value, reference)
        return compared(self.indicator.polarity, value, interval, reference, level=alike)


@dataclass(frozen=True)
class History:
    """A series of one area on one basis, oldest first, with the comparators of each period.

    `points` and `comparators` hold one kind and length of period only; `notes`, by period label, say
    more about a status, `intervals` are those of the figures that have one. Comparators may know periods
    in which the area itself has no entry.
    """

    indicator: Indicator
    area: str
    points: tuple[Point, ...]
    comparators: Mapping[Period, Comparators]
    catalogue: Catalogue
    notes: Mapping[str, str] = field(default_factory=dict)
    intervals: Mapping[Period, Interval] = field(default_factory=dict)

    @cached_property
    def latest(self) -> Period | None:
        """The last period with a number or a suppressed one; else the last with any status.

        What is projected has not happened, and is the latest of nothing.
        """
        told = [p for p, figure in self.points if figure.happened or figure.status is Status.SUPPRESSED]
        every = told or [period for period, _ in self.points]
        return every[-1] if every else None

    @cached_property
    def course(self) -> Course:
        """The numbers of the series with their changes; `points` are all of one kind and length."""
        numbers = [(period, figure.number) for period, figure in self.points]
        return Course(self.indicator, tuple((p, number) for p, number in numbers if number is not None))

    @cached_property
    def _figures(self) -> dict[Period, Figure]:
        return dict(self.points)

    def at(self, period: Period) -> Standing:
        """Where the area stood in `period`.

        Raises KeyError when the series has no entry for it.
        """
        figure, indicator = self._figures[period], self.indicator.in_force(period)
        target = self.catalogue.target(self.indicator.code, self.area, period.label)
        resolved, since = self._resolve(target, period) if target else (None, None)
        cut = cut_points(target, resolved) if target else None
        number, polarity = figure.number, indicator.polarity
        return Standing(
            indicator=indicator,
            area=self.area,
            period=period,
            figure=figure,
            note=self.notes.get(period.label, ""),
            light=light(figure, polarity, cut),
            target=target if cut else None,
            cut=cut,
            target_since=since,
            over_achieved=cut is not None and number is not None and over_achieved(number, polarity, cut),
            short=self.course.short(period),
            long=self.course.long(period),
            comparators=self.comparators.get(period, Comparators()),
            earlier=self.before(period),
            interval=self.intervals.get(period),
        )

    def before(self, period: Period) -> Period | None:
        """The last period before `period` that has a number."""
        earlier = [p for p, _ in self.course.numbers if p < period]
        return earlier[-1] if earlier else None

    def _resolve(self, target: Target, period: Period) -> tuple[float | None, Period | None]:
        """The number a rule target comes to, and the period whose comparators it was taken from.

        Figures from before a break in the series set no target for those after it.
        """
        if target.rule is None:
            return target.value, None
        for earlier, value in self._rule_values(target.rule):
            if earlier < period and value is not None:
                broken = self.indicator.crosses_break(earlier, period)
                return (None, None) if broken else (value, earlier)
        return None, None

    def _rule_values(self, rule: TargetRule) -> list[tuple[Period, float | None]]:
        """The rule's comparator in every period, newest first."""
        if rule is TargetRule.OWN_PREVIOUS:
            return [(period, figure.number) for period, figure in reversed(self.points)]
        return [(period, _comparator(rule, found)) for period, found in self._comparators_newest_first]

    @cached_property
    def _comparators_newest_first(self) -> list[tuple[Period, Comparators]]:
        return sorted(self.comparators.items(), key=lambda item: item[0], reverse=True)


def _comparator(rule: TargetRule, found: Comparators) -> float | None:
    by_rule = {
        TargetRule.SCOTLAND: found.scotland,
        TargetRule.FAMILY_MEAN: found.family_mean,
        TargetRule.FAMILY_FOURTH: found.family_fourth,
    }
    return by_rule[rule]
