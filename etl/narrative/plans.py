"""Projects and actions of a report held against the day it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from etl.narrative.conflicts import Conflict
from etl.narrative.dates import days, in_words, report_date
from etl.narrative.tables import Row, under
from etl.narrative.text import Sentence
from indicators.projects import Project, stand

# From when something runs is not when it is due: `from April 2015`, `April 2015 to March 2020`.
_BEGINNING = re.compile(
    r"\b(?:from|since|start\w*|began|commenc\w*)\b.{0,25}?\b(?:19|20)\d\d"
    r"|\b(?:19|20)\d\d(?= ?(?:to|until|-|–) )"
)
_POSITION = r"^(?:current position|progress|% complete|percent complete)"


def progress(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A project whose progress is far behind the share of its time that has gone by the day of the report."""
    del found
    today = report_date(text)
    if today is None:
        return
    for heading, rows in under(r"^start date", text):
        start, due, done = (heading.find(pattern) for pattern in (r"^start date", r"^due date", _POSITION))
        for row in rows if min(start, due, done) >= 0 else ():
            told = _behind(row.at(start), row.at(due), row.at(done), today[0])
            if told:
                yield Conflict("progress", row.line, row.text, today[1], in_words(today[0]), told)


def _behind(start: str, due: str, position: str, today: date) -> str:
    """Why a project is behind or cannot be, in words; empty where it is neither."""
    first, last = next(days(start), None), next(days(due, last=True), None)
    done = re.fullmatch(r"(\d{1,3})(?:\.\d+)?%", position)
    if first is None or last is None or done is None or int(done[1]) > 100:
        return ""
    if last < first:
        return f"it is due on {in_words(last)}, before it starts"
    standing = stand(Project("", first, last, float(position.rstrip("%"))), today)
    return standing.words[0].lower() + standing.words[1:] if standing.late else ""


def reviews(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """An action that was to be reviewed or done by the day of the report, and tells no progress."""
    del found
    today = report_date(text)
    if today is None:
        return
    for heading, rows in under(r"^progress$", text):
        due, told = heading.find(r"^(?:timescale|review|due|target date)"), heading.find(r"^progress$")
        for row in _until_heading(rows, heading) if due >= 0 else ():
            first = min(days(_BEGINNING.sub("", row.at(due))), default=None)
            if first and first <= today[0] and not row.at(told):
                why = f"it was due for {first:%B %Y} and its progress is empty"
                yield Conflict("review", row.line, row.at(due), today[1], in_words(today[0]), why)


def _until_heading(rows: Sequence[Row], heading: Row) -> Iterator[Row]:
    """The rows down to where the same heading is repeated, which has rows of its own."""
    for row in rows:
        if row.cells == heading.cells:
            return
        yield row
