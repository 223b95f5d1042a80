"""A target that asks for less than what had already been reached."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from etl.checks.findings import finding, number, plain, rows_of
from etl.checks.series import series
from etl.problems import Problem
from indicators.catalogue import Catalogue
from indicators.rag import cut_points

RULE = "target behind"


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Targets set for a council that its figure of the period before beats by more than their tolerance.

    Rules that follow published comparators are left out: they move with the figures by themselves.
    """
    codes = [code for code in frame["indicator"].unique() if _has_own_target(catalogue, code)]
    if not codes:
        return
    rows = series(frame[frame["indicator"].isin(codes)], catalogue, before[before["indicator"].isin(codes)])
    for row in rows_of(rows[rows["loaded"] & rows["before_value"].notna()]):
        target = catalogue.target(row.indicator, row.area, row.period)
        cut = cut_points(target, None) if target else None
        polarity = catalogue[row.indicator].polarity
        if cut is None or not polarity.judges or -cut.gap(polarity, row.before_value) <= cut.tolerance:
            continue
        reached = number(catalogue, row.indicator, row.before_value)
        aim = plain(cut.low) if cut.low == cut.high else f"{plain(cut.low)} to {plain(cut.high)}"
        said = f"has the target {aim}, which the {reached} of {row.before_period} had already passed"
        yield finding(RULE, row, catalogue, f"{said}; ask for one that still asks for something.")


def _has_own_target(catalogue: Catalogue, code: str) -> bool:
    return any(target.rule is None for target in catalogue.targets_of(code))
