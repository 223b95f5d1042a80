"""The single services of the Care Inspectorate datastore that social work answers for, with their grades.

Only kinds of service that are never one named person are taken, by a list of what may be kept: a
childminder, an agency or a kind nobody here knows leaves no name, number or grade behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

import pandas as pd

from indicators.grades import Grade, Ungraded, read_sector
from indicators.store.inspected import ServiceMark

FRAMEWORKS: Final = (re.compile(r"KQ_(?!.*_change$).+"), re.compile(r"Quality_of_.+"))
GRADES: Final[Mapping[str, float]] = {
    text: float(grade)
    for grade in Grade
    for text in (str(grade.value), f"{grade.value}.0", grade.name.lower().replace("_", " "))
}
OPTIONAL: Final = {"ServiceName": "name", "ServiceType": "sector", "Last_inspection_Date": "inspected"}
"""Columns a list of services needs and a count of them does not: absent ones are blank."""
KINDS: Final = frozenset(
    {
        "adoption service",
        "adult placement service",
        "care home service",
        "fostering service",
        "housing support service",
        "offender accommodation service",
        "school care accommodation service",
        "secure accommodation service",
        "support service",
    }
)
_NO_TEXT = frozenset({"", ".", "na"})
_THEMES = {
    "KQ_Support_Wellbeing": "Support for wellbeing",
    "KQ_Care_and_Support_Planning": "Care and support planning",
    "KQ_Setting": "Setting",
    "KQ_Staff_Team": "Staff team",
    "KQ_Leadership": "Leadership",
    "KQ_Care_Play_and_Learning": "Care, play and learning",
}


def service_marks(services: pd.DataFrame, name: str, day: str) -> tuple[ServiceMark, ...]:
    """Every theme of the framework each service was last graded in; `day` is the one the file describes.

    `services` has number, name, service, subtype, area, sector, inspected, row and the columns of grades,
    all text. A service without any grade has all its themes blank, one with a grade nobody can read none.
    """
    frameworks = [[str(c) for c in services if kind.fullmatch(str(c))] for kind in FRAMEWORKS]
    frameworks = [columns for columns in frameworks if columns]
    return tuple(
        mark
        for service in services.to_dict("records")
        if service["service"].lower() in KINDS
        for mark in _of_service({str(key): str(text) for key, text in service.items()}, frameworks, name, day)
    )


def _of_service(
    service: Mapping[str, str], frameworks: list[list[str]], name: str, day: str
) -> Iterator[ServiceMark]:
    texts = {column: service[column].lower() for columns in frameworks for column in columns}
    graded = {column: GRADES[text] for column, text in texts.items() if text in GRADES}
    if len(graded) + sum(text in _NO_TEXT for text in texts.values()) < len(texts):
        return
    used = next((each for each in frameworks if any(column in graded for column in each)), frameworks[0])
    for column in used:
        grade = graded.get(column)
        yield ServiceMark(
            area=service["area"],
            number=service["number"],
            name=service["name"],
            theme=theme_words(column),
            service_type=_type(service),
            sector=read_sector(service["sector"]).value,
            mark="graded" if grade else Ungraded.BLANK.value,
            grade=int(grade) if grade else None,
            inspected_on=_day(service["inspected"]),
            as_at=day,
            locator=f"{name}, row {service['row']}, {column}",
        )


def theme_words(column: str) -> str:
    """`Setting` for `KQ_Setting`, `Quality of Staffing` for `Quality_of_Staffing`."""
    return _THEMES.get(column, column.removeprefix("KQ_").replace("_", " "))


def _type(service: Mapping[str, str]) -> str:
    subtype = service["subtype"]
    return f"{service['service']} ({subtype})" if subtype.lower() not in _NO_TEXT else service["service"]


def _day(text: str) -> str:
    """An ISO day from `09/12/2025`; empty for anything else."""
    try:
        return datetime.strptime(text, "%d/%m/%Y").date().isoformat()
    except ValueError:
        return ""
