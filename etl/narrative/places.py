"""A share of one area told as if of the count of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from etl.narrative.conflicts import Conflict
from etl.narrative.text import Sentence

# Areas of several councils: boards of the health service and former regions.
WIDER = (
    "Ayrshire and Arran", "Forth Valley", "Grampian", "Greater Glasgow and Clyde", "Lanarkshire", "Lothian",
    "Strathclyde", "Tayside",
)  # fmt: skip
_COUNTED = re.compile(r"\b\d[\d,]* [A-Z]?[a-z]+")
_SHARE = re.compile(rf"^In (?:NHS )?({'|'.join(WIDER)}),? (\d+)% (?:were|was|are|had|have)\b")


def mixed_areas(found: Sequence[Sentence], text: str) -> Iterator[Conflict]:
    """`There were 161 offenders. In Tayside, 37% were ...`: of the 161, or of all in Tayside?"""
    del text
    for counted, share in pairwise(found):
        told = _SHARE.search(share.text)
        if (
            told
            and counted.line == share.line
            and _COUNTED.search(counted.text)
            and told[1] not in counted.text
        ):
            why = f"the count has no area, and the {told[2]}% are of {told[1]}"
            yield Conflict("area", share.line, share.text, counted.line, counted.text, why)
