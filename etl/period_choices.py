"""The periods a template offers for an indicator: those of its cadence, the latest first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from indicators.indicator import Indicator
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse

# How far back each kind goes: three years of months, four of quarters, ten years of years.
HOW_MANY: Final = {
    PeriodKind.MONTH: 36,
    PeriodKind.QUARTER: 16,
    PeriodKind.DAY: 36,
    PeriodKind.FINANCIAL_YEAR: 10,
    PeriodKind.CARE_YEAR: 10,
    PeriodKind.SURVEY_ROUND: 10,
    PeriodKind.CALENDAR_YEAR: 10,
}


def kind_offered(indicator: Indicator, asked: PeriodKind | None = None) -> PeriodKind:
    """The kind of period asked for, else that of the indicator's cadence, else its usual one."""
    by_cadence = {"monthly": PeriodKind.MONTH, "quarterly": PeriodKind.QUARTER}.get(indicator.cadence)
    if asked is not None:
        return asked
    return by_cadence if by_cadence in indicator.periods else indicator.periods[0]


def labels(kind: PeriodKind, today: date) -> list[str]:
    """The last periods of a kind that have begun, the latest first; days are ends of months that are over.

    Empty for windows, whose length is each survey's own.
    """
    if kind not in HOW_MANY:
        return []
    if kind is PeriodKind.DAY:
        ends = [each.end for each in _back(PeriodKind.MONTH, today, HOW_MANY[kind] + 1)]
        return [end.isoformat() for end in ends if end <= today][: HOW_MANY[kind]]
    return [each.label for each in _back(kind, today, HOW_MANY[kind])]


def _back(kind: PeriodKind, today: date, count: int) -> list[Period]:
    found = [_around(kind, today)]
    while len(found) < count:
        found.append(_around(kind, found[-1].start - timedelta(days=1)))
    return found


def _around(kind: PeriodKind, day: date) -> Period:
    """The period of a kind a day falls into."""
    if kind is PeriodKind.CALENDAR_YEAR:
        return parse(f"{day.year}", kind)
    if kind is PeriodKind.MONTH:
        return parse(f"{day:%Y-%m}", kind)
    begins = 8 if kind is PeriodKind.CARE_YEAR else 4
    first = day.year if day.month >= begins else day.year - 1
    years = f"{first}-{(first + 1) % 100:02d}"
    if kind is PeriodKind.QUARTER:
        return parse(f"{years} Q{(day.month - 4) % 12 // 3 + 1}", kind)
    return parse(years, kind)
