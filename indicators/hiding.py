"""Which cells have to stay hidden so that no small count can be worked out from what is shown.

A cell is one indicator, area, period and basis; whatever hides it hides all its numbers, in every
edition. A line is a sum a reader can do: a total and its parts. A hidden number is safe when the numbers
hidden beside it can take other values that fit every line: then nobody can tell which are the true ones.
As long as one is not, the next smallest part of its lines is hidden too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from indicators.disclosure import DisclosureRule

Cell = tuple[str, str, str, str]
MOST_TRIES = 400


class Reason(StrEnum):
    """Why a cell is hidden: it holds a small count, or it would give one away."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Number(NamedTuple):
    """One number of a cell (its value, numerator or denominator) as one edition or more print it."""

    cell: Cell
    name: str
    amount: float


class Line(NamedTuple):
    """A total and the parts that make it."""

    total: Number
    parts: tuple[Number, ...]

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Parts and total."""
        return (*self.parts, self.total)


class Hiding:
    """Finds the cells to hide, from small counts, lines, and cells that give each other away.

    `withheld` are numbers nobody prints, such as a publisher's own suppressed count, which the lines
    must not reveal either. `partners` gives for a cell those that must be hidden with it.
    """

    def __init__(
        self,
        rule: DisclosureRule,
        lines: Iterable[Line],
        withheld: Iterable[Number] = (),
        partners: dict[Cell, frozenset[Cell]] | None = None,
    ) -> None:
        self.rule, self.withheld, self.partners = rule, frozenset(withheld), partners or {}
        self.lines_of: dict[Number, list[Line]] = {}
        self.numbers_of: dict[Cell, set[Number]] = {}
        for line in dict.fromkeys(lines):
            for number in line.numbers:
                self.lines_of.setdefault(number, []).append(line)
                self.numbers_of.setdefault(number.cell, set()).add(number)
        self.found: dict[Cell, Reason] = {}
        self.waiting: list[Number] = []

    def cells(self, small: Iterable[Cell]) -> dict[Cell, Reason]:
        """All cells to hide: those with a small count, and those that would give one away."""
        for cell in sorted(set(small)):
            self._hide(cell, Reason.PRIMARY)
        self.waiting += sorted(number for number in self.withheld if number in self.lines_of)
        while self.waiting:
            number = self.waiting.pop()
            while not self.is_safe(number):
                further = self._next(number)
                if further is None:
                    break
                self._hide(further, Reason.SECONDARY)
        return self.found

    def is_safe(self, number: Number) -> bool:
        """True when a hidden number could be one more or one less, and all lines would still add up."""
        return any(self._fits({number: step}, [MOST_TRIES]) for step in (1, -1) if self._may(number, step))

    def is_hidden(self, number: Number) -> bool:
        """True for every number of a hidden cell, and for one that nobody prints."""
        return number.cell in self.found or number in self.withheld

    def _hide(self, cell: Cell, reason: Reason) -> None:
        if cell in self.found:
            return
        self.found[cell] = reason
        self.waiting += sorted(self.numbers_of.get(cell, ()))
        for partner in sorted(self.partners.get(cell, ())):
            self._hide(partner, Reason.SECONDARY)

    def _may(self, number: Number, step: float) -> bool:
        """True when a reader must think a hidden number possible: a small one stays small, a large large."""
        changed = number.amount + step
        if number in self.withheld:  # by a rule of its publisher that we do not know
            return changed > 0
        if self.rule.is_small(number.amount):
            return self.rule.is_small(changed)
        return changed >= (self.rule.smallest_shown if number.amount >= self.rule.smallest_shown else 0)

    def _fits(self, steps: dict[Number, int], tries: list[int]) -> bool:
        """True when further hidden numbers can make up for `steps`; gives up, unsafe, after many tries."""
        tries[0] -= 1
        if tries[0] < 0:
            return False
        line, surplus = next(self._broken(steps), (None, 0))
        if line is None:
            return True
        for other in line.numbers:
            step = (1 if other == line.total else -1) * (1 if surplus > 0 else -1)
            if other in steps or not self.is_hidden(other) or not self._may(other, step):
                continue
            if self._fits({**steps, other: step}, tries):
                return True
        return False

    def _broken(self, steps: dict[Number, int]) -> Iterator[tuple[Line, int]]:
        """The lines that no longer add up, with what their parts exceed the total by."""
        for number in steps:
            for line in self.lines_of.get(number, ()):
                surplus = sum(steps.get(part, 0) for part in line.parts) - steps.get(line.total, 0)
                if surplus:
                    yield line, surplus

    def _next(self, number: Number) -> Cell | None:
        """The cell to hide next: the smallest shown part above zero, of the nearest line in need."""
        lines = list(self._around(number))
        alone = [line for line in lines if sum(map(self.is_hidden, line.numbers)) == 1]
        for several in (alone, lines):
            for line in several:
                shown = [part for part in line.parts if not self.is_hidden(part)]
                for choice in ([part for part in shown if part.amount > 0], shown):
                    if choice:
                        return min(choice, key=lambda part: (part.amount, part.cell)).cell
            for line in several:
                if not self.is_hidden(line.total):
                    return line.total.cell
        return None

    def _around(self, number: Number) -> Sequence[Line]:
        """The lines a hidden number is in, then those of the numbers hidden beside it, and so on."""
        seen: dict[Line, None] = {}
        reached, at = [number], 0
        while at < len(reached):
            for line in self.lines_of.get(reached[at], ()):
                if line not in seen:
                    seen[line] = None
                    known = set(reached)
                    reached += [n for n in line.numbers if n not in known and self.is_hidden(n)]
            at += 1
        return list(seen)
