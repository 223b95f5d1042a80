"""Is what was read plausible? One small check for each rule; what they find is told, never put right.

A check is a function of the tidy frame of a file, the catalogue, and the current figures of the store
for the same indicators (columns of `etl.reconcile.STORED`). It yields warnings whose place is within
the file. Checks work on whole columns: a workbook of 42,603 figures takes all of them about half a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pandas as pd

from etl.checks import (
    base_jump,
    council_missing,
    out_of_range,
    parts_of_total,
    parts_of_value,
    same_again,
    scotland_sum,
    sudden_change,
    sudden_zero,
    target_behind,
    unit_jump,
)
from etl.problems import Problem
from indicators.catalogue import Catalogue

Check = Callable[[pd.DataFrame, Catalogue, pd.DataFrame], Iterable[Problem]]

CHECKS: tuple[tuple[str, Check], ...] = (
    (unit_jump.RULE, unit_jump.check),
    (council_missing.RULE, council_missing.check),
    (out_of_range.RULE, out_of_range.check),
    (parts_of_value.RULE, parts_of_value.check),
    (scotland_sum.RULE, scotland_sum.check),
    (same_again.RULE, same_again.check),
    (sudden_change.RULE, sudden_change.check),
    (sudden_zero.RULE, sudden_zero.check),
    (parts_of_total.RULE, parts_of_total.check),
    (base_jump.RULE, base_jump.check),
    (target_behind.RULE, target_behind.check),
)
MOST_OF_A_RULE = 200


def run(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame, file: str) -> tuple[Problem, ...]:
    """What every check finds in the figures of a file, at most 200 of a rule and how many more there are."""
    found: list[Problem] = []
    for rule, check in CHECKS:
        found += _bounded(rule, check(frame, catalogue, before), file)
    return tuple(found)


def _bounded(rule: str, problems: Iterable[Problem], file: str) -> Iterator[Problem]:
    more = 0
    for number, problem in enumerate(problems):
        if number < MOST_OF_A_RULE:
            place = f"{file}, {problem.place}"
            yield replace(problem, place=place, sentence=f"{place}: {problem.sentence}")
        else:
            more += 1
    if more:
        yield Problem(
            rule, "warning", file, "", f"{file}: {more:,} more of the rule '{rule}' are not listed."
        )
