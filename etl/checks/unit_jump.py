"""A value in another unit than those beside it: 0.62 beside 62, or a thousand times too much."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from etl.checks.findings import finding, number, rows_of
from etl.checks.series import series
from etl.problems import Problem
from indicators.catalogue import Catalogue

RULE = "unit jump"
POWERS = (2, 3)
SLACK = 0.1  # in powers of ten: a factor between 79 and 126 counts as a hundred


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Figures about 100 or 1000 times larger or smaller than the one before them.

    Plain numbers of people or pounds are left out: they may well grow from 1 to 100.
    """
    rows = series(frame, catalogue, before)
    counted = {code for code in rows["indicator"].unique() if catalogue[code].is_total}
    rows = rows[rows["loaded"] & ~rows["indicator"].isin(counted)]
    rows = rows[(rows["value"] > 0) & (rows["before_value"] > 0)]
    power = np.abs(np.log10(rows["value"] / rows["before_value"]))
    for row in rows_of(rows[np.logical_or.reduce([np.abs(power - each) < SLACK for each in POWERS])]):
        times = round(max(row.value / row.before_value, row.before_value / row.value))
        earlier = number(catalogue, row.indicator, row.before_value)
        now = number(catalogue, row.indicator, row.value)
        said = (
            f"is {now} and {row.before_period} was {earlier}, about {times} times different; check the unit."
        )
        yield finding(RULE, row, catalogue, said)
