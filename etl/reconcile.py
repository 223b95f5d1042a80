"""What a file changes: every figure of one edition against what the store already holds.

Outcomes, one for each row:
- new: the figure was never seen;
- history: a later edition is already current, so this one is kept behind it;
- revised: it becomes current, and its value or status differs from the one that was current;
- rebased: the same for real-terms figures of another price year, which says nothing about performance;
- unchanged: the edition printed it before, or a newer edition prints the same but for rounding: within
  half of the last decimal of the coarser edition (LGBF prints a table with 4 decimals, a workbook with all).

One edition may arrive twice at different precision, such as transcribed with two decimals and later as
the publisher's own file with its numerators. Numbers that are equal at the precision of the coarser one
are the same: the finer of the two is kept in each column, whichever comes first, and the row counts as
unchanged. Two numbers of equal precision must be equal to the last digit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from etl.readings import KEY, NUMBERS
from indicators.store.write import KeptEdition

Mask = NDArray[np.bool_]
STORED = [*KEY, *NUMBERS, "status", "published_on", "base_year", "half_step"]
MOST_DECIMALS = 6
OUTCOMES = ("new", "unchanged", "revised", "rebased", "history")


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The rows with their `outcome`, and whether each is to be kept (`append`) and become `is_current`."""

    frame: pd.DataFrame

    def counts(self) -> dict[str, int]:
        """How many rows have each outcome."""
        found = self.frame["outcome"].value_counts()
        return {outcome: int(found.get(outcome, 0)) for outcome in OUTCOMES}


def reconcile(
    frame: pd.DataFrame, current: pd.DataFrame, same_edition: pd.DataFrame, edition: KeptEdition
) -> Reconciled:
    """Compare one edition's rows with the current figures and with what the store has of that edition.

    `current` and `same_edition` have the columns STORED, at most one row for each figure.
    """
    rows = frame.reset_index(drop=True)
    rows = rows.assign(half_step=half_steps(rows))
    kept = _beside(rows, same_edition)
    rows, alike = _finer(rows, kept)
    known = kept["status"].notna().to_numpy()
    append = ~(known & _same(rows, kept, [*NUMBERS, "status"]))
    before = _beside(rows, current)
    seen = before["status"].notna().to_numpy()
    becomes = append & ~(seen & (before["published_on"].fillna("") > edition.published_on).to_numpy())
    differs = becomes & seen & ~_same(rows, before, ["value", "status"])
    differs &= ~(alike & _same(kept, before, ["value", "status"]))
    differs &= ~_rounding(rows, before)
    other_prices = before["base_year"].fillna("") != edition.base_year
    rebased = differs & ((rows["basis"] == "real") & other_prices).to_numpy()
    outcome = np.select(
        [append & ~seen, append & ~becomes, rebased, differs],
        ["new", "history", "rebased", "revised"],
        default="unchanged",
    )
    return Reconciled(rows.assign(outcome=outcome, append=append, is_current=becomes))


def half_steps(rows: pd.DataFrame) -> NDArray[np.float64]:
    """Half of the last decimal each row's indicator and basis are printed with in this edition.

    The most decimals of any of its values count, for a single 7.8 may well be 7.80; 0 beyond six.
    """
    values = rows["value"].to_numpy()
    places = np.full(len(rows), MOST_DECIMALS + 1)
    for decimals in range(MOST_DECIMALS, -1, -1):
        with np.errstate(over="ignore", invalid="ignore"):
            exact = np.abs(np.round(values, decimals) - values) <= 1e-9 + 1e-12 * np.abs(values)
        places[exact | np.isnan(values)] = decimals
    most = rows.assign(places=places).groupby(["indicator", "basis"])["places"].transform("max").to_numpy()
    steps: NDArray[np.float64] = np.where(most > MOST_DECIMALS, 0.0, 0.5 * 10.0**-most)
    return steps


def same_number(one: float, other: float) -> bool:
    """True when two printed numbers are equal at the precision of the coarser: 7.8 and 7.8123."""
    places = min(_decimals(one), _decimals(other))
    if one == other:
        return True
    if _decimals(one) == _decimals(other):
        return False
    return abs(one - other) <= 0.5 * 10.0**-places * (1 + 1e-9)


def finer(one: float, other: float) -> float:
    """The one of two numbers with more decimals; a number before none."""
    if math.isnan(one) or math.isnan(other):
        return other if math.isnan(one) else one
    return other if _decimals(other) > _decimals(one) else one


def stored_frame(rows: list[tuple[object, ...]]) -> pd.DataFrame:
    """Rows of the store, in the order of STORED, as a frame."""
    types = {name: "float64" if name in (*NUMBERS, "half_step") else "str" for name in STORED}
    return pd.DataFrame(rows, columns=STORED).astype(types)


def _beside(rows: pd.DataFrame, stored: pd.DataFrame) -> pd.DataFrame:
    """The stored row of each row's figure, in the order of `rows`; empty where there is none."""
    return rows[KEY].merge(stored, on=KEY, how="left", validate="one_to_one")


def _same(rows: pd.DataFrame, others: pd.DataFrame, columns: list[str]) -> Mask:
    """Exact equality in every column; no number equals no number."""
    equal = np.ones(len(rows), dtype=bool)
    for column in columns:
        one, other = rows[column], others[column]
        equal &= ((one == other) | (one.isna() & other.isna())).to_numpy(dtype=bool)
    return equal


def _rounding(rows: pd.DataFrame, others: pd.DataFrame) -> Mask:
    """Where two editions print the same number, one of them more coarsely."""
    step = np.fmax(rows["half_step"].to_numpy(), others["half_step"].to_numpy())
    near = np.abs(rows["value"].to_numpy() - others["value"].to_numpy()) <= step * 1.000001
    return np.asarray(near, dtype=bool) & _same(rows, others, ["status"])


def _finer(rows: pd.DataFrame, kept: pd.DataFrame) -> tuple[pd.DataFrame, Mask]:
    """Rows whose edition is stored at another precision, with the finer numbers; and which they are."""
    suspects = _same(rows, kept, ["status"]) & ~_same(rows, kept, NUMBERS)
    alike = np.zeros(len(rows), dtype=bool)
    printed = {name: rows[name].to_numpy(copy=True) for name in NUMBERS}
    stored = {name: kept[name].to_numpy() for name in NUMBERS}
    for at in np.flatnonzero(suspects):
        pairs = {name: (float(printed[name][at]), float(stored[name][at])) for name in NUMBERS}
        alike[at] = all(_alike(*pair) for pair in pairs.values())
        if alike[at]:
            for name, (one, other) in pairs.items():
                printed[name][at] = finer(other, one)
    return rows.assign(**printed), alike


def _alike(one: float, other: float) -> bool:
    return math.isnan(one) or math.isnan(other) or same_number(one, other)


def _decimals(number: float) -> int:
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
