"""A numerator and a denominator that do not make the value printed beside them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from etl.checks.findings import finding, number, plain, rows_of
from etl.checks.out_of_range import limits
from etl.problems import Problem
from indicators.catalogue import Catalogue

RULE = "parts do not make the value"
# A share of one, of a hundred, of a thousand (or thousands of pounds for one), thousands of pounds a year
# by week, for each ten thousand people, and thousands of pounds for each thousand.
MULTIPLIERS = (1.0, 100.0, 1000.0, 1000.0 / 52, 10_000.0, 1_000_000.0)
MOST_DECIMALS = 6
# Real-terms values are made from cash ones of two decimals, and their rounding grows with the prices.
REAL_STEP = 0.0075
PART_STEP = 0.5  # parts are taken as rounded to whole numbers
SLACK = 1e-6

Numbers = NDArray[np.float64]


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Figures whose parts miss the value by more than rounding explains; swapped parts are named.

    A gap between two parts, which may be negative, is no share of one in the other and is left out.
    """
    del before
    rows = frame[frame["value"].notna() & (frame["numerator"] > 0) & (frame["denominator"] > 0)]
    value, over, under = (rows[name].to_numpy() for name in ("value", "numerator", "denominator"))
    step = np.maximum(own_half_steps(value), np.where(rows["basis"] == "real", REAL_STEP, 0.0))
    gaps = rows["indicator"].map(
        {code: limits(catalogue[code])[0] < 0 for code in rows["indicator"].unique()}
    )
    wrong = ~makes(value, over, under, step) & ~gaps.to_numpy(dtype=bool)
    swapped = makes(value, under, over, step)
    for row, turned in zip(rows_of(rows[wrong]), swapped[wrong], strict=True):
        parts = f"{number(catalogue, row.indicator, row.numerator)} over "
        parts += number(catalogue, row.indicator, row.denominator)
        made = nearest(row.value, row.numerator / row.denominator)
        said = f"is {number(catalogue, row.indicator, row.value)}, but {parts} "
        if turned:
            said += "makes it only the other way round; numerator and denominator are swapped."
        elif row.indicator in catalogue.guarded:
            said += "does not make it; check all three."
        else:
            said += f"makes {plain(made)}; check all three."
        yield finding(RULE, row, catalogue, said)


def makes(value: Numbers, over: Numbers, under: Numbers, step: Numbers) -> NDArray[np.bool_]:
    """Where `over / under` times one of the multipliers is the value, as far as rounding can tell."""
    share = over / under
    doubt = share * (PART_STEP / over + PART_STEP / under)
    near = [
        np.abs(value - share * each) <= step + doubt * each + SLACK * np.abs(value) for each in MULTIPLIERS
    ]
    return np.asarray(np.logical_or.reduce(near), dtype=bool)


def own_half_steps(values: Numbers) -> Numbers:
    """Half of the last decimal each number is printed with: 0.005 for 6.67, 0 beyond six decimals."""
    steps = np.zeros(len(values))
    for decimals in range(MOST_DECIMALS, -1, -1):
        steps[np.abs(np.round(values, decimals) - values) <= 1e-9 + 1e-12 * np.abs(values)] = (
            0.5 * 10.0**-decimals
        )
    return steps


def nearest(value: float, share: float) -> float:
    """A share times the multiplier that brings it nearest to a value."""
    return min((share * each for each in MULTIPLIERS), key=lambda made: abs(made - value))
