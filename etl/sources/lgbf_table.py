"""Reads the LGBF long table (real terms): councils in rows, Scotland in columns repeated 32 times."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from etl.cells import number_in, sort_cells
from etl.editions import edition_of
from etl.extract import Extracted
from etl.problems import Problem
from etl.readings import (
    NUMBERS,
    Asked,
    Reading,
    basis_of,
    first_places,
    resolve_areas,
    resolve_codes,
    tidy_frame,
    translate,
)
from etl.sources.description import Reader, describe
from etl.tables import read_table
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue, Indicator, Unit
from indicators.periods import Period, parse

DESCRIPTION = describe("lgbf_table")
_COUNCIL = dict(zip(("LA_IndicatorReal", "LA_Numerator_real", "LA_Den_Real"), NUMBERS, strict=True))
_SCOTLAND = dict(
    zip(("Scotland_Indicator_Real", "Scotland_Num_Real", "Scotland_Den_Real"), NUMBERS, strict=True)
)


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every row is a council's figure; each code and year gives one Scotland figure more.

    A Scotland figure whose repeats disagree is rejected, as nobody can say which of them is published.
    The price year of real terms is the latest financial year with a cost, as the publisher re-bases to
    it at every release. Raises LoadRefused for an unknown code, council, year or edition.
    """
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    table = _filled(read_table(extracted))
    indicators = resolve_codes(catalogue, first_places(table["Code"], table["row"], extracted.name))
    table = _in_our_words(table, catalogue, indicators, extracted.name)
    scotland, disagreeing = _scotland(table, extracted.name)
    councils = table.rename(columns=_COUNCIL)
    councils["locator"] = "row " + table["row"].astype("str")
    chosen = ["row", "indicator", "area", "period", "period_kind", "basis", "locator", *NUMBERS]
    both = pd.concat([councils[chosen], scotland[chosen]], ignore_index=True)
    frame, unreadable = _with_numbers(both, extracted.name)
    frame["edition"], frame["published_on"] = edition.label, edition.published_on
    problems = (*_unknown_labels(table, extracted.name), *disagreeing, *unreadable)
    return Reading(
        source=DESCRIPTION.source,
        frame=tidy_frame(frame),  # type: ignore[arg-type]
        problems=problems,
        rejected=len(disagreeing) + len(unreadable),
        base_years={edition.label: _base_year(frame)},
    )


def _filled(table: pd.DataFrame) -> pd.DataFrame:
    """Without the rows that hold nothing but the number an export puts in front of every row."""
    return table[(table[list(DESCRIPTION.columns)] != "").any(axis=1)].reset_index(drop=True)


def _in_our_words(
    table: pd.DataFrame, catalogue: Catalogue, indicators: Mapping[str, Indicator], name: str
) -> pd.DataFrame:
    """Add indicator, area, period, period_kind and basis; bring percentages from fractions to percent."""
    areas = resolve_areas(catalogue, first_places(table["LocalAuthority"], table["row"], name))
    pairs = table["Code"] + "|" + table["Year"]

    def period(pair: str) -> Period:
        code, _, year = pair.rpartition("|")
        return _year(year, indicators[code])

    periods = translate(
        first_places(pairs, table["row"], name),
        period,
        "unknown period",
        "Correct the year.",
        _label,
    )
    percent = {text for text, found in indicators.items() if found.unit is Unit.PERCENT}
    fractions = table["Code"].isin(percent)
    for column in ("LA_IndicatorReal", "Scotland_Indicator_Real"):
        table.loc[fractions, column] = [in_percent(text) for text in table.loc[fractions, column]]
    return table.assign(
        indicator=table["Code"].map({text: found.code for text, found in indicators.items()}),
        area=table["LocalAuthority"].map(areas),
        period=pairs.map({pair: found.label for pair, found in periods.items()}),
        period_kind=pairs.map({pair: found.kind.value for pair, found in periods.items()}),
        basis=table["Code"].map({text: basis_of(found, real=True) for text, found in indicators.items()}),
    )


def in_percent(fraction: str) -> str:
    """A printed fraction as percent, by moving its decimal point: 0.0482 is 4.82 exactly."""
    if number_in(fraction) is None:
        return fraction
    return str(Decimal(fraction).scaleb(2))


def _label(pair: str) -> str:
    return pair.rpartition("|")[2]


def _year(text: str, indicator: Indicator) -> Period:
    """A label of one year is of the indicator's own kind of year; a longer one is a window."""
    period = parse(text)
    return parse(text, indicator.year_kind) if period.months == 12 else period


def _scotland(table: pd.DataFrame, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """One Scotland row for each code and year, and a problem for each whose repeats disagree."""
    key = ["indicator", "period"]
    different = table.drop_duplicates([*key, *_SCOTLAND])
    twice = different.duplicated(key, keep=False)
    rows = different[~twice].drop(columns=list(_COUNCIL)).rename(columns=_SCOTLAND)
    rows = rows.assign(
        area=SCOTLAND, locator="row " + rows["row"].astype("str") + ", Scotland_Indicator_Real"
    )
    problems = []
    for (code, period), group in different[twice].groupby(key, sort=True):
        where = ", ".join(str(row) for row in group["row"])
        sentence = (
            f"{name}, rows {where}: the Scotland columns of {code} {period} disagree between councils; "
            "no Scotland figure is taken from them."
        )
        problems.append(Problem("scotland disagrees", "error", f"{name}, rows {where}", "", sentence))
    return rows, problems


def _with_numbers(both: pd.DataFrame, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Turn the number columns into numbers with statuses; rows nobody can read become problems."""
    cells = {column: sort_cells(both[column].tolist(), DESCRIPTION.markers) for column in NUMBERS}
    for column, found in cells.items():
        both[column] = found.numbers
    both["status"], both["note"] = cells["value"].statuses, ""
    bad = cells["value"].unreadable | cells["numerator"].unreadable | cells["denominator"].unreadable
    problems = []
    for locator in both.loc[bad, "locator"]:
        place = f"{name}, {locator}"
        sentence = f"{place}: a number cannot be read; correct it in the file and load it again."
        problems.append(Problem("unreadable number", "error", place, "", sentence))
    return both[~bad].reset_index(drop=True), problems


def _unknown_labels(table: pd.DataFrame, name: str) -> list[Problem]:
    """A warning for each family label that is none of the two schemes': the columns may have moved."""
    return [
        Problem(
            "family label",
            "warning",
            place,
            label,
            f"{place}: '{label}' is not a label of a family group; check that the columns are in place.",
        )
        for label, place in first_places(table["FamilyGroup"], table["row"], name).items()
        if label not in DESCRIPTION.labels
    ]


def _base_year(frame: pd.DataFrame) -> str:
    priced = frame[(frame["basis"] == "real") & (frame["period_kind"] == "financial_year")]
    return str(priced["period"].max()) if len(priced) else ""


READER = Reader(DESCRIPTION, read)
