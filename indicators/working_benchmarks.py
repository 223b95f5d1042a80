"""How the comparisons of a figure were worked out, as data: Scotland, the family group, rank and quarter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators.areas import SCOTLAND, FamilyGroup
from indicators.benchmarks import FEWEST_FOR_A_MEAN, ScotlandKind
from indicators.display import value_text
from indicators.indicator import Direction, Indicator
from indicators.quartiles import FEWEST_TO_RANK, quartile_cuts, too_few_to_rank
from indicators.standing import Standing
from indicators.statements import number_word
from indicators.working import Input, Working, exact, own_input

_TESTED = (
    "Better or worse than Scotland only where the 95% interval of the figure leaves Scotland's figure out; "
    "touching is similar. Without an interval the figure is above or below, and that is not tested."
)
_SCOTLAND_KINDS = {
    ScotlandKind.PUBLISHED: "the published figure for Scotland",
    ScotlandKind.COMPUTED: "the councils' numerators added up over their denominators, as none is published",
    ScotlandKind.MEAN: "the mean of {n} councils, as none is published and their counts are not known",
}
_FAMILY_RULE = (
    "Mean, median and fourth best of the members of the family group that have a figure, ours included."
)
_RANK_RULE = "Rank 1 is {best}; equal figures share the better rank. Scotland is never ranked."
_TOO_FEW = f"Fewer than {number_word(FEWEST_TO_RANK)} councils have a figure: no rank and no quarter."
_QUARTER_RULE = (
    "Quarters are cut at the 25th, 50th and 75th percentile (type 7); on a cut is the better quarter."
)


@dataclass(frozen=True, slots=True)
class Peers:
    """The councils' numbers in the same period, by code, their names, and the family group of ours."""

    numbers: Mapping[str, float] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    family: FamilyGroup | None = None


def scotland_working(standing: Standing, area_name: str, result: str) -> Working:
    """How the comparison with Scotland was made: which figure Scotland's is, and the interval of ours."""
    found, indicator = standing.comparators, standing.indicator
    own = own_input(standing, area_name)
    if found.scotland is None:
        return Working("Scotland", result, "No figure for Scotland is known for this period.", (own,))
    kind = ScotlandKind(found.scotland_kind)
    note = _SCOTLAND_KINDS[kind].format(n=found.scotland_councils)
    published = (SCOTLAND, standing.period) if kind is ScotlandKind.PUBLISHED else None
    scotland = Input("Scotland", exact(indicator, found.scotland), note, published)
    return Working("Scotland", result, _TESTED, (own, scotland, *_interval(standing)), _verdict(standing))


def family_working(standing: Standing, peers: Peers, result: str) -> Working:
    """How the family group's statistics were worked out: each member's figure, and their order."""
    found, indicator, group = standing.comparators, standing.indicator, peers.family
    if group is None or found.family_mean is None:
        return Working("Family group", result, "There is no family group to compare with in this period.")
    members = [code for code in group.members if code in peers.numbers]
    members.sort(key=lambda code: indicator.polarity.badness(peers.numbers[code]))
    inputs = tuple(
        Input(peers.names[code], exact(indicator, peers.numbers[code]), figure=(code, standing.period))
        for code in members
    )
    fourth = (
        "" if found.family_fourth is None else f", the fourth place {exact(indicator, found.family_fourth)}"
    )
    median = (
        "" if found.family_median is None else f", the median {value_text(indicator, found.family_median)}"
    )
    step = f"The mean of the {found.family_n} is {value_text(indicator, found.family_mean)}{median}{fourth}."
    steps = (step, *_of_the_others(indicator, standing, [peers.numbers[code] for code in members]))
    return Working("Family group", result, f"{_FAMILY_RULE} Group: {group.label}.", inputs, steps)


def _of_the_others(indicator: Indicator, standing: Standing, numbers: list[float]) -> tuple[str, ...]:
    """The mean without our own figure, as some reports have it."""
    own, others = standing.figure.number, len(numbers) - 1
    if own is None or own not in numbers or others < FEWEST_FOR_A_MEAN:
        return ()
    mean = (sum(numbers) - own) / others
    said = f"Reports that leave the council itself out have the mean of the other {others}"
    return (f"{said}: {value_text(indicator, mean)}.",)


def rank_working(standing: Standing, peers: Peers, area_name: str, result: str) -> Working:
    """How rank and quarter were worked out: of how many councils, and where the quarters are cut."""
    found, indicator = standing.comparators, standing.indicator
    own = own_input(standing, area_name)
    rule = _RANK_RULE.format(best=_best(indicator))
    if too_few_to_rank(found.rank_n):
        return Working("Rank", result, f"{rule} {_TOO_FEW}", (own,))
    if found.rank is None:
        return Working("Rank", result, f"{rule} A figure without a number is not ranked.", (own,))
    ahead = sum(
        _bad(indicator, value) < _bad(indicator, peers.numbers[standing.area])
        for value in peers.numbers.values()
    )
    are = "is" if ahead == 1 else "are"
    steps = [f"{ahead} of {found.rank_n} councils {are} ahead, so the place is {found.rank}."]
    return Working("Rank", result, f"{rule} {_QUARTER_RULE}", (own,), (*steps, *_quarters(indicator, peers)))


def _quarters(indicator: Indicator, peers: Peers) -> tuple[str, ...]:
    cuts = quartile_cuts(list(peers.numbers.values()))
    if cuts is None:
        return ()
    if indicator.polarity.direction is Direction.RANGE:
        return ("The quarters are those of the distance from the best range.",)
    shown = ", ".join(exact(indicator, cut) for cut in cuts)
    return (f"The quarters are cut at {shown}.",)


def _bad(indicator: Indicator, value: float) -> float:
    return indicator.polarity.badness(value)


def _best(indicator: Indicator) -> str:
    return {
        Direction.HIGHER: "the highest, which is best",
        Direction.LOWER: "the lowest, which is best",
        Direction.RANGE: "inside the best range or nearest to it",
        Direction.NONE: "the highest; neither way is better",
    }[indicator.polarity.direction]


def _interval(standing: Standing) -> tuple[Input, ...]:
    found, figure = standing.interval, standing.figure
    if found is None:
        return ()
    indicator = standing.indicator
    counts = (
        "" if figure.numerator is None else f", from {figure.numerator:,.0f} of {figure.denominator:,.0f}"
    )
    shown = f"{exact(indicator, round(found.lower, 4))} to {exact(indicator, round(found.upper, 4))}"
    return (Input("95% interval of the figure", shown, f"{found.method.words}{counts}"),)


def _verdict(standing: Standing) -> tuple[str, ...]:
    found = standing.against_scotland
    return () if found is None else (f"So the figure is {found.words('Scotland')}.",)
