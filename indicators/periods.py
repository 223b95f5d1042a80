"""Periods of every kind that publishers print, with their true first and last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class PeriodKind(StrEnum):
    """What a period is; only periods of one kind and length are ever compared."""

    FINANCIAL_YEAR = "financial_year"
    CARE_YEAR = "care_year"
    CALENDAR_YEAR = "calendar_year"
    SURVEY_ROUND = "survey_round"
    WINDOW = "window"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Period:
    """One period: its kind, first day and last day (both included)."""

    kind: PeriodKind
    start: date
    end: date

    def __lt__(self, other: Period) -> bool:
        return (self.end, self.start) < (other.end, other.start)

    @property
    def label(self) -> str:
        """The one spelling used in the store and on screen, such as `2019-20 Q1`."""
        match self.kind:
            case PeriodKind.CALENDAR_YEAR:
                return f"{self.start.year}"
            case PeriodKind.DAY:
                return self.start.isoformat()
            case PeriodKind.MONTH:
                return f"{self.start:%Y-%m}"
            case PeriodKind.QUARTER:
                first = self.start.year if self.start.month >= 4 else self.start.year - 1
                quarter = (self.start.month - 4) // 3 % 4 + 1
                return f"{_years_label(first, first + 1)} Q{quarter}"
            case _:
                return _years_label(self.start.year, self.end.year)

    @property
    def words(self) -> str:
        """The label as a reader says it: `31 July 2019`, `April 2019`, else the label itself."""
        if self.kind is PeriodKind.DAY:
            return f"{self.start.day} {MONTHS[self.start.month - 1]} {self.start.year}"
        if self.kind is PeriodKind.MONTH:
            return f"{MONTHS[self.start.month - 1]} {self.start.year}"
        return self.label

    @property
    def when(self) -> str:
        """When it was, as a sentence has it: `on 31 July 2019`, `in April 2019`, `in 2019-20`."""
        return f"{'on' if self.kind is PeriodKind.DAY else 'in'} {self.words}"

    @property
    def months(self) -> int:
        """Length in whole months; 0 for a snapshot day."""
        if self.kind is PeriodKind.DAY:
            return 0
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def comparable(self, other: Period) -> bool:
        """True when both are of one kind and length, so that a change between them means something."""
        return self.kind is other.kind and self.months == other.months

    def reaches(self, first: Period) -> bool:
        """True from `first` on: not before one of the same kind, not over when another kind begins."""
        return not self < first if self.comparable(first) else first.start <= self.end

    def years_after(self, other: Period) -> float:
        """Years from the end of `other` to the end of this period, to one decimal."""
        return round((self.end - other.end).days / 365.25, 1)


def _years_label(first: int, last: int) -> str:
    return f"{first}-{last % 100:02d}"
