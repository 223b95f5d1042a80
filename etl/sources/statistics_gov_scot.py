"""Reads justice cubes of statistics.gov.scot in both column forms; an address stands for its last part."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pandas as pd

from etl.cells import sort_cells
from etl.editions import edition_of
from etl.extract import Extracted, text_of
from etl.problems import Problem, refused
from etl.readings import Asked, Reading, first_places, resolve_areas, tidy_frame, translate
from etl.sources.description import Reader, describe
from etl.tables import header_of, read_table
from indicators.catalogue import Catalogue
from indicators.printed_periods import parse

DESCRIPTION = describe("statistics_gov_scot")
# Area, period, measure and value, as the query service and as the upload form name them.
_FORMS = (
    ("refarea", "refperiod", "measuretype", "value"),
    ("geographycode", "datecode", "measurement", "value"),
)
_OURS = ("area", "period", "measure", "value")
_UNITS = "units"


@dataclass(frozen=True, slots=True)
class Cube:
    """The dimensions a cube has beside area, period and measure, and the indicator of each combination."""

    dimensions: tuple[str, ...]
    codes: dict[str, str]


CUBES = tuple(
    Cube(tuple(values["dimensions"]), values["codes"])
    for values in tomllib.loads(
        Path(__file__).with_name("statistics_gov_scot_series.toml").read_text(encoding="utf-8")
    ).values()
)


def recognises(extracted: Extracted) -> bool:
    """True for a header with the four columns of either form."""
    header = {_plain(name) for name in header_of(extracted.name, text_of(extracted))}
    return any(set(form) <= header for form in _FORMS)


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every observation is a figure; those of which the catalogue has no indicator are left out and counted.

    Raises LoadRefused for a cube with other dimensions, an unknown area or period, or without a date.
    """
    name = extracted.name
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    table = _observations(read_table(extracted))
    cube = _cube(table, name)
    keys = table[list(cube.dimensions)].apply(lambda column: column.map(_slug)).agg(" ".join, axis=1)
    table["indicator"] = keys.map(cube.codes).where(table["measure"].map(_slug) == "count")
    others = _without_indicator(table, keys, name)
    table = table[table["indicator"].notna()].reset_index(drop=True)
    table = _in_our_words(table, catalogue, name)
    cells = sort_cells(table["value"].tolist(), DESCRIPTION.markers)
    table = table.assign(value=cells.numbers, status=cells.statuses, note=cells.notes)
    table["edition"], table["published_on"] = edition.label, edition.published_on
    unread = [_unreadable(f"{name}, {place}") for place in table.loc[cells.unreadable, "locator"]]
    frame = tidy_frame(table)[~cells.unreadable].reset_index(drop=True)  # type: ignore[arg-type]
    rejected = len(unread) + len(keys) - len(table)
    return Reading(DESCRIPTION.source, frame, (*others, *unread), rejected)


def _in_our_words(table: pd.DataFrame, catalogue: Catalogue, name: str) -> pd.DataFrame:
    """Name areas and periods as we do, and add what is the same for every observation."""
    areas = resolve_areas(catalogue, first_places(table["area"], table["row"], name))
    places = first_places(table["period"], table["row"], name)
    periods = translate(places, parse, "unknown period", "Correct the period.")
    return table.assign(
        area=table["area"].map(areas),
        period_kind=table["period"].map({text: period.kind.value for text, period in periods.items()}),
        period=table["period"].map({text: period.label for text, period in periods.items()}),
        locator="row " + table["row"].astype("str"),
        basis="none",
        numerator=float("nan"),
        denominator=float("nan"),
    )


def _observations(table: pd.DataFrame) -> pd.DataFrame:
    """The table with plain column names, ours for the four of every form, and addresses cut to their ends."""
    plain = table.rename(columns={column: _plain(str(column)) for column in table})
    form = next(form for form in _FORMS if set(form) <= set(plain))
    named = plain.rename(columns=dict(zip(form, _OURS, strict=True)))
    for column in ("area", "period"):
        named[column] = named[column].map(_ending)
    return named


def _cube(table: pd.DataFrame, name: str) -> Cube:
    dimensions = sorted({str(column) for column in table} - {*_OURS, _UNITS, "row"})
    for cube in CUBES:
        if sorted(cube.dimensions) == dimensions:
            return cube
    found = ", ".join(f"'{dimension}'" for dimension in dimensions) or "none"
    known = " or ".join(" with ".join(cube.dimensions) for cube in CUBES)
    sentence = f"{name}: the cube has the dimensions {found}, and those that can be read have {known}."
    raise refused("unknown cube", name, f"{sentence} Ask for one of these.")


def _without_indicator(table: pd.DataFrame, keys: pd.Series[str], name: str) -> list[Problem]:
    """A note for each combination that is no indicator: how many rows of it there are, and the first."""
    problems = []
    rows = table[table["indicator"].isna()].assign(key=keys + " (" + table["measure"].map(_ending) + ")")
    for key, group in rows.groupby("key", sort=True):
        place = f"{name}, row {group['row'].iloc[0]}"
        sentence = f"{place}: the catalogue has no indicator for {key}; its {len(group)} rows are left out."
        problems.append(Problem("no indicator", "warning", place, str(key), sentence))
    return problems


def _unreadable(place: str) -> Problem:
    sentence = f"{place}: a number cannot be read; correct it in the file and load it again."
    return Problem("unreadable number", "error", place, "", sentence)


def _plain(name: str) -> str:
    """`Order Type`, `order-type` and `orderType` are one column."""
    return re.sub(r"[^a-z]", "", name.lower())


def _ending(text: str) -> str:
    """The last part of an address; any other text as it is."""
    return unquote(text.rstrip("/").rpartition("/")[2]) if text.startswith("http") else text


def _slug(text: str) -> str:
    """A word as addresses write it: `Orders completed/discharged` is `orders-completed-discharged`."""
    return re.sub(r"[^a-z0-9]+", "-", _ending(text).lower()).strip("-")


READER = Reader(DESCRIPTION, read, recognises)
