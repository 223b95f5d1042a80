"""A scorecard as somebody edited it in the browser, over the one the catalogue declares or a new one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from indicators.printed_periods import PeriodError, parse
from indicators.vocabulary import Scorecard, Section
from indicators.written.checks import Faults
from indicators.written.place import Place

LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class ScorecardEdit:
    """The sections of a scorecard with their indicators, in the order they are shown.

    `id` is the one of the address: that of a declared scorecard takes its place. Raises WritingError for
    what cannot be kept.
    """

    kind: ClassVar[str] = "scorecard"
    id: str
    title: str
    sections: tuple[Section, ...]
    area: str = ""
    intro: str = ""
    periods: tuple[str, ...] = ()
    benchmark_period: str = ""

    def __post_init__(self) -> None:
        faults = Faults()
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.id):
            faults.add("Address", f"'{self.id}' cannot be one; write small letters, digits and hyphens")
        faults.line("Title", self.title)
        faults.line("Area", self.area, needed=False)
        faults.text("Introduction", self.intro)
        if not self.sections:
            faults.add("Sections", "there is none; add one")
        for section in self.sections:
            _check_section(faults, section)
        for label in (*self.periods, self.benchmark_period):
            _check_period(faults, label)
        faults.lines("Periods", self.periods)
        faults.settle()

    @classmethod
    def of(cls, card: Scorecard) -> ScorecardEdit:
        """A declared scorecard, ready to be edited."""
        return cls(
            card.id, card.title, card.sections, card.area, card.intro, card.periods, card.benchmark_period
        )

    @property
    def scorecard(self) -> Scorecard:
        """What pages show in place of the declared one."""
        return Scorecard(
            self.id, self.title, self.area, self.intro, self.periods, self.benchmark_period, self.sections
        )

    @property
    def place(self) -> Place:
        """The area it is of; empty for any council."""
        return Place(area=self.area)


def _check_section(faults: Faults, section: Section) -> None:
    faults.line("Section", section.title)
    faults.line("Section", section.subtitle, needed=False)
    faults.line("Perspective", section.perspective, needed=False)
    faults.line("Outcome", section.outcome, needed=False)
    faults.lines(f"Section '{section.title}'", section.indicators)
    for lines in (section.projects, section.activities, section.no_indicator):
        faults.lines(f"Section '{section.title}'", lines)


def _check_period(faults: Faults, label: str) -> None:
    try:
        if label:
            parse(label)
    except PeriodError as error:
        faults.add("Periods", str(error))


def key_of(title: str) -> str:
    """The address a new scorecard gets from its title; empty for a title without a letter or digit.

    `Children & Families: 2026` is `children-and-families-2026`; a long one ends with a whole word.
    """
    plain = unicodedata.normalize("NFKD", title.replace("&", " and ")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", "").lower())
    key = "-".join(words)
    if len(key) <= LONGEST_KEY:
        return key
    return key[: LONGEST_KEY + 1].rpartition("-")[0] or key[:LONGEST_KEY]
