"""A figure against the mean of its own earlier ones, where councils are not to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import fmean

from indicators.course import Course
from indicators.display import change_text, number, rounded, value_text
from indicators.indicator import Indicator, Unit
from indicators.periods import Period
from indicators.trends import Point

YEARS = 5
FEWEST = 3


@dataclass(frozen=True, slots=True)
class OwnMean:
    """A value, the mean of up to five of its own earlier ones, and how many those are since when.

    Where the mean itself is printed (`printed`), `since` is the window of years it is printed for.
    """

    value: float
    mean: float
    n: int
    since: Period
    printed: bool = False

    @property
    def change(self) -> float:
        """How far the value is above (below, when negative) the mean, in its unit."""
        return self.value - self.mean


def own_mean(indicator: Indicator, series: Sequence[Point], latest: Period) -> OwnMean | None:
    """The figure at `latest` against the mean of the five before it, at least three, none across a break.

    The figure itself is not in the mean. None without a number at `latest` or with too few before it.
    """
    numbers = Course.of(indicator, series, latest).numbers
    value = next((value for period, value in numbers if period == latest), None)
    earlier = [p for p in numbers if p[0] < latest and not indicator.crosses_break(p[0], latest)][-YEARS:]
    if value is None or len(earlier) < FEWEST:
        return None
    return OwnMean(value, fmean(each for _, each in earlier), len(earlier), earlier[0][0])


def printed_mean(value: float, latest: Period, means: Sequence[Point]) -> OwnMean | None:
    """A value of `latest` against a mean its publisher prints without the years it is made of.

    `means` are printed for windows of years. Only one that ends with `latest` or just before it is used.
    """
    ends = (latest.end, latest.start - timedelta(days=1))
    fitting = [(p, f.number) for p, f in means if f.number is not None and p.end in ends]
    if not fitting:
        return None
    window, mean = max(fitting, key=lambda each: each[0])
    return OwnMean(value, mean, round(window.months / 12), window, printed=True)


def own_mean_words(indicator: Indicator, found: OwnMean) -> str:
    """`2% below own average of 91, the mean of the 5 before` (or `printed for 2015-20`).

    Percentages differ by points.
    """
    size = change_text(indicator, found.change)
    if indicator.unit not in (Unit.PERCENT, Unit.PERCENTAGE_POINTS) and found.mean:
        size = f"{number(abs(found.change / found.mean) * 100, 0)}%"
    level = not rounded(found.change, indicator.decimals)
    way = "level with" if level else f"{size} {'above' if found.change > 0 else 'below'}"
    made = f"printed for {found.since.words}" if found.printed else f"the mean of the {found.n} before"
    return f"{way} own average of {value_text(indicator, found.mean)}, {made}"
