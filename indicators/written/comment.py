"""Commentary on a figure: why it is as it is, what is done about it, by whom and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from indicators.written.checks import Faults
from indicators.written.place import Place


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on one indicator of one area in one period.

    Raises WritingError for one without a cause, and for an action that nobody owns.
    """

    kind: ClassVar[str] = "comment"
    indicator: str
    area: str
    period: str
    cause: str
    action: str = ""
    owner: str = ""
    due: date | None = None

    def __post_init__(self) -> None:
        faults = Faults()
        faults.line("Indicator", self.indicator)
        faults.line("Area", self.area)
        faults.line("Period", self.period)
        faults.text("Cause", self.cause, needed=True)
        faults.text("Corrective action", self.action)
        faults.line("Owner", self.owner, needed=False)
        if self.action and not self.owner:
            faults.add("Owner", "nobody owns the corrective action; name who does")
        if self.due and not self.action:
            faults.add("Corrective action", "nothing is to be done by the due date; write what is")
        faults.settle()

    @property
    def key(self) -> str:
        """The id it is kept under: one for each figure, so that nobody starts a second beside the first."""
        return key_of(self.indicator, self.area, self.period)

    @property
    def place(self) -> Place:
        """The figure it is about."""
        return Place(self.indicator, self.area, self.period)


def key_of(indicator: str, area: str, period: str) -> str:
    """The id of the comment on a figure."""
    return f"{indicator}/{area}/{period}"
