"""Grades in words, as frameworks printed them: beside the numbers of self-evaluation, never among them."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.printed_periods import words_of


@dataclass(frozen=True, slots=True)
class GradeLine:
    """One grade: of what, when, its words, whether the framework is still used, and where it is printed."""

    framework: str
    subject: str
    period: str
    grade: str
    state: str
    source: str


def written_grades(catalogue: Catalogue, area: Area) -> tuple[GradeLine, ...]:
    """The grades of a council in the order of the catalogue."""
    return tuple(
        GradeLine(
            framework=item.framework,
            subject=item.subject,
            period=words_of(item.period),
            grade=item.grade,
            state=state_words(item.retired, item.until),
            source=f"{item.edition}, {item.locator}",
        )
        for item in catalogue.written_grades
        if item.area == area.code
    )


def state_words(retired: bool, until: str) -> str:
    """Whether a framework is still used, and until when it was as far as that is printed."""
    if not retired:
        return "in use"
    return f"no longer used, until {words_of(until)}" if until else "no longer used, end not printed"
