"""Do the parts of a printed budget make its printed totals?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.totals import Total


@dataclass(frozen=True, slots=True)
class SumCheck:
    """A printed total and what its parts make, in the unit of both; `slack` is what rounding may come to."""

    whole: str
    parts: tuple[str, ...]
    printed: float
    made: float
    slack: float

    @property
    def over(self) -> float:
        """How much more the parts make than is printed; below nothing where they make less."""
        return self.made - self.printed

    @property
    def adds_up(self) -> bool:
        """True where rounding explains the difference."""
        return abs(self.over) <= self.slack + 1e-9


def sum_checks(totals: Iterable[Total], amounts: Mapping[str, float]) -> list[SumCheck]:
    """The exact totals of which whole and all parts are among the amounts by indicator code.

    A total with a part nobody printed cannot be checked and is left out.
    """
    return [
        SumCheck(each.whole, each.parts, amounts[each.whole], sum(amounts[p] for p in each.parts), each.slack)
        for each in totals
        if isinstance(each.whole, str)
        and each.exact
        and each.whole in amounts
        and all(part in amounts for part in each.parts)
    ]
