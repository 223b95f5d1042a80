"""The figures one part of a service page is made of, and what is said of all of them alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dashboard.views.histories import Series
from dashboard.views.services.shapes import Cell
from dashboard.views.text import listed
from indicators.areas import Area
from indicators.display import number, value_text
from indicators.figures import Figure, Status
from indicators.indicator import Indicator
from indicators.periods import Period, PeriodKind
from indicators.service_pages import PartKind, ServicePart

FEW_YEARS = 5
"""The periods a table shows unless all are asked for."""
JUMP = 2
"""How many times larger or smaller a base is from one period to the next before it is remarked on."""
_NOTE_IS_PART_OF_STATUS = (Status.AWAITED, Status.NEW)


@dataclass(frozen=True)
class Scene:
    """A part with the series of its indicators for its area; `every` shows all periods, not the last five."""

    part: ServicePart
    area: Area
    series: Mapping[str, Series]
    every: bool = False

    def label(self, code: str) -> str:
        """What an indicator is called in this part."""
        names = dict(zip(self.part.indicators, self.part.labels, strict=False))
        return names.get(code) or self.indicator(code).short_title

    def indicator(self, code: str) -> Indicator:
        """The indicator itself."""
        return self.series[code].indicator

    @cached_property
    def held(self) -> tuple[str, ...]:
        """The indicators that have any entry for the area, in their order."""
        return tuple(code for code in self.part.indicators if self.points(code))

    @cached_property
    def without(self) -> tuple[str, ...]:
        """The indicators that have none."""
        return tuple(code for code in self.part.indicators if not self.points(code))

    def points(self, code: str) -> dict[Period, Figure]:
        """The figures of an indicator by period; empty where it has none or the part names no such one."""
        return dict(self.series[code].history.points) if code in self.series else {}

    def columns(self, codes: Iterable[str]) -> tuple[Period, ...]:
        """The periods some indicators have entries for, oldest first, the last five unless all are shown."""
        found = sorted({period for code in codes for period in self.points(code)})
        return tuple(found if self.every else found[-FEW_YEARS:])

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The columns of everything the part reads."""
        return self.columns(self.part.codes)

    @property
    def has_columns(self) -> bool:
        """False where each figure says its own period, as beside an own mean."""
        return self.part.kind is not PartKind.OWN_MEAN

    @property
    def more_than_shown(self) -> bool:
        """True when there are more periods than the few shown at first."""
        return len({period for code in self.part.codes for period in self.points(code)}) > FEW_YEARS

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The indicators with an entry in a period shown."""
        return tuple(code for code in self.held if not self.points(code).keys().isdisjoint(self.periods))

    def notes(self) -> tuple[str, ...]:
        """Gaps between the years shown, bases that jumped, and what is remarked on single figures."""
        return (*self._gaps(), *self._jumps(), *self._remarks())

    def breaks(self) -> list[str]:
        """The breaks after the first period shown, each once."""
        if not self.periods:
            return []
        said = {
            f"[b] Figures from {each.first} are not comparable with earlier ones: {each.reason}.": None
            for code in self.held
            for each in self.indicator(code).breaks
            if not self.periods[0].reaches(self.indicator(code).period_named(each.first, self.periods[0]))
        }
        return list(said)

    def _gaps(self) -> list[str]:
        years = [period.start.year for period in self.periods if period.kind is PeriodKind.FINANCIAL_YEAR]
        lost = sorted(set(range(min(years), max(years))) - set(years)) if years else []
        names = listed([f"{year}-{(year + 1) % 100:02d}" for year in lost])
        return [f"Nothing is held for {names}."] if names and self.has_columns else []

    def _jumps(self) -> list[str]:
        """Percentages whose base was halved or doubled from one period to the next: recording, not change."""
        said = []
        for code in self.held:
            bases = [(p, figure.denominator) for p, figure in self.points(code).items() if p in self.periods]
            for (_, then), (period, now) in pairwise(bases):
                if then and now and not 1 / JUMP < now / then < JUMP:
                    size = f"its base went from {number(then, 0)} to {number(now, 0)}"
                    title = self.indicator(code).short_title
                    said.append(f"{title}, {period.words}: {size}, which points to a change of recording.")
        return said

    def _remarks(self) -> list[str]:
        """What sources or readers remark on figures shown; the same remark on several of them is one."""
        found: dict[tuple[str, str], list[str]] = {}
        for code in self.part.codes:
            points, notes = self.points(code), self.series[code].history.notes
            for period in self.periods:
                note = notes.get(period.label, "")
                if note and period in points and points[period].status not in _NOTE_IS_PART_OF_STATUS:
                    found.setdefault((code, note), []).append(period.words)
        together: dict[tuple[str, str], list[str]] = {}
        for (code, note), periods in found.items():
            together.setdefault((listed(periods), note), []).append(self.indicator(code).short_title)
        return [f"{self._of(titles)}, {when}: {note}." for (when, note), titles in together.items()]

    def _of(self, titles: list[str]) -> str:
        """The indicators a remark is on; more than a few of them that are all there are go unnamed."""
        every = len(titles) == len(self.part.codes) > FEW_YEARS
        return "All of these" if every else "; ".join(titles)


def cell(indicator: Indicator, figure: Figure | None) -> Cell:
    """A figure as a cell; without a number its status, without an entry `no figure`."""
    if figure is None:
        return Cell("", "no figure")
    if figure.value is None:
        return Cell(figure.status.shorthand, figure.status.words.lower())
    return Cell(value_text(indicator, figure.value), mark(figure), indicator.code)


def mark(*figures: Figure) -> str:
    """What numbers are when they are not simply published: `carried forward`, `to check`; each once."""
    words = (each.status.words.lower() for each in figures if each.status is not Status.PUBLISHED)
    return ", ".join(dict.fromkeys(words))
