"""How large a share of a council's services is graded good or better, beside other councils and Scotland."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dashboard.views.inspection_grid import share_words
from indicators.areas import SCOTLAND, Area
from indicators.catalogue import Catalogue
from indicators.display import number
from indicators.figures import Status
from indicators.intervals import wilson
from indicators.quartiles import too_few_to_rank
from indicators.store import read
from indicators.store.inspected import GoodServices

SERVICES_GOOD = "SW07"
_COUNCILS = 32


@dataclass(frozen=True, slots=True)
class CouncilLine:
    """A council's share of services without a grade below good, with its 95% interval in words."""

    code: str
    name: str
    share: str
    percent: float
    interval: str
    ours: bool
    scotland: bool


def councils(catalogue: Catalogue, area: Area, good: Sequence[GoodServices]) -> tuple[CouncilLine, ...]:
    """Every council of the list, lowest share first, with Scotland as the sum of them in its place.

    With too few councils for a rank they go by name, and the sum comes last.
    """
    if len(good) < 2:
        return ()
    lines = [_line(each, catalogue.areas[each.area].name, each.area == area.code) for each in good]
    n = len(good)
    whole = GoodServices("", sum(each.graded for each in good), sum(each.good for each in good))
    name = "Scotland, computed" if n == _COUNCILS else f"The {n} councils of this list together"
    every = [*lines, _line(whole, name, False)]
    if too_few_to_rank(n):
        return tuple(sorted(every, key=lambda line: (line.scotland, line.name)))
    return tuple(sorted(every, key=lambda line: (line.percent, line.name)))


def _line(each: GoodServices, name: str, ours: bool) -> CouncilLine:
    low, high = wilson(each.good, each.graded)
    return CouncilLine(
        code=each.area,
        name=name,
        share=share_words(each.good, each.graded),
        percent=100 * each.good / each.graded,
        interval=f"{number(100 * low, 0)}% to {number(100 * high, 0)}%",
        ours=ours,
        scotland=not each.area,
    )


def published(connection: Connection, catalogue: Catalogue, area: Area) -> str:
    """What the benchmarking framework publishes of the council and of Scotland, in its newest period."""
    if SERVICES_GOOD not in catalogue.indicators:
        return ""
    found: dict[str, dict[str, float]] = {}
    for row in read.figures_of(connection, [SERVICES_GOOD], [area.code, SCOTLAND]):
        if row.figure.value is not None and row.figure.status is not Status.DOUBTFUL:
            found.setdefault(row.period.words, {})[row.area] = row.figure.value
    both = [words for words, values in found.items() if len(values) == 2]
    if not both:
        return ""
    words = both[-1]
    ours, scotland = found[words][area.code], found[words][SCOTLAND]
    return (
        f"The benchmarking framework ({SERVICES_GOOD}) has {number(ours, 1)}% of care services graded "
        f"good or better for {area.name} in {words}, and {number(scotland, 1)}% for Scotland."
    )
