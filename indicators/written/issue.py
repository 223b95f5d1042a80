"""A pack as it was issued: to which audience, for which months, from which snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from indicators.written.checks import Faults
from indicators.written.place import Place


@dataclass(frozen=True, slots=True)
class Issue:
    """What one audience was given. `override` is the reason for issuing it with reds nobody explained.

    Raises WritingError for one without an audience or a snapshot, and for months that end before they begin.
    """

    kind: ClassVar[str] = "issue"
    audience: str
    title: str
    area: str
    covers_from: date
    covers_to: date
    issued_on: date
    snapshot: str
    snapshot_version: int = 1
    override: str = ""

    def __post_init__(self) -> None:
        faults = Faults()
        for field, text in (("Audience", self.audience), ("Title", self.title), ("Area", self.area)):
            faults.line(field, text)
        faults.line("Snapshot", self.snapshot)
        faults.text("Reason", self.override)
        if self.covers_to < self.covers_from:
            faults.add("Period", f"it ends on {self.covers_to}, before it begins; correct one of the days")
        faults.settle()

    @property
    def place(self) -> Place:
        """The area it is of."""
        return Place(area=self.area)
