"""What the benchmarks screen is decided from: one indicator and period, every council, every year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.views.choices import Chosen
from dashboard.views.histories import Series
from dashboard.views.words import no_rank
from indicators.areas import Area, AreaKind, FamilyGroup
from indicators.benchmarks import ScotlandKind
from indicators.catalogue import Catalogue
from indicators.comparison import Comparison, compared
from indicators.display import shown_alike
from indicators.indicator import Indicator
from indicators.intervals import Interval
from indicators.periods import Period
from indicators.standing import Standing
from indicators.store.rows import BenchmarkRow, FigureRow


@dataclass(frozen=True, slots=True)
class Stage:
    """What the screen is decided from: one indicator and period, every council, every year's ranks.

    `marks` holds the benchmarks by period label, then by council code.
    """

    catalogue: Catalogue
    area: Area
    chosen: Chosen
    series: Series
    every: tuple[Period, ...]
    period: Period
    rows: list[FigureRow]
    marks: Mapping[str, Mapping[str, BenchmarkRow]]

    @property
    def indicator(self) -> Indicator:
        """The indicator in view, with the polarity it had in the period in view."""
        return self.series.indicator.in_force(self.period)

    @property
    def family(self) -> FamilyGroup | None:
        """The family group of the council in view as it then was, where the indicator has one."""
        scheme = self.indicator.family_scheme
        return self.catalogue.areas.family(scheme, self.area.code, self.period.end) if scheme else None

    @property
    def values(self) -> dict[str, float]:
        """The numbers of the councils (never Scotland) by code."""
        kinds = self.catalogue.areas.by_code
        return {
            row.area: row.figure.number
            for row in self.rows
            if row.figure.number is not None and kinds[row.area].kind is AreaKind.COUNCIL
        }

    @property
    def no_rank(self) -> str:
        """Why nobody is ranked in the period in view; empty where enough councils have a figure."""
        return no_rank(len(self.values))

    @property
    def intervals(self) -> dict[str, Interval]:
        """The 95% intervals of the councils that have one, by code."""
        values = self.values
        return {
            row.area: row.interval for row in self.rows if row.interval is not None and row.area in values
        }

    def against(self, council: str) -> Comparison | None:
        """A council beside Scotland; None without either, and where no Scotland figure can be stated."""
        mark, value = self.scotland, self.values.get(council)
        if mark is None or mark.scotland is None or value is None or self.indicator.is_total:
            return None
        # The mean of councils is not Scotland: nothing is tested against it.
        known = None if mark.scotland_kind == ScotlandKind.MEAN else self.intervals.get(council)
        same = shown_alike(self.indicator, value, mark.scotland)
        return compared(self.indicator.polarity, value, known, mark.scotland, level=same)

    @property
    def standing(self) -> Standing | None:
        """Where the council in view stands in the period in view."""
        points = dict(self.series.history.points)
        return self.series.history.at(self.period) if self.period in points else None

    @property
    def scotland(self) -> BenchmarkRow | None:
        """The benchmark row of any council in this period: they all hold Scotland's value."""
        return next((m for m in self.marks_in(self.period).values() if m.scotland is not None), None)

    @property
    def scotland_name(self) -> str:
        """What stands for Scotland: a value that nobody published says what it is instead."""
        mark = self.scotland
        if mark is None or mark.scotland_kind not in ("mean", "computed"):
            return "Scotland"
        councils = f"Mean of {mark.scotland_councils} councils"
        return councils if mark.scotland_kind == "mean" else "Scotland (computed)"

    def marks_in(self, period: Period) -> Mapping[str, BenchmarkRow]:
        """The benchmarks of every council in one period, by code."""
        return self.marks.get(period.label, {})
