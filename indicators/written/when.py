"""When something begins or is due: a day, or words such as `During session 2019/20`, kept as they are.

Words are sorted by the first day they name. What begins is sorted by the first day of a month or year it
names, what is due by the last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from indicators.periods import MONTHS, Period, PeriodKind
from indicators.printed_periods import PeriodError, parse
from indicators.written.checks import Faults

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_YEAR = r"(?:19|20)\d\d"
_YEARS = rf"({_YEAR} ?[/-] ?(?:{_YEAR}|\d\d))"


@dataclass(frozen=True, slots=True)
class When:
    """The words as they were written, and the day they are sorted and judged by; None where they name none.

    Raises WritingError for words that cannot be kept.
    """

    words: str = ""
    day: date | None = None

    def __post_init__(self) -> None:
        faults = Faults()
        faults.line("Date", self.words, needed=self.day is not None)
        faults.settle()

    @property
    def order(self) -> tuple[bool, date, str]:
        """What to sort by: the day, and after all days what has none."""
        return self.day is None, self.day or date.max, self.words

    def passed(self, as_at: date) -> bool:
        """True after its day; never where there is none."""
        return self.day is not None and as_at > self.day


NEVER = When()


def on(day: date) -> When:
    """A day, in the words of a reader."""
    return When(f"{day.day} {MONTHS[day.month - 1]} {day.year}", day)


def begins(text: str) -> When:
    """When something begins: `01-Apr-2017`, `Apr-2016` (its first day), `During session 2019/20`."""
    named = [period.start for period in _periods(text)]
    return When(text, min(named, default=None))


def due(text: str, said_on: date | None = None) -> When:
    """When something is due: `June 2019` is its last day, a school session ends with July.

    `Immediate` and `within next three months` count from the day they were said on, where that is known.
    """
    named = [period.end for period in _periods(text)]
    if said_on is not None:
        named += _counted(text, said_on)
    return When(text, min(named, default=None))


def _periods(text: str) -> Iterator[Period]:
    """The periods a text names; each is blanked out, so that 31 March 2020 is not March 2020 too."""
    rest = text
    for pattern, meant in _FORMS:
        for found in list(re.finditer(pattern, rest, re.IGNORECASE)):
            try:
                yield meant(found)
            except PeriodError:
                continue
            rest = rest[: found.start()] + " " * (found.end() - found.start()) + rest[found.end() :]


def _counted(text: str, said_on: date) -> Iterator[date]:
    if re.search(r"\bimmediate", text, re.IGNORECASE):
        yield said_on
    numbers = "|".join(_NUMBERS)
    for found in re.finditer(rf"within (?:the )?(?:next )?({numbers}|\d\d?) months?", text, re.IGNORECASE):
        yield _months_on(said_on, _NUMBERS.get(found[1].lower()) or int(found[1]))


def _months_on(day: date, months: int) -> date:
    """The same day some months later; the last of the month where that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


_Meant = Callable[[re.Match[str]], Period]
_FORMS: tuple[tuple[str, _Meant], ...] = (
    (rf"\b({_YEAR}-\d\d-\d\d)\b", lambda found: parse(found[1], PeriodKind.DAY)),
    (
        rf"\b(\d\d?)/(\d\d?)/({_YEAR})\b",
        lambda found: parse(f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}", PeriodKind.DAY),
    ),
    (
        rf"\b(\d\d?) ?(?:st|nd|rd|th)?[ -]([a-z]{{3,9}})[ -]({_YEAR})\b",
        lambda found: parse(f"{found[1]} {found[2]} {found[3]}", PeriodKind.DAY),
    ),
    (rf"\bsession {_YEARS}\b", lambda found: parse(found[1].replace(" ", ""), PeriodKind.CARE_YEAR)),
    (rf"\b({_YEAR} ?[/-] ?\d\d Q[1-4])\b", lambda found: parse(found[1], PeriodKind.QUARTER)),
    (rf"\b{_YEARS}\b", lambda found: parse(found[1].replace(" ", ""))),
    (rf"\b([a-z]{{3,9}})[ -]({_YEAR})\b", lambda found: parse(f"{found[1]} {found[2]}", PeriodKind.MONTH)),
    (rf"\b({_YEAR})\b", lambda found: parse(found[1], PeriodKind.CALENDAR_YEAR)),
)
