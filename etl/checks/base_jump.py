"""A base (denominator) that has halved or doubled since the period before."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from etl.checks.findings import finding, number, rows_of
from etl.checks.series import series
from etl.problems import Problem
from indicators.catalogue import Catalogue

RULE = "base halved or doubled"
SMALL = 20.0  # a base below this may well double from one period to the next


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Figures whose denominator is at least twice or at most half of the one before, 20 or more in both."""
    rows = series(frame, catalogue, before)
    now, then = rows["denominator"], rows["before_denominator"]
    large = (now >= SMALL) & (then >= SMALL)
    for row in rows_of(rows[rows["loaded"] & large & ((now >= 2 * then) | (now * 2 <= then))]):
        said = f"has the base {number(catalogue, row.indicator, row.denominator)}"
        said += f" after {number(catalogue, row.indicator, row.before_denominator)} in {row.before_period}"
        yield finding(RULE, row, catalogue, f"{said}; check who is counted.")
