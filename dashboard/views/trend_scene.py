"""What the parts of the trends screen are decided from: one series, its neighbours and its periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.views.histories import Series
from indicators.areas import Area, FamilyGroup
from indicators.catalogue import Catalogue, Indicator
from indicators.figures import Figure
from indicators.periods import Period
from indicators.standing import Standing
from indicators.store.read import FigureRow


@dataclass(frozen=True, slots=True)
class Scene:
    """One indicator of one council over `periods` (of `every`), with the councils beside it.

    `others` holds figures by council code, `other_rows` the rows they were read from; `revised` the
    (area, period label) changed since first published.
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

    @property
    def indicator(self) -> Indicator:
        """The indicator in view."""
        return self.series.indicator

    @property
    def latest(self) -> Standing | None:
        """The latest standing within the periods in view."""
        told = [p for p in self.periods if p in self.standings]
        numbered = [p for p in told if self.standings[p].figure.value is not None]
        return self.standings[(numbered or told)[-1]] if told else None
