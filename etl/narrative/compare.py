"""Claims held against each other: does the report agree with itself?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.narrative.claims import Pair, Trend, pairs, trends
from etl.narrative.conflicts import Conflict
from etl.narrative.counting import POINTS
from etl.narrative.text import (
    NUMBER,
    YEAR,
    Sentence,
    decimals,
    financial_year,
    number,
    report_year,
    words,
)
from indicators.quartiles import FEWEST_TO_RANK, too_few_to_rank
from indicators.statements import number_word

_KINDS = ("calendar year", "financial year")
STABLE_WITHIN = 10.0  # percent: more is neither stable nor slight


def change(pair: Pair) -> float:
    """The change of a pair in percent of what was before; 0 from nothing, where no percentage exists."""
    before, now = number(pair.before), number(pair.now)
    return (now - before) / before * 100 if before else 0.0


def directions(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A word of direction against the two numbers beside it, and `slightly` against a large change."""
    del text
    for pair in pairs(found):
        moved = change(pair)
        numbers = f"{pair.before} then {pair.now}"
        if pair.direction and moved and (moved > 0) != (pair.direction == "up"):
            why = f"the words say {pair.direction}, the numbers {moved:+.1f}%"
            yield Conflict("direction", pair.line, pair.said, pair.line, numbers, why)
        if re.search(r"\bslight", pair.said) and abs(moved) > 2 * STABLE_WITHIN:
            yield Conflict("size", pair.line, pair.said, pair.line, numbers, f"'slight' is {moved:+.1f}%")


def trends_against_numbers(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A trend told in words against two values of the same subject anywhere in the report."""
    del text
    known = [(words(pair.subject), pair) for pair in pairs(found) if len(words(pair.subject)) >= 2]
    for trend in trends(found):
        about = words(trend.subject)
        for subject, pair in known:
            if about == subject and not _agrees(trend, change(pair)):
                why = f"{trend.subject.strip()} went from {pair.before} to {pair.now}, {change(pair):+.1f}%"
                yield Conflict("direction", trend.line, trend.said, pair.line, pair.said, why)


def _agrees(trend: Trend, moved: float) -> bool:
    if trend.direction == "stable":
        return abs(moved) <= STABLE_WITHIN
    return moved > 0 if trend.direction == "up" else moved < 0


def percentages(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A share printed beside its count, worked out again from a base in the text."""
    del text
    for at, sentence in enumerate(found):
        for met in re.finditer(r"\b(\d[\d,]*) out of (\d[\d,]*) \((\d+(?:\.\d+)?)%\)", sentence.text):
            yield from _share(sentence, sentence, (met[1], met[2], met[3]), met[0])
        for met in re.finditer(r"\b(\d[\d,]*) \((\d+(?:\.\d+)?)% of all ([a-z]+)\)", sentence.text):
            base = _base(found[:at], met[3])
            if base:
                yield from _share(sentence, base[0], (met[1], base[1], met[2]), met[0])


def _base(earlier: Sequence[Sentence], noun: str) -> tuple[Sentence, str] | None:
    """The nearest count of a noun in the lines before, at most twelve sentences back."""
    for sentence in reversed(earlier[-12:]):
        found = re.search(rf"\b(\d[\d,]*) (?:[a-z]+ ){{0,3}}{noun} were", sentence.text)
        if found:
            return sentence, found[1]
    return None


def _share(where: Sentence, base: Sentence, printed: tuple[str, str, str], said: str) -> Iterator[Conflict]:
    part, whole, percent = printed
    made = number(part) / number(whole) * 100 if number(whole) else 0.0
    if abs(made - number(percent)) > POINTS * 10.0 ** -decimals(percent) + 1e-9:
        why = f"{part} of {whole} is {made:.1f}%"
        yield Conflict("percentage", where.line, said, base.line, base.text, why)


def periods(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A comparison with the report's own year, of two kinds of year, or with a year denied in one breath."""
    own = report_year(text)
    for sentence in found:
        then = re.search(rf"compared (?:with|to) {NUMBER} in ({YEAR})", sentence.text)
        others = set(re.findall(YEAR, sentence.text)) - ({then[1]} if then else set())
        if then and own and financial_year(then[1]) == own and not others:
            why = f"the report is about {own}: a comparison needs an earlier period"
            yield Conflict("period", sentence.line, sentence.text, sentence.line, then[0], why)
        if all(re.search(rf"{YEAR} {kind}|{kind} {YEAR}", sentence.text) for kind in _KINDS):
            why = "a calendar year is compared with a financial year"
            yield Conflict("period", sentence.line, sentence.text, sentence.line, sentence.text, why)
        if re.search(r"same (?:level )?as (?:in )?the (?:preceding|previous) year", sentence.text):
            for pair in pairs([sentence]):
                if number(pair.before) != number(pair.now):
                    why = f"it was {pair.before} and is {pair.now}"
                    yield Conflict("period", sentence.line, sentence.text, sentence.line, pair.said, why)


def ranks(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A rank without the number it is out of, among too few, and equal ranks with different values."""
    del text
    equal: dict[str, tuple[str, Sentence]] = {}
    for sentence in found:
        for met in re.finditer(
            r"\b(\d+) ?(?:st|nd|rd|th) (?:best|worst|highest|lowest)\b([^.]*)", sentence.text
        ):
            area = re.search(r"\b(?:partnership|council|authority|Scotland)\b", met[2], re.IGNORECASE)
            if area:
                yield from _rank_of(sentence, met[0])
        for met in re.finditer(r"\b(\d+)% of [^.%]*?rated (\d+) ?(?:st|nd|rd|th) equal", sentence.text):
            percent, place = met[1], met[2]
            first = equal.setdefault(place, (percent, sentence))
            if first[0] != percent:
                why = f"equal on rank {place} with {first[0]}% and {percent}%"
                yield Conflict("rank", sentence.line, met[0], first[1].line, first[1].text, why)


def _rank_of(sentence: Sentence, said: str) -> Iterator[Conflict]:
    """A rank of an area whose sentence names no number it is out of, or one too small for a rank."""
    numbers = re.findall(r"\b(?:out )?of (\d+)(?![\d.,]*\d|%)", sentence.text)
    if not numbers and not re.search(r"\b(?:out )?of (?:the )?\d+", sentence.text):
        yield Conflict("rank", sentence.line, said, sentence.line, "no n", "a rank needs its n")
    elif numbers and all(too_few_to_rank(int(each)) for each in numbers):
        why = f"a rank needs {number_word(FEWEST_TO_RANK)} areas or more"
        yield Conflict("rank", sentence.line, said, sentence.line, f"of {numbers[0]}", why)


def headers(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """The heading row of a table that names the same year for two blocks."""
    del found
    for at, line in enumerate(text.splitlines(), 1):
        years = re.findall(r"\b20\d\d/\d\d\b", line)
        rest = re.sub(r"20\d\d/?\d*|Benchmark|Source|\W", "", line)
        if "\t" in line and len(years) > 1 and len(set(years)) < len(years) and not rest:
            why = "two blocks of one table have the same year"
            yield Conflict("period", at, " ".join(line.split()), at, " ".join(years), why)
