"""A value its unit cannot have: over 100 per cent, or below nothing."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import pandas as pd

from etl.checks.findings import finding, number, rows_of
from etl.problems import Problem
from indicators.catalogue import Catalogue
from indicators.indicator import Direction, Indicator, Unit

RULE = "out of range"


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Figures outside the limits of their unit."""
    del before
    allowed = {code: limits(catalogue[code]) for code in frame["indicator"].unique()}
    low = frame["indicator"].map({code: each[0] for code, each in allowed.items()})
    high = frame["indicator"].map({code: each[1] for code, each in allowed.items()})
    for row in rows_of(frame[(frame["value"] < low) | (frame["value"] > high)]):
        if row.value < low[row.Index]:
            why = "below 0: people and shares of them cannot be, a net amount can"
        else:
            why = f"above {high[row.Index]:g}: a share of people cannot be, a ratio of sums of money can"
        said = f"is {number(catalogue, row.indicator, row.value)}, {why}; check it."
        yield finding(RULE, row, catalogue, said)


def limits(indicator: Indicator) -> tuple[float, float]:
    """The least and the greatest value of an indicator's unit.

    A gap in points may be negative, and so may a percentage whose best range begins at nothing (a pay
    gap). One whose best range reaches 100 (spending against the budget) may exceed it. A line of a budget
    may be income, which stands below nothing.
    """
    if indicator.unit.is_money and indicator.service == "finance":
        return -inf, inf
    best = indicator.polarity if indicator.polarity.direction is Direction.RANGE else None
    if indicator.unit is Unit.PERCENTAGE_POINTS or (best and best.low <= 0):
        return -inf, inf
    if indicator.unit is Unit.YES_NO:
        return 0.0, 1.0
    if indicator.unit is not Unit.PERCENT or (best and best.high >= 100):
        return 0.0, inf
    return 0.0, 100.0
