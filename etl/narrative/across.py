"""What several reports about one area say of the same thing and the same period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from etl.narrative.conflicts import Conflict
from etl.narrative.dates import report_date, year_ended
from etl.narrative.placements import placement
from etl.narrative.text import (
    YEAR,
    Sentence,
    financial_year,
    number,
    report_year,
    rounding,
    sentences,
    words,
)

JUMP = 10.0  # points in one year: more asks whether the definition has changed
_SHARE = re.compile(
    rf"\b(\d+(?:\.\d+)?)%(?: of (?:all |the )*([A-Za-z' -]+?))? (?:were|was|are|is) ([a-z ]+?) in ({YEAR})"
)
_LAST_YEAR = re.compile(r"\b(?:previous|last|preceding) year(?:'s)?(?: figure)? of (\d+(?:\.\d+)?)%")
_NATION = re.compile(r"\bnational|\bScot(?:land|tish)")
_WAS_IS = re.compile(r"\bfrom (\d+) to (\d+)\b")
_IS_WAS = re.compile(
    r"\b(\d+) (?:months|weeks|days) (?:as opposed to|compared (?:with|to)) (?:the )?(\d+)\b"
    r"[^.;]{0,80}?\bprevious year"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of a report as printed: what it is about, its financial year and its unit."""

    file: str
    sentence: Sentence
    about: frozenset[str]
    period: str
    printed: str
    unit: str

    @property
    def words(self) -> str:
        """`12 months in 2018-19`."""
        return f"{self.printed}{self.unit} in {self.period}"


def across(reports: Mapping[str, str]) -> Iterator[tuple[str, Conflict]]:
    """Conflicts between reports by name, each with the report of the later figure, in which it is told."""
    facts = [fact for name, text in reports.items() for fact in (*_shares(name, text), *_lengths(name, text))]
    for one, other in combinations(facts, 2):
        if one.file == other.file or (one.about, one.unit) != (other.about, other.unit):
            continue
        first, later = sorted((one, other), key=lambda fact: fact.period)
        why = _differs(first, later)
        if why:
            said, against = later.sentence, f"{first.words}: {first.sentence.text}"
            line = first.sentence.line
            yield later.file, Conflict("reports", said.line, said.text, line, against, why, first.file)


def _differs(first: Fact, later: Fact) -> str:
    """Why two facts about one thing cannot stand beside each other; empty where they can."""
    moved = number(later.printed) - number(first.printed)
    within = rounding(first.printed) + rounding(later.printed)
    if first.period == later.period and abs(moved) > within:
        return f"one report has {first.words}, another {later.words}"
    next_year = first.period == _before(later.period)
    if next_year and later.unit == "%" and abs(moved) > JUMP:
        return f"it moves {moved:+g} points in one year between two reports: was it defined otherwise?"
    return ""


def _shares(name: str, text: str) -> Iterator[Fact]:
    """`68% of all orders were completed in 2019/20`, and the previous year's figure in the next sentence."""
    last: Fact | None = None
    for sentence in sentences(text):
        subject = ""
        for met in _SHARE.finditer(sentence.text):
            subject, year = met[2] or subject, financial_year(met[4])
            if subject and year and not _NATION.search(sentence.text):
                last = Fact(name, sentence, words(f"{subject} {met[3]}"), year, met[1], "%")
                yield last
        then = _LAST_YEAR.search(sentence.text)
        if then and last and last.sentence.line == sentence.line:
            yield Fact(name, sentence, last.about, _before(last.period), then[1], "%")


def _lengths(name: str, text: str) -> Iterator[Fact]:
    """`the average length of stay in kinship care, from 5 to 16 months`, by the year of the report."""
    made = report_date(text)
    own = year_ended(made[0]) if made else report_year(text)
    for sentence in sentences(text):
        unit = re.search(r"\d (months|weeks|days)\b", sentence.text)
        if not unit or not re.search(r"\baverage length of (?:stay|placement)", sentence.text):
            continue
        for clause in sentence.text.split(";"):
            year, about = financial_year(clause) or own, frozenset({"length", placement(clause)[0]})
            for _, now in _WAS_IS.findall(clause) if year and "" not in about else ():
                yield Fact(name, sentence, about, year, now, f" {unit[1]}")
            for now, before in _IS_WAS.findall(clause) if year and "" not in about else ():
                yield Fact(name, sentence, about, year, now, f" {unit[1]}")
                yield Fact(name, sentence, about, _before(year), before, f" {unit[1]}")


def _before(year: str) -> str:
    """The financial year before one: `2017-18` for `2018-19`."""
    first = int(year[:4]) - 1
    return f"{first}-{(first + 1) % 100:02d}"
