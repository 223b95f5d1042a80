"""The sums a reader could do: Scotland and its councils, totals and parts, years and quarters.

Made of every version of the figures, so that two editions cannot be held against each other: a line
stands for each state of its cells that was ever current.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from indicators.areas import SCOTLAND, AreaKind
from indicators.catalogue import Catalogue
from indicators.disclosure import DisclosureRule
from indicators.hiding import Cell, Line, Number
from indicators.indicator import Unit
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse

NAMES = ("value", "numerator", "denominator")
SLACK = 0.5


class Version(NamedTuple):
    """A figure as one edition prints it; without a number where its status has none."""

    indicator: str
    area: str
    period: str
    basis: str
    kind: str
    value: float | None
    numerator: float | None
    denominator: float | None
    status: str
    published_on: str
    load_id: int

    @property
    def cell(self) -> Cell:
        """What identifies the figure, whatever its edition."""
        return self.indicator, self.area, self.period, self.basis


class Sum(NamedTuple):
    """A total and its parts as cells; `whole` is True when no part is missing by its nature."""

    total: Cell
    parts: tuple[Cell, ...]
    whole: bool


class Sums:
    """The lines of some indicators, and the numbers nobody prints that a line would give away."""

    def __init__(self, catalogue: Catalogue, rule: DisclosureRule, versions: Iterable[Version]) -> None:
        self.catalogue, self.rule = catalogue, rule
        self.versions: dict[Cell, list[Version]] = defaultdict(list)
        for version in versions:
            self.versions[version.cell].append(version)
        self.withheld: set[Number] = set()
        self.lines = [line for each in self._sums() for line in self._lines(each)]
        self.lines += list(self._counted_twice())

    def small_cells(self) -> set[Cell]:
        """The cells of disclosive indicators that hold a small count in any edition."""
        return {
            cell
            for cell, versions in self.versions.items()
            if self.catalogue[cell[0]].disclosive
            for version in versions
            if any(self.rule.is_small(amount) for amount in self._counts(version).values())
        }

    def partners(self) -> dict[Cell, frozenset[Cell]]:
        """For a cell, those that would give it away: the share a count makes of a total, and back."""
        found: dict[Cell, frozenset[Cell]] = {}
        for share in self.catalogue.totals.shares:
            for cell in [cell for cell in self.versions if cell[0] == share.share]:
                part, whole = (share.part, *cell[1:]), (share.whole, *cell[1:])
                found[cell] = found.get(cell, frozenset()) | {part}
                for other in (part, whole):
                    found[other] = found.get(other, frozenset()) | {cell}
        return {cell: others & self.versions.keys() for cell, others in found.items()}

    def _counts(self, version: Version) -> dict[str, float]:
        """The numbers of a version that count something, by name."""
        counted = self.catalogue[version.indicator].unit is Unit.COUNT
        amounts = zip(NAMES, (version.value if counted else None, *version[6:8]), strict=True)
        return {name: amount for name, amount in amounts if amount is not None}

    def _sums(self) -> Iterator[Sum]:
        yield from self._of_scotland()
        yield from self._of_localities()
        yield from self._of_parts()
        yield from self._of_periods()

    def _of_scotland(self) -> Iterator[Sum]:
        parted = (AreaKind.COUNCIL, AreaKind.UNKNOWN)
        areas = [area for area in self.catalogue.areas.by_code.values() if area.kind in parted]
        for cell in list(self.versions):
            if cell[1] == SCOTLAND:
                beside = {area.code: (cell[0], area.code, *cell[2:]) for area in areas}
                whole = all(beside[area.code] in self.versions for area in self.catalogue.areas.councils)
                yield Sum(cell, tuple(part for part in beside.values() if part in self.versions), whole)

    def _of_localities(self) -> Iterator[Sum]:
        """Every council against its localities, which need not cover all of it."""
        localities: dict[str, list[str]] = defaultdict(list)
        for area in self.catalogue.areas.localities:
            localities[area.council].append(area.code)
        for cell in [cell for cell in self.versions if cell[1] in localities]:
            parts = [(cell[0], code, *cell[2:]) for code in localities[cell[1]]]
            yield Sum(cell, tuple(part for part in parts if part in self.versions), False)

    def _of_parts(self) -> Iterator[Sum]:
        for declared in self.catalogue.totals.sums:
            if not (declared.exact and isinstance(declared.whole, str)):
                continue
            for cell in [cell for cell in self.versions if cell[0] == declared.whole]:
                parts = [(code, *cell[1:]) for code in declared.parts]
                known = tuple(part for part in parts if part in self.versions)
                yield Sum(cell, known, len(known) == len(parts))

    def _of_periods(self) -> Iterator[Sum]:
        """Every period against the shorter ones within it, where those do not overlap."""
        series: dict[tuple[str, str, str], list[tuple[Cell, Period]]] = defaultdict(list)
        for cell, versions in self.versions.items():
            period = parse(cell[2], PeriodKind(versions[0].kind))
            series[cell[0], cell[1], cell[3]].append((cell, period))
        for cells in series.values():
            if len({(period.kind, period.months) for _, period in cells}) > 1:
                for cell, period in cells:
                    yield from _within(cell, period, cells)

    def _lines(self, each: Sum) -> Iterator[Line]:
        if not each.parts:
            return
        for state in self._states((each.total, *each.parts)):
            for name in NAMES:
                line = self._line(name, each, state)
                if line:
                    yield line

    def _states(self, cells: Sequence[Cell]) -> Iterator[dict[Cell, Version]]:
        """Each set of versions of the cells that stood together on a date of publication or after a load."""
        every = [version for cell in cells for version in self.versions[cell]]
        if len(every) == len(cells):
            yield {version.cell: version for version in every}
            return
        dates, loads = {v.published_on for v in every}, {v.load_id for v in every}
        for date, load in product(sorted(dates), sorted(loads)):
            known = [v for v in every if v.published_on <= date and v.load_id <= load]
            yield {v.cell: v for v in sorted(known, key=lambda v: (v.published_on, v.load_id))}

    def _line(self, name: str, each: Sum, state: Mapping[Cell, Version]) -> Line | None:
        """The line of one name in one state; None where it adds up to nothing a reader could use."""
        amounts = {cell: self._counts(version).get(name) for cell, version in state.items()}
        total = amounts.get(each.total)
        if total is None:
            return None
        known = [
            Number(cell, name, amounts[cell] or 0.0) for cell in each.parts if amounts.get(cell) is not None
        ]
        rest = total - sum(number.amount for number in known)
        known += self._withheld(name, each, state, rest, len(known) < len(each.parts) or not each.whole)
        beyond = rest >= self.rule.smallest_shown and not (each.whole and len(known) == len(each.parts))
        withheld = any(number in self.withheld for number in known)
        if (
            not known
            or (beyond and not withheld)
            or (self._is_of_time(each) and not self._adds_up(rest, known))
        ):
            return None
        return Line(Number(each.total, name, total), tuple(known))

    def _withheld(
        self, name: str, each: Sum, state: Mapping[Cell, Version], rest: float, open_: bool
    ) -> list[Number]:
        """What a publisher suppressed in a line, and a small rest without a cell, as numbers to protect."""
        guarded = self.catalogue[each.total[0]].disclosive
        cells = [c for c in each.parts if c in state and state[c].status == "suppressed"]
        cells = [c for c in cells if self.catalogue[c[0]].disclosive]
        if not cells and open_ and guarded and self.rule.is_small(rest) and rest > 0:
            cells = [(each.total[0], f"rest of {each.total[1]}", f"rest of {each.total[2]}", each.total[3])]
        found = [Number(cell, name, max(rest, 0.0) / len(cells)) for cell in cells]
        self.withheld.update(found)
        return found

    def _is_of_time(self, each: Sum) -> bool:
        return each.total[1] == each.parts[0][1] and each.total[0] == each.parts[0][0]

    def _adds_up(self, rest: float, known: Sequence[Number]) -> bool:
        """False for a stock, whose quarters do not make the year: subtracting them tells nothing."""
        withheld = sum(number.amount for number in known if number in self.withheld)
        return abs(rest - withheld) <= SLACK

    def _counted_twice(self) -> Iterator[Line]:
        """A count that one indicator prints as its value and another as its numerator or denominator."""
        for same in self.catalogue.totals.counts:
            for cell in [cell for cell in self.versions if cell[0] == same.indicator]:
                other = (same.count, *cell[1:])
                for state in self._states([c for c in (cell, other) if c in self.versions]):
                    if cell in state and other in state:
                        above = self._counts(state[cell]).get(same.name)
                        below = self._counts(state[other]).get("value")
                        if above is not None and below is not None:
                            yield Line(Number(cell, same.name, above), (Number(other, "value", below),))


def _within(cell: Cell, period: Period, cells: Sequence[tuple[Cell, Period]]) -> Iterator[Sum]:
    """The sums of a period over the shorter ones within it: all of one length, or one that shares an end."""
    inside = [
        (other, each)
        for other, each in cells
        if each.kind is not PeriodKind.DAY and each.months < period.months
        and period.start <= each.start and each.end <= period.end
    ]  # fmt: skip
    lengths = {each.months for _, each in inside}
    for months in sorted(lengths):
        alike = [(other, each) for other, each in inside if each.months == months]
        starts = sorted(each.start for _, each in alike)
        if len(set(starts)) == len(starts) and months * len(alike) <= period.months:
            yield Sum(cell, tuple(other for other, _ in alike), months * len(alike) == period.months)
        else:
            edges = [other for other, each in alike if each.start == period.start or each.end == period.end]
            yield from (Sum(cell, (other,), False) for other in edges)
