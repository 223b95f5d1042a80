"""Improvement projects and actions, as plans print them and people keep them up to date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from indicators import projects
from indicators.written.checks import Faults
from indicators.written.place import Place
from indicators.written.when import NEVER, When


@dataclass(frozen=True, slots=True)
class PlanItem:
    """What projects and actions share; `progress` is in percent, None where no position was reported.

    `indicators` are the codes of those that prove it, `origin` says where it was published, if it was.
    Raises WritingError for what cannot be kept.
    """

    title: str
    plan: str = ""
    code: str = ""
    area: str = ""
    start: When = NEVER
    due: When = NEVER
    progress: float | None = None
    position: str = ""
    assigned_to: str = ""
    leads: tuple[str, ...] = ()
    quality_indicators: tuple[str, ...] = ()
    success_criteria: str = ""
    indicators: tuple[str, ...] = ()
    outcome: str = ""
    implications: str = ""
    origin: str = ""

    def __post_init__(self) -> None:
        faults = Faults()
        faults.text("Title", self.title, needed=True)
        for field, text in self._lines():
            faults.line(field, text, needed=False)
        for field, text in self._texts():
            faults.text(field, text)
        faults.lines("Leads", self.leads)
        faults.lines("Quality indicators", self.quality_indicators)
        faults.lines("Indicators", self.indicators)
        if self.progress is not None and not 0 <= self.progress <= projects.COMPLETE:
            faults.add("Progress", f"{self.progress:g} is not a percentage; write 0 to 100")
        if self.start.day and self.due.day and self.due.day < self.start.day:
            faults.add("Due date", f"{self.due.words} is before the start, {self.start.words}; correct one")
        faults.settle()

    @property
    def place(self) -> Place:
        """The area it is of; the indicators that prove it may be several."""
        return Place(area=self.area)

    def standing(self, as_at: date) -> projects.ProjectStanding:
        """Where it stands on a day, by the rule for projects."""
        known = projects.Project(self.title, self.start.day, self.due.day, self.progress)
        return projects.stand(known, as_at)

    def _lines(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Plan", self.plan), ("Code", self.code), ("Area", self.area), ("Assigned to", self.assigned_to),
            ("Origin", self.origin),
        )  # fmt: skip

    def _texts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Position", self.position), ("Success criteria", self.success_criteria),
            ("Outcome", self.outcome), ("Implications", self.implications),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Project(PlanItem):
    """An improvement project: it has a start and a due date, against which its progress is judged."""

    kind: ClassVar[str] = "project"


@dataclass(frozen=True, slots=True)
class Action(PlanItem):
    """An action of a plan, or one taken after a red figure."""

    kind: ClassVar[str] = "action"
