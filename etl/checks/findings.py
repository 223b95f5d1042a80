"""How a check says what it found: one warning about one row, without a number that must stay hidden.

A check names the place within the file only; `etl.checks.run` puts the name of the file before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from etl.problems import Problem
from indicators.catalogue import Catalogue

KEPT_BACK = "a figure that is kept back"


def rows_of(rows: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame as named tuples, for the few that something is said about."""
    yield from rows.itertuples()


def finding(rule: str, row: Any, catalogue: Catalogue, said: str) -> Problem:
    """A warning about the figure of a row; `said` completes 'CHN22 2019-20 of Dundee City ...'."""
    value = "" if row.indicator in catalogue.guarded else plain(row.value)
    return Problem(rule, "warning", row.locator, value, f"{subject(row, catalogue)} {said}")


def subject(row: Any, catalogue: Catalogue) -> str:
    """The figure a row is: indicator, period, basis where there are two, and the name of the area."""
    basis = "" if row.basis == "none" else f" ({row.basis})"
    return f"{row.indicator} {row.period}{basis} of {catalogue.areas[row.area].name}"


def number(catalogue: Catalogue, code: str, value: float) -> str:
    """A number of an indicator as a sentence may say it."""
    return KEPT_BACK if code in catalogue.guarded else plain(value)


def plain(value: float) -> str:
    """A number with thousands commas and at most four decimals: `5,438`, `25.5426`; `no figure` for none."""
    if pd.isna(value):
        return "no figure"
    return f"{value:,.4f}".rstrip("0").rstrip(".")
