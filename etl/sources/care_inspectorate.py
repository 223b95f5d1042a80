"""Reads the Care Inspectorate datastore: how many services of a council are graded, and how many well.

A row of the file is a service, and many are one named person: only number, kind, sector, council, day of
inspection and grades are taken from it, and the name where `care_services` knows the kind to be no person's.
Handed over are counts of services, and the grades of those kinds. A problem names rows only.

The grades are those of the key questions (`KQ_...`, from about 2018), and for a service without any of them
those of the quality themes before (`Quality_of_...`). The lowest of them decides.
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from dataclasses import dataclass, replace

import pandas as pd

from etl.editions import Edition, edition_of
from etl.extract import Extracted
from etl.problems import Problem, refused
from etl.readings import Asked, Reading, first_places, resolve_areas, tidy_frame
from etl.sources.care_services import FRAMEWORKS, GRADES, OPTIONAL, service_marks
from etl.sources.description import Reader, describe
from etl.tables import LINES_ABOVE, read_table
from indicators.catalogue import Catalogue

DESCRIPTION = describe("care_inspectorate")
GOOD = 4
_BEGINNING = 20_000
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Group:
    """Services counted together: the start of their indicators' codes, and their words in the file."""

    prefix: str
    service: str = ""
    subtype: str = ""


GROUPS = (
    Group("CARE_SERVICES"),
    Group("CARE_HOMES_OLDER_PEOPLE", "care home service", "older people"),
    Group("CARE_HOMES_CHILDREN", "care home service", "children & young people"),
    Group("CARE_AT_HOME", "support service", "care at home"),
    Group("HOUSING_SUPPORT", "housing support service"),
    Group("FOSTERING", "fostering service"),
    Group("ADOPTION", "adoption service"),
)


def recognises(extracted: Extracted) -> bool:
    """True when one of the first lines is the header, whatever the encoding of the rest."""
    return _header_line(_text(extracted)) is not None


def read(extracted: Extracted, catalogue: Catalogue, asked: Asked) -> Reading:
    """For each council and group of services two figures of a day: how many are graded, what share well.

    A group of which a council has no graded service gives no figure. A grade nobody can read rejects its
    service. Raises LoadRefused for a service listed twice, an unknown council or a date that is no month.
    """
    name = extracted.name
    edition = edition_of(extracted, asked, DESCRIPTION.edition)
    day = _day(edition, name)
    services = _services(extracted)
    _check_once(services, name)
    names = resolve_areas(catalogue, first_places(services["area"], services["row"], name))
    services["area"] = services["area"].map(names)
    every, (services, problems) = services, _graded(services, name)
    frame = pd.concat([_figures(services, group) for group in GROUPS], ignore_index=True)
    constants = {"period": day, "period_kind": "day", "basis": "none", "status": "published", "note": ""}
    frame = frame.assign(**constants, edition=edition.label, published_on=edition.published_on)
    marks = service_marks(every, name, day)
    return Reading(
        DESCRIPTION.source,
        tidy_frame(frame),  # type: ignore[arg-type]
        tuple(problems),
        len(problems),
        services={(edition.published_on, edition.label): marks},
    )


def _text(extracted: Extracted) -> str:
    """The text in UTF-8 where it is that, else in Windows-1252."""
    try:
        return extracted.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return extracted.content.decode("cp1252", errors="replace")


def _header_line(text: str) -> int | None:
    """How many lines stand above the header; None without one, or where the first lines are no CSV."""
    for above, line in enumerate(_LINE_END.split(text[:_BEGINNING], LINES_ABOVE)[:LINES_ABOVE]):
        try:
            words = next(csv.reader([line]), [])
        except csv.Error:
            return None
        if set(DESCRIPTION.columns) <= set(words):
            return above
    return None


