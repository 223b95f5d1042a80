"""What the catalogue says about indicators that make, share in or repeat one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Total:
    """A total (an indicator or a number) and the indicators that are its parts.

    `exact`: the parts make the whole; else they only stay within it. `slack` is what rounding of the
    parts may come to, in the unit of the total.
    """

    whole: str | float
    parts: tuple[str, ...]
    exact: bool
    slack: float


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage that one count makes of another, each an indicator: any two of them give the third."""

    share: str
    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class SameCount:
    """A count that is also the `numerator` or the `denominator` (`name`) of an indicator."""

    count: str
    indicator: str
    name: str


@dataclass(frozen=True, slots=True)
class Totals:
    """All that is declared of them; `people` are sums of the people behind figures, not of their values."""

    sums: tuple[Total, ...] = ()
    shares: tuple[Share, ...] = ()
    counts: tuple[SameCount, ...] = ()
    people: tuple[Total, ...] = ()

    def related(self, codes: Iterable[str]) -> frozenset[str]:
        """Some indicators with all that can be worked out from them, step by step."""
        groups = [{*each.parts, str(each.whole)} for each in self.sums if each.exact]
        groups += [{each.share, each.part, each.whole} for each in self.shares]
        groups += [{each.count, each.indicator} for each in self.counts]
        found, before = set(codes), -1
        while len(found) != before:
            before = len(found)
            found.update(code for group in groups if not found.isdisjoint(group) for code in group)
        return frozenset(found)
