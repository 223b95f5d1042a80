"""Reads the self-directed support tables of Public Health Scotland: every row a council or Scotland.

What a row measures is its table and its category (option, age, client group, organisation): together they
make the code of the indicator, so that totals and parts are never one series. The count of people behind
a rate is kept as its numerator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from etl.cells import sort_cells
from etl.editions import edition_of
from etl.extract import Extracted, text_of
from etl.problems import Problem, refused
from etl.readings import NUMBERS, Asked, Reading, first_places, resolve_areas, tidy_frame, translate
from etl.sources.description import Reader, describe
from etl.sources.phs_sds_returns import mark_returns
from etl.tables import header_of, read_table
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue, UnknownIndicatorError
from indicators.periods import PeriodKind
from indicators.printed_periods import parse

DESCRIPTION = describe("phs_sds")
_ANY = "Any SDS"
_ALL_AGES = "All Ages"
_PEOPLE = "_PEOPLE"


@dataclass(frozen=True, slots=True)
class Form:
    """One table: the column of its category, of its value, and of the counts behind the value."""

    category: str
    value: str
    numerator: str
    denominator: str = ""
    code: str = "SDS_{category}{age}_RATE"
    by_age: bool = False

    @property
    def columns(self) -> set[str]:
        """The header words the table must have."""
        used = (self.category, self.value, self.numerator, self.denominator, "age_group" * self.by_age)
        return {*DESCRIPTION.columns, *filter(None, used)}


# The first whose columns are all there: a table by age comes before the same without ages.
FORMS = (
    Form("", "implementation_rate", "sdsclient", "nclient", "SDS_IMPLEMENTATION_PCT"),
    Form("client_group", "rate", "nclient", code="SDS_CLIENT_GROUP_{category}{age}_RATE", by_age=True),
    Form(
        "sds_support_services", "rate", "nclient", code="SDS_ORGANISATION_{category}{age}_RATE", by_age=True
    ),
    Form("option_type", "rate", "nclient", by_age=True),
    Form("option_type", "rate", "nclient"),
    Form("sds_option", "percentage", "nclients", code="SDS_{category}{age}_PCT"),
)


def recognises(extracted: Extracted) -> bool:
    """True for the header of any table, and for that of the list of duplicates, which is then refused."""
    header = set(header_of(extracted.name, text_of(extracted)))
    return set(DESCRIPTION.columns) <= header and ("dupe_count" in header or _form(header) is not None)


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every row is a figure; the trend also gives the people of any option as figures of their own.

    A category without an indicator in the catalogue is rejected and counted. Raises LoadRefused for an
    unknown council, year or edition, and for the list of duplicate records.
    """
    header = set(header_of(extracted.name, text_of(extracted)))
    form = _form(header)
    if form is None or "dupe_count" in header:
        sentence = f"{extracted.name} lists duplicate records, not figures; load the tables it belongs to."
        raise refused("no figures", extracted.name, sentence)
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    table = _in_our_words(read_table(extracted), form, catalogue, extracted.name)
    table = _counts_without_rate(table, form)
    known, unknown = _known(table, catalogue, extracted.name)
    frame, unreadable = _with_numbers(known, form, extracted.name)
    marked, problems = mark_returns(_with_people(frame), extracted, catalogue)
    marked["edition"], marked["published_on"] = edition.label, edition.published_on
    rejected = len(table) - len(known) + len(unreadable)
    return Reading(
        source=DESCRIPTION.source,
        frame=tidy_frame(marked),  # type: ignore[arg-type]
        problems=(*unknown, *unreadable, *problems),
        rejected=rejected,
    )


def code_of(form: Form, category: str, age: str) -> str:
    """The code a printed category and age have in the catalogue; no age in a table without ages."""
    named = "any option" if category == _ANY and form.by_age else category
    shown = f"_AGES_{_slug(age)}"
    if not age or age == _ALL_AGES:
        shown = "_ALL_AGES" if form.by_age else ""
    code = form.code.format(category=_slug(named), age=shown)
    if age == "Unknown" and form.category == "option_type":
        return code.removesuffix("_RATE") + _PEOPLE
    return "SDS_RATE" if category == _ANY and not form.by_age else code


def _form(header: set[str]) -> Form | None:
    return next((form for form in FORMS if form.columns <= header), None)


