"""The numbers of one series in their order, and how each moved from those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.trends import (
    FEWEST_EARLIER_CHANGES,
    FEWEST_LONG_TREND_PERIODS,
    LONG_TREND_PERIODS,
    SEASONAL,
    USUAL_FACTOR,
    Number,
    Point,
    Trend,
    Usual,
    movement,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A number and the one before it, with the years and whether a break in the series lies between."""

    since: Period
    before: float
    now: float
    years: float
    broken: bool

    @property
    def change(self) -> float:
        """The change itself, with its sign."""
        return self.now - self.before


@dataclass(frozen=True)
class Course:
    """The numbers of one series, oldest first, prepared once for the trends of all its periods.

    `numbers` are (period, value) of one kind and length of period only.
    """

    indicator: Indicator
    numbers: tuple[Number, ...]

    @classmethod
    def of(cls, indicator: Indicator, series: Sequence[Point], like: Period) -> Course:
        """The course of the judged numbers of a series whose periods can be compared with `like`."""
        numbers = [
            (period, figure.number)
            for period, figure in series
            if figure.number is not None and period.comparable(like)
        ]
        return cls(indicator, tuple(sorted(numbers, key=lambda point: (point[0].end, point[0].start))))

    def short(self, latest: Period) -> Trend | None:
        """The change at `latest` from the last period before it with data.

        Monthly and quarterly figures are compared with the same period a year earlier. None when there
        is no figure to compare with or a break in the series lies between.
        """
        step = self._steps.get(latest)
        if step is None or step.broken:
            return None
        return Trend(
            change=step.change,
            since=step.since,
            compared_with=step.before,
            movement=movement(self.indicator.in_force(latest), step.now, step.before),
            usual=self.usual(latest),
            years=step.years,
        )

    def long(self, latest: Period) -> Trend | None:
        """The figure at `latest` against the mean of up to four figures before it (at least three).

        Months and quarters are held against the same one of the years before.
        """
        earlier = self.before(latest)
        if len(earlier) < FEWEST_LONG_TREND_PERIODS:
            return None
        now, mean = self.numbers[self._places[latest]][1], fmean(value for _, value in earlier)
        return Trend(
            change=now - mean,
            since=earlier[0][0],
            compared_with=mean,
            movement=movement(self.indicator.in_force(latest), now, mean),
            usual=Usual.TOO_FEW,
            years=latest.years_after(earlier[0][0]),
        )

    def before(self, latest: Period) -> tuple[Number, ...]:
        """The up to four numbers before `latest` that no break in the series parts from it.

        Of months and quarters only those of the same season count: four Augusts before an August.
        """
        earlier = self.numbers[: self._places.get(latest, 0)]
        if latest.kind in SEASONAL:
            earlier = tuple(p for p in earlier if p[0].start.month == latest.start.month)
        parted = self.indicator.crosses_break
        return tuple(p for p in earlier[-LONG_TREND_PERIODS:] if not parted(p[0], latest))

    def usual(self, latest: Period) -> Usual:
        """Whether the last change is beyond 3.267 times the mean size of at least six earlier ones.

        Changes are measured as the short trend does (months and quarters from the same one a year
        before). Only those over as many years as the last one count, and none across a break.
        """
        sizes = self.earlier_sizes(latest)
        if len(sizes) < FEWEST_EARLIER_CHANGES:
            return Usual.TOO_FEW
        last = abs(self._steps[latest].change)
        return Usual.UNUSUAL if last > USUAL_FACTOR * fmean(sizes) + 1e-12 else Usual.USUAL

    def earlier_sizes(self, latest: Period) -> list[float]:
        """The sizes of the changes before `latest` that its own change is measured against."""
        last = self._steps.get(latest)
        if last is None:
            return []
        sizes = []
        for period, step in self._steps.items():
            if period == latest:
                break
            if not step.broken and round(step.years) == round(last.years):
                sizes.append(abs(step.change))
        return sizes

    @cached_property
    def _places(self) -> dict[Period, int]:
        return {period: place for place, (period, _) in enumerate(self.numbers)}

    @cached_property
    def _steps(self) -> dict[Period, Step]:
        """The change of every period that has one before it, oldest first."""
        steps: dict[Period, Step] = {}
        for place, (period, value) in enumerate(self.numbers):
            before = self._previous(place)
            if before is not None:
                broken = self.indicator.crosses_break(before[0], period) is not None
                years = period.years_after(before[0])
                steps[period] = Step(before[0], before[1], value, years, broken)
        return steps

    def _previous(self, place: int) -> Number | None:
        period = self.numbers[place][0]
        if period.kind in SEASONAL:
            return self._by_month.get((period.start.year - 1, period.start.month))
        return self.numbers[place - 1] if place else None

    @cached_property
    def _by_month(self) -> dict[tuple[int, int], Number]:
        return {(point[0].start.year, point[0].start.month): point for point in self.numbers}


def short_trend(indicator: Indicator, series: Sequence[Point], latest: Period) -> Trend | None:
    """The short trend of a series at `latest`: see `Course.short`."""
    return Course.of(indicator, series, latest).short(latest)


def long_trend(indicator: Indicator, series: Sequence[Point], latest: Period) -> Trend | None:
    """The long trend of a series at `latest`: see `Course.long`."""
    return Course.of(indicator, series, latest).long(latest)
