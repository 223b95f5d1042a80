"""A risk of the register as it is written down; its scores are judged by `indicators.risks`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from indicators import risks
from indicators.written.checks import Faults
from indicators.written.place import Place


@dataclass(frozen=True, slots=True)
class RegisteredRisk:
    """A risk with what brings it about, what is done about it, and its three scores; None is not scored.

    `size` is that of the matrix, `position` the latest in words. Raises WritingError for what cannot be kept.
    """

    kind: ClassVar[str] = "risk"
    title: str
    register: str = ""
    code: str = ""
    area: str = ""
    factors: str = ""
    mitigation: str = ""
    original: risks.Score | None = None
    current: risks.Score | None = None
    target: risks.Score | None = None
    size: int = risks.DEFAULT_SIZE
    position: str = ""
    owner: str = ""
    indicators: tuple[str, ...] = ()
    origin: str = ""

    def __post_init__(self) -> None:
        faults = Faults()
        faults.text("Title", self.title, needed=True)
        for field, text in (("Factors", self.factors), ("Mitigation", self.mitigation)):
            faults.text(field, text)
        faults.text("Latest position", self.position)
        for field, text in (("Register", self.register), ("Code", self.code), ("Area", self.area)):
            faults.line(field, text, needed=False)
        faults.line("Owner", self.owner, needed=False)
        faults.line("Origin", self.origin, needed=False)
        faults.lines("Indicators", self.indicators)
        smallest, largest = risks.SMALLEST_SIZE, risks.LARGEST_SIZE
        if not smallest <= self.size <= largest:
            faults.add("Matrix", f"its size is {self.size}; choose {smallest} to {largest}")
        for field, score in self._named():
            if score is not None and score.size != self.size:
                faults.add(field, f"it is on a matrix of {score.size}, not of {self.size}; score it again")
        faults.settle()

    @property
    def place(self) -> Place:
        """The area it is of."""
        return Place(area=self.area)

    @property
    def scored(self) -> risks.Risk:
        """The risk with its scores, as the rules judge it."""
        return risks.Risk(self.title, self.original, self.current, self.target)

    def _named(self) -> tuple[tuple[str, risks.Score | None], ...]:
        return (
            ("Original risk", self.original), ("Current risk", self.current), ("Target risk", self.target),
        )  # fmt: skip


def current_scores(versions: Iterable[RegisteredRisk]) -> tuple[risks.Score | None, ...]:
    """The current score of each version, where it differs from the one before it: the history of a risk."""
    found: list[risks.Score | None] = []
    for version in versions:
        if not found or version.current != found[-1]:
            found.append(version.current)
    return tuple(found)
