"""The lines of sums a reader could do, and the numbers nobody prints that a line would give away.

Made of every version of the figures, so that two editions cannot be held against each other: a line
stands for each state of its cells that was ever current.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from indicators.catalogue import Catalogue
from indicators.disclosure import DisclosureRule
from indicators.hiding import Cell, Line, Number
from indicators.indicator import Unit
from indicators.parts_and_wholes import Sum, sums_of
from indicators.periods import PeriodKind

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


class Sums:
    """The lines of some indicators, and the numbers nobody prints that a line would give away."""

    def __init__(self, catalogue: Catalogue, rule: DisclosureRule, versions: Iterable[Version]) -> None:
        self.catalogue, self.rule = catalogue, rule
        self.versions: dict[Cell, list[Version]] = defaultdict(list)
        for version in versions:
            self.versions[version.cell].append(version)
        self.withheld: set[Number] = set()
        self.lines = [line for each in sums_of(catalogue, self._kinds()) for line in self._lines(each)]
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

    def _kinds(self) -> dict[Cell, PeriodKind]:
        return {cell: PeriodKind(versions[0].kind) for cell, versions in self.versions.items()}

    def _counts(self, version: Version) -> dict[str, float]:
        """The numbers of a version that count something, by name."""
        counted = self.catalogue[version.indicator].unit is Unit.COUNT
        amounts = zip(NAMES, (version.value if counted else None, *version[6:8]), strict=True)
        return {name: amount for name, amount in amounts if amount is not None}

    def _lines(self, each: Sum) -> Iterator[Line]:
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
