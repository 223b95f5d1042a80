"""docs/rules.md cannot drift: each number and word of it that a rule works with is taken from the code."""

from __future__ import annotations

import re

import pytest

from dashboard.views.words import LIGHT_WORDS, USUAL_WORDS
from indicators import (
    audits,
    caution,
    disclosure,
    distance,
    intervals,
    own_mean,
    process_limits,
    projects,
    quartiles,
    recent_trend,
    trends,
)
from indicators.comparison import Judgement
from indicators.indicator import Direction
from indicators.level_and_direction import LevelAndDirection
from indicators.statements import number_word
from indicators.targets import Target, TargetRule
from tests.documents import text_of

TOLERANCE = Target.__dataclass_fields__["tolerance"].default
STATED = (
    ("the tolerance of a target", "Targets and lights", f"{TOLERANCE:g}% unless it says otherwise"),
    (
        "the changes of a trajectory",
        "Targets and lights",
        f"the last {number_word(distance.CHANGES)} changes",
    ),
    ("the figures of a long trend", "Trends", f"up to {number_word(trends.LONG_TREND_PERIODS)} before it"),
    ("the tolerance of an audit", "Audits", f"amber within {audits.TOLERANCE:g}% of it"),
    ("the fewest for a long trend", "Trends", f"at least {number_word(trends.FEWEST_LONG_TREND_PERIODS)}"),
    ("the fewest earlier changes", "Trends", f"with {number_word(trends.FEWEST_EARLIER_CHANGES)} or more"),
    ("the size of an unusual change", "Trends", f"{trends.USUAL_FACTOR} times their mean"),
    ("the years of an own mean", "Trends", f"the mean of the {number_word(own_mean.YEARS)} before it"),
    ("the fewest of an own mean", "Trends", f"at least {number_word(own_mean.FEWEST)}"),
    ("small numbers", "Trends", f"is below {caution.FEWEST_WITHOUT_CAUTION}."),
    (
        "the periods of the recent trend",
        "Trends",
        f"and the {number_word(recent_trend.PERIODS - 1)} before it",
    ),
    ("chi-squared", "Trends", f"above {recent_trend.CRITICAL_CHI_SQUARE}"),
    ("the figures of process limits", "Trends", f"from {process_limits.FEWEST_POINTS} figures on"),
    ("the width of process limits", "Trends", f"{process_limits.NATURAL} times the mean moving range"),
    ("a run on one side", "Trends", f"{number_word(process_limits.RUN)} or more in a row"),
    ("the fewest moving ranges", "Trends", f"fewer than {number_word(process_limits.FEWEST_RANGES)} moving"),
    ("the interval", "Intervals", f"The {intervals.CONFIDENCE:.0%} interval"),
    ("the fewest cases for Byar", "Intervals", f"with {intervals.FEWEST_FOR_BYAR} cases or more"),
    ("the fewest to rank", "Benchmarks", f"Below {number_word(quartiles.FEWEST_TO_RANK)} councils with"),
    ("small counts", "Small counts", f"counts of 1 to {disclosure.SMALLEST_SHOWN_COUNT - 1} "),
    ("a green project", "Projects", f"up to {projects.GREEN_WITHIN:g} points behind"),
    ("an amber project", "Projects", f"up to {projects.AMBER_WITHIN:g}; further"),
    ("a complete project", "Projects", f"progress is {projects.COMPLETE:g}%"),
)
WORDS = {
    "Polarity": [f"`{direction}`" for direction in Direction],
    "Targets and lights": [*LIGHT_WORDS.values(), *(f"`{rule}`" for rule in TargetRule)],
    "Trends": [*USUAL_WORDS.values(), *trends.Movement],
    "Intervals": [f"`{method}`" for method in intervals.Method],
    "Benchmarks": [*Judgement, *(part for light in LevelAndDirection for part in light.split("_"))],
}


def section(heading: str) -> str:
    """The text below a heading, its lines folded into one."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text_of("docs/rules.md"), re.S | re.M)
    assert found, f"docs/rules.md has no section {heading}"
    return " ".join(found[1].split())


@pytest.mark.parametrize(("what", "where", "words"), STATED, ids=[stated[0] for stated in STATED])
def test_a_number_of_the_rules_is_the_one_the_code_works_with(what: str, where: str, words: str) -> None:
    assert words in section(where), f"{what} is no longer what docs/rules.md says"


@pytest.mark.parametrize("where", WORDS)
def test_every_word_a_rule_can_say_is_explained(where: str) -> None:
    folded = section(where).lower()
    assert [word for word in WORDS[where] if word.lower() not in folded] == []
