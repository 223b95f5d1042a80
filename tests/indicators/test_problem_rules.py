"""What each rule of a load asks, in one sentence a reader understands."""

from __future__ import annotations

import pytest

from etl import checks
from indicators.problem_rules import ASKED, what_it_asks


def test_every_check_of_the_figures_says_what_it_asks() -> None:
    rules = {getattr(checks, name).RULE for name in dir(checks) if hasattr(getattr(checks, name), "RULE")}
    assert len(rules) == 11
    assert rules <= ASKED.keys()


@pytest.mark.parametrize("rule", ASKED)
def test_each_is_one_plain_sentence_of_its_own(rule: str) -> None:
    sentence = ASKED[rule]
    assert sentence[0].isupper()
    assert sentence[-1] in ".?"
    assert sentence.count(". ") == 0
    assert list(ASKED.values()).count(sentence) == 1


def test_a_refused_row_says_so_first_and_an_unknown_rule_says_nothing() -> None:
    assert what_it_asks("out of range", refused=True).startswith("Row refused. A percentage")
    assert what_it_asks("out of range", refused=False).startswith("A percentage")
    assert what_it_asks("no such rule", refused=False) == ""
    assert what_it_asks("no such rule", refused=True) == "Row refused."
