"""The words of a text as a search compares them: without case, accents, apostrophes and plurals."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_WORDS = 12
"""Words of a question that count; nobody types more, and a hostile one could hold hundreds."""
LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(
    re.findall(r"\w+", "a an and are at by for from in is of on or the their to was were who with")
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text; `met` where it is a word that was asked for."""

    text: str
    met: bool


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The words of many texts in order, and the numbers of the texts that hold each."""

    words: tuple[str, ...]
    holders: Mapping[str, frozenset[int]]

    def holding(self, word: str) -> set[int]:
        """The texts with a word that begins as this one does, its plural left aside."""
        stem = stem_of(word)
        found: set[int] = set()
        for at in range(bisect_left(self.words, stem), len(self.words)):
            if not self.words[at].startswith(stem):
                break
            found |= self.holders[self.words[at]]
        return found


def word_index(texts: Iterable[str]) -> WordIndex:
    """The index of texts numbered in their order, from 0."""
    holders: dict[str, set[int]] = {}
    for at, text in enumerate(texts):
        for word in words_of(text):
            holders.setdefault(word, set()).add(at)
    return WordIndex(tuple(sorted(holders)), {word: frozenset(held) for word, held in holders.items()})


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: `Children’s care: 65+` has `childrens`, `care` and `65`."""
    return [word for match in _WORD.finditer(text) if (word := _folded(match[0]))]


def asked_words(question: str) -> tuple[str, ...]:
    """The words of a question as they are looked for, each once; small words only where it has no others."""
    words = dict.fromkeys(word[:LONGEST_WORD] for word in words_of(question))
    telling = [word for word in words if word not in _SMALL]
    return tuple(telling or words)[:MOST_WORDS]


def marked(text: str, question: str) -> tuple[Part, ...]:
    """The text in parts, the words asked for apart; joined they are the text again."""
    stems = tuple(stem_of(word) for word in asked_words(question))
    parts: list[Part] = []
    start = 0
    for match in _WORD.finditer(text):
        if stems and _folded(match[0]).startswith(stems):
            parts += [Part(text[start : match.start()], False), Part(match[0], True)]
            start = match.end()
    return tuple(part for part in (*parts, Part(text[start:], False)) if part.text)


def stem_of(word: str) -> str:
    """The beginning that singular and plural share: `complaint` of complaints, `enquir` of enquiries."""
    if word.endswith("ies") and len(word) > 6:
        return word[:-3]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _folded(word: str) -> str:
    """A word without case, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