def _slug(text: str) -> str:
    return re.sub(r"[^A-Z0-9]+", "_", text.upper().removesuffix(" YEARS")).strip("_")


def _in_our_words(table: pd.DataFrame, form: Form, catalogue: Catalogue, name: str) -> pd.DataFrame:
    """Add indicator (the code, known or not), area, period and locator."""
    areas = resolve_areas(catalogue, first_places(table["sending_location"], table["row"], name))
    years = translate(
        first_places(table["financial_year"], table["row"], name),
        lambda text: parse(text, PeriodKind.FINANCIAL_YEAR).label,
        "unknown period",
        "Correct the year.",
    )
    blank = pd.Series("", index=table.index, dtype="str")
    categories, ages = table.get(form.category, blank), table.get("age_group", blank)
    pairs = categories + "|" + ages
    codes = {pair: code_of(form, *pair.split("|", 1)) for pair in pairs.unique()}
    return table.assign(
        indicator=pairs.map(codes),
        area=table["sending_location"].map(areas),
        period=table["financial_year"].map(years),
        period_kind=PeriodKind.FINANCIAL_YEAR.value,
        basis="none",
        locator="row " + table["row"].astype("str"),
    )


def _counts_without_rate(table: pd.DataFrame, form: Form) -> pd.DataFrame:
    """People of unknown age have no rate, for nobody knows of how many they are: their count is the value."""
    counts = table["indicator"].str.endswith(_PEOPLE)
    value = table[form.value].mask(counts, table[form.numerator])
    return table.assign(**{form.value: value, form.numerator: table[form.numerator].mask(counts, "")})


def _known(table: pd.DataFrame, catalogue: Catalogue, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The rows with an indicator of the catalogue, and a problem for each category without one."""
    codes, problems = {}, []
    for code, rows in table.groupby("indicator", sort=False):
        try:
            codes[code] = catalogue.resolve(str(code)).code
        except UnknownIndicatorError:
            place = f"{name}, row {rows['row'].iloc[0]}"
            sentence = (
                f"{place}: {len(rows)} rows would be {code}, a dimension not in the catalogue, and are left "
                "out; add it to data/catalogue/indicators."
            )
            problems.append(Problem("dimension not in the catalogue", "error", place, str(code), sentence))
    known = table[table["indicator"].isin(codes)].reset_index(drop=True)
    return known.assign(indicator=known["indicator"].map(codes)), problems


def _with_numbers(table: pd.DataFrame, form: Form, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Turn the number columns into numbers with statuses; rows nobody can read become problems."""
    printed = dict(zip(NUMBERS, (form.value, form.numerator, form.denominator), strict=True))
    blank = [""] * len(table)
    cells = {
        column: sort_cells(table[of].tolist() if of else blank, DESCRIPTION.markers)
        for column, of in printed.items()
    }
    estimated = table["sending_location"].str.contains("(Estimated)", regex=False)
    submitted = table["area"].eq(SCOTLAND) & ~estimated
    status = pd.Series(cells["value"].statuses, index=table.index)
    notes = np.where(submitted, "councils that sent a return", cells["value"].notes)
    frame = table.assign(
        **{column: found.numbers for column, found in cells.items()},
        status=status.mask(estimated & status.eq("published"), "estimated"),
        note=np.where(submitted & status.eq("not_available"), cells["value"].notes, notes),
    )
    bad = cells["value"].unreadable | cells["numerator"].unreadable | cells["denominator"].unreadable
    places = [f"{name}, {locator}" for locator in frame.loc[bad, "locator"]]
    sentence = "a number cannot be read; correct it in the file and load it again."
    problems = [Problem("unreadable number", "error", at, "", f"{at}: {sentence}") for at in places]
    return frame[~bad].reset_index(drop=True), problems


def _with_people(frame: pd.DataFrame) -> pd.DataFrame:
    """The people of any option beside their rate in the trend, where the catalogue has both."""
    people = frame[frame["indicator"].eq("SDS_RATE") & frame["numerator"].notna()]
    status = people["status"].where(people["status"].eq("estimated"), "published")
    counts = people.assign(indicator="SDS_PEOPLE", value=people["numerator"], numerator=np.nan, status=status)
    return pd.concat([frame, counts], ignore_index=True)


READER = Reader(DESCRIPTION, read, recognises)
