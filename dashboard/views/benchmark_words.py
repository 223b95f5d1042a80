"""The sentences of the benchmarks screen: where a council stands, what was tested, how ranks move."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

from dashboard.views.benchmark_stage import Stage
from dashboard.views.text import Text, bold, join_text, listed, sentence_case, within_sentence
from dashboard.views.words import QUARTERS, QUARTERS_BY_SIZE
from indicators.comparison import Judgement
from indicators.display import value_text
from indicators.figures import Status
from indicators.indicator import Direction
from indicators.periods import Period, PeriodKind
from indicators.quartiles import quartile_cuts
from indicators.statements import number_word, ordinal

_ORDERS = {
    Direction.LOWER: "lower is better, best at the top",
    Direction.HIGHER: "higher is better, best at the top",
    Direction.RANGE: "nearest its best range at the top",
    Direction.NONE: "neither way is better; highest at the top",
}


def lead(stage: Stage) -> Text:
    """Rank, quarter and ties, where half of all councils lie, and what testing says of Scotland.

    Where too few councils have a figure, that, and what testing says.
    """
    standing, name = stage.standing, stage.area.name
    what = f" on {within_sentence(stage.indicator.short_title)} {when(stage.period)}"
    if stage.no_rank:
        return join_text(bold(sentence_case(stage.no_rank)), f"{what}.", _own_test(stage))
    if standing is None or standing.comparators.rank is None:
        hidden = standing is not None and standing.figure.status is Status.SUPPRESSED
        why = "its figure is suppressed" if hidden else "it has no published figure"
        return (bold(f"{name} is not ranked"), f"{what}: {why}.")
    found = standing.comparators
    place = f"{ordinal(found.rank or 0)} of {found.rank_n}"
    names = QUARTERS if stage.indicator.polarity.judges else QUARTERS_BY_SIZE
    quarter = f", in the {names[found.quartile]}" if found.quartile else ""
    after = f"{what}{quarter}{_level_with(stage)}.{_half(stage)}{_own_test(stage)}"
    return join_text(f"{name} is ", bold(place), after)


def when(period: Period) -> str:
    """`in 2021-22`, `on 31 July 2019`."""
    return f"{'on' if period.kind is PeriodKind.DAY else 'in'} {period.words}"


def order(stage: Stage, is_from_zero: bool = True) -> str:
    """Which way is better, and so what stands at the top; without ranks, that there are none.

    An axis that does not begin at zero is said too: on it a small difference looks large.
    """
    listed = f"{stage.no_rank}, listed by name" if stage.no_rank else ""
    told = listed or _ORDERS[stage.indicator.polarity.direction]
    return told if is_from_zero else f"{told}; the axis does not begin at zero"


def caution(stage: Stage) -> str:
    """How far ranks move from one period to the next on this indicator, and what has been tested."""
    if stage.no_rank:
        return _tests(stage)
    moves = rank_moves(stage)
    if not moves:
        moved = "Councils are ranked in one period only, so nothing is known of how ranks move."
    else:
        typical = median(moves)
        places = f"{typical:g} {'place' if typical == 1 else 'places'}"
        moved = (
            f"On this indicator ranks move {places} in a typical year "
            f"(median of {len(moves)} moves of councils from one period to the next)."
        )
    return f"{moved} {_tests(stage)}"


def rank_moves(stage: Stage) -> list[int]:
    """The sizes of all moves in rank from a period to the next, over every council ranked in both."""
    return [
        abs(mark.rank - before.rank)
        for newer, older in pairwise(stage.every)
        for code, mark in stage.marks_in(newer).items()
        if (before := stage.marks_in(older).get(code)) and mark.rank and before.rank
    ]


def _half(stage: Stage) -> str:
    cuts = quartile_cuts(list(stage.values.values()))
    if cuts is None:
        return ""
    low, high = (value_text(stage.indicator, cut) for cut in (cuts[0], cuts[2]))
    return f" Half of all councils lie between {low} and {high}."


def _level_with(stage: Stage) -> str:
    """The councils that share our rank, where they are few."""
    marks = stage.marks_in(stage.period)
    mine = marks.get(stage.area.code)
    tied = [
        stage.catalogue.areas[code].name
        for code, mark in marks.items()
        if mine and mark.rank == mine.rank and code != stage.area.code
    ]
    if not tied:
        return ""
    return f", level with {tied[0]}" if len(tied) == 1 else f", level with {number_word(len(tied))} others"


def _own_test(stage: Stage) -> str:
    """What our interval says of Scotland; empty where nothing is tested."""
    found, interval = stage.against(stage.area.code), stage.intervals.get(stage.area.code)
    if found is None or interval is None or not found.tested:
        return ""
    low, high = (value_text(stage.indicator, end) for end in (interval.lower, interval.upper))
    return f" It is {found.words('Scotland')} (95% interval {low} to {high})."


def _tests(stage: Stage) -> str:
    """How many councils were tested, with what result, or why none was."""
    tested = [found for code in stage.values if (found := stage.against(code)) and found.tested]
    if not tested:
        return (
            "No difference has been tested: the counts behind the figures are not known or make no "
            "interval. Small councils swing most."
        )
    counts = Counter(found.judgement for found in tested)
    parts = [
        f"{counts[each]} {'is' if counts[each] == 1 else 'are'} {each.value}"
        for each in Judgement
        if counts[each]
    ]
    return (
        f"Of {len(tested)} councils tested beside Scotland by their 95% intervals, {listed(parts)}. "
        "Differences between neighbours in the list are not tested."
    )
