"""A return that repeats the one before it to the last digit: possibly carried forward."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from etl.checks.findings import finding, number, rows_of
from etl.checks.series import series
from etl.problems import Problem
from indicators.catalogue import Catalogue
from indicators.figures import Status

RULE = "possibly carried forward"
TELLING = 100.0  # a count from here on, or a value with two decimals, hardly repeats by chance


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Figures whose value and parts all equal those of the period before.

    With parts, both must repeat and the numerator be at least 100; without, the value must have two
    decimals or be at least 100. A figure already known as carried forward is not told again.
    """
    rows = series(frame, catalogue, before)
    rows = rows[rows["loaded"] & (rows["value"] == rows["before_value"]) & (rows["value"] != 0)]
    rows = rows[rows["status"] != Status.CARRIED_FORWARD.value]
    with_parts = rows["numerator"].notna()
    parts_repeat = (rows["numerator"] == rows["before_numerator"]) & (
        rows["denominator"] == rows["before_denominator"]
    )
    decimals = ((rows["value"] * 10).round() - rows["value"] * 10).abs() > 1e-9
    alone = (~with_parts) & rows["before_numerator"].isna() & (decimals | (rows["value"] >= TELLING))
    for row in rows_of(rows[(with_parts & parts_repeat & (rows["numerator"] >= TELLING)) | alone]):
        again = number(catalogue, row.indicator, row.value)
        said = (
            f"is {again}, as {row.before_period} was to the last digit; ask whether it was carried forward."
        )
        yield finding(RULE, row, catalogue, said)
