"""The reporting cycle: who gets reports how often, which months are due on a day, and which were issued."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from indicators.audiences import Audience, Frequency
from indicators.periods import MONTHS
from indicators.written.issue import Issue


@dataclass(frozen=True, slots=True)
class Window:
    """The months a report covers: first day and last day, both included."""

    start: date
    end: date

    @property
    def words(self) -> str:
        """`July 2019`, `July to September 2019`, `October 2019 to March 2020`."""
        first, last = MONTHS[self.start.month - 1], f"{MONTHS[self.end.month - 1]} {self.end.year}"
        if (self.start.year, self.start.month) == (self.end.year, self.end.month):
            return last
        began = first if self.start.year == self.end.year else f"{first} {self.start.year}"
        return f"{began} to {last}"


class Standing(StrEnum):
    """Where an audience stands on a day."""

    DUE = "due"
    ISSUED = "issued"
    NOT_SET = "frequency not set"


@dataclass(frozen=True, slots=True)
class Due:
    """The last whole window of an audience on a day, what was issued for it, and when the next one ends."""

    audience: Audience
    standing: Standing
    window: Window | None = None
    issue: Issue | None = None
    next_on: date | None = None


def window_before(frequency: Frequency, as_at: date) -> Window | None:
    """The last window that was over before a day, counted from April; None where no frequency is set."""
    length = frequency.months
    if not length:
        return None
    since_april = (as_at.month - 4) % 12
    begun = _first_of(as_at.year, as_at.month - since_april % length)
    start = _first_of(begun.year, begun.month - length)
    return Window(start, begun - timedelta(days=1))


def stand(audience: Audience, as_at: date, issues: Iterable[Issue]) -> Due:
    """Whether an audience is owed a report on a day. An issue counts when it covers the whole window."""
    window = window_before(audience.frequency, as_at)
    if window is None:
        return Due(audience, Standing.NOT_SET)
    issue = next((each for each in issues if _covers(each, audience, window)), None)
    after = _first_of(window.end.year, window.end.month + 1 + audience.frequency.months)
    return Due(audience, Standing.ISSUED if issue else Standing.DUE, window, issue, after)


def calendar(
    audiences: Iterable[Audience], as_at: date, issues: Iterable[Issue], area: str
) -> tuple[Due, ...]:
    """Where the audiences of a council stand: what is due first, a shorter cycle before a longer one."""
    known = tuple(issue for issue in issues if issue.area == area and issue.issued_on <= as_at)
    found = [stand(each, as_at, known) for each in audiences if each.area in ("", area)]
    order = list(Standing)
    return tuple(sorted(found, key=lambda due: (order.index(due.standing), due.audience.frequency.months)))


def _covers(issue: Issue, audience: Audience, window: Window) -> bool:
    whole = issue.covers_from <= window.start and window.end <= issue.covers_to
    return issue.audience == audience.code and whole


def _first_of(year: int, month: int) -> date:
    """The first day of a month, which may be one before January or after December."""
    years, month = divmod(month - 1, 12)
    return date(year + years, month + 1, 1)
