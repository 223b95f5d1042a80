"""The 95% interval of a figure made of counts: Wilson, Byar or exact Poisson, as the catalogue declares.

Sources: E. B. Wilson (1927), as method 3 of R. G. Newcombe (1998), Statistics in Medicine 17, 857-872;
D. P. Byar's approximation in N. E. Breslow and N. E. Day (1987), Statistical Methods in Cancer Research
II, section 2.3; F. Garwood (1936), Biometrika 28, 437-442, for the exact limits of a Poisson count.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from statistics import NormalDist

from indicators.figures import Figure
from indicators.indicator import Indicator, IntervalKind

CONFIDENCE = 0.95
TAIL = (1 - CONFIDENCE) / 2
Z = NormalDist().inv_cdf(1 - TAIL)
FEWEST_FOR_BYAR = 10
PERCENT = 100.0
WHOLE = 1e-6
MOST_DECIMALS = 6
SLACK = 1e-6
Limits = tuple[float, float]


class Method(StrEnum):
    """How an interval was worked out."""

    WILSON = "wilson"
    BYAR = "byar"
    EXACT_POISSON = "exact_poisson"

    @property
    def words(self) -> str:
        """The method as a reader sees it."""
        return _WORDS[self]


_WORDS = {
    Method.WILSON: "Wilson score interval for a percentage",
    Method.BYAR: "Byar's approximation for a rate",
    Method.EXACT_POISSON: "exact Poisson interval for a rate of few cases",
}


@dataclass(frozen=True, slots=True)
class Interval:
    """The two ends of a 95% interval, in the unit of the value, and how they were worked out."""

    lower: float
    upper: float
    method: Method

    @property
    def standard_error(self) -> float:
        """The standard error that a symmetric interval of this width would have."""
        return (self.upper - self.lower) / (2 * Z)

    def excludes(self, reference: float, slack: float = 1e-9) -> bool:
        """True when a number lies outside; one that an end touches does not."""
        return reference < self.lower - slack or reference > self.upper + slack


def interval(indicator: Indicator, figure: Figure) -> Interval | None:
    """The interval of a figure in its own unit: 0 to 100 for a percentage, per `scale` for a rate.

    None unless the catalogue declares one for the indicator and the figure is judged, is made of whole
    counts, the numerator not the larger, and they make the printed value as far as its decimals show.
    """
    value, above, below = figure.number, figure.numerator, figure.denominator
    if indicator.interval is IntervalKind.NONE or value is None or above is None or not below:
        return None
    if not (_is_count(above) and _is_count(below) and above <= below):
        return None
    cases, base = round(above), round(below)
    scale = PERCENT if indicator.interval is IntervalKind.PERCENTAGE else indicator.scale
    if not reproduces(value, cases / base * scale):
        return None
    if indicator.interval is IntervalKind.PERCENTAGE:
        low, high = wilson(cases, base)
        return Interval(low * scale, high * scale, Method.WILSON)
    method = Method.BYAR if cases >= FEWEST_FOR_BYAR else Method.EXACT_POISSON
    low, high = byar(cases) if method is Method.BYAR else exact_poisson(cases)
    return Interval(low / base * scale, high / base * scale, method)


def wilson(cases: float, base: float, z: float = Z) -> Limits:
    """The score interval of the proportion `cases` out of `base`, both ends between 0 and 1.

    `z` is the normal deviate of its confidence, by default of 95%. Raises ZeroDivisionError for a base of 0.
    """
    share, square = cases / base, z * z
    middle = 2 * cases + square
    half = z * math.sqrt(square + 4 * cases * (1 - share))
    whole = 2 * (base + square)
    # Of next to no cases, or next to all, arithmetic leaves dust on the wrong side of 0 or 1.
    low = 0.0 if cases == 0 else max((middle - half) / whole, 0.0)
    high = 1.0 if cases == base else min((middle + half) / whole, 1.0)
    return low, high


def byar(cases: float, z: float = Z) -> Limits:
    """The interval of a count by Byar's approximation, meant for 10 cases and more.

    `z` is the normal deviate of its confidence, by default of 95%. Raises ZeroDivisionError for a count of 0.
    """
    more = cases + 1
    low = cases * (1 - 1 / (9 * cases) - z / (3 * math.sqrt(cases))) ** 3
    high = more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3
    return low, high


@lru_cache(maxsize=128)
def exact_poisson(cases: int) -> Limits:
    """The exact interval of a Poisson count, with 2.5% in each tail; the lower end of 0 cases is 0."""
    low = _mean_with(cases - 1, 1 - TAIL) if cases else 0.0
    return low, _mean_with(cases, TAIL)


def reproduces(value: float, made: float) -> bool:
    """True when a number is another to within half of the last decimal it is printed with."""
    return abs(value - made) <= _half_step(value) + SLACK * max(abs(value), abs(made), 1e-3)


def _mean_with(most: int, probability: float) -> float:
    """The mean of the Poisson distribution that gives `most` cases or fewer with a probability."""
    low, high = 0.0, most + 20 + 10 * math.sqrt(most + 1)
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if _at_most(most, middle) > probability:
            low = middle
        else:
            high = middle


def _at_most(most: int, mean: float) -> float:
    """The probability of `most` cases or fewer in a Poisson distribution with a mean above 0."""
    logs = (count * math.log(mean) - mean - math.lgamma(count + 1) for count in range(most + 1))
    return math.fsum(math.exp(log) for log in logs)


def _is_count(number: float) -> bool:
    """True for 0, 1, 2, ..., however a publisher's arithmetic has blurred it."""
    return number >= 0 and abs(number - round(number)) <= WHOLE


def _half_step(value: float) -> float:
    """Half of the last decimal a number is printed with: 0.005 for 6.67, 0 beyond six decimals."""
    for decimals in range(MOST_DECIMALS + 1):
        if abs(round(value, decimals) - value) <= 1e-9 + 1e-12 * abs(value):
            return 0.5 * 10.0**-decimals
    return 0.0
