"""The words and marks of a standing that every surface shares: pill, target, change and rank."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.display import change_text
from indicators.figures import Figure
from indicators.periods import Period
from indicators.quartiles import too_few_to_rank
from indicators.rag import Light
from indicators.standing import Standing
from indicators.statements import (
    number_text,
    ordinal,
    status_words,
    target_text,
)
from indicators.trends import SEASONAL, Movement, Trend, Usual

REVISED = "[r]"
BREAK = "[b]"
LIGHT_WORDS = {
    Light.GREEN: "On target",
    Light.AMBER: "Within tolerance",
    Light.RED: "Off target",
    Light.NO_TARGET: "No target",
    Light.DATA_ONLY: "Data only",
    Light.TO_CHECK: "To check",
}
USUAL_WORDS = {Usual.USUAL: "usual", Usual.UNUSUAL: "unusual", Usual.TOO_FEW: "too few years"}
QUARTERS = ("", "best quarter", "second quarter", "third quarter", "worst quarter")
QUARTERS_BY_SIZE = ("", "highest quarter", "second quarter", "third quarter", "lowest quarter")


@dataclass(frozen=True, slots=True)
class Badge:
    """A status as shape and word: `kind` is green, amber, red or none."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """A movement as arrow (up, down, steady or empty), its size, and what is said about it.

    Without an arrow the size is empty, or words in its place.
    """

    arrow: str
    size: str
    note: str


@dataclass(frozen=True, slots=True)
class Rank:
    """A place among the councils: `16 of 31`, its quarter, and where from last (0) to first (1) it lies.

    `none` says why there is no place though there is a figure.
    """

    place: str
    quarter: str
    share: float | None
    none: str = ""

    @property
    def words(self) -> str:
        """The place, or why there is none."""
        return self.place or self.none


def badge(standing: Standing) -> Badge:
    """The status pill of a standing; a figure without a number says which status it has."""
    if standing.light in (Light.NO_DATA, Light.SUPPRESSED):
        return Badge("none", status_words(standing))
    kind = standing.light.value if standing.light.judged else "none"
    return Badge(kind, LIGHT_WORDS[standing.light])


def shown_value(standing: Standing) -> str:
    """The value with its unit, one decimal finer where it would else look equal to its target."""
    value = standing.figure.value
    if value is None:
        return standing.figure.status.shorthand or status_words(standing)
    return number_text(standing, value)


def marks(revised: bool, figure: Figure | None) -> str:
    """The shorthand beside a number on every screen: `[r]`, `[p]`, `[e]`; without a number only `[r]`."""
    status = figure.status.shorthand if figure is not None and figure.value is not None else ""
    return " ".join(filter(None, (REVISED if revised else "", status)))


def shown_target(standing: Standing) -> str:
    """The target with its unit, or `none`."""
    cut = standing.cut
    if cut is None or not standing.indicator.polarity.judges:
        return "none"
    return target_text(standing.indicator, standing.target, cut, standing.figure.value)


def change_heading(periods: Iterable[Period]) -> str:
    """What heads the changes of these periods: months and quarters are compared with a year before.

    Where a table mixes them with years it is `Change` alone, and each row names its own.
    """
    headings = {"a year before" if period.kind in SEASONAL else "last figure" for period in periods}
    if len(headings) > 1:
        return "Change"
    return f"Change on {headings.pop() if headings else 'last figure'}"


def change(standing: Standing) -> Change:
    """The change on the figure before it, with its judgement and whether it is usual."""
    trend = standing.short
    if trend is None:
        return Change("", "", _why_no_change(standing))
    if trend.movement is Movement.STEADY:
        return Change("steady", "steady", f"{USUAL_WORDS[trend.usual]}{_than(trend)}")
    size = change_text(standing.indicator, trend.change)
    return Change(trend.arrow, size, f"{trend.movement}, {USUAL_WORDS[trend.usual]}{_than(trend)}")


def rank(standing: Standing) -> Rank:
    """The council's place; where nothing is better, 1 is the highest and no quarter is best."""
    found = standing.comparators
    if found.rank is None:
        return Rank("", "", None, "" if standing.figure.number is None else no_rank(found.rank_n))
    judged = standing.indicator.polarity.judges
    names = QUARTERS if judged else QUARTERS_BY_SIZE
    quarter = names[found.quartile or 0]
    share = 1 - (found.rank - 1) / (found.rank_n - 1) if found.rank_n > 1 else None
    return Rank(f"{found.rank} of {found.rank_n}", quarter if judged else "1 is highest", share)


def no_rank(councils: int) -> str:
    """`only 2 councils have a figure: no rank`; empty where they are enough, or where none has one."""
    if not too_few_to_rank(councils):
        return ""
    return f"only {'1 council has' if councils == 1 else f'{councils} councils have'} a figure: no rank"


def rank_in_words(standing: Standing) -> str:
    """`16th of 31`, or why there is no rank though there is a figure."""
    found = standing.comparators
    return f"{ordinal(found.rank)} of {found.rank_n}" if found.rank else rank(standing).none


def _why_no_change(standing: Standing) -> str:
    if standing.figure.number is None:
        return ""
    if standing.earlier is None:
        return "first figure"
    indicator, period = standing.indicator, standing.period
    crossed = indicator.crosses_break(standing.earlier, period)
    if crossed is None:
        return "no earlier figure to compare with"
    return f"[b] not comparable before {indicator.period_named(crossed.first, period).words}"


def _than(trend: Trend) -> str:
    """What the change is measured from, where that is not simply the period before."""
    if trend.since.kind in SEASONAL:
        steady = trend.movement is Movement.STEADY
        way = "about as" if steady else f"{'more' if trend.change > 0 else 'less'} than"
        return f"; {way} in {trend.since.words}"
    return f", since {trend.since.words}" if round(trend.years) > 1 else ""
