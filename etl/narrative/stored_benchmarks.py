"""Benchmarks of the family group that a report prints, held against those of the store."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from etl.narrative.conflicts import Conflict
from etl.narrative.stored import FEWEST_WORDS, prints
from etl.narrative.text import NUMBER, Sentence, sentences, words
from indicators.catalogue import Catalogue
from indicators.store import read
from indicators.store.rows import BenchmarkRow

CONTEXT = 4  # sentences before a benchmark in which its indicator is named
_FOURTH = re.compile(rf"\bfourth place [a-z ]*?of ({NUMBER})", re.IGNORECASE)
_MEAN = re.compile(rf"\bfamily group (?:average|mean) (?:of )?({NUMBER})", re.IGNORECASE)


Named = tuple[frozenset[str], BenchmarkRow]


def all_benchmarks(connection: Connection, catalogue: Catalogue, area: str) -> list[Named]:
    """The benchmarks of an area, each with the words its indicator is recognised by."""
    rows = read.benchmarks_of(connection, read.indicators_with_figures(connection), {area})
    titles = {code: f"{each.title} {each.short_title}" for code, each in catalogue.indicators.items()}
    return [(words(titles[row.indicator]), row) for row in rows]


def against_benchmarks(text: str, rows: Sequence[Named]) -> Iterator[Conflict]:
    """A fourth place as in the store beside a family mean that is not: which councils is it the mean of?"""
    found = list(sentences(text))
    for at, sentence in enumerate(found):
        fourth, mean = _FOURTH.search(sentence.text), _MEAN.search(sentence.text)
        if fourth and mean:
            about = words(" ".join(each.text for each in found[max(0, at - CONTEXT) : at + 1]))
            near = [row for named, row in rows if len(about & named) >= FEWEST_WORDS]
            yield from _other_mean(sentence, fourth[1], mean[1], near)


def _other_mean(
    sentence: Sentence, fourth: str, mean: str, rows: Sequence[BenchmarkRow]
) -> Iterator[Conflict]:
    fitting = [row for row in rows if row.family_fourth is not None and prints(fourth, row.family_fourth)]
    if any(prints(mean, row.family_mean) or prints(mean, row.family_median) for row in fitting):
        return
    for row in fitting:
        against = f"{row.indicator} in {row.period}: fourth {row.family_fourth:g}, mean {row.family_mean:.2f}"
        why = f"{mean} is not the mean of the {row.family_n} councils whose fourth is {fourth}"
        yield Conflict("store: benchmark", sentence.line, sentence.text, 0, against, why)
