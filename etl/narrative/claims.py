"""What a report claims: pairs of values with their direction, and trends in words alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.narrative.text import NUMBER, YEAR, Sentence, financial_year

UP = r"(?:increas|risen|rises?\b|rising|rose\b|grew\b|grown|growth)\w*"
DOWN = r"(?:decreas|reduc|fall|fell\b|dropp|declin)\w*"
STABLE = r"(?:relatively |broadly )?stable"
DIRECTION = re.compile(rf"\b(?:({UP})|({DOWN}))", re.IGNORECASE)
_RISING = re.compile(UP, re.IGNORECASE)
# A subject is what stands right after its number: "36 Child Protection Orders (CPOs) were made".
_SUBJECT = r"((?:[A-Za-z'-]+ ){0,4}?[A-Za-z'-]+s)"
_LAST_YEAR = r"(?:last|previous|preceding) year"
_FROM_TO = re.compile(
    rf"\bfrom ({NUMBER})((?:(?!\bto\b)[^.;]){{0,60}}?) to ({NUMBER})( months| days| weeks)?([^.;]{{0,25}})"
)
_BESIDE = re.compile(rf"\b(\d[\d,]*) {_SUBJECT} \((\d[\d,]*)(?: [a-z]+)? in {YEAR}\)")
_THEN = re.compile(
    rf"(?:(?:compared (?:with|to)|on the) (?:the )?)?{_LAST_YEAR}(?: figure)?(?: of)? \(?({NUMBER})\)?"
    rf"|compared (?:with|to) ({NUMBER})(?: in)? the {_LAST_YEAR}"
)
_COUNTED = re.compile(rf"\b(\d[\d,]*) {_SUBJECT}(?= \(| were| was| imposed|,)")
_TREND = re.compile(
    rf"\b([A-Z]?[A-Za-z' -]{{1,120}}?) (?:have|has) (?:also )?(?:remained )?({UP}|{DOWN}|{STABLE})(?= |,|\.)"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values of one thing, as printed: `before` then `now`; years where they are said."""

    line: int
    said: str
    subject: str
    before: str
    now: str
    direction: str = ""  # "up", "down" or nothing, as the words beside it say
    before_year: str = ""
    now_year: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """A claim in words alone: a subject and `up`, `down` or `stable`."""

    line: int
    said: str
    subject: str
    direction: str


def direction_of(text: str) -> str:
    """The direction of the last word in a text that has one."""
    found = list(DIRECTION.finditer(text))
    return "" if not found else "up" if found[-1][1] else "down"


def pairs(sentences: Iterable[Sentence]) -> Iterator[Pair]:
    """Every pair of values: from-to, `(41 last year)`, `13 Orders (10 orders in 2018/19)`."""
    before: Sentence | None = None
    for sentence in sentences:
        yield from _from_to(sentence)
        for found in _BESIDE.finditer(sentence.text):
            yield Pair(sentence.line, found[0], found[2], found[3], found[1])
        yield from _against_last_year(sentence, before)
        before = sentence


def _from_to(sentence: Sentence) -> Iterator[Pair]:
    for found in _FROM_TO.finditer(sentence.text):
        if any(re.fullmatch(YEAR, printed) for printed in (found[1], found[3])):
            continue
        lead = sentence.text[max(0, found.start() - 100) : found.start()]
        tail = re.match(rf" (?:\([^)]*\) )?in ({YEAR})", found[5])
        first = re.search(YEAR, found[2])
        yield Pair(
            sentence.line, (lead[-60:] + found[0]).strip(), sentence.text[: found.start()],
            found[1], found[3], direction_of(lead), first[0] if first else "", tail[1] if tail else "",
        )  # fmt: skip


def _against_last_year(sentence: Sentence, before: Sentence | None) -> Iterator[Pair]:
    """A value against last year's, which may stand in the sentence after that of the value."""
    then = _THEN.search(sentence.text)
    if then is None:
        return
    printed = then[1] or then[2]
    for source in (sentence, before):
        if source is None or source.line != sentence.line:
            continue
        # A number that says what last year was is not this year's.
        text = source.text[: then.start()] if source is sentence else source.text
        counted = _COUNTED.search(text)
        if counted and printed.endswith("%") == counted[1].endswith("%"):
            lead = sentence.text[: then.start()]
            yield Pair(sentence.line, sentence.text, counted[2], printed, counted[1], direction_of(lead))
            return


def trends(sentences: Iterable[Sentence]) -> Iterator[Trend]:
    """Claims such as `Child Protection Orders have increased` that give no number themselves."""
    for sentence in sentences:
        for found in _TREND.finditer(sentence.text):
            way = "stable" if "stable" in found[2] else "up" if _RISING.match(found[2]) else "down"
            for subject in re.split(r", | and ", found[1]):
                yield Trend(sentence.line, found[0].strip(), subject, way)


def year_of(printed: str) -> str:
    """A printed year in the spelling of the store."""
    return financial_year(printed)
