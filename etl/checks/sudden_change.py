"""A last change far beyond what the series usually does."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from etl.checks.findings import finding, number, rows_of
from etl.checks.series import series
from etl.problems import Problem
from indicators.catalogue import Catalogue
from indicators.trends import FEWEST_EARLIER_CHANGES, SLACK, USUAL_FACTOR

RULE = "sudden change"


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Series whose newest figure is loaded and moved by more than 3.267 times its mean earlier change.

    At least six earlier changes are needed, each over as many years as the last one.
    """
    rows = series(frame, catalogue, before)
    lines = rows["line"]
    newest = rows["days"] == rows.groupby("line")["days"].transform("max")
    size = (rows["value"] - rows["before_value"]).abs()
    span = rows["years"].where(newest).groupby(lines).transform("max")
    earlier = size.where(~newest & (rows["years"] == span))
    mean = earlier.groupby(lines).transform("mean")
    enough = earlier.groupby(lines).transform("count") >= FEWEST_EARLIER_CHANGES
    found = rows.assign(size=size, mean=mean)
    found = found[newest & rows["loaded"] & enough & (size > USUAL_FACTOR * mean + SLACK)]
    # The most unusual first: a series that never moved before comes before all.
    found = found.assign(times=found["size"] / found["mean"]).sort_values("times", ascending=False)
    for row in rows_of(found):
        now = number(catalogue, row.indicator, row.value)
        earlier_value = number(catalogue, row.indicator, row.before_value)
        said = f"is {now} after {earlier_value} in {row.before_period}, "
        said += "far beyond its usual change" if row.mean == 0 else f"{row.times:.1f} times its usual change"
        yield finding(RULE, row, catalogue, f"{said}; find out why.")
