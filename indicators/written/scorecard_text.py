"""The sections of a scorecard as plain lines somebody can edit, and back, each line checked.

    Section: Child protection
    Commitment: Early help
    Perspective: process
    Outcome: Children are safe
    CHN22
    Project: plan-P1
    Activity: Fund the young carers project
    No indicator yet: Neglect

A line without one of these words before a colon is the code of an indicator, in any spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from indicators.vocabulary import Section
from indicators.written.checks import Fault, WritingError, tidied

SECTION, COMMITMENT, PERSPECTIVE, OUTCOME = "Section", "Commitment", "Perspective", "Outcome"
PROJECT, ACTIVITY, NO_INDICATOR = "Project", "Activity", "No indicator yet"
WORDS = (SECTION, COMMITMENT, PERSPECTIVE, OUTCOME, PROJECT, ACTIVITY, NO_INDICATOR)
_SINGLE = {PERSPECTIVE: "perspective", OUTCOME: "outcome"}
_SEVERAL = {PROJECT: "projects", ACTIVITY: "activities", NO_INDICATOR: "no_indicator"}


@dataclass(frozen=True, slots=True)
class Known:
    """What lines may name: codes of indicators (LookupError for one that is none), perspectives, projects."""

    code: Callable[[str], str]
    perspectives: Collection[str]
    projects: Collection[str]


def to_text(sections: Iterable[Section]) -> str:
    """The sections as lines; a commitment of the same section has no heading of its own."""
    lines: list[str] = []
    title = None
    for section in sections:
        if section.title != title or not section.subtitle:
            lines += ["", f"{SECTION}: {section.title}"] if lines else [f"{SECTION}: {section.title}"]
        title = section.title
        lines += _lines(section)
    return "\n".join(lines)


def from_text(text: str, known: Known) -> tuple[Section, ...]:
    """The sections some lines say.

    Raises WritingError with every line that cannot be understood, by its number.
    """
    reading = _Reading(known)
    for number, line in enumerate(tidied(text).split("\n"), 1):
        if line.strip():
            reading.read(number, line.strip())
    if reading.faults:
        raise WritingError(reading.faults)
    return tuple(reading.sections)


def _lines(section: Section) -> Iterator[str]:
    heads = ((COMMITMENT, section.subtitle), (PERSPECTIVE, section.perspective), (OUTCOME, section.outcome))
    yield from (f"{word}: {text}" for word, text in heads if text)
    yield from section.indicators
    for word, name in _SEVERAL.items():
        yield from (f"{word}: {text}" for text in getattr(section, name))


@dataclass(slots=True)
class _Reading:
    """What has been understood so far, and what has not."""

    known: Known
    sections: list[Section] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    codes: dict[str, int] = field(default_factory=dict)

    def read(self, number: int, line: str) -> None:
        """Take one line."""
        said, colon, rest = line.partition(":")
        word = next((each for each in WORDS if each.lower() == said.strip().lower()), "") if colon else ""
        if word == SECTION:
            self.sections.append(Section(rest.strip(), "", ""))
        elif not self.sections:
            self._refuse(number, f"'{line[:60]}' is in no section; begin with '{SECTION}: ' and its title")
        elif word:
            self._said(number, word, rest.strip())
        else:
            self._indicator(number, line)

    def _said(self, number: int, word: str, text: str) -> None:
        last = self.sections[-1]
        if word == COMMITMENT:
            self._commitment(last, text)
        elif word in _SINGLE:
            if word == PERSPECTIVE and text not in self.known.perspectives:
                self._refuse(
                    number, f"'{text}' is no perspective; write {', '.join(self.known.perspectives)}"
                )
            self._set(_SINGLE[word], text)
        else:
            if word == PROJECT and text not in self.known.projects:
                self._refuse(number, f"'{text}' is the key of no project")
            name = _SEVERAL[word]
            self._set(name, (*getattr(last, name), text))

    def _set(self, name: str, value: Any) -> None:
        self.sections[-1] = replace(self.sections[-1], **{name: value})

    def _commitment(self, last: Section, text: str) -> None:
        """A commitment right after the title of its section names that part, else it begins the next one."""
        if last == Section(last.title, "", ""):
            self.sections[-1] = replace(last, subtitle=text)
        else:
            self.sections.append(Section(last.title, text, ""))

    def _indicator(self, number: int, line: str) -> None:
        try:
            code = self.known.code(line)
        except LookupError as error:
            self._refuse(number, str(error))
            return
        first = self.codes.setdefault(code, number)
        if first != number:
            self._refuse(number, f"{code} stands in line {first} already; remove one")
        last = self.sections[-1]
        self.sections[-1] = replace(last, indicators=(*last.indicators, code))

    def _refuse(self, number: int, said: str) -> None:
        end = "" if said.endswith("?") else "."
        self.faults.append(Fault(f"Line {number}", f"Line {number}: {said}{end}"))
