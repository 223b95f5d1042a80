"""Sum checks: a total is what its parts make, or it is said by how much not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.budgets import sum_checks
from indicators.totals import Total

NET = Total("NET", ("EXPENSE", "INCOME"), True, 0)
# Dumfries & Galloway, 2019-20, all services: 001:713, 719 and 720.
PRINTED = {"EXPENSE": 23_254_479.0, "INCOME": -1_207_507.0, "NET": 22_046_972.0}


def test_the_net_budget_is_expense_less_income() -> None:
    (check,) = sum_checks([NET], PRINTED)
    assert (check.adds_up, check.over) == (True, 0)


@pytest.mark.parametrize(("printed", "over"), [(22_046_971.0, 1), (22_046_973.0, -1), (0.0, 22_046_972)])
def test_a_total_that_is_wrong_by_a_pound_is_wrong_by_that_pound(printed: float, over: float) -> None:
    (check,) = sum_checks([NET], {**PRINTED, "NET": printed})
    assert (check.adds_up, check.over) == (False, over)


@pytest.mark.parametrize("missing", PRINTED)
def test_a_total_with_a_number_missing_is_not_checked(missing: str) -> None:
    assert sum_checks([NET], {name: value for name, value in PRINTED.items() if name != missing}) == []


def test_totals_that_are_a_number_or_only_a_limit_are_no_sums_of_a_budget() -> None:
    limits = [Total(100, ("EXPENSE", "INCOME"), True, 0), Total("NET", ("EXPENSE",), False, 0)]
    assert sum_checks(limits, PRINTED) == []


@given(
    parts=st.lists(st.integers(-(10**8), 10**8), min_size=1, max_size=6),
    off=st.integers(-50, 50),
    slack=st.integers(0, 20),
)
def test_a_total_adds_up_exactly_when_it_is_within_its_slack(parts: list[int], off: int, slack: int) -> None:
    names = tuple(f"P{number}" for number in range(len(parts)))
    amounts = {**dict(zip(names, map(float, parts), strict=True)), "T": float(sum(parts) + off)}
    (check,) = sum_checks([Total("T", names, True, slack)], amounts)
    assert check.adds_up is (abs(off) <= slack)
    assert check.over == -off
