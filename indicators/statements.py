"""The sentence a performance officer would write, built from the same standing as the screen.

Each part is a clause; whatever is not known, or may not be said, is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators.comparison import Comparison, Judgement
from indicators.display import (
    decimals_to_tell_apart,
    printed_decimals,
    spoken_change,
    spoken_value,
    value_text,
)
from indicators.figures import Status
from indicators.indicator import Indicator, Unit
from indicators.rag import Cut, Light
from indicators.standing import Standing
from indicators.targets import Target, TargetRule
from indicators.trends import Movement, Trend, Usual

_USUAL = {
    Usual.USUAL: "within the usual year-to-year movement",
    Usual.UNUSUAL: "an unusually large change",
    Usual.TOO_FEW: "with too few years to say whether that is usual",
}
_SCOTLAND_KINDS = {"computed": "computed from councils' counts", "mean": "mean of {n} councils"}


@dataclass(frozen=True, slots=True)
class Statement:
    """The sentence in parts: what leads (before, the number, after), and what follows about the target."""

    before: str
    number: str
    after: str
    target: str

    @property
    def text(self) -> str:
        """The whole as one text."""
        return f"{self.before}{self.number}{self.after} {self.target}".strip()


def statement(standing: Standing, area_name: str) -> Statement:
    """The full statement of a standing; a figure without a number is named with its status in words."""
    indicator, value = standing.indicator, standing.figure.value
    if value is None:
        words = status_words(standing)
        return Statement(f"{area_name}: ", words, f", {indicator.short_title}, {standing.period.words}.", "")
    clause = indicator.statement.replace("{period}", standing.period.words)
    start, _, end = clause.partition("{value}")
    comparisons = " and ".join(_against(standing))
    place = rank_words(standing)
    clauses = (end + _mark(standing), comparisons, place)
    after = ", ".join((clauses[0], *filter(None, clauses[1:]))) + "."
    change = f" {change_sentence(indicator, standing.short)}" if standing.short else ""
    return Statement(
        f"{area_name}: {start}", spoken_number(standing, value), after + change, _target(standing)
    )


def number_text(standing: Standing, value: float) -> str:
    """The value with its unit, one decimal finer where it would else look equal to its target."""
    indicator, cut = standing.indicator, standing.cut
    if cut is None:
        return value_text(indicator, value)
    finest = max(decimals_to_tell_apart(indicator, value, edge) for edge in (cut.low, cut.high))
    return value_text(indicator, value, finest)


def spoken_number(standing: Standing, value: float) -> str:
    """The value as a sentence has it; beside a target in full, so that the two can be told apart."""
    return spoken_value(standing.indicator, value) if standing.cut is None else number_text(standing, value)


def status_words(standing: Standing) -> str:
    """A status as a reader sees it, with the month awaited or the period it is new from."""
    status = standing.figure.status
    extra = {"awaited": "Awaited {note}", "new": "New from {note}"}.get(status.value, "")
    if extra and standing.note:
        return extra.format(note=standing.note)
    return f"{status.shorthand} {status.words}".strip()


def rank_words(standing: Standing) -> str:
    """`16th of 31 councils`, `16th highest of 31 councils`, or an empty text where it is not ranked.

    Where nothing is better, a bare place would be read as that of the best.
    """
    found = standing.comparators
    if not found.rank:
        return ""
    place = ordinal(found.rank)
    if not standing.indicator.polarity.judges:
        place = "the highest" if found.rank == 1 else f"{place} highest"
    return f"{place} of {found.rank_n} councils"


def change_sentence(indicator: Indicator, trend: Trend) -> str:
    """What changed since when, by how much, and whether that is usual."""
    since = trend.since.when + _gap_words(trend)
    if indicator.unit is Unit.YES_NO:
        return f"The answer {since} was {value_text(indicator, trend.compared_with)}."
    if trend.movement is Movement.STEADY:
        return f"That is about the same as {since}."
    way = "higher" if trend.change > 0 else "lower"
    return f"That is {spoken_change(indicator, trend.change)} {way} than {since}, {_USUAL[trend.usual]}."


def scotland_words(standing: Standing) -> str:
    """How the Scotland value came about where it is not the published one, else an empty text."""
    found = standing.comparators
    return _SCOTLAND_KINDS.get(found.scotland_kind, "").format(n=found.scotland_councils)


def target_text(indicator: Indicator, target: Target | None, cut: Cut, value: float | None) -> str:
    """A target with its unit: as it was set, or, where a rule made it, as fine as the figure it judges."""
    if cut.low != cut.high:
        low, high = (max(indicator.decimals, printed_decimals(edge)) for edge in (cut.low, cut.high))
        return f"{value_text(indicator, cut.low, low)} to {value_text(indicator, cut.high, high)}"
    if target is not None and target.rule is None:
        return value_text(indicator, cut.low, printed_decimals(cut.low))
    other = cut.low if value is None else value
    return value_text(indicator, cut.low, decimals_to_tell_apart(indicator, cut.low, other))


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{'th' if place % 100 in (11, 12, 13) else ending}"


def _mark(standing: Standing) -> str:
    """What a number is when it is not simply published, such as ` (provisional)` or ` (to check)`."""
    status = standing.figure.status
    return "" if status is Status.PUBLISHED else f" ({status.words.lower()})"


def _against(standing: Standing) -> list[str]:
    found, indicator = standing.comparators, standing.indicator
    parts = []
    if standing.against_scotland and found.scotland is not None:
        notes = filter(None, (scotland_words(standing), certainty_words(standing.against_scotland)))
        parts.append(_compared(indicator, standing.against_scotland, "Scotland", found.scotland, *notes))
    if standing.against_family and found.family_mean is not None:
        family = "the family group mean"
        parts.append(_compared(indicator, standing.against_family, family, found.family_mean))
    return parts


def certainty_words(comparison: Comparison) -> str:
    """How sure a comparison is, where its own word does not say so: better, similar and worse are tested."""
    if not comparison.tested:
        return "not tested"
    return "beyond chance" if comparison.judgement in (Judgement.ABOVE, Judgement.BELOW) else ""


def _compared(indicator: Indicator, found: Comparison, name: str, other: float, *notes: str) -> str:
    shown = ", ".join((spoken_value(indicator, other), *notes))
    return f"{found.judgement.words} {name} ({shown})"


def _gap_words(trend: Trend) -> str:
    years = round(trend.years)
    return f", {number_word(years)} years earlier" if years > 1 else ""


def number_word(count: int) -> str:
    """Small whole numbers in words, as a sentence writes them."""
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words[count] if count < len(words) else str(count)


def _target(standing: Standing) -> str:
    target, cut = standing.target, standing.cut
    if target is None or cut is None or not standing.light.judged:
        return ""
    shown = target_text(standing.indicator, target, cut, standing.figure.value)
    met = "it is met" if standing.light is Light.GREEN else "it is not met"
    if standing.light is Light.AMBER:
        met += ", but the figure is within tolerance"
    if target.rule is None:
        return f"The target, {shown}, was set by {target.set_by}; {met}."
    since = f"the {standing.target_since.words}" if standing.target_since else "the period before"
    return f"The target, {shown}, is {rule_words(target.rule, since)}; {met}."


def rule_words(rule: TargetRule, since: str) -> str:
    """What a rule target is, in words, with the period it was taken from."""
    words = {
        TargetRule.FAMILY_FOURTH: f"{since} fourth place in the family group",
        TargetRule.FAMILY_MEAN: f"{since} family group mean",
        TargetRule.SCOTLAND: f"{since} figure for Scotland",
        TargetRule.OWN_PREVIOUS: f"{since} figure of our own",
    }
    return words[rule]
