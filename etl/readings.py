"""What every reader hands over: one tidy frame of figures, whatever the file looked like.

A row of the frame is one figure as one edition prints it. `indicator` and `area` are codes of the
catalogue, `period` is the label in our spelling, `value`, `numerator` and `denominator` are floats (NaN
without one) in the unit of the catalogue, all other columns are text.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pandas as pd

from etl.problems import LoadRefused, Problem
from indicators.areas import UnknownAreaError
from indicators.catalogue import Catalogue, UnknownIndicatorError
from indicators.indicator import Indicator
from indicators.printed_periods import PeriodError
from indicators.store.inspected import ServiceMark

KEY = ["indicator", "area", "period", "basis"]
NUMBERS = ["value", "numerator", "denominator"]
COLUMNS = (
    "indicator",
    "area",
    "period",
    "period_kind",
    "basis",
    "value",
    "status",
    "numerator",
    "denominator",
    "edition",
    "published_on",
    "note",
    "locator",
)
K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


EditionKey = tuple[str, str]
"""When an edition was published, and its label."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person loading a file said about it: the label of its edition, when it was published."""

    edition: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures of a file, with what could not be read.

    `rejected` counts the rows that are not in the frame, each of which has its problem. `base_years`
    gives the price year of real-terms figures by edition label. `cells` counts the non-empty cells of a
    sheet by what they were taken for. `services` are single inspected services, by edition.
    """

    source: str
    frame: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    rejected: int = 0
    base_years: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, int] = field(default_factory=dict)
    services: Mapping[EditionKey, tuple[ServiceMark, ...]] = field(default_factory=dict)


def tidy_frame(columns: Mapping[str, Any]) -> pd.DataFrame:
    """A frame with exactly the tidy columns, text as text and numbers as floats."""
    frame = pd.DataFrame({name: columns[name] for name in COLUMNS})
    return frame.astype({name: "float64" if name in NUMBERS else "str" for name in COLUMNS})


def translate(
    places: Mapping[K, str],
    resolve: Callable[[K], T],
    rule: str,
    advice: str,
    printed: Callable[[K], str] = str,
) -> dict[K, T]:
    """Resolve every different text of a column; `places` says where each was first met.

    A key may be more than the text, such as a label with its kind; `printed` then gives the text.
    Raises LoadRefused with one sentence for each text that means nothing.
    """
    meant: dict[K, T] = {}
    problems = []
    for text, place in places.items():
        try:
            meant[text] = resolve(text)
        except (UnknownAreaError, UnknownIndicatorError, PeriodError) as error:
            hint = str(error) if str(error).endswith("?") else f"{error}."
            problems.append(Problem(rule, "error", place, printed(text), f"{place}: {hint} {advice}"))
    if problems:
        raise LoadRefused(problems)
    return meant


def first_places(texts: pd.Series[str], rows: pd.Series[int], name: str) -> dict[str, str]:
    """Every different text of a column with the row it first stands in."""
    first = texts.drop_duplicates()
    return {text: f"{name}, row {row}" for text, row in zip(first, rows[first.index], strict=True)}


def shown_value(indicator: Indicator, value: object) -> str:
    """A value for a problem, kept back where it could be a small count of people."""
    return "" if indicator.disclosive else str(value)


def basis_of(indicator: Indicator, real: bool) -> str:
    """`real` or `cash` for an indicator with prices, else `none`."""
    if not indicator.priced:
        return "none"
    return "real" if real else "cash"


def code_advice() -> str:
    """What to do about an unknown indicator code."""
    return "Correct the code, or add the indicator to data/catalogue/indicators."


def area_advice() -> str:
    """What to do about an unknown area name."""
    return "Correct the name, or add it to the aliases of its area in data/catalogue/areas.toml."


def resolve_codes(catalogue: Catalogue, places: Mapping[str, str]) -> dict[str, Indicator]:
    """The indicators meant by code spellings; raises LoadRefused for an unknown one."""
    return translate(places, catalogue.resolve, "unknown code", code_advice())


def resolve_areas(catalogue: Catalogue, places: Mapping[str, str]) -> dict[str, str]:
    """The area codes meant by names; raises LoadRefused for an unknown one, with the nearest name."""
    return translate(places, lambda name: catalogue.areas.resolve(name).code, "unknown area", area_advice())
