"""What the words on the screens mean: every word from the table the screens take it from.

The meanings beside them are keyed by the same enumerations, so a light, status or movement without a meaning
is an error, not an omission.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.views.words import LIGHT_WORDS, QUARTERS, USUAL_WORDS
from indicators.disclosure import SMALLEST_SHOWN_COUNT
from indicators.figures import Status
from indicators.quartiles import FEWEST_TO_RANK
from indicators.rag import Light
from indicators.trends import (
    FEWEST_EARLIER_CHANGES,
    FEWEST_LONG_TREND_PERIODS,
    LONG_TREND_PERIODS,
    USUAL_FACTOR,
    Movement,
    Usual,
)

LIGHT_MEANINGS = {
    Light.GREEN: "At the target or better.",
    Light.AMBER: "Short of the target by no more than its tolerance.",
    Light.RED: "Further from the target than the tolerance.",
    Light.NO_TARGET: "There is a figure, and nothing to judge it by.",
    Light.DATA_ONLY: "Neither way is better, so it is not judged.",
    Light.TO_CHECK: "The number is printed, but contradicts itself or its source.",
}
STATUS_MEANINGS = {
    Status.PUBLISHED: "As its source prints it.",
    Status.PROVISIONAL: "The publisher expects to change it.",
    Status.ESTIMATED: "The publisher worked it out in part.",
    Status.CARRIED_FORWARD: "The publisher repeated an earlier return.",
    Status.SUPPRESSED: "Kept back, because a small count could identify somebody.",
    Status.NOT_APPLICABLE: "The question does not arise there.",
    Status.NOT_AVAILABLE: "Nobody has it.",
    Status.NOT_SUBMITTED: "The council did not return it.",
    Status.AWAITED: "Not published yet; the month is given where it is known.",
    Status.NEW: "Collected only from a later period on.",
    Status.NOT_ASSESSED: "Nobody looked in this period.",
    Status.WITHDRAWN: "Published once, and taken back.",
    Status.DOUBTFUL: LIGHT_MEANINGS[Light.TO_CHECK],
    Status.PROJECTED: "What somebody expects of a year to come; it gets no light, rank or trend.",
    Status.MISSING: "The source has a place for it and nothing in it.",
}
MOVEMENT_MEANINGS = {
    Movement.IMPROVING: "The number moved the way that is better for this indicator.",
    Movement.WORSENING: "It moved the other way.",
    Movement.UP: "It rose, and neither way is better.",
    Movement.DOWN: "It fell, and neither way is better.",
    Movement.STEADY: "The change is below 1% of the earlier figure, or below half of the last decimal shown.",
}
USUAL_MEANINGS = {
    Usual.USUAL: "A change of this size is common in this series.",
    Usual.UNUSUAL: f"It is more than {USUAL_FACTOR} times the mean size of the changes before it: ask why.",
    Usual.TOO_FEW: f"There are fewer than {FEWEST_EARLIER_CHANGES} earlier changes, so nobody can say.",
}
RULES = {
    "Two questions": "The pill compares a figure with our target, the rank with other councils. They are "
    "never mixed, and may well disagree.",
    "Scotland": "The published figure for Scotland. Only where there is none is it worked out from councils' "
    "counts or as their mean, and it says so.",
    "Ranks and quarters": f"The place among the councils with a figure, and from the {QUARTERS[1]} to the "
    f"{QUARTERS[4]} of them; neither where fewer than {FEWEST_TO_RANK} have one.",
    "Long trend": f"The latest figure against the mean of up to {LONG_TREND_PERIODS} before it, at least "
    f"{FEWEST_LONG_TREND_PERIODS}; of months and quarters the same one of the years before.",
    "Missing is not zero": "A figure that was not measured keeps its status in words. It is no zero, has "
    "no light, and enters no mean.",
    "Small counts": f"Where an indicator could identify people, counts of 1 to {SMALLEST_SHOWN_COUNT - 1} "
    "are hidden on every screen and in every download.",
    "Editions": "Every printed value is kept. The current one is that of the edition published last; a move "
    "to the prices of another year is a rebase, not a revision.",
}


@dataclass(frozen=True, slots=True)
class LightLine:
    """A pill: its shape and word, and what it means."""

    kind: str
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class StatusLine:
    """A status: its words, its sign, what it means, and what may be done with it."""

    words: str
    sign: str
    meaning: str
    number: str
    judged: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A word and what it means."""

    words: str
    meaning: str


def lights() -> tuple[LightLine, ...]:
    """Every pill with a word of its own."""
    return tuple(
        LightLine(light.value if light.judged else "none", words, LIGHT_MEANINGS[light])
        for light, words in LIGHT_WORDS.items()
    )


def statuses() -> tuple[StatusLine, ...]:
    """Every status a figure may have."""
    return tuple(
        StatusLine(
            status.words,
            status.shorthand,
            STATUS_MEANINGS[status],
            _yes(status.may_have_number),
            _yes(status.judged),
        )
        for status in Status
    )


def movements() -> tuple[Definition, ...]:
    """The words beside an arrow: which way, and whether that is usual."""
    ways = [Definition(way.value.capitalize(), MOVEMENT_MEANINGS[way]) for way in Movement]
    usual = [Definition(words.capitalize(), USUAL_MEANINGS[each]) for each, words in USUAL_WORDS.items()]
    return (*ways, *usual)


def rules() -> tuple[Definition, ...]:
    """The rules in brief; each has its section in docs/rules.md."""
    return tuple(Definition(words, meaning) for words, meaning in RULES.items())


def _yes(truth: bool) -> str:
    return "yes" if truth else "no"
