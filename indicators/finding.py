"""Finding an indicator, a service or a term by its code or by words, best first.

A pure function of the words looked in: codes and other spellings, titles, what stands around them (short
titles, services, topics, abbreviations) and definitions. Every word asked for must occur, as a word or as the
beginning of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from enum import IntEnum

from indicators.codes import fold_code
from indicators.finding_words import LONGEST_WORD, asked_words, word_index, words_of

NEAR = 0.72
"""How alike (difflib, 0 to 1) a word of the catalogue must be to be offered for one that is not in it."""
FEWEST_LETTERS = 3
MOST_OFFERED = 6


class Rank(IntEnum):
    """Where it was found, best first."""

    EXACT = 0
    """The whole question is a code, another spelling of it, or the title."""
    CODE = 1
    """A code begins with the question."""
    TITLE = 2
    """Every word is in the title."""
    AROUND = 3
    """Every word is in the title or around it."""
    DEFINITION = 4
    """Every word is somewhere, the definition included."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to be found: what it is (`kind`), its name there, and the words it is found by.

    `later` ones of the same rank come after the others.
    """

    kind: str
    name: str
    title: str
    codes: tuple[str, ...] = ()
    around: str = ""
    definition: str = ""
    later: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A subject that was found, and where."""

    subject: Subject
    rank: Rank


@dataclass(frozen=True, slots=True)
class Near:
    """What is near to a question nothing answers: the question put right, and what that finds."""

    question: str
    matches: tuple[Match, ...]


class Finder:
    """The words of all subjects, put in order once; asking changes nothing."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        self._subjects = every = tuple(subjects)
        self._codes = [tuple(fold_code(code) for code in each.codes) for each in every]
        self._titles = [_phrase(each.title) for each in every]
        self._fields = (
            word_index(each.title for each in every),
            word_index(" ".join((each.around, *each.codes)) for each in every),
            word_index(each.definition for each in every),
        )
        spellings = (code.lower() for codes in self._codes for code in codes)
        self._known = sorted({*self._fields[0].words, *spellings})

    def find(self, question: str) -> tuple[Match, ...]:
        """Everything that answers a question, best first; () for a question without a letter or digit."""
        words = asked_words(question)
        if not words:
            return ()
        ranks = self._by_words(words) | self._by_code(question)
        phrase = _phrase(question)
        order = sorted(ranks, key=lambda at: (ranks[at], *self._place(at, phrase, words), at))
        return tuple(Match(self._subjects[at], ranks[at]) for at in order)

    def nearest(self, question: str) -> Near:
        """What a question without an answer may have meant: its words as the catalogue spells them."""
        right = " ".join(filter(None, map(self._spelt, asked_words(question))))
        found = self.find(right) or self._any_of(right.split())
        return Near(right, found[:MOST_OFFERED])

    def _by_words(self, words: Sequence[str]) -> dict[int, Rank]:
        """The subjects that hold every word, each with the furthest of the fields that were needed."""
        found: dict[int, Rank] = {}
        reach: list[set[int]] = [set() for _ in words]
        for rank, field in zip((Rank.TITLE, Rank.AROUND, Rank.DEFINITION), self._fields, strict=True):
            reach = [had | field.holding(word) for had, word in zip(reach, words, strict=True)]
            found |= dict.fromkeys(set.intersection(*reach) - found.keys(), rank)
        return found

    def _by_code(self, question: str) -> dict[int, Rank]:
        """The subjects whose code or title is the question, or whose code begins with it."""
        wanted, phrase = fold_code(question.strip()[:LONGEST_WORD]), _phrase(question)
        found: dict[int, Rank] = {}
        for at, codes in enumerate(self._codes):
            if wanted in codes or phrase == self._titles[at]:
                found[at] = Rank.EXACT
            elif any(code.startswith(wanted) for code in codes):
                found[at] = Rank.CODE
        return found

    def _place(self, at: int, phrase: str, words: Sequence[str]) -> tuple[bool, bool, int]:
        """Within a rank: what is not `later`, a title with the words as they were typed, whole words."""
        title = f" {self._titles[at]} "
        whole = sum(f" {word} " in title for word in words)
        return self._subjects[at].later, f" {phrase}" not in title, -whole

    def _spelt(self, word: str) -> str:
        """The word if it is known, else the nearest that is; an empty text where none is near."""
        if any(field.holding(word) for field in self._fields) or self._by_code(word):
            return word
        if len(word) < FEWEST_LETTERS:
            return ""
        alike = [each for each in self._known if abs(len(each) - len(word)) < FEWEST_LETTERS]
        close = get_close_matches(word, alike, n=3, cutoff=NEAR)
        return max(close, key=lambda each: _likeness(word, each), default="")

    def _any_of(self, words: Iterable[str]) -> tuple[Match, ...]:
        """What holds any of the words in its title, most of them first."""
        counts: dict[int, int] = {}
        for word in words:
            for at in self._fields[0].holding(word):
                counts[at] = counts.get(at, 0) + 1
        best = sorted(counts, key=lambda at: (-counts[at], self._subjects[at].later, at))
        return tuple(Match(self._subjects[at], Rank.TITLE) for at in best)


def _likeness(asked: str, known: str) -> tuple[float, bool]:
    """How alike two words are; of two as alike, the one with the same first letter is meant."""
    return SequenceMatcher(None, known, asked).ratio(), known[0] == asked[0]


def _phrase(text: str) -> str:
    """The words of a text in one line, to be compared whole."""
    return " ".join(words_of(text))
