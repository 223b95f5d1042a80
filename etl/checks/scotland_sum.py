"""A figure for Scotland that the councils' own parts do not make."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from etl.checks.findings import finding, number, plain, rows_of
from etl.checks.parts_of_value import nearest
from etl.checks.series import newest_editions
from etl.problems import Problem
from indicators.areas import SCOTLAND, AreaKind
from indicators.catalogue import Catalogue

RULE = "scotland not recomputed"
GROUP = ["indicator", "period", "basis"]
TOLERANCE = 0.005  # of Scotland's figure: councils are published rounded
FARTHEST = 3.0  # beyond this factor the parts are in other units, and nothing can be said


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Scotland's figure against all councils: the sum of counts, the sum of parts for anything else.

    Where a publisher prints people whose council is unknown, they and the councils make Scotland. Nothing
    is said unless every one of them has its figure with both parts, for a suppressed one is missing from
    the sum.
    """
    del before
    rows = newest_editions(frame)
    councils = {area.code for area in catalogue.areas.councils}
    unknown = {code for code, area in catalogue.areas.by_code.items() if area.kind is AreaKind.UNKNOWN}
    sums = _sums(rows[rows["area"].isin(councils | unknown)], councils)
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
            if row.indicator in catalogue.guarded:
                said = f"is not what {how.removesuffix(' to')}"
            yield finding(RULE, row, catalogue, f"{said}; see how Scotland was worked out.")


def _sums(parts: pd.DataFrame, councils: set[str]) -> pd.DataFrame:
    """The sums of value and parts by group, the unknown area with the councils; NaN where one is without."""
    grouped = parts.groupby(GROUP, sort=False)[["value", "numerator", "denominator"]]
    present = parts.assign(there=parts["area"].isin(councils)).groupby(GROUP, sort=False)["there"].sum()
    complete = grouped.count().eq(grouped.size(), axis=0).mul(present.eq(len(councils)), axis=0)
    return grouped.sum().where(complete).set_axis(["total", "over", "under"], axis=1).reset_index()
