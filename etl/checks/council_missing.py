"""A council without a row where the release has one for most of the others."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from etl.problems import Problem
from indicators.catalogue import Catalogue

RULE = "council missing"
GROUP = ["indicator", "period", "basis"]


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Indicators and periods with rows for over half of the councils, but not for all.

    A council with a row and a marker instead of a number is not missing.
    """
    del before
    names = {area.code: area.name for area in catalogue.areas.councils}
    councils = frame[frame["area"].isin(names)].drop_duplicates([*GROUP, "area"])
    sizes = councils.groupby(GROUP, sort=False)["area"].transform("size")
    short = councils[(sizes < len(names)) & (sizes * 2 > len(names))]
    for (code, period, basis), rows in short.groupby(GROUP, sort=True):
        absent = sorted(name for area, name in names.items() if area not in set(rows["area"]))
        what = f"{code} {period}" if basis == "none" else f"{code} {period} ({basis})"
        said = f"no row for {', '.join(absent)}; ask whether they are awaited or left out."
        yield Problem(RULE, "warning", what, "", said)
