"""The headers of the LGBF long table, and the one shape all of them are brought into.

In that shape a row is one council's figure: `row`, `code`, `area`, `year`, `label`, `prices` (real or cash),
value, numerator and denominator, and the same for Scotland under `scotland_...`. All of it is text; where a
dialect has no Scotland `scotland_column` is empty, else it names the column of Scotland's value.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from etl.problems import LoadRefused, Problem
from etl.readings import NUMBERS, first_places

SCOTLAND_NUMBERS = [f"scotland_{name}" for name in NUMBERS]
_MEANS = "Family Group"


@dataclass(frozen=True, slots=True)
class Measure:
    """The columns of one price basis; an empty basis is named row by row."""

    council: tuple[str, ...]
    scotland: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One header: the columns of code, area and year, and where it has them of family label and data type."""

    title: str
    code: str
    area: str
    year: str
    measures: tuple[Measure, ...]
    label: str = ""
    type: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column a file in this dialect must have."""
        words = (self.type, self.code, self.area, self.year)
        numbers = (name for measure in self.measures for name in (*measure.council, *measure.scotland))
        return tuple(name for name in (*words, *numbers, self.label) if name)


def _dialect(values: dict[str, Any]) -> Dialect:
    measures = tuple(
        Measure(tuple(m["council"]), tuple(m.get("scotland", ())), m.get("basis", ""))
        for m in values.pop("measures")
    )
    return Dialect(measures=measures, **values)


DIALECTS = tuple(
    _dialect(values)
    for values in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["dialect"]
)


def dialect_of(header: Collection[str]) -> Dialect:
    """The dialect whose columns a header has; the reader was chosen by them, so there is one."""
    return next(dialect for dialect in DIALECTS if set(dialect.columns) <= set(header))


def long_form(table: pd.DataFrame, dialect: Dialect, name: str) -> pd.DataFrame:
    """A table of any dialect in the one shape, without the rows that hold nothing but their number.

    Raises LoadRefused for a data type that is neither real nor cash.
    """
    filled = table[(table[list(dialect.columns)] != "").any(axis=1)].reset_index(drop=True)
    parts = [_one_basis(filled, dialect, measure, name) for measure in dialect.measures]
    return pd.concat(parts, ignore_index=True)


def _one_basis(table: pd.DataFrame, dialect: Dialect, measure: Measure, name: str) -> pd.DataFrame:
    blank = pd.Series("", index=table.index, dtype="str")
    columns = {
        "row": table["row"],
        "code": table[dialect.code],
        "area": table[dialect.area],
        "year": table[dialect.year],
        "label": table[dialect.label] if dialect.label else blank,
        "prices": blank + measure.basis if measure.basis else _prices(table, dialect.type, name),
        "scotland_column": blank + (measure.scotland[0] if measure.scotland else ""),
    }
    columns |= {to: table[column] for to, column in zip(NUMBERS, measure.council, strict=True)}
    scotland = [table[column] for column in measure.scotland] or [blank] * 3
    return pd.DataFrame(columns | dict(zip(SCOTLAND_NUMBERS, scotland, strict=True)))


def _prices(table: pd.DataFrame, column: str, name: str) -> pd.Series[str]:
    """`Real_Quarterly` is real, `Cash` is cash; anything else refuses the file."""
    prices = table[column].str.lower().str.extract(r"^(real|cash)(?:_.*)?$", expand=False)
    unknown = table[prices.isna()]
    problems = [
        Problem("unknown basis", "error", place, text, f"{place}: '{text}' is not Real or Cash; correct it.")
        for text, place in first_places(unknown[column], unknown["row"], name).items()
    ]
    if problems:
        raise LoadRefused(problems)
    return prices


def without_means(table: pd.DataFrame, name: str) -> tuple[pd.DataFrame, list[Problem], int]:
    """The rows of areas, a note of those of family groups, and how many these are.

    The mean of a group is worked out from its councils here, so a printed one is not a figure of an area.
    """
    means = table["area"].str.startswith(_MEANS)
    if not means.any():
        return table, [], 0
    count, first = int(means.sum()), table.loc[means, "row"].iloc[0]
    place = f"{name}, row {first}"
    sentence = (
        f"{place}: {count} rows are means of family groups, which are worked out from their councils here; "
        "they are left out."
    )
    kept = table[~means].reset_index(drop=True)
    return kept, [Problem("family mean", "warning", place, "", sentence)], count
