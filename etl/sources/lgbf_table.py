"""Reads the LGBF long table in every dialect: councils in rows, Scotland in columns repeated 32 times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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
    first_places,
    resolve_areas,
    resolve_codes,
    tidy_frame,
    translate,
)
from etl.real_terms import Deflators, with_real_terms
from etl.sources.description import Reader, describe
from etl.sources.lgbf_deflators import deflators_of
from etl.sources.lgbf_dialects import DIALECTS, SCOTLAND_NUMBERS, dialect_of, long_form, without_means
from etl.tables import read_table
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.indicator import Indicator, Unit
from indicators.periods import Period
from indicators.printed_periods import parse

DESCRIPTION = describe("lgbf_table")
_FIGURE = ["row", "indicator", "area", "period", "period_kind", "basis", "locator", *NUMBERS]


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every row is a council's figure; each code and year may give one Scotland figure more.

    A Scotland figure whose repeats disagree is rejected, as nobody can say which of them is published.
    The price year of real terms is the latest financial year with a cost, as the publisher re-bases to
    it at every release; costs in cash alone get theirs from deflators beside the file. Raises LoadRefused
    for an unknown code, council, year or edition.
    """
    name = extracted.name
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    printed = read_table(extracted)
    dialect = dialect_of(list(printed.columns))
    shaped = long_form(printed, dialect, name)
    table, means, left_out = without_means(shaped, name)
    indicators = resolve_codes(catalogue, first_places(table["code"], table["row"], name))
    table = _once_without_prices(_in_our_words(table, catalogue, indicators, name))
    scotland, disagreeing = _scotland(table, name)
    councils = table.assign(locator="row " + table["row"].astype("str"))
    both = pd.concat([councils[_FIGURE], scotland[_FIGURE]], ignore_index=True)
    frame, unreadable = _with_numbers(both, name)
    frame["edition"], frame["published_on"] = edition.label, edition.published_on
    labels = _unknown_labels(table, name) if dialect.label else []
    tidy, base_year = _in_real_terms(tidy_frame(frame), deflators_of(extracted))  # type: ignore[arg-type]
    return Reading(
        source=DESCRIPTION.source,
        frame=tidy,
        problems=(*means, *labels, *disagreeing, *unreadable),
        rejected=left_out + len(disagreeing) + len(unreadable),
        base_years={edition.label: base_year},
    )


def _in_our_words(
    table: pd.DataFrame, catalogue: Catalogue, indicators: Mapping[str, Indicator], name: str
) -> pd.DataFrame:
    """Add indicator, period, period_kind and basis, name the area; bring fractions to percent."""
    areas = resolve_areas(catalogue, first_places(table["area"], table["row"], name))
    pairs = table["code"] + "|" + table["year"]

    def period(pair: str) -> Period:
        code, _, year = pair.rpartition("|")
        return _year(year, indicators[code])

    places = first_places(pairs, table["row"], name)
    periods = translate(places, period, "unknown period", "Correct the year.", _label)
    percent = {text for text, found in indicators.items() if found.unit is Unit.PERCENT}
    fractions = table["code"].isin(percent)
    for column in ("value", "scotland_value"):
        table.loc[fractions, column] = [in_percent(text) for text in table.loc[fractions, column]]
    priced = table["code"].map({text: found.priced for text, found in indicators.items()}).astype("bool")
    return table.assign(
        indicator=table["code"].map({text: found.code for text, found in indicators.items()}),
        area=table["area"].map(areas),
        period=pairs.map({pair: found.label for pair, found in periods.items()}),
        period_kind=pairs.map({pair: found.kind.value for pair, found in periods.items()}),
        basis=table["prices"].where(priced, "none"),
    )


def _once_without_prices(table: pd.DataFrame) -> pd.DataFrame:
    """A figure that is no price once for each row, though two columns print it: the first with a value."""
    filled_first = table.sort_values("value", key=lambda values: values == "", kind="stable")
    again = filled_first.duplicated("row") & (filled_first["basis"] == "none")
    return filled_first[~again].sort_index()


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
    key = ["indicator", "period", "basis"]
    printed = table[table["scotland_column"] != ""]
    different = printed.drop_duplicates([*key, *SCOTLAND_NUMBERS])
    twice = different.duplicated(key, keep=False)
    rows = different[~twice].drop(columns=NUMBERS)
    rows = rows.rename(columns=dict(zip(SCOTLAND_NUMBERS, NUMBERS, strict=True)))
    rows["area"] = SCOTLAND
    rows["locator"] = "row " + rows["row"].astype("str") + ", " + rows["scotland_column"]
    problems = []
    for (code, period, _), group in different[twice].groupby(key, sort=True):
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
        for label, place in first_places(table["label"], table["row"], name).items()
        if label not in DESCRIPTION.labels
    ]


def _in_real_terms(printed: pd.DataFrame, deflators: Deflators | None) -> tuple[pd.DataFrame, str]:
    """The figures with the real terms their deflators allow, and the year whose prices these are in."""
    priced = printed[(printed["basis"] == "real") & (printed["period_kind"] == "financial_year")]
    base = str(priced["period"].max()) if len(priced) else ""
    if deflators is None:
        return printed, base
    frame = with_real_terms(printed, deflators, base)
    return frame, base or (deflators.base_year if len(frame) > len(printed) else "")


# One reader for each header, so that a refusal can say which columns of which of them are missing.
READERS = tuple(
    Reader(replace(DESCRIPTION, title=dialect.title, columns=dialect.columns), read) for dialect in DIALECTS
)
