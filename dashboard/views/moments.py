"""Dates and moments as people read them, from the ISO texts of the store."""

from __future__ import annotations

from datetime import datetime

from indicators.periods import MONTHS


def day_words(moment: str) -> str:
    """`20 November 2026` for a moment or a day, `February 2024` for a month, `2024` for a year."""
    parts = moment[:10].split("-")
    named = [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    day = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join([*day, *named, parts[0]])


def short_day(moment: str) -> str:
    """`20 Nov 2026` for a moment or a day of the store, where there is little room."""
    day, month, year = day_words(moment).split()
    return f"{day} {month[:3]} {year}"


def moment_words(moment: str) -> str:
    """`20 November 2026, 12:58` for a moment of the store, which is in UTC."""
    return f"{day_words(moment)}, {datetime.fromisoformat(moment):%H:%M}"
