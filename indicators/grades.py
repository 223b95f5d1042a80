"""Care Inspectorate grades: what 1 to 6 mean, what was not assessed, and how old an inspection is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class Grade(IntEnum):
    """The six grades of the Care Inspectorate, from worst to best."""

    UNSATISFACTORY = 1
    WEAK = 2
    ADEQUATE = 3
    GOOD = 4
    VERY_GOOD = 5
    EXCELLENT = 6

    @property
    def words(self) -> str:
        """`4 good`."""
        return f"{self.value} {self.name.lower().replace('_', ' ')}"


class Ungraded(StrEnum):
    """Why a theme has no grade: it was not assessed, or nothing was entered."""

    NOT_ASSESSED = "not_assessed"
    BLANK = "blank"

    @property
    def words(self) -> str:
        """`not assessed`, `blank`."""
        return self.value.replace("_", " ")


Mark = Grade | Ungraded


class Sector(StrEnum):
    """Who provides a service."""

    LOCAL_AUTHORITY = "local_authority"
    PRIVATE = "private"
    VOLUNTARY = "voluntary"
    HEALTH_BOARD = "health_board"
    NOT_STATED = "not_stated"

    @property
    def words(self) -> str:
        """`Local authority`, `Voluntary`, `Not stated`."""
        return self.value.replace("_", " ").capitalize()


_SECTORS = {
    "la": Sector.LOCAL_AUTHORITY,
    "local authority": Sector.LOCAL_AUTHORITY,
    "priv": Sector.PRIVATE,
    "prvt": Sector.PRIVATE,
    "private": Sector.PRIVATE,
    "vol": Sector.VOLUNTARY,
    "voluntary": Sector.VOLUNTARY,
    "voluntary or not for profit": Sector.VOLUNTARY,
    "health board": Sector.HEALTH_BOARD,
}


@dataclass(frozen=True, slots=True)
class Inspection:
    """The latest inspection of a service: its day, and the mark of every theme by name."""

    service: str
    day: date
    marks: Mapping[str, Mark]

    def worst(self) -> tuple[tuple[str, ...], Grade] | None:
        """The themes with the lowest grade, and that grade; None where no theme is graded."""
        graded = {theme: mark for theme, mark in self.marks.items() if isinstance(mark, Grade)}
        if not graded:
            return None
        lowest = min(graded.values())
        return tuple(theme for theme, grade in graded.items() if grade is lowest), lowest


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the graded marks are good or better; without any there is no percentage."""

    good: int
    graded: int

    @property
    def percent(self) -> float | None:
        """The share in percent at full precision."""
        return 100 * self.good / self.graded if self.graded else None


def read_mark(text: str) -> Mark:
    """A mark as printed: `1` to `6`, `n/a` for not assessed, nothing for blank.

    Raises ValueError for anything else.
    """
    plain = text.strip().lower()
    if plain in ("", "-"):
        return Ungraded.BLANK
    if plain in ("n/a", "na", "not assessed"):
        return Ungraded.NOT_ASSESSED
    if plain not in {str(grade.value) for grade in Grade}:
        raise ValueError(f"'{text}' is not a grade; write 1 to 6, or n/a where a theme was not assessed")
    return Grade(int(plain))


def read_sector(text: str) -> Sector:
    """A sector as printed: `LA`, `Priv`, `Voluntary or Not for Profit`; anything else is not stated."""
    return _SECTORS.get(" ".join(text.lower().split()), Sector.NOT_STATED)


def good_or_better(marks: Iterable[Mark]) -> Share:
    """The share of grades that are good, very good or excellent; marks without a grade do not count."""
    graded = [mark for mark in marks if isinstance(mark, Grade)]
    return Share(sum(mark >= Grade.GOOD for mark in graded), len(graded))


def age_words(day: date, as_at: date) -> str:
    """How long before a day an inspection was: `3 years 2 months`, `1 month`, `less than a month`.

    Raises ValueError when the inspection is after that day.
    """
    if day > as_at:
        raise ValueError(f"an inspection of {day} cannot be looked at from {as_at}")
    months = (as_at.year - day.year) * 12 + as_at.month - day.month - (as_at.day < day.day)
    parts = (_counted(months // 12, "year"), _counted(months % 12, "month"))
    return " ".join(filter(None, parts)) or "less than a month"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""
