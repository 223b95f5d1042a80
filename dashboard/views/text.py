"""Sentences in spans, some of them bold, and small numbers in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.statements import number_word


@dataclass(frozen=True, slots=True)
class Bold:
    """A part of a sentence that carries its weight."""

    words: str


Text = tuple[str | Bold, ...]


def bold(words: str) -> Bold:
    """Mark a part of a sentence as its point."""
    return Bold(words)


def join_text(*parts: str | Bold) -> Text:
    """A sentence of its parts, without empty ones."""
    return tuple(part for part in parts if part)


def spoken(text: Text) -> str:
    """The sentence as plain words, for titles, alternatives and downloads."""
    return "".join(part.words if isinstance(part, Bold) else part for part in text)


def number_words(count: int) -> str:
    """Small counts in words as a sentence has them; 0 is `none`."""
    return number_word(count) if count else "none"


def within_sentence(title: str) -> str:
    """A title in the middle of a sentence: a small first letter, but abbreviations as they are."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def sentence_case(words: str) -> str:
    """Words at the beginning of a sentence: a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]


def listed(parts: Sequence[str]) -> str:
    """`A`, `A and B` or `A, B and C`."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def counted(count: int, noun: str) -> str:
    """`one indicator`, `three indicators`."""
    return f"{number_word(count)} {noun}{'' if count == 1 else 's'}"
