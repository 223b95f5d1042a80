"""Finds the deflators of an LGBF edition: a sheet of its workbook, or a CSV file beside its table."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from etl.cells import number_in
from etl.editions import date_in_name
from etl.extract import Extracted, FileKind, extract
from etl.problems import refused
from etl.real_terms import Deflators, with_real_terms
from etl.tables import read_sheet, read_table, sheet_names
from indicators.periods import PeriodKind
from indicators.printed_periods import PeriodError, parse

SHEET = "Deflators"
COLUMNS = ("Year", "Deflator")
PATTERN = "*[Dd]eflator*.csv"


def deflators_of(extracted: Extracted) -> Deflators | None:
    """The deflators of the edition a file belongs to; None where there are none.

    A CSV file beside a table counts only when both names give the same date: every edition has prices
    of its own. Raises LoadRefused for a deflator nobody can read.
    """
    if extracted.kind is FileKind.WORKBOOK:
        if SHEET not in sheet_names(extracted):
            return None
        rows = read_sheet(extracted, SHEET)[1:]
        pairs = ((str(row[0]), str(row[1])) for row in rows)
        return _read(pairs, f"{extracted.own_name}, sheet {SHEET}")
    dated = date_in_name(extracted.stem)
    for path in sorted(extracted.folder.glob(PATTERN)) if extracted.folder and dated else ():
        if date_in_name(path.stem) == dated:
            table = read_table(extract(path))
            if set(COLUMNS) <= set(table.columns):
                return _read(table[list(COLUMNS)].itertuples(index=False, name=None), path.name)
    return None


def in_real_terms(extracted: Extracted, printed: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The figures with the real terms they allow, and the year whose prices these are in.

    The year is the one whose deflator is 100, else the only one with the same cash and real prices
    throughout; empty without real terms. Raises LoadRefused when real terms are printed of no known year.
    """
    deflators = deflators_of(extracted)
    base = deflators.base_year if deflators else ""
    if (printed["basis"] == "real").any():
        years = _undeflated(printed) if deflators is None else []
        base = base or (years[0] if len(years) == 1 else "")
        if not base:
            raise refused(
                "base year",
                extracted.name,
                f"{extracted.name}: a sheet '{SHEET}' with a deflator of 100 must say which year's "
                "prices the Real figures are in; restore it.",
            )
    frame = with_real_terms(printed, deflators, base) if deflators else printed
    return frame, base if (frame["basis"] == "real").any() else ""


def _read(pairs: Iterable[tuple[str, str]], place: str) -> Deflators:
    levels = {}
    for printed, text in pairs:
        try:
            year = parse(printed, PeriodKind.FINANCIAL_YEAR).label
        except PeriodError:
            continue
        level = number_in(text)
        if level is None or level <= 0:
            said = f"the deflator of {year} is not a number above 0; correct it"
            raise refused("deflator", place, f"{place}: {said}.", text)
        levels[year] = level
    return Deflators(levels, place)


def _undeflated(frame: pd.DataFrame) -> list[str]:
    """The years in which every cost has the same value in cash and in real terms."""
    costs = frame[frame["basis"].isin(["cash", "real"]) & frame["value"].notna()]
    wide = costs.pivot_table("value", ["indicator", "area", "period"], "basis").reindex(
        columns=["cash", "real"]
    )
    same = (wide["cash"] - wide["real"]).abs() <= 1e-9 * wide["cash"].abs()
    years = same[wide.notna().all(axis=1)].groupby("period").all()
    return [str(year) for year in years[years].index]
