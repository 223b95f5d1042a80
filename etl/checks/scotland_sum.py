"""A figure for Scotland that the councils' own parts do not make."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from etl.checks.findings import finding, number, plain, rows_of
from etl.checks.parts_of_value import nearest
from etl.checks.series import newest_editions
from etl.problems import Problem
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue

RULE = "scotland not recomputed"
GROUP = ["indicator", "period", "basis"]
TOLERANCE = 0.005  # of Scotland's figure: councils are published rounded
FARTHEST = 3.0  # beyond this factor the parts are in other units, and nothing can be said


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Scotland's figure against all councils: the sum of counts, the sum of parts for anything else.

    Nothing is said unless every council has its figure with both parts, for a suppressed one is missing
    from the sum.
    """
    del before
    rows = newest_editions(frame)
    everyone = {area.code for area in catalogue.areas.councils}
    sums = _sums(rows[rows["area"].isin(everyone)], len(everyone))
    country = rows[(rows["area"] == SCOTLAND) & rows["value"].notna()].merge(sums, on=GROUP)
    amounts = country["indicator"].map(
        {code: catalogue[code].is_total for code in country["indicator"].unique()}
    )
    country = country.assign(amount=amounts.astype(bool), share=country["over"] / country["under"])
    for row in rows_of(country):
        made = row.total if row.amount else nearest(row.value, row.share)
        if np.isnan(made) or made == 0 or not 1 / FARTHEST < row.value / made < FARTHEST:
            continue
        if abs(row.value - made) > TOLERANCE * abs(row.value):
            how = "the councils add up to" if row.amount else "the parts of the councils make"
            said = f"is {number(catalogue, row.indicator, row.value)}, but {how} {plain(made)}"
            if catalogue[row.indicator].disclosive:
                said = f"is not what {how.removesuffix(' to')}"
            yield finding(RULE, row, catalogue, f"{said}; see how Scotland was worked out.")


def _sums(councils: pd.DataFrame, everyone: int) -> pd.DataFrame:
    """The sums of value and parts by group; NaN where a council is without one."""
    grouped = councils.groupby(GROUP, sort=False)[["value", "numerator", "denominator"]]
    sums = grouped.sum().where(grouped.count() == everyone)
    return sums.set_axis(["total", "over", "under"], axis=1).reset_index()
