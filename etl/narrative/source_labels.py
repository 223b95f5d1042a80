"""The source a scorecard names for an indicator, held against what that source is known to publish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.narrative.conflicts import Conflict
from etl.narrative.scorecards import blocks
from etl.narrative.text import words
from indicators.catalogue import Catalogue
from indicators.indicator import Indicator

ENOUGH = 0.6  # of the words of a name, found in the title and the definition of one indicator
_SPAN = re.compile(r"\b(\d+) (hours?|days?|weeks?|months?)\b", re.IGNORECASE)


def labels(text: str, catalogue: Catalogue) -> Iterator[Conflict]:
    """A source named for an indicator with a length of time that no indicator of the source has."""
    for block in blocks(text):
        for line, name, row in block.aligned():
            for source in {cell.lower() for cell in row.cells} & set(catalogue.sources):
                published = [each for each in catalogue.indicators.values() if each.source == source]
                if _spans(name) and published and not any(_is(name, each) for each in published):
                    length = " ".join(_SPAN.findall(name)[0])
                    why = f"no indicator of {source.upper()} in the catalogue is about {length} of this"
                    yield Conflict("source", line, name, row.line, row.text, why)


def _spans(phrase: str) -> frozenset[str]:
    """The lengths of time of a phrase: 36 weeks and 18 months are two indicators."""
    return frozenset(f"{number} {unit.lower().rstrip('s')}" for number, unit in _SPAN.findall(phrase))


def _is(name: str, indicator: Indicator) -> bool:
    described = f"{indicator.title} {indicator.short_title} {indicator.definition}"
    asked = words(name)
    return _spans(name) <= _spans(described) and len(asked & words(described)) >= ENOUGH * len(asked)
