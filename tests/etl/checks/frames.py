"""Small tidy frames for the checks: say only what the test is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from etl.readings import COLUMNS, tidy_frame
from etl.reconcile import stored_frame

DUNDEE, GLASGOW, SCOTLAND = "S12000042", "S12000049", "S92000003"
PLAIN: dict[str, Any] = {
    "indicator": "CHN22",
    "area": DUNDEE,
    "period": "2019-20",
    "period_kind": "care_year",
    "basis": "none",
    "value": 7.8,
    "status": "published",
    "numerator": float("nan"),
    "denominator": float("nan"),
    "edition": "LGBF, February 2024",
    "published_on": "2024-02",
    "note": "",
}


def frame(*changes: Mapping[str, Any]) -> pd.DataFrame:
    """A tidy frame with one row for each set of changes to a plain one; its locator counts from 1."""
    rows = [{**PLAIN, "locator": f"row {at}", **change} for at, change in enumerate(changes, 1)]
    return tidy_frame({name: [row[name] for row in rows] for name in COLUMNS})


def series(*values: float, first: int = 2010, **changes: Any) -> pd.DataFrame:
    """One figure a year from 2010-11 on."""
    years = [f"{year}-{(year + 1) % 100}" for year in range(first, first + len(values))]
    return frame(
        *({"period": year, "value": value, **changes} for year, value in zip(years, values, strict=True))
    )


def stored(*changes: Mapping[str, Any]) -> pd.DataFrame:
    """Current figures of the store."""
    rows = [{**PLAIN, **change} for change in changes]
    key = ("indicator", "area", "period", "basis", "value", "numerator", "denominator", "status")
    return stored_frame([(*(row[name] for name in key), "2022-01", "", 0.0) for row in rows])


NOTHING = stored()
