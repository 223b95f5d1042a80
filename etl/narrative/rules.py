"""All rules by which a report is held against itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from etl.narrative.amounts import budget_basis, net_amounts, rounded_sums, year_on_year
from etl.narrative.compare import directions, headers, percentages, periods, ranks, trends_against_numbers
from etl.narrative.conflicts import Conflict
from etl.narrative.counting import lists, spans, spending, sums
from etl.narrative.inspections import exceptions, inspected, themes
from etl.narrative.naming import abbreviations, footnotes, references
from etl.narrative.places import mixed_areas
from etl.narrative.plans import progress, reviews
from etl.narrative.scorecards import lengths, new_with_history, repeated, twice
from etl.narrative.shares import bases, moved_by_base, placements
from etl.narrative.surveys import all_and_average, doubtful_percent, one_target, statements
from etl.narrative.text import Sentence, sentences

Rule = Callable[[Sequence[Sentence], str], Iterator[Conflict]]

RULES: tuple[Rule, ...] = (
    directions, trends_against_numbers, percentages, spending, sums, lists, periods, ranks, headers, spans,
    abbreviations, footnotes, references, progress, reviews, lengths, new_with_history, repeated, twice,
    rounded_sums, year_on_year, net_amounts, budget_basis, exceptions, inspected, themes, placements, bases,
    moved_by_base, all_and_average, statements, one_target, doubtful_percent, mixed_areas,
)  # fmt: skip


def within(text: str) -> list[Conflict]:
    """Every conflict of a report with itself, in the order of its lines, each once."""
    found = list(sentences(text))
    conflicts = dict.fromkeys(conflict for rule in RULES for conflict in rule(found, text))
    return sorted(conflicts, key=lambda conflict: (conflict.line, conflict.against_line))
