"""Which terms of the glossary a text holds, so that each can be explained where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from indicators.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Mention:
    """A term in a text: the words as they stand there, and what comes before them since the last one."""

    before: str
    words: str
    term: Term


def mentions(text: str, terms: Iterable[Term]) -> tuple[tuple[Mention, ...], str]:
    """The first mention of each term in a text, in order, and what is left after the last.

    Of two that overlap the longer counts; abbreviations must match in capitals, whole words only.
    """
    found: list[Mention] = []
    met: set[str] = set()
    start = 0
    spellings, pattern = _spellings(tuple(terms))
    for match in pattern.finditer(text):
        term = spellings.get(match[0]) or spellings.get(match[0].lower())
        if term is not None and term.code not in met:
            met.add(term.code)
            found.append(Mention(text[start : match.start()], match[0], term))
            start = match.end()
    return tuple(found), text[start:]


@lru_cache(maxsize=4)
def _spellings(terms: tuple[Term, ...]) -> tuple[dict[str, Term], re.Pattern[str]]:
    """Each spelling with its term, and what finds them all, the longest first."""
    known = {spelling.lower(): term for term in terms for spelling in (term.title, *term.also)}
    short = {term.short: term for term in terms if term.short}
    longest = sorted(known, key=len, reverse=True)
    words = [rf"(?i:{re.escape(spelling)})" for spelling in longest] + [re.escape(word) for word in short]
    return {**known, **short}, re.compile(rf"\b(?:{'|'.join(words)})\b" if words else r"(?!)")
