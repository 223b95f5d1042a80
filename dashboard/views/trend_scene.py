"""What the parts of the trends screen are decided from: one series, its neighbours and its periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.views.histories import Series
from indicators.areas import Area, FamilyGroup
from indicators.catalogue import Catalogue
from indicators.figures import Figure
from indicators.indicator import Indicator
from indicators.intervals import Interval
from indicators.periods import Period
from indicators.standing import History, Standing
from indicators.store.rows import FigureRow


@dataclass(frozen=True)
class Scene:
    """One indicator of one council over `periods` (of `every`), with the councils beside it.

    `others` holds figures by council code, `other_rows` the rows they were read from; `revised` the
    (area, period label) changed since first published. `from_zero` is whether axes begin at 0. `loaded` is
    when something was loaded last, `newest` the newest year of the benchmarking framework in the store.
    """

    catalogue: Catalogue
    area: Area
    series: Series
    every: tuple[Period, ...]
    periods: tuple[Period, ...]
    standings: Mapping[Period, Standing]
    others: Mapping[str, Mapping[Period, Figure]]
    other_rows: tuple[FigureRow, ...]
    family: FamilyGroup | None
    peers: tuple[str, ...]
    compare: str
    revised: frozenset[tuple[str, str]]
    from_zero: bool = True
    loaded: str = ""
    newest: str = ""

    @property
    def indicator(self) -> Indicator:
        """The indicator in view."""
        return self.series.indicator

    @property
    def latest(self) -> Standing | None:
        """The latest standing within the periods in view."""
        told = [p for p in self.periods if p in self.standings]
        numbered = [p for p in told if self.standings[p].figure.happened]
        return self.standings[(numbered or told)[-1]] if told else None

    def interval(self, period: Period) -> Interval | None:
        """The 95% interval of our figure, where it has one."""
        return self.series.history.intervals.get(period)

    @cached_property
    def in_view(self) -> History:
        """Our history cut to the periods in view."""
        history, shown = self.series.history, set(self.periods)
        return replace(history, points=tuple(point for point in history.points if point[0] in shown))
