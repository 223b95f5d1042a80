"""What is wrong with something written: every fault names its field and says what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_LINE = 300
LONGEST_TEXT = 10_000
_ALLOWED = "\n"
# Control characters, halves of a pair that is no character, and places nobody has given a meaning.
_UNPRINTABLE = ("Cc", "Cs")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the field, as the person filling it in knows it, and what to do about it."""

    field: str
    sentence: str


class WritingError(ValueError):
    """Something written that cannot be kept; `faults` say why, one sentence for each field."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(fault.sentence for fault in self.faults))


class Faults:
    """Collects the faults of one content, so that all of them are told at once."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, field: str, said: str) -> None:
        """Keep a fault: `said` follows the field's name and a colon."""
        self.found.append(Fault(field, f"{field}: {said}."))

    def line(self, field: str, text: str, needed: bool = True) -> None:
        """A text of one line, of 300 characters at most."""
        if "\n" in text:
            self.add(field, "it has more than one line; write it in one")
        self._text(field, text, LONGEST_LINE, needed)

    def text(self, field: str, text: str, needed: bool = False) -> None:
        """A text of any number of lines, of 10,000 characters at most."""
        self._text(field, text, LONGEST_TEXT, needed)

    def lines(self, field: str, texts: Iterable[str]) -> None:
        """Each a text of one line, and none of them twice."""
        seen: set[str] = set()
        for text in texts:
            self.line(field, text)
            if text in seen:
                self.add(field, f"'{text}' stands there twice; remove one")
            seen.add(text)

    def settle(self) -> None:
        """Raise WritingError when there is any fault."""
        if self.found:
            raise WritingError(self.found)

    def _text(self, field: str, text: str, longest: int, needed: bool) -> None:
        if needed and not text.strip():
            self.add(field, "it is empty; fill it in")
        elif text != tidied(text):
            self.add(field, "it holds control characters, or spaces around it; remove them")
        elif len(text) > longest:
            self.add(field, f"it has {len(text):,} characters; write {longest:,} at most")


def tidied(text: str) -> str:
    """A text as it is kept: line ends alike, no control characters, nothing blank around it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (sign for sign in plain if sign in _ALLOWED or unicodedata.category(sign) not in _UNPRINTABLE)
    return "".join(kept).strip()
