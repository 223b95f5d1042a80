"""A zero after a long series without one: more often a missing return than a true nought."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from etl.checks.findings import finding, rows_of
from etl.checks.series import series
from etl.problems import Problem
from indicators.catalogue import Catalogue

RULE = "zero after non-zero"
LONG = 4


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Loaded zeros after at least four earlier figures, none of which was zero."""
    rows = series(frame, catalogue, before)
    zero = rows["value"] == 0
    position = rows.groupby("line").cumcount()
    zeros_so_far = zero.groupby(rows["line"]).cumsum()
    found = rows.assign(position=position)[rows["loaded"] & zero & (zeros_so_far == 1) & (position >= LONG)]
    for row in rows_of(found):
        said = f"is 0 after {row.position} figures that were not; ask whether the return is missing."
        yield finding(RULE, row, catalogue, said)
