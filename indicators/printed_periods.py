"""Periods as publishers print them: `2019/20`, `2018-19 April`, `Jan-Mar 2018` and `31 July 2019`.

A label alone is not enough: `2019-20` is a financial year in one series and a care year (August to
July) in another, and `2010-14` is a window of four years though it has the shape of `2010-11`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from indicators.periods import MONTHS, Period, PeriodKind

LONGEST_WINDOW_YEARS = 10
_SPLIT_YEARS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.CARE_YEAR, PeriodKind.SURVEY_ROUND)


class PeriodError(ValueError):
    """A text that is not a period, with the text and what would be accepted."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text}' is not a period; write it as 2019-20, 2017-20, 2019-20 Q1, 2019-04, 2019 "
            "or 31 July 2019"
        )


def parse(text: str, kind: PeriodKind | None = None) -> Period:
    """Read a period as publishers print it.

    `kind` settles what a label cannot say: a care year or survey round printed as `2019-20`, or a
    month printed as `2010-11`. Raises PeriodError for anything that is not a period, and for a
    period that is not of the kind asked for.
    """
    cleaned = " ".join(re.sub(r"[‐-―−]", "-", text).replace(";", " ").replace("\u00a0", " ").split())
    for pattern, build in _FORMS:
        found = re.fullmatch(pattern, cleaned, re.IGNORECASE)
        period = found and build(found, kind)
        if period and (kind is None or period.kind is kind):
            return period
    raise PeriodError(text)


def words_of(label: str) -> str:
    """A label as a reader says it; one that is no period stays as it is."""
    try:
        return parse(label).words
    except PeriodError:
        return label


@lru_cache(maxsize=4096)
def parse_as_any(text: str, kinds: tuple[PeriodKind, ...]) -> Period:
    """Read a period as the first of some kinds that it can be, else as what it looks like.

    Raises PeriodError for anything that is not a period.
    """
    for kind in kinds:
        try:
            return parse(text, kind)
        except PeriodError:
            continue
    return parse(text)


def _split_years(found: re.Match[str], kind: PeriodKind | None) -> Period | None:
    first, last = int(found[1]), int(found[2])
    if last < 100:
        last += first // 100 * 100
        last += 100 if last <= first else 0
    length = last - first
    if not 1 <= length <= LONGEST_WINDOW_YEARS:
        return None
    if length > 1:
        return Period(PeriodKind.WINDOW, date(first, 4, 1), date(last, 3, 31))
    chosen = kind if kind in _SPLIT_YEARS else PeriodKind.FINANCIAL_YEAR
    if chosen is PeriodKind.CARE_YEAR:
        return Period(chosen, date(first, 8, 1), date(last, 7, 31))
    return Period(chosen, date(first, 4, 1), date(last, 3, 31))


def _quarter(found: re.Match[str], _: PeriodKind | None) -> Period | None:
    year = _split_years(found, PeriodKind.FINANCIAL_YEAR)
    if year is None or year.months != 12:
        return None
    month = int(found[3]) * 3 + 1
    return _months(year.start.year + month // 13, (month - 1) % 12 + 1, 3)


def _named_quarter(found: re.Match[str], _: PeriodKind | None) -> Period | None:
    first, last = _month_number(found[1]), _month_number(found[2])
    if not first or not last or last - first != 2 or first % 3 != 1:
        return None
    return _months(int(found[3]), first, 3)


def _month_of_year(found: re.Match[str], _: PeriodKind | None) -> Period | None:
    year, month = _split_years(found, PeriodKind.FINANCIAL_YEAR), _month_number(found[3])
    if year is None or year.months != 12 or not month:
        return None
    return _months(year.start.year + (month < 4), month, 1)


def _named_month(found: re.Match[str], _: PeriodKind | None) -> Period | None:
    month = _month_number(found[1])
    return _months(int(found[2]), month, 1) if month else None


def _numbered_month(found: re.Match[str], kind: PeriodKind | None) -> Period | None:
    month = int(found[2])
    return _months(int(found[1]), month, 1) if 1 <= month <= 12 and kind in (None, PeriodKind.MONTH) else None


def _calendar_year(found: re.Match[str], _: PeriodKind | None) -> Period:
    year = int(found[1])
    return Period(PeriodKind.CALENDAR_YEAR, date(year, 1, 1), date(year, 12, 31))


def _iso_day(found: re.Match[str], _: PeriodKind | None) -> Period | None:
    return _day(int(found[1]), int(found[2]), int(found[3]))


def _named_day(found: re.Match[str], _: PeriodKind | None) -> Period | None:
    return _day(int(found[3]), _month_number(found[2]), int(found[1]))


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        moment = date(year, month, day)
    except ValueError:
        return None
    return Period(PeriodKind.DAY, moment, moment)


def _months(year: int, month: int, count: int) -> Period:
    start = date(year, month, 1)
    last = start + timedelta(days=31 * (count - 1) + 3) if count > 1 else start
    end = date(last.year, last.month, monthrange(last.year, last.month)[1])
    return Period(PeriodKind.MONTH if count == 1 else PeriodKind.QUARTER, start, end)


def _month_number(name: str) -> int:
    """1 to 12 for a month's name or its first three letters or more; 0 when it is neither."""
    matches = [n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower())]
    return matches[0] if len(name) >= 3 and matches else 0


_Builder = Callable[[re.Match[str], "PeriodKind | None"], "Period | None"]
_YEAR = r"((?:19|20)\d\d)"
_YEARS = rf"(?:FY ?)?{_YEAR} ?[-/] ?(\d\d|(?:19|20)\d\d)"
_FORMS: tuple[tuple[str, _Builder], ...] = (
    (
        rf"{_YEAR}-(\d\d)",
        lambda found, kind: _numbered_month(found, kind) if kind is PeriodKind.MONTH else None,
    ),
    (_YEARS, _split_years),
    (rf"{_YEARS} Q([1-4])", _quarter),
    (rf"{_YEARS} ([a-z]+)", _month_of_year),
    (rf"([a-z]+) ?- ?([a-z]+) {_YEAR}", _named_quarter),
    (rf"([a-z]+) {_YEAR}", _named_month),
    (rf"{_YEAR}-?(\d\d)", _numbered_month),
    (_YEAR, _calendar_year),
    (rf"{_YEAR}-(\d\d)-(\d\d)", _iso_day),
    (rf"(\d\d?) ([a-z]+) {_YEAR}", _named_day),
)
