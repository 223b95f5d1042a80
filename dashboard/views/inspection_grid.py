"""Services of one list put together from their single grades: what stands in the grid, worst first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.views.moments import day_words
from dashboard.views.text import listed
from indicators.display import Shown, number
from indicators.grades import Grade, Inspection, Mark, Sector, Ungraded, age_words, good_or_better
from indicators.store.inspected import ServiceMark

_NO_GRADE = 7


@dataclass(frozen=True, slots=True)
class GridCell:
    """One theme of a service: `5 very good`, `not assessed`, `blank`, or nothing where it has no such theme.

    `level` is the grade, 0 without one; `sign` is what stands in a narrow cell before the word.
    """

    level: int
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Service:
    """One inspected service; its marks by theme."""

    name: str
    number: str
    service_type: str
    sector: Sector
    inspected_on: str
    as_at: str
    place: str
    marks: dict[str, Mark]

    @property
    def lowest(self) -> Grade | None:
        """The lowest grade of its themes."""
        return min((mark for mark in self.marks.values() if isinstance(mark, Grade)), default=None)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A service as a line of the grid."""

    name: str
    about: str
    inspected: str
    age: str
    lowest: str
    worst: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme over all services shown: `17 of 22 (77%)` good or better, and its lowest grade."""

    theme: str
    good: str
    lowest: str
    below: str
    not_assessed: str
    blank: str


def services(marks: Iterable[ServiceMark]) -> list[Service]:
    """The services of a list, the one with the lowest grade first, then by name; without a grade last."""
    found: dict[tuple[str, str], Service] = {}
    for mark in marks:
        service = found.setdefault((mark.number, mark.name), _service(mark))
        service.marks[mark.theme] = Grade(mark.grade) if mark.grade else Ungraded(mark.mark)
    return sorted(found.values(), key=lambda each: (each.lowest or _NO_GRADE, each.name))


def themes_worst_first(shown: Sequence[Service]) -> list[str]:
    """The themes any of the services is marked in, the one with the smallest share of good grades first.

    A theme that is blank for all of them is left out; one nobody was assessed in comes last.
    """
    kept = [
        theme
        for theme in dict.fromkeys(theme for each in shown for theme in each.marks)
        if any(each.marks.get(theme, Ungraded.BLANK) is not Ungraded.BLANK for each in shown)
    ]

    def badness(theme: str) -> tuple[float, float]:
        graded = [m for each in shown if isinstance(m := each.marks.get(theme), Grade)]
        share = good_or_better(graded).percent
        return (101.0 if share is None else share, min(graded, default=Grade.EXCELLENT))

    return sorted(kept, key=badness)


def grid_row(service: Service, themes: Sequence[str]) -> GridRow:
    """The line of a service."""
    lowest, worst = _worst(service)
    return GridRow(
        name=service.name,
        about=", ".join(filter(None, (service.service_type, service.sector.words.lower(), service.number))),
        inspected=_inspected(service),
        age=_age(service),
        lowest=lowest,
        worst=worst,
        cells=tuple(_cell(service.marks.get(theme)) for theme in themes),
    )


def theme_line(theme: str, shown: Sequence[Service]) -> ThemeLine:
    """What the services shown have in one theme."""
    marks = [mark for each in shown if (mark := each.marks.get(theme)) is not None]
    graded = [mark for mark in marks if isinstance(mark, Grade)]
    share = good_or_better(graded)
    below = [grade for grade in graded if grade < Grade.GOOD]
    return ThemeLine(
        theme,
        share_words(share.good, share.graded),
        min(graded).words if graded else "none graded",
        str(len(below)),
        str(marks.count(Ungraded.NOT_ASSESSED)),
        str(marks.count(Ungraded.BLANK)),
    )


def share_words(good: int, graded: int) -> str:
    """`17 of 22 (77%)`, of which a file has the percentage; `none graded` where there is nothing to share."""
    if not graded:
        return "none graded"
    percent = 100 * good / graded
    return Shown(f"{good} of {graded} ({number(percent, 0)}%)", percent)


def oldest(shown: Sequence[Service], most: int) -> list[Service]:
    """The services inspected longest ago."""
    return sorted((each for each in shown if each.inspected_on), key=lambda each: each.inspected_on)[:most]


def _service(mark: ServiceMark) -> Service:
    return Service(
        mark.name, mark.number, mark.service_type, Sector(mark.sector), mark.inspected_on, mark.as_at,
        mark.locator, {},
    )  # fmt: skip


def _cell(mark: Mark | None) -> GridCell:
    if isinstance(mark, Grade):
        number, word = mark.words.split(" ", 1)
        return GridCell(mark.value, number, word)
    if mark is Ungraded.NOT_ASSESSED:
        return GridCell(0, "n/a", mark.words)
    return GridCell(0, "", Ungraded.BLANK.words if mark else "")


def _worst(service: Service) -> tuple[str, str]:
    """The lowest grade, and the themes that have it."""
    found = Inspection(service.name, date.min, service.marks).worst()
    if found is None:
        return "no grade", ""
    themes, grade = found
    graded = sum(isinstance(mark, Grade) for mark in service.marks.values())
    if len(themes) == graded:
        return grade.words, "in its only theme" if graded == 1 else f"in all {graded} graded themes"
    return grade.words, listed(themes)


def _inspected(service: Service) -> str:
    return day_words(service.inspected_on) if service.inspected_on else "not inspected yet"


def _age(service: Service) -> str:
    """How old the inspection was on the day the list describes."""
    if not service.inspected_on:
        return ""
    day, as_at = date.fromisoformat(service.inspected_on), date.fromisoformat(service.as_at)
    return age_words(day, as_at) if day <= as_at else "after the day of the list"
