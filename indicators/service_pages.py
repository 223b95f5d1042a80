"""The pages of single services, as declared: parts in order, each showing some indicators in one manner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """How a part of a service page shows its indicators."""

    TABLE = "table"
    """One row an indicator, one column a year."""
    OPTIONS = "options"
    """People, spending and spending per person of each option, with computed changes."""
    FUNNEL = "funnel"
    """Stages one after another, each as a share of the stage before."""
    SHARES = "shares"
    """A count and what is part of it, each as a share of the first."""
    OWN_MEAN = "own_mean"
    """Each figure beside the mean of its own five before, or a printed one."""
    ANSWERS = "answers"
    """How many people said improved, the same or worse, as shares of all who answered."""


@dataclass(frozen=True, slots=True)
class ServicePart:
    """One part of a page.

    `area` is that of the figures, empty for the council in view. `labels` are what the indicators are called
    here, in their order, by default their short titles. For options, `spend` are the amounts spent on the
    same options, and `whole` counts the people of all. For own means, `means` are printed means of the same
    indicators, empty where there is none, used where the years themselves are too few. For answers, the
    indicators count those who said improved, `same` and `worse` the others. `filled_by` says what would fill
    an empty part, `command` what to type for it.
    """

    title: str
    kind: PartKind
    indicators: tuple[str, ...]
    filled_by: str
    area: str = ""
    about: str = ""
    labels: tuple[str, ...] = ()
    spend: tuple[str, ...] = ()
    whole: str = ""
    command: str = ""
    means: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    worse: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Every indicator the part reads."""
        beside = (*self.spend, self.whole, *self.means, *self.same, *self.worse)
        return tuple(code for code in (*self.indicators, *beside) if code)


@dataclass(frozen=True, slots=True)
class ServicePage:
    """One page: its code in the address, what it answers, and how its figures may not be read (`caution`)."""

    code: str
    title: str
    about: str
    parts: tuple[ServicePart, ...]
    caution: str = ""
