"""Where a council stands: Scotland, the family group, rank and quartile, each by its stated statistic."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from indicators.areas import Areas
from indicators.disclosure import hides
from indicators.distance import ROUNDING, nearest_scale
from indicators.figures import Figure
from indicators.indicator import Indicator, Polarity
from indicators.periods import Period
from indicators.quartiles import median, quartile, quartile_cuts, too_few_to_rank

FOURTH = 4
FEWEST_FOR_A_MEAN = 2
"""The mean of one council is that council, and is called no mean."""


class ScotlandKind(StrEnum):
    """How the Scotland value came about."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Scotland:
    """The Scotland value, how it came about, and from how many councils where it was worked out."""

    value: float
    kind: ScotlandKind
    councils: int = 0


@dataclass(frozen=True, slots=True)
class Family:
    """The statistics of a family group, over the members with a value (the council itself included).

    Of one member there are none.
    """

    group: str
    mean: float | None
    median: float | None
    fourth: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Everything a council's figure is compared with in one period."""

    value: float | None
    scotland: Scotland | None
    family: Family | None
    family_rank: int | None
    rank: int | None
    rank_n: int
    quartile: int | None


def scotland(published: Figure | None, councils: Mapping[str, Figure]) -> Scotland | None:
    """The published Scotland figure; else sum over sum; else the mean of councils, each so labelled.

    `councils` holds the 32 only: Scotland is never averaged in, and one council alone is never Scotland.
    """
    if published is not None and published.number is not None:
        return Scotland(published.number, ScotlandKind.PUBLISHED)
    known = [figure for figure in councils.values() if figure.number is not None]
    if len(known) < FEWEST_FOR_A_MEAN:
        return None
    return _computed(known) or Scotland(
        _mean([f.number or 0.0 for f in known]), ScotlandKind.MEAN, len(known)
    )


def ranks(polarity: Polarity, values: Mapping[str, float]) -> dict[str, int]:
    """Rank 1 is best (highest where nothing is better); ties share the better rank."""
    badness = {code: polarity.badness(value) for code, value in values.items()}
    ordered = sorted(badness.values())
    first = {worth: place for place, worth in reversed(list(enumerate(ordered, 1)))}
    return {code: first[worth] for code, worth in badness.items()}


def places(polarity: Polarity, values: Mapping[str, float]) -> dict[str, int]:
    """The ranks that may be said: none at all below eight values."""
    return {} if too_few_to_rank(len(values)) else ranks(polarity, values)


def fourth_place(polarity: Polarity, values: Sequence[float]) -> float | None:
    """The fourth best value of a family group by polarity; None with fewer than four values."""
    ordered = sorted(values, key=polarity.badness)
    return ordered[FOURTH - 1] if len(ordered) >= FOURTH else None


def benchmarks(
    indicator: Indicator,
    areas: Areas,
    period: Period,
    councils: Mapping[str, Figure],
    published: Figure | None,
) -> dict[str, Benchmark]:
    """The benchmark of every council, from one period of one indicator on one basis.

    Polarity and family groups are those of `period`. `councils` maps council codes to figures,
    `published` is Scotland's own figure if there is one. A council without a figure still gets its
    comparators: next period's rule target is set by them. Below eight figures nobody has a rank or a
    quarter, and in a family group of fewer nobody has a rank in it; `rank_n` and `Family.n` say how many
    there are. An indicator that may not be compared between councils gets Scotland only. A count too
    small to show enters no mean, sum or rank either: it could be worked out from them.
    """
    shown = {code: figure for code, figure in councils.items() if not hides(indicator, figure)}
    country = scotland(published, shown if indicator.council_benchmark else {})
    values = {code: figure.number for code, figure in shown.items() if figure.number is not None}
    if not indicator.council_benchmark:
        return {code: Benchmark(values.get(code), country, None, None, None, 0, None) for code in councils}
    indicator = indicator.in_force(period)
    placed = places(indicator.polarity, values)
    badness = {code: indicator.polarity.badness(value) for code, value in values.items()}
    cuts = quartile_cuts(list(badness.values()))
    families = _families(indicator, areas, period, values)
    return {
        council.code: Benchmark(
            value=values.get(council.code),
            scotland=country,
            family=families.get(council.code, (None, None))[0],
            family_rank=families.get(council.code, (None, None))[1],
            rank=placed.get(council.code),
            rank_n=len(values),
            quartile=quartile(cuts, badness[council.code]) if council.code in badness else None,
        )
        for council in areas.councils
    }


def _families(
    indicator: Indicator, areas: Areas, period: Period, values: Mapping[str, float]
) -> dict[str, tuple[Family, int | None]]:
    """For each council of a group with values: the group's statistics and the council's rank in it."""
    found: dict[str, tuple[Family, int | None]] = {}
    scheme = indicator.family_scheme
    for group in areas.groups_on(scheme, period.end) if scheme else ():
        members = {code: values[code] for code in group.members if code in values}
        if not members:
            continue
        statistics = _statistics(group.code, indicator.polarity, list(members.values()))
        placed = places(indicator.polarity, members)
        found.update({code: (statistics, placed.get(code)) for code in group.members})
    return found


def _statistics(group: str, polarity: Polarity, values: Sequence[float]) -> Family:
    if len(values) < FEWEST_FOR_A_MEAN:
        return Family(group, None, None, None, len(values))
    return Family(group, _mean(values), median(values), fourth_place(polarity, values), len(values))


def _computed(figures: Sequence[Figure]) -> Scotland | None:
    """Sum of numerators over sum of denominators, on the scale the councils' own values show.

    A percentage is of 100 however coarsely they are rounded; a weekly cost has a scale of its own.
    """
    parts = [
        (f.value, f.numerator, f.denominator)
        for f in figures
        if f.value is not None and f.numerator is not None and f.denominator
    ]
    if len(parts) < len(figures):
        return None
    scales = [value * below / above for value, above, below in parts if above]
    if not scales or max(scales) - min(scales) > ROUNDING * abs(median(scales)):
        return None
    total = math.fsum(above for _, above, _ in parts) / math.fsum(below for _, _, below in parts)
    scale = nearest_scale(median(scales)) or median(scales)
    return Scotland(total * scale, ScotlandKind.COMPUTED, len(parts))


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
