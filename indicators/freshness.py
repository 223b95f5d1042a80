"""Is the newest edition of a source older than its cycle? In months, by the publisher's own rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# Publishers slip: an edition may be a quarter of its cycle late before anybody has to ask, at least a month.
ALLOWED_MONTHS = {"annual": 15, "monthly or quarterly": 4, "monthly": 2}

MONTHS_TOLD = 24
"""Below two years an age is told in months."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """How old the newest edition is, in whole months, and whether another should be there by now.

    `late` is None where the source has no cycle to be late for.
    """

    months: int
    late: bool | None


def freshness(cadence: str, published_on: str, today: date) -> Freshness:
    """The age of an edition published on 2024-02-20, in 2024-02 or in 2024: by the end of what is known."""
    parts = [int(part) for part in published_on.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    months = (today.year - year) * 12 + today.month - month
    if len(parts) > 2 and today.day < parts[2]:
        months -= 1
    months = max(months, 0)
    allowed = ALLOWED_MONTHS.get(cadence)
    return Freshness(months, None if allowed is None else months > allowed)


def age_on(end: date, today: date) -> str:
    """How old a figure is whose period ended on a day: `4 years old`, below two years `13 months old`."""
    months = (today.year - end.year) * 12 + today.month - end.month - (today.day < end.day)
    if months < 1:
        return "less than a month old"
    if months < MONTHS_TOLD:
        return f"{months} month{'' if months == 1 else 's'} old"
    return f"{months // 12} years old"


def age_in_words(months: int) -> str:
    """`this month`, `5 months ago`, `2 years ago`, `2 years and 9 months ago`."""
    if months == 0:
        return "this month"
    years, rest = divmod(months, 12)
    parts = [
        f"{number} {unit}{'' if number == 1 else 's'}"
        for number, unit in ((years, "year"), (rest, "month"))
        if number
    ]
    return f"{' and '.join(parts)} ago"
