"""Amounts told in words held against the table of the report that has their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from etl.narrative.conflicts import Conflict
from etl.narrative.tables import Row, tables
from etl.narrative.text import NUMBER, YEAR, Sentence, financial_year, number, rounding

_DIGITS = {"1": "one", "2": "two", "3": "three", "4": "four"}
_YEAR_ON_YEAR = re.compile(
    r"\b(increased|risen|grown|decreased|fallen|reduced) (?:each|every|year on|year-on-) ?-?year"
)
_SUBJECT = re.compile(r"\b(spend(?:ing)?|spent|costs?|amount|number)\b", re.IGNORECASE)
_BUDGET = re.compile(rf"\b[Bb]udget\b[^.£]{{0,80}} (?:was|is|of) ({NUMBER})")


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line of a table by year: amounts of money, and counts; each with the line it stands in."""

    money: dict[str, tuple[float, int]] = field(default_factory=dict)
    counts: dict[str, tuple[float, int]] = field(default_factory=dict)


def by_year(text: str) -> dict[str, Line]:
    """The lines of all tables whose columns stand under financial years, by their label in lower case."""
    found: dict[str, Line] = {}
    for rows in tables(text):
        years: dict[int, str] = {}
        for row in rows:
            named = {
                at: financial_year(cell) for at, cell in enumerate(row.cells) if re.fullmatch(YEAR, cell)
            }
            if named and not any(cell for at, cell in enumerate(row.cells) if at not in named):
                years = named
            elif years and re.search(r"[A-Za-z]{3}", row.at(0)):
                _keep(found.setdefault(_label(row.at(0)), Line()), row, years)
    return found


def _keep(line: Line, row: Row, years: Mapping[int, str]) -> None:
    for column, cell in enumerate(row.cells[1:], 1):
        year = next((years[at] for at in sorted(years, reverse=True) if at <= column), "")
        if year and re.fullmatch(NUMBER, cell):
            (line.money if "£" in cell else line.counts)[year] = number(cell), row.line


def _label(printed: str) -> str:
    """A label as it is named in words: `Option 1 Total` is `option one`."""
    spelt = re.sub(r"\b[1-4]\b", lambda found: _DIGITS[found[0]], printed.lower())
    return spelt.removesuffix(" total").strip(" *")


def _named(sentence: str, lines: Mapping[str, Line]) -> list[str]:
    """The labels a sentence names: `options 1 and 2` names `option one` and `option two`."""
    said = re.sub(r"\b([a-z]+)s (\w+) and (\w+)", r"\1 \2 \1 \3", _label(sentence))
    return [label for label in lines if " " in label and re.search(rf"\b{re.escape(label)}\b", said)]


def rounded_sums(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """`£2.4 million in 2018/19` for lines of a table whose amounts of that year add up to another sum."""
    lines = by_year(text)
    for sentence in found:
        if "\t" in sentence.text:  # a row of a table is no claim about it
            continue
        named = [lines[label].money for label in _named(sentence.text, lines)]
        for met in re.finditer(rf"(£{NUMBER}) in ({YEAR})(?! (?:was|were|of this|of which))", sentence.text):
            parts = [money[year] for money in named if (year := financial_year(met[2])) in money]
            made = sum(value for value, _ in parts)
            if parts and len(parts) == len(named) and abs(made - number(met[1])) > rounding(met[1]):
                why = f"the parts add up to £{made:,.0f}"
                yield Conflict("sum", sentence.line, sentence.text, parts[0][1], met[0], why)


def year_on_year(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """`has increased year on year` of lines of a table, one of which fell in a year."""
    lines = by_year(text)
    for sentence in found:
        claim = _YEAR_ON_YEAR.search(sentence.text)
        about = _SUBJECT.findall(sentence.text[: claim.start()]) if claim else []
        for label in _named(sentence.text, lines) if claim and about else ():
            series = lines[label].counts if about[-1].lower() == "number" else lines[label].money
            up = claim is not None and claim[1] in ("increased", "risen", "grown")
            for why, row in _other_way(label, series, up):
                yield Conflict("year on year", sentence.line, sentence.text, row, why, why)


def _other_way(label: str, series: Mapping[str, tuple[float, int]], up: bool) -> Iterator[tuple[str, int]]:
    """The years in which a series went against a claim, in words, with the line of the table."""
    for (_, (before, _)), (year, (now, row)) in pairwise(sorted(series.items())):
        if now != before and (now > before) != up:
            yield f"{label} went from {before:,.0f} to {now:,.0f} in {year}", row


def net_amounts(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A net overspend that is not the overspend less the total funding told before it in the paragraph."""
    del found
    for at, line in enumerate(text.splitlines(), 1):
        plain = re.sub(r"\([^()]*\)", "", line)  # what is in brackets is of another year
        for met in re.finditer(rf"\bnet ({NUMBER}) (overspend|underspend|deficit|shortfall)", plain):
            before = plain[: met.start()]
            gross = re.findall(rf"\b{met[2]} of ({NUMBER})", before)
            funds = re.findall(
                rf"\btotal (?:[a-z]+ ){{0,3}}(?:funding|contributions?|income) of ({NUMBER})", before
            )
            if not gross or not funds:
                continue
            made = number(gross[-1]) - number(funds[-1])
            if abs(made - number(met[1])) > rounding(gross[-1]) + rounding(funds[-1]):
                why = f"{gross[-1]} less {funds[-1]} is £{made:,.0f}"
                yield Conflict("sum", at, met[0], at, f"{gross[-1]}, {funds[-1]}", why)


def budget_basis(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """A budget told without gross or net in a report whose own table has both."""
    both = next(filter(None, map(_gross_and_net, tables(text))), None)
    for sentence in found if both else ():
        told = _BUDGET.search(sentence.text)
        if both and told and "£" in told[1] and not re.search(r"\b(?:gross|net)\b", sentence.text, re.I):
            gross, net = both
            why = (
                f"it says neither gross nor net; the report's table has {gross.cells[-1]} and {net.cells[-1]}"
            )
            yield Conflict("basis", sentence.line, sentence.text, net.line, net.text, why)


def _gross_and_net(rows: Sequence[Row]) -> tuple[Row, Row] | None:
    """The last row above `Income` and the total below it, which are a budget gross and net."""
    income = next((at for at, row in enumerate(rows) if row.at(0).lower() == "income"), 0)
    gross = [row for row in rows[:income] if re.fullmatch(NUMBER, row.cells[-1])]
    net = [row for row in rows[income:] if row.find("^total") == 0 and re.fullmatch(NUMBER, row.cells[-1])]
    return (gross[-1], net[-1]) if income and gross and net else None
