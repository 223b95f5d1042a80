"""A report as sentences with their line numbers, and the numbers and years in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

NUMBER = r"£?\d[\d,]*(?:\.\d+)?(?: ?million|[mMkK]\b|%)?"
YEAR = r"(?:19|20)\d\d(?:[/-]\d{2,4})?"
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'])")
_FINANCIAL = re.compile(r"\b((?:19|20)\d\d)[/-](\d\d|(?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the number of its line; a line of a table is one too."""

    line: int
    text: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a report; each stands in one line, as paragraphs of pasted text do."""
    for number, line in enumerate(text.splitlines(), 1):
        for part in _END.split(line.strip()):
            if part:
                yield Sentence(number, part)


def number(printed: str) -> float:
    """A printed number as one: `£2.4 million` is 2,400,000, `£546k` is 546,000 and `94.2%` is 94.2."""
    return float(re.sub(r"[^\d.]", "", printed).rstrip(".")) * _times(printed)


def rounding(printed: str) -> float:
    """By how much a value may differ from a printed number it rounds to: 50,000 for `£2.4 million`."""
    return 0.5 * 10.0 ** -decimals(printed) * _times(printed) + 1e-9


def _times(printed: str) -> int:
    ending = printed.lower()
    return 1_000_000 if ending.endswith(("million", "m")) else 1_000 if ending.endswith("k") else 1


def decimals(printed: str) -> int:
    """How many decimals a number is printed with."""
    found = re.search(r"\.(\d+)", printed)
    return len(found[1]) if found else 0


def financial_year(printed: str) -> str:
    """The first year of a text as `2019-20`; empty where there is none: a calendar year is another thing."""
    found = _FINANCIAL.search(printed)
    return f"{found[1]}-{found[2][-2:]}" if found and int(found[2][-2:]) == (int(found[1]) + 1) % 100 else ""


def report_year(text: str) -> str:
    """The financial year a report speaks of most, which is the one it is about; empty without any."""
    years = Counter(financial_year(found[0]) for found in _FINANCIAL.finditer(text))
    years.pop("", None)
    return years.most_common(1)[0][0] if years else ""


def words(phrase: str) -> frozenset[str]:
    """The words of a phrase that say what it is about, in lower case and without the s of a plural."""
    found = re.findall(r"[a-z]{3,}", phrase.lower().replace("'s", ""))
    return frozenset(word.removesuffix("s") for word in found if word not in _SMALL)


_SMALL = frozenset(
    "all and are been for from had has have number our per that the this total was were with".split()  # noqa: SIM905
)
