"""Reads the tidy format of data/published, which may hold several editions in one file."""

from __future__ import annotations

import pandas as pd

from etl.cells import sort_cells
from etl.editions import PUBLISHED
from etl.extract import Extracted
from etl.problems import LoadRefused, Problem, refused
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
from etl.sources.description import Reader, describe
from etl.tables import read_table
from indicators.catalogue import Catalogue
from indicators.figures import Basis, Status
from indicators.indicator import Indicator
from indicators.periods import PeriodKind
from indicators.printed_periods import parse

_WORDS: dict[str, list[str]] = {
    "status": [*Status],
    "basis": [*Basis],
    "period_kind": [*PeriodKind],
}


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """Every row is one figure, named in the words of the catalogue.

    Raises LoadRefused for an unknown code, area, period, status, basis or date. A number nobody can
    read rejects its row only.
    """
    if asked.edition or asked.published:
        raise refused(
            "edition",
            extracted.name,
            f"{extracted.name} names the editions itself; leave --edition and --published out.",
        )
    table = read_table(extracted)
    _check_words(table, extracted.name)
    codes = resolve_codes(catalogue, first_places(table["indicator"], table["row"], extracted.name))
    areas = resolve_areas(catalogue, first_places(table["area"], table["row"], extracted.name))
    periods = _periods(table, extracted.name)
    numbers = {name: sort_cells(table[name].tolist(), {}) for name in NUMBERS}
    frame = tidy_frame(
        {
            **{name: table[name] for name in ("period_kind", "basis", "status", "edition", "published_on")},
            **{name: cells.numbers for name, cells in numbers.items()},
            "indicator": table["indicator"].map({text: found.code for text, found in codes.items()}),
            "area": table["area"].map(areas),
            "period": (table["period"] + "|" + table["period_kind"]).map(periods),
            "note": table["note"],
            "locator": table["locator"],
        }
    )
    unreadable = numbers["value"].unreadable | numbers["numerator"].unreadable
    unreadable |= numbers["denominator"].unreadable
    problems = tuple(_unreadable(row, extracted.name) for row in table.loc[unreadable, "row"])
    source = _source(extracted, catalogue, list(codes.values()))
    return Reading(source, frame[~unreadable].reset_index(drop=True), problems, len(problems))


def _check_words(table: pd.DataFrame, name: str) -> None:
    problems = []
    for column, allowed in _WORDS.items():
        for text, place in first_places(table[column], table["row"], name).items():
            if text not in allowed:
                words = ", ".join(allowed)
                sentence = f"{place}: '{text}' is not a known {column}; use one of {words}."
                problems.append(Problem(f"unknown {column}", "error", place, text, sentence))
    for text, place in first_places(table["published_on"], table["row"], name).items():
        if not PUBLISHED.fullmatch(text):
            sentence = f"{place}: published_on '{text}' is not a date; write 2024, 2024-02 or 2024-02-20."
            problems.append(Problem("edition", "error", place, text, sentence))
    if problems:
        raise LoadRefused(problems)


def _periods(table: pd.DataFrame, name: str) -> dict[str, str]:
    """Our label for every different `period|kind` of the table."""
    places = first_places(table["period"] + "|" + table["period_kind"], table["row"], name)

    def label(pair: str) -> str:
        text, _, kind = pair.rpartition("|")
        return parse(text, PeriodKind(kind)).label

    return translate(places, label, "unknown period", "Correct the period or its kind.", _printed_period)


def _printed_period(pair: str) -> str:
    return pair.rpartition("|")[0]


def _unreadable(row: int, name: str) -> Problem:
    place = f"{name}, row {row}"
    return Problem(
        "unreadable number", "error", place, "", f"{place}: a number cannot be read; write it as 1234.5."
    )


def _source(extracted: Extracted, catalogue: Catalogue, indicators: list[Indicator]) -> str:
    """The source named by the file, else the only one its indicators have."""
    if extracted.stem in catalogue.sources:
        return extracted.stem
    sources = sorted({indicator.source for indicator in indicators})
    if len(sources) > 1:
        raise refused(
            "source",
            extracted.name,
            f"{extracted.name} holds indicators of {' and '.join(sources)}; name the file after its source.",
        )
    return sources[0]


READER = Reader(describe("tidy"), read)