def _services(extracted: Extracted) -> pd.DataFrame:
    """Number, kind, subtype, area, name, sector, day and every grade as text; all else ends here."""
    text = _text(extracted)
    above = _header_line(text) or 0
    below = _LINE_END.split(text, above)[above] if above else text
    table = read_table(replace(extracted, content=below.encode()))
    grades = [column for column in table if any(kind.fullmatch(str(column)) for kind in FRAMEWORKS)]
    if not grades:
        place = f"{extracted.name}, row {above + 1}"
        sentence = f"{place}: there is no column of grades (KQ_... or Quality_of_...); fetch the file again."
        raise refused("unknown column", place, sentence)
    table["row"] += above
    new = dict(zip(DESCRIPTION.columns, ("number", "service", "subtype", "area"), strict=True)) | OPTIONAL
    for column in OPTIONAL:
        table[column] = table.get(column, "")
    return table[["row", *new, *grades]].rename(columns=new)


def _check_once(services: pd.DataFrame, name: str) -> None:
    again = services.loc[services["number"].duplicated(keep=False), "row"]
    if len(again):
        rows = ", ".join(str(row) for row in again[:10])
        sentence = f"{name}, rows {rows}: a service is listed more than once; fetch the file again."
        raise refused("repeated service", f"{name}, rows {rows}", sentence)


def _graded(services: pd.DataFrame, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The services with a lowest grade; those with a grade nobody can read become problems."""
    lowest = pd.Series(float("nan"), index=services.index)
    unread = pd.Series(False, index=services.index)
    for kind in FRAMEWORKS:
        columns = [column for column in services if kind.fullmatch(str(column))]
        printed = services[columns].apply(lambda column: column.str.lower())
        numbers = printed.apply(lambda column: column.map(GRADES))
        blank = printed.isin([marker.lower() for marker in DESCRIPTION.markers])
        unread |= (numbers.isna() & ~blank).any(axis=1)
        lowest = lowest.fillna(numbers.min(axis=1))
    problems = []
    for row in services.loc[unread, "row"]:
        place = f"{name}, row {row}"
        sentence = f"{place}: a grade is neither 1 to 6 nor its word; the service is left out."
        problems.append(Problem("unreadable grade", "error", place, "", sentence))
    found = services.assign(lowest=lowest)[["row", "service", "subtype", "area", "lowest"]]
    return found[lowest.notna() & ~unread].reset_index(drop=True), problems


def _figures(services: pd.DataFrame, group: Group) -> pd.DataFrame:
    """Two rows for each council that has a graded service of a group."""
    chosen = services
    if group.service:
        chosen = chosen[chosen["service"].str.lower() == group.service]
    if group.subtype:
        chosen = chosen[chosen["subtype"].str.lower().str.replace(" and ", " & ") == group.subtype]
    chosen = chosen.assign(good=chosen["lowest"] >= GOOD, all=1)
    graded = chosen.groupby("area")[["all", "good"]].sum()
    counted = pd.DataFrame(
        {
            "indicator": f"{group.prefix}_GRADED",
            "area": graded.index,
            "value": graded["all"],
            "numerator": float("nan"),
            "denominator": float("nan"),
        }
    )
    share = counted.assign(
        indicator=f"{group.prefix}_GOOD_OR_BETTER_PCT",
        value=graded["good"] / graded["all"] * 100,
        numerator=graded["good"],
        denominator=graded["all"],
    )
    return pd.concat([counted, share], ignore_index=True).assign(locator="counted from the rows of services")


def _day(edition: Edition, name: str) -> str:
    """The day the file describes: its own date, else the last of its month."""
    year, _, rest = edition.published_on.partition("-")
    if not rest:
        sentence = f"{name}: the month it describes is needed; give it, for example --published {year}-07."
        raise refused("edition", name, sentence, edition.published_on)
    month = int(rest[:2])
    return edition.published_on if len(rest) > 2 else f"{year}-{rest}-{monthrange(int(year), month)[1]:02d}"


READER = Reader(DESCRIPTION, read, recognises)
