"""One row of a profile: where a council lies between the worst and the best, with Scotland in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.words import rank, shown_value
from indicators.display import shown_alike, value_text
from indicators.indicator import Polarity
from indicators.quartiles import quartile_cuts
from indicators.standing import Standing
from indicators.statements import scotland_words

SPINE = 0.5


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One indicator in words, and its places on the bar as shares from worst (0) to best (1).

    Scotland is at one half. Where nothing is better (`judged` is false) the bar runs from the lowest to
    the highest. `before` is the figure before, None where it lies beyond this period's councils;
    `quarter_low` and `quarter_high` are the ends of the middle half.
    """

    code: str
    title: str
    period: str
    councils: int
    value: str
    before_value: str
    scotland: str
    scotland_note: str
    worst: str
    best: str
    middle: str
    rank: str
    quarter: str
    quartile: int
    judged: bool
    better_side: bool
    side: str
    ours: float | None
    before: float | None
    quarter_low: float
    quarter_high: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The values a bar runs between, and which way is better."""

    polarity: Polarity
    worst: float
    best: float
    centre: float

    @classmethod
    def of(cls, polarity: Polarity, values: Sequence[float], centre: float) -> Bar:
        """The bar over the councils' values with Scotland's in the middle; `values` must not be empty."""
        return cls(polarity, max(values, key=polarity.badness), min(values, key=polarity.badness), centre)

    def share(self, value: float) -> float:
        """Where a value lies; each half has its own scale, and what is beyond an end lies at it."""
        bad = self.polarity.badness
        behind = bad(value) - bad(self.centre)
        room = bad(self.worst) - bad(self.centre) if behind > 0 else bad(self.centre) - bad(self.best)
        if not behind or room <= 0:
            return SPINE if not behind else float(behind < 0)
        return min(max(SPINE - SPINE * behind / room, 0.0), 1.0)

    def holds(self, value: float) -> bool:
        """True for a value no worse than the worst council and no better than the best."""
        bad = self.polarity.badness
        return bad(self.best) <= bad(value) <= bad(self.worst)


def profile_row(standing: Standing, values: Sequence[float], before: float | None) -> ProfileRow | None:
    """The row of a standing among the councils' values; None with fewer than eight, or without Scotland."""
    found, indicator = standing.comparators, standing.indicator
    cuts = quartile_cuts(values)
    if found.scotland is None or cuts is None:
        return None
    bar = Bar.of(indicator.polarity, values, found.scotland)
    number, place = standing.figure.number, rank(standing)
    low, _, high = cuts
    middle = sorted((bar.share(low), bar.share(high)))
    return ProfileRow(
        code=indicator.code,
        title=indicator.short_title,
        period=standing.period.words,
        councils=len(values),
        value=shown_value(standing),
        before_value="" if before is None else value_text(indicator, before),
        scotland=value_text(indicator, found.scotland),
        scotland_note=scotland_words(standing),
        worst=value_text(indicator, bar.worst),
        best=value_text(indicator, bar.best),
        middle=f"{value_text(indicator, low)} to {value_text(indicator, high)}",
        rank=place.place,
        quarter=place.quarter,
        quartile=found.quartile or 0,
        judged=indicator.polarity.judges,
        better_side=number is not None and _better_side(standing, bar, number),
        side=_side(standing, bar),
        ours=None if number is None else bar.share(number),
        before=bar.share(before) if before is not None and bar.holds(before) else None,
        quarter_low=middle[0],
        quarter_high=middle[1],
    )


def _better_side(standing: Standing, bar: Bar, number: float) -> bool:
    """True for a judged figure better than Scotland's as both are shown."""
    indicator = standing.indicator
    if not indicator.polarity.judges or shown_alike(indicator, number, bar.centre):
        return False
    return indicator.polarity.badness(number) < indicator.polarity.badness(bar.centre)


def _side(standing: Standing, bar: Bar) -> str:
    """The place against Scotland in words, for those who do not see the bar."""
    number, indicator = standing.figure.number, standing.indicator
    if number is None:
        return "no figure to place"
    if standing.against_scotland and standing.against_scotland.tested:
        return standing.against_scotland.words("Scotland")
    if shown_alike(indicator, number, bar.centre):
        return "level with Scotland"
    if not indicator.polarity.judges:
        return f"{'above' if number > bar.centre else 'below'} Scotland, neither way is better"
    if indicator.polarity.badness(number) == indicator.polarity.badness(bar.centre):
        return "as near the best range as Scotland"
    return f"on the {'better' if _better_side(standing, bar, number) else 'worse'} side of Scotland"
