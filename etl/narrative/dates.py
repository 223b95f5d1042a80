"""Dates as reports print them, and the date of a report itself."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from indicators.periods import Period, PeriodKind

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_WORDS = re.compile(
    rf"(?:\b(\d{{1,2}}) ?(?:st|nd|rd|th)?[ -])?\b{_MONTH}[ -]((?:19|20)\d\d)\b", re.IGNORECASE
)
_SLASHES = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:20)?\d\d)\b")
TOP = 12  # lines in which the date of a report stands


def days(printed: str, *, last: bool = False) -> Iterator[date]:
    """The dates of a text: `26 September 2016`, `01-Apr-2017`, `Apr-2016`, `31/07/19`.

    A month alone is its first day, or its last one. What is no day, such as 31 April, is left out.
    """
    for found in _WORDS.finditer(printed):
        month, year = _MONTHS.index(found[2][:3].lower()) + 1, int(found[3])
        day = int(found[1]) if found[1] else monthrange(year, month)[1] if last else 1
        yield from _day(year, month, day)
    for found in _SLASHES.finditer(printed):
        yield from _day(int(found[3][-2:]) + 2000, int(found[2]), int(found[1]))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        yield date(year, month, day)


def report_date(text: str) -> tuple[date, int] | None:
    """The day a report is of, with its line: said as that of its making, or the first at its top."""
    lines = list(enumerate(text.splitlines(), 1))
    made = [
        each for each in lines if re.match(r"\W*(?:generated on|date of report|report date)", each[1], re.I)
    ]
    for at, line in [*made, *[each for each in lines if each[1].strip()][:TOP]]:
        for found in _WORDS.finditer(line):
            if found[1]:
                return next(((day, at) for day in days(found[0])), None)
    return None


def in_words(day: date) -> str:
    """A day as it is printed: `26 September 2016`."""
    return Period(PeriodKind.DAY, day, day).words


def year_ended(day: date) -> str:
    """The financial year that was over by a day: `2018-19` on 26 June 2019."""
    first = day.year - (1 if day >= date(day.year, 4, 1) else 2)
    return f"{first}-{(first + 1) % 100:02d}"


def first_day(year: str) -> date:
    """The first day of a financial year such as `2019-20`."""
    return date(int(year[:4]), 4, 1)
