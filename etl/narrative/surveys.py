"""Survey results told more than once, targets told once for two measures, and doubtful percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from etl.narrative.conflicts import Conflict
from etl.narrative.text import Sentence

RUN = 8  # words in a row that make two statements the same
BEFORE = 200  # characters before a target in which its measures stand
NEAR = 80  # characters between an average and the theme it is of
_ALL = re.compile(
    r"\b(over|more than|above) (\d+)% [^.]{0,80}?\ball (?:of )?(?:the )?([A-Z][a-z]+) [a-z]+s\b"
)
_AVERAGE = re.compile(r"\baverage of (\d+(?:\.\d+)?)%")
_BEFORE = re.compile(
    r"\b(\d+)% (?:of [a-z]+ )?agreed with (?:both|this|these)(?: of)?(?: the)?(?: statements?)?"
)
_AFTER = re.compile(r"\b(\d+)% agreement was the statement (.+)")
_ONE_TARGET = re.compile(r"\btargets of (\d+(?:\.\d+)?%)(?! and| for each|,? respectively)")
_DOUBTFUL = re.compile(
    r"\b\d+% (?:improvement|increase|reduction|rise) in "
    r"(?:meeting|achieving|completing|complying|compliance|adherence)\b[^.;,]{0,60}"
)


def all_and_average(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """`over 90% to all of the Leadership statements` and an average of the theme that is no higher."""
    del text
    for claim in found:
        for told in _ALL.finditer(claim.text):
            for sentence in found:
                for mean in _AVERAGE.finditer(sentence.text):
                    around = sentence.text[max(0, mean.start() - NEAR) : mean.end() + NEAR]
                    if told[3].lower() in around.lower() and float(mean[1]) <= float(told[2]):
                        why = f"where all are {told[1]} {told[2]}% the average is, and it is {mean[1]}%"
                        yield Conflict("average", claim.line, told[0], sentence.line, around, why)


def statements(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """One statement of a survey with two shares of people who agreed."""
    del text
    told = list(_agreed(found))
    for (first, one, percent), (second, other, now) in combinations(told, 2):
        if percent != now and _runs(one) & _runs(other):
            why = f"the same statement has {percent}% and {now}%"
            yield Conflict("statement", second.line, second.text, first.line, first.text, why)


def _agreed(found: Sequence[Sentence]) -> Iterator[tuple[Sentence, str, str]]:
    """Sentences with the words of a statement and the share that agreed."""
    before: Sentence | None = None
    for sentence in found:
        share = _BEFORE.search(sentence.text)
        if share and before is not None and before.line == sentence.line:
            yield sentence, before.text, share[1]
        after = _AFTER.search(sentence.text)
        if after:
            yield sentence, after[2], after[1]
        before = sentence


def _runs(text: str) -> frozenset[str]:
    spelt = re.findall(r"[a-z]+", text.lower())
    return frozenset(" ".join(spelt[at : at + RUN]) for at in range(len(spelt) - RUN + 1))


def one_target(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """Two measures `exceeding targets of 5%`: a target belongs to one measure."""
    del text
    for sentence in found:
        for met in _ONE_TARGET.finditer(sentence.text):
            measures = sentence.text[max(0, met.start() - BEFORE) : met.start()].rpartition(". ")[2]
            if re.search(r"\d%.*? and .*?\d%", measures):
                why = f"two measures have one target, {met[1]}"
                yield Conflict("target", sentence.line, sentence.text, sentence.line, met[1], why)


def doubtful_percent(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """`a 100% improvement in meeting the timescale`: is it a change, or the share that met it?"""
    del text
    for sentence in found:
        for met in _DOUBTFUL.finditer(sentence.text):
            if not re.search(r"\bfrom \d", sentence.text):
                why = "this may be a change or the share that was met: from what to what?"
                yield Conflict("unit", sentence.line, met[0], sentence.line, met[0], why)
