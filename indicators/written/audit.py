"""A quality audit of a programme: what was planned and done, and what it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from indicators.audits import Audited
from indicators.written.checks import Faults
from indicators.written.place import Place
from indicators.written.when import NEVER, When

MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Audit:
    """An audit of one area, such as that of its case files; `planned` and `done` count cases or visits.

    `done` is None where nobody reported it. Raises WritingError for what cannot be kept.
    """

    kind: ClassVar[str] = "audit"
    title: str
    planned: int
    area: str = ""
    done: int | None = None
    due: When = NEVER
    theme: str = ""
    lead: str = ""
    strengths: str = ""
    areas_for_development: str = ""

    def __post_init__(self) -> None:
        faults = Faults()
        faults.text("Title", self.title, needed=True)
        for field, text in (("Theme", self.theme), ("Lead", self.lead), ("Area", self.area)):
            faults.line(field, text, needed=False)
        faults.text("Strengths", self.strengths)
        faults.text("Areas for development", self.areas_for_development)
        if not 1 <= self.planned <= MOST:
            faults.add("Planned", f"{self.planned} were planned; write 1 to {MOST:,}")
        if self.done is not None and not 0 <= self.done <= MOST:
            faults.add("Done", f"{self.done} are done; write 0 to {MOST:,}")
        faults.settle()

    @property
    def place(self) -> Place:
        """The area it is of."""
        return Place(area=self.area)

    @property
    def audited(self) -> Audited:
        """What is planned and done, as the rule judges it."""
        return Audited(self.planned, self.done, self.due.day)
