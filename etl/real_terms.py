"""Real terms of costs an edition prints in cash alone: cash / deflator of the year x 100."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from etl.readings import KEY, NUMBERS
from indicators.figures import Status
from indicators.periods import PeriodKind

WORKED_OUT = "worked out from the cash figure with the deflator"


@dataclass(frozen=True, slots=True)
class Deflators:
    """Price levels by financial year, the base year being 100, and where they are printed."""

    by_year: Mapping[str, float]
    place: str

    @property
    def base_year(self) -> str:
        """The year in whose prices real terms are; empty where no year is 100."""
        return next((year for year, level in self.by_year.items() if abs(level - 100) < 1e-6), "")


def with_real_terms(frame: pd.DataFrame, deflators: Deflators, printed_base: str) -> pd.DataFrame:
    """The tidy frame of one edition, and a real-terms row for each cost printed in cash alone.

    `printed_base` is the base year of the real terms the edition prints itself, empty where it prints
    none. Nothing is worked out in the prices of another year than these, for a year without a deflator,
    or where the edition prints a real-terms cell, even a blank one. Numerator and denominator stay with
    the cash figure: publishers print none in real terms.
    """
    base = deflators.base_year
    if not base or printed_base not in ("", base):
        return frame
    cash = frame[
        (frame["basis"] == "cash")
        & (frame["period_kind"] == PeriodKind.FINANCIAL_YEAR.value)
        & (frame["status"] == Status.PUBLISHED.value)
        & frame["period"].isin(deflators.by_year)
    ].assign(basis="real")
    series = [name for name in KEY if name != "area"]
    printed = pd.MultiIndex.from_frame(frame[frame["basis"] == "real"][series])
    made = cash[~pd.MultiIndex.from_frame(cash[series]).isin(printed)]
    if made.empty:
        return frame
    note = f"{WORKED_OUT} of {deflators.place}, in prices of {base}"
    made = made.assign(
        value=made["value"] / made["period"].map(deflators.by_year) * 100,
        note=made["note"].map(lambda said: f"{said}; {note}" if said else note),
        **dict.fromkeys(NUMBERS[1:], float("nan")),
    )
    return pd.concat([frame, made], ignore_index=True)


def already_printed(frame: pd.DataFrame, same_edition: pd.DataFrame) -> pd.Series[bool]:
    """Which rows are worked out though the store has what the edition itself prints for them."""
    kept = pd.MultiIndex.from_frame(same_edition[KEY])
    made = frame["note"].str.contains(WORKED_OUT, regex=False)
    return made & pd.MultiIndex.from_frame(frame[KEY]).isin(kept)
