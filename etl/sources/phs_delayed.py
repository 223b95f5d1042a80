"""Reads the monthly bed days of delayed discharges by council.

Every age group and reason is an indicator of its own, totals included, so that nothing is ever added
twice. Days of people whose council is unknown (a blank or `NA`) belong to the unknown area: the councils
and it make Scotland, which is checked.
"""

from __future__ import annotations

import re

import pandas as pd

from etl.cells import sort_cells
from etl.editions import edition_of
from etl.extract import Extracted, text_of
from etl.problems import Problem
from etl.readings import (
    Asked,
    Reading,
    first_places,
    resolve_areas,
    resolve_codes,
    tidy_frame,
    translate,
)
from etl.sources.description import Reader, describe
from etl.tables import header_of, read_table
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.periods import PeriodKind
from indicators.printed_periods import parse

DESCRIPTION = describe("phs_delayed")
_RENAMED = dict(zip(DESCRIPTION.labels, DESCRIPTION.columns, strict=True))
_UNKNOWN = "UNKNOWN"
_TOTALS = ("18plus", "All Delay Reasons")
_DAY_ONE = re.compile(r"(\d{4}-\d\d)-01", re.ASCII)
_NUMBER = "NumberOfDelayedBedDays"


def recognises(extracted: Extracted) -> bool:
    """True for the published columns and for the renamed ones."""
    header = set(header_of(extracted.name, text_of(extracted)))
    return set(DESCRIPTION.columns) <= header or set(DESCRIPTION.labels) <= header


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every row is a figure of one month, council, age group and reason.

    Raises LoadRefused for an unknown council, month, age group, reason or edition.
    """
    name = extracted.name
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    table = read_table(extracted).rename(columns=_RENAMED)
    areas = resolve_areas(catalogue, first_places(table["CA"].map(_area), table["row"], name))
    pairs = table["AgeGroup"] + "|" + table["ReasonForDelay"]
    codes = {pair: code_of(*pair.split("|", 1)) for pair in pairs.unique()}
    printed = pairs.map(codes)
    indicators = resolve_codes(catalogue, first_places(printed, table["row"], name))
    months = translate(
        first_places(table["MonthOfDelay"], table["row"], name),
        lambda text: parse(_DAY_ONE.sub(r"\1", text), PeriodKind.MONTH).label,
        "unknown period",
        "Correct the month.",
    )
    days = sort_cells(_days(table), DESCRIPTION.markers)
    frame = pd.DataFrame(
        {
            "indicator": printed.map({text: found.code for text, found in indicators.items()}),
            "area": table["CA"].map(_area).map(areas),
            "period": table["MonthOfDelay"].map(months),
            "value": days.numbers,
            "status": days.statuses,
            "locator": "row " + table["row"].astype("str"),
        }
    ).assign(period_kind=PeriodKind.MONTH.value, basis="none", numerator=float("nan"), note="")
    frame = frame.assign(denominator=float("nan"), edition=edition.label, published_on=edition.published_on)
    kept = frame[~days.unreadable].reset_index(drop=True)
    unreadable = [_unreadable(f"{name}, {locator}") for locator in frame.loc[days.unreadable, "locator"]]
    problems = (*unreadable, *_sums(kept, name))
    return Reading(DESCRIPTION.source, tidy_frame(kept), problems, len(unreadable))  # type: ignore[arg-type]


def code_of(age: str, reason: str) -> str:
    """The code an age group and a reason have in the catalogue; a total adds nothing to the name."""
    parts = [text.removesuffix(" Reasons") for text in (age, reason) if text not in _TOTALS]
    return "_".join(["DELAYED_BED_DAYS", *(re.sub(r"[^A-Z0-9]+", "_", part.upper()) for part in parts)])


def _area(code: str) -> str:
    return _UNKNOWN if code in ("", "NA") else code


def _days(table: pd.DataFrame) -> list[str]:
    """The printed days; a blank one with the flag `:` anywhere in its row is that flag."""
    flags = [column for column in table.columns if column.endswith("QF")]
    flagged = (table[flags] == ":").any(axis=1) & table[_NUMBER].eq("")
    days: list[str] = table[_NUMBER].mask(flagged, ":").tolist()
    return days


def _sums(frame: pd.DataFrame, name: str) -> list[Problem]:
    """A warning for each month and series whose councils and unknown area do not make Scotland.

    Nothing is said of a group with a figure missing, for nobody knows its sum.
    """
    country = frame["area"].eq(SCOTLAND)
    key = ["indicator", "period"]
    parts = frame[~country].groupby(key)["value"].agg(["sum", "size", "count"])
    both = frame[country].join(parts, on=key, how="inner")
    wrong = both[both["value"].notna() & both["size"].eq(both["count"]) & both["value"].ne(both["sum"])]
    problems = []
    for row in wrong.itertuples():
        place = f"{name}, {row.locator}"
        sentence = (
            f"{place}: {row.indicator} {row.period} of Scotland is {row.value:,.0f}, and of the councils "
            f"with the unknown area {row.sum:,.0f}; see whether a council is missing."
        )
        problems.append(Problem("councils and Scotland", "warning", place, "", sentence))
    return problems


def _unreadable(place: str) -> Problem:
    sentence = f"{place}: a number cannot be read; correct it in the file and load it again."
    return Problem("unreadable number", "error", place, "", sentence)


READER = Reader(DESCRIPTION, read, recognises)
