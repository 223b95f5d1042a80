"""Improvement projects: how far one should be by now, and what light its progress gets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indicators.display import number
from indicators.periods import Period, PeriodKind
from indicators.rag import SLACK, Light

GREEN_WITHIN = 5.0
AMBER_WITHIN = 15.0
COMPLETE = 100.0


class Stage(StrEnum):
    """Where a project is in its span of time."""

    COMPLETE = "complete"
    OVERDUE = "overdue"
    UNDER_WAY = "under_way"
    NOT_STARTED = "not_started"
    NO_DUE_DATE = "no_due_date"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True, slots=True)
class Project:
    """An improvement project: progress is in percent; None where no position was reported.

    Raises ValueError for progress below 0 or above 100, and for a due date before the start.
    """

    title: str
    start: date | None
    due: date | None
    progress: float | None

    def __post_init__(self) -> None:
        if self.progress is not None and not 0 <= self.progress <= COMPLETE:
            raise ValueError(f"the progress of '{self.title}' is {self.progress:g}%; write 0 to 100")
        if self.start and self.due and self.due < self.start:
            raise ValueError(f"'{self.title}' is due on {self.due}, before it starts on {self.start}")


@dataclass(frozen=True, slots=True)
class ProjectStanding:
    """Where a project stands on a day: what was expected of it (in percent) and its light."""

    project: Project
    stage: Stage
    expected: float | None
    light: Light

    @property
    def late(self) -> bool:
        """True where the project needs explaining: red, overdue or far behind its time."""
        return self.light is Light.RED

    @property
    def words(self) -> str:
        """`50% done, 38% of its time gone`, `Complete`, `Not due to start until 1 April 2020`."""
        return _words(self)


def expected_progress(project: Project, as_at: date) -> float | None:
    """The share of start to due that has gone by a day, 0 to 100; None without both dates.

    A project that starts and is due on one day is expected to be done from that day on.
    """
    if project.start is None or project.due is None:
        return None
    length = (project.due - project.start).days
    if length == 0:
        return COMPLETE if as_at >= project.due else 0.0
    share = (as_at - project.start).days / length * COMPLETE
    return min(max(share, 0.0), COMPLETE)


def stand(project: Project, as_at: date) -> ProjectStanding:
    """Where a project stands on a day.

    A project that is not to have begun, has no dates or has no reported position gets no light.
    """
    expected, stage = expected_progress(project, as_at), _stage(project, as_at)
    return ProjectStanding(project, stage, expected, _light(project, stage, expected))


def _stage(project: Project, as_at: date) -> Stage:
    if project.progress == COMPLETE:
        return Stage.COMPLETE
    if project.due is not None and as_at > project.due:
        return Stage.OVERDUE
    if not project.progress and project.start is not None and as_at < project.start:
        return Stage.NOT_STARTED
    if project.progress is None:
        return Stage.NOT_REPORTED
    return Stage.NO_DUE_DATE if project.due is None or project.start is None else Stage.UNDER_WAY


def _light(project: Project, stage: Stage, expected: float | None) -> Light:
    fixed = {
        Stage.COMPLETE: Light.GREEN,
        Stage.OVERDUE: Light.RED,
        Stage.NOT_STARTED: Light.NO_TARGET,
        Stage.NO_DUE_DATE: Light.NO_TARGET,
        Stage.NOT_REPORTED: Light.NO_DATA,
    }
    if project.progress is None or expected is None or stage in fixed:
        return fixed.get(stage, Light.NO_TARGET)
    behind = expected - project.progress
    if behind <= GREEN_WITHIN + SLACK:
        return Light.GREEN
    return Light.AMBER if behind <= AMBER_WITHIN + SLACK else Light.RED


def _words(found: ProjectStanding) -> str:
    project = found.project
    done = "no position reported" if project.progress is None else f"{number(project.progress, 0)}% done"
    if found.stage is Stage.COMPLETE:
        return "Complete"
    if found.stage is Stage.OVERDUE and project.due:
        return f"Overdue since {_day(project.due)}, {done}"
    if found.stage is Stage.NOT_STARTED and project.start:
        return f"Not due to start until {_day(project.start)}"
    if found.stage is Stage.NO_DUE_DATE:
        return f"{done}, {'no due date' if project.due is None else 'no start date'}"
    if found.expected is None:
        return done.capitalize()
    return f"{done.capitalize()}, {number(found.expected, 0)}% of its time gone"


def _day(day: date) -> str:
    return Period(PeriodKind.DAY, day, day).words
