"""A table of inspections held against what is said of it: its title, its dates and its themes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.narrative.conflicts import Conflict
from etl.narrative.dates import days, first_day
from etl.narrative.tables import Row, tables, under
from etl.narrative.text import Sentence, financial_year, words

NEAR = 4  # lines between a title and its table
_EXCEPT = re.compile(
    r"\b(?:with the exception of|excluding|except for|other than) (?:all )?"
    r"([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*)"
)
_INSPECTED = re.compile(r"\binspections? of ((?:our |the |and |of |[A-Z][\w'’]+ ?)+)")
_AT_HOME = re.compile(r"\b(?:care at home|home ?care|housing support)\b", re.IGNORECASE)
_DATED = "inspection date"


def exceptions(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A title that leaves something out, over a table that lists it."""
    listings = list(tables(text))
    for sentence in found:
        told = _EXCEPT.search(sentence.text) if "\t" not in sentence.text else None
        for rows in listings if told else ():
            if told and 0 < rows[0].line - sentence.line <= NEAR:
                left_out = told[1].lower().removesuffix("s")
                listed = [row for row in rows if any(_one(cell) == left_out for cell in row.cells)]
                for row in listed[:1]:
                    why = f"{len(listed)} row{'s' if len(listed) > 1 else ''} of the table are {told[1]}"
                    yield Conflict("title", sentence.line, sentence.text, row.line, row.text, why)


def _one(cell: str) -> str:
    return cell.lower().removesuffix("s")


def inspected(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """An inspection said to be of a year, of a service whose table has an earlier one as its latest."""
    dated = list(_dated(text))
    for sentence in found if dated else ():
        year = financial_year(sentence.text)
        for met in _INSPECTED.finditer(sentence.text) if year else ():
            for part in re.split(r"\band\b", met[1]):
                rows = [row for row in dated if words(part) and words(part) <= words(row[1])]
                printed = [days(when) for _, _, when in rows]
                if rows and max(day for found in printed for day in found) < first_day(year):
                    row, name, when = rows[0]
                    why = f"{name} was inspected on {when}, not in {year}"
                    yield Conflict("period", sentence.line, sentence.text, row.line, row.text, why)


def _dated(text: str) -> Iterator[tuple[Row, str, str]]:
    """The rows of tables of inspections: the row, the name of its service and its date as printed."""
    for heading, rows in under(_DATED, text):
        name, when = heading.find(r"\bname\b"), heading.find(_DATED)
        for row in rows:
            if name >= 0 and any(days(row.at(when))):
                yield row, row.at(name), row.at(when)


def themes(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A grade for the environment of a service in people's own homes, which has none: shifted columns."""
    del found
    at_home = [
        (row, row.at(heading.find("environment")))
        for heading, rows in under(_DATED, text)
        for row in rows
        if heading.find("environment") >= 0 and _AT_HOME.search(row.at(heading.find("service type")))
    ]
    ungraded = [row for row, grade in at_home if not grade[:1].isdigit()]
    for row, grade in at_home:
        if re.fullmatch(r"[1-6]", grade):
            other = min(ungraded, key=lambda each: abs(each.line - row.line), default=row)
            why = f"the environment of a service in people's own homes is not graded, and has {grade}"
            yield Conflict("theme", row.line, row.text, other.line, other.text, why)
