"""Which self-directed support returns were never sent, and stand in a table as the year before again.

The tables themselves do not say so. It is known from the other files of the release, where they lie beside
the table: the completeness workbook names the councils and years without a return, and the table of options
chosen leaves them out. Only a return that is both missing there and the same as the year before is marked:
the first alone may have been sent later, the second alone may be true.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from etl.extract import Extracted, FileKind, extract
from etl.problems import Problem
from etl.readings import resolve_areas
from etl.sources.phs_sds_notes import comments
from etl.tables import read_table
from indicators.areas import AreaKind
from indicators.catalogue import Catalogue
from indicators.periods import PeriodKind
from indicators.printed_periods import PeriodError, parse

Return = tuple[str, str]  # a council's code and a year
COMPLETENESS = "*completeness*.xlsx"
OPTIONS = "*options_chosen*.csv"
_NOT_SENT = "Did not submit"
_IMPLEMENTATION = "SDS_IMPLEMENTATION_PCT"
_WHOLE = 100.0
_FEWEST_YEARS = 3


def mark_returns(
    frame: pd.DataFrame, extracted: Extracted, catalogue: Catalogue
) -> tuple[pd.DataFrame, list[Problem]]:
    """The frame with the status of repeated returns, and warnings about returns that need care.

    `frame` has indicator, area, period, value, numerator, denominator, status, note and locator. Raises
    LoadRefused when a file beside the table cannot be read.
    """
    kinds = catalogue.areas.by_code
    councils = frame[[kinds[area].kind is AreaKind.COUNCIL for area in frame["area"]]]
    returns = {(str(a), str(p)) for a, p in councils[["area", "period"]].itertuples(index=False)}
    missing = returns & (_named_missing(extracted, catalogue) | _left_out(extracted, catalogue, returns))
    repeated = _repeated(councils)
    used = {each: _origin(each, missing & repeated) for each in missing & repeated}
    own = list(zip(frame["area"], frame["period"], strict=True))
    notes = [f"no return was sent; that of {used[each]} was used" if each in used else "" for each in own]
    marked = np.array([note != "" for note in notes]) & frame["status"].eq("published").to_numpy()
    changed = frame.assign(
        status=frame["status"].mask(marked, "carried_forward"), note=frame["note"].mask(marked, notes)
    )
    names = {code: area.name for code, area in kinds.items()}
    warnings = _warnings(returns, missing, repeated, used)
    said = [*warnings, *_always_whole(councils[councils["indicator"] == _IMPLEMENTATION])]
    return changed, [_warning(rule, extracted.name, names[area], text) for rule, area, text in said]


def _named_missing(extracted: Extracted, catalogue: Catalogue) -> set[Return]:
    """The returns that a completeness workbook beside the file says were not sent."""
    found: set[Return] = set()
    for beside in _beside(extracted, COMPLETENESS, FileKind.WORKBOOK):
        table = comments(beside)
        wanted = {"Financial Year", "Health and Social Care Partnership", "Data Completeness Comments"}
        if wanted <= set(table.columns):
            rows = table[table["Data Completeness Comments"].str.startswith(_NOT_SENT)]
            found |= _returns(
                rows["Health and Social Care Partnership"], rows["Financial Year"], catalogue, beside
            )
    return found


def _left_out(extracted: Extracted, catalogue: Catalogue, returns: set[Return]) -> set[Return]:
    """The returns without a row in a table of options chosen beside the file, for the years it covers."""
    found: set[Return] = set()
    for beside in _beside(extracted, OPTIONS, FileKind.TEXT):
        table = read_table(beside)
        if {"sending_location", "financial_year", "age_group"} <= set(table.columns):
            pairs = table[["sending_location", "financial_year"]].drop_duplicates()
            sent = _returns(pairs["sending_location"], pairs["financial_year"], catalogue, beside)
            years = {year for _, year in sent}
            found |= {each for each in returns - sent if each[1] in years}
    return found


def _beside(extracted: Extracted, pattern: str, kind: FileKind) -> Iterator[Extracted]:
    """The other files of a name and kind in the folder of a file, in the order of their names."""
    if extracted.folder is None:
        return
    for path in sorted(extracted.folder.glob(pattern)):
        if path.name != extracted.own_name:
            found = extract(path)
            if found.kind is kind:
                yield found


def _returns(names: pd.Series, years: pd.Series, catalogue: Catalogue, beside: Extracted) -> set[Return]:
    areas = resolve_areas(catalogue, dict.fromkeys(names.unique(), beside.name))
    labels = {text: _label(text) for text in years.unique()}
    return {(areas[name], labels[year]) for name, year in zip(names, years, strict=True) if labels[year]}


def _label(text: str) -> str:
    """Our label of a printed year; empty for `All` and anything else that is no year."""
    try:
        return parse(text, PeriodKind.FINANCIAL_YEAR).label
    except PeriodError:
        return ""


def _repeated(councils: pd.DataFrame) -> set[Return]:
    """The returns whose counts are all the same as a year before, in every series that has both years."""
    rows = councils[councils["numerator"].notna()]
    before = rows.assign(period=rows["period"].map(_year_after))
    both = rows.merge(before, on=["indicator", "area", "period"], suffixes=("", "_before"))
    same = both["numerator"].eq(both["numerator_before"])
    same &= both["denominator"].fillna(-1).eq(both["denominator_before"].fillna(-1))
    whole = same.groupby([both["area"], both["period"]]).all()
    return {(str(area), str(period)) for area, period in whole[whole].index}


def _year_after(label: str) -> str:
    first = int(label[:4]) + 1
    return f"{first}-{(first + 1) % 100:02d}"


def _origin(each: Return, carried: set[Return]) -> str:
    """The year a repeated return was really sent for: before 2020-21 may stand 2019-20, repeated too."""
    area, year = each
    while (area, year) in carried:
        first = int(year[:4]) - 1
        year = f"{first}-{(first + 1) % 100:02d}"
    return year


def _warnings(
    returns: set[Return], missing: set[Return], repeated: set[Return], used: dict[Return, str]
) -> Iterator[tuple[str, str, str]]:
    for area, year in sorted(returns & (missing | repeated)):
        if (area, year) in used:
            yield "carried forward", area, f"{year}: no return was sent; that of {used[area, year]} was used."
        elif (area, year) in missing:
            said = f"{year}: no return was sent, and there is no equal year before; ask what was used."
            yield "return not sent", area, said
        else:
            said = (
                f"{year}: every count is that of the year before; if no return was sent, put the "
                "completeness table of the release beside the file and load it again."
            )
            yield "return repeated", area, said


def _always_whole(rates: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """Councils at 100 per cent in every year: nobody is counted who made no choice."""
    years = rates.groupby("area")["value"]
    always = years.min().eq(_WHOLE) & years.count().ge(_FEWEST_YEARS)
    for area in always[always].index:
        yield "always 100", str(area), "100% in every year; ask whether everybody is counted."


def _warning(rule: str, name: str, area: str, said: str) -> Problem:
    return Problem(rule, "warning", f"{name}, {area}", "", f"{name}, {area}, {said}")
