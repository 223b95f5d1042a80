"""Every loaded figure beside the one before it: what the checks across time are made of.

Figures in real terms are compared within the file only: the store may have them in other prices.
Months and quarters stand beside the same one a year before. No line crosses a declared break.
"""

from __future__ import annotations

import pandas as pd

from etl.readings import KEY
from indicators.catalogue import Catalogue
from indicators.figures import Status
from indicators.indicator import Indicator
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse, parse_as_any

JUDGED = [status.value for status in Status if status.judged]
LINE = ["indicator", "area", "basis", "likeness"]
_CARRIED = ["value", "numerator", "denominator", "period", "days"]


def newest_editions(frame: pd.DataFrame) -> pd.DataFrame:
    """Each figure of a file once, as its newest edition prints it."""
    if frame["edition"].nunique() < 2:
        return frame
    return frame.sort_values("published_on", kind="stable").drop_duplicates(KEY, keep="last")


def series(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> pd.DataFrame:
    """All figures with a number, loaded and stored, in the order of time within their line.

    Adds `loaded` (it is of the file), `line` (a number: only figures of one line are compared), `days`
    (its end, counted in days), and for the one before it in the line `before_value`, `before_numerator`,
    `before_denominator`, `before_period` and `years` between the two, NaN without one.
    """
    rows = newest_editions(frame).assign(loaded=True)
    kept = before[before["basis"] != "real"]
    if len(kept):
        rows = pd.concat([rows, kept.assign(loaded=False, period_kind="", locator="")]).drop_duplicates(KEY)
    rows = rows[rows["value"].notna() & rows["status"].isin(JUDGED)]
    rows = rows.merge(_calendar(rows, catalogue), on=["indicator", "period", "period_kind"], how="left")
    rows = rows.assign(line=rows.groupby(LINE, sort=False).ngroup())
    rows = rows.sort_values(["line", "days", "start"], kind="stable", ignore_index=True)
    first = rows["line"] != rows["line"].shift()
    for name in _CARRIED:
        rows[f"before_{name}"] = rows[name].shift().mask(first)
    return rows.assign(years=((rows["days"] - rows["before_days"]) / 365.25).round())


def _calendar(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Start, end and likeness of every different period of every indicator."""
    pairs = rows[["indicator", "period", "period_kind"]].drop_duplicates()
    found = []
    for code, label, kind in pairs.itertuples(index=False):
        indicator = catalogue[code]
        period = parse(label, PeriodKind(kind)) if kind else parse_as_any(label, indicator.periods)
        found.append((period.end.toordinal(), period.start.toordinal(), _likeness(indicator, period)))
    columns = pd.DataFrame(found, columns=["days", "start", "likeness"], index=pairs.index)
    return pd.concat([pairs, columns.astype({"likeness": "str"})], axis=1)


def _likeness(indicator: Indicator, period: Period) -> str:
    """Equal for two periods that may be compared: kind, length, season, and the side of each break."""
    season = period.start.month if period.kind in (PeriodKind.MONTH, PeriodKind.QUARTER) else 0
    reached = sum(period.reaches(indicator.period_named(each.first, period)) for each in indicator.breaks)
    return f"{period.kind.value} {period.months} {season} {reached}"
