"""Reads tables of care grades that reports print: one row for each theme of each service, and no figures."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import pandas as pd

from etl.extract import Extracted
from etl.problems import LoadRefused, Problem, refused
from etl.readings import COLUMNS, Asked, EditionKey, Reading, first_places, resolve_areas, tidy_frame
from etl.sources.description import Reader, describe
from etl.tables import read_table
from indicators.catalogue import Catalogue
from indicators.grades import Grade, read_mark, read_sector
from indicators.store.inspected import ServiceMark

ENDING = "_grades"
_DAY = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
DESCRIPTION = describe("graded_services")


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """The services of each edition in the file.

    Raises LoadRefused for an unknown source or council, a grade that is neither 1 to 6 nor n/a nor blank, a
    day that is none, and a theme that one service has twice.
    """
    name = extracted.name
    if asked.edition or asked.published:
        sentence = f"{name} names the editions itself; leave --edition and --published out."
        raise refused("edition", name, sentence)
    source = extracted.stem.removesuffix(ENDING)
    if source not in catalogue.sources or source == extracted.stem:
        sentence = f"{name} holds grades; name it after its source, as in dundee_cswo_report_grades.csv."
        raise refused("source", name, sentence)
    table = read_table(extracted)
    areas = resolve_areas(catalogue, first_places(table["area"], table["row"], name))
    _check(table, name)
    services: dict[EditionKey, list[ServiceMark]] = defaultdict(list)
    for row in table.assign(area=table["area"].map(areas)).to_dict("records"):
        services[row["published_on"], row["edition"]].append(_mark({str(k): str(v) for k, v in row.items()}))
    nothing = tidy_frame(pd.DataFrame(columns=list(COLUMNS)))  # type: ignore[arg-type]
    return Reading(source, nothing, services={key: tuple(marks) for key, marks in services.items()})


def _check(table: pd.DataFrame, name: str) -> None:
    problems = []
    for row in table.itertuples():
        sentence = _fault(row)
        if sentence:
            place = f"{name}, row {row.row}"
            problems.append(Problem("care grade", "error", place, "", f"{place}: {sentence}"))
    key = ["service_number", "service", "area", "theme", "edition"]
    for number in table.loc[table.duplicated(key), "row"]:
        place = f"{name}, row {number}"
        sentence = f"{place}: this theme of the service stands above already; remove one of the two."
        problems.append(Problem("care grade", "error", place, "", sentence))
    if problems:
        raise LoadRefused(problems)


def _fault(row: Any) -> str:
    """What is wrong with a row, or nothing."""
    try:
        read_mark(row.grade)
    except ValueError as error:
        return f"{error}."
    for day in (row.published_on, row.inspected_on or row.published_on):
        if not _DAY.fullmatch(day):
            return f"'{day}' is not a day; write it as 2019-07-31."
    return "" if row.service and row.theme else "a service and a theme are needed."


def _mark(row: dict[str, str]) -> ServiceMark:
    mark = read_mark(row["grade"])
    grade = mark.value if isinstance(mark, Grade) else None
    return ServiceMark(
        area=row["area"],
        number=row["service_number"],
        name=row["service"],
        theme=row["theme"],
        service_type=row["service_type"],
        sector=read_sector(row["sector"]).value,
        mark="graded" if grade else str(mark),
        grade=grade,
        inspected_on=row["inspected_on"],
        as_at=row["published_on"],
        locator=row["locator"],
    )


READER = Reader(DESCRIPTION, read)
