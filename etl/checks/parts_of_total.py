"""Parts that exceed their total, or do not add up to it, for the totals declared in parts.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from etl.checks.findings import plain, rows_of
from etl.checks.series import newest_editions
from etl.problems import Problem
from etl.readings import KEY, NUMBERS
from indicators.catalogue import Catalogue

RULE = "parts and total"
FILE = Path(__file__).with_name("parts.toml")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total (an indicator or a number) and the indicators that are its parts."""

    whole: str | float
    parts: tuple[str, ...]
    exact: bool
    slack: float


@cache
def declared() -> tuple[Sum, ...]:
    """The sums of parts.toml."""
    entries = tomllib.loads(FILE.read_text(encoding="utf-8"))["sum"]
    return tuple(Sum(**{**entry, "parts": tuple(entry["parts"])}) for entry in entries)


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Areas and periods of the file in which all parts and the total are known and do not fit.

    A part that is suppressed or missing says nothing about the sum: such a case is left out.
    """
    held = set(frame["indicator"])
    for each in declared():
        if held.isdisjoint(each.parts):
            continue
        known = pd.concat([newest_editions(frame), before.assign(locator="")])
        known = known[known["value"].notna()].drop_duplicates(KEY)
        yield from _misfits(each, known, catalogue)


def _misfits(each: Sum, known: pd.DataFrame, catalogue: Catalogue) -> Iterator[Problem]:
    place = ["area", "period", "basis"]
    parts = known[known["indicator"].isin(each.parts)].groupby(place, sort=True)
    sums = parts.agg(made=("value", "sum"), n=("value", "size"), locator=("locator", "max"))
    sums = sums[(sums["n"] == len(each.parts)) & (sums["locator"] != "")].reset_index()
    if isinstance(each.whole, str):
        whole = known[known["indicator"] == each.whole]
        sums = sums.merge(whole[[*place, NUMBERS[0]]], on=place)
    else:
        sums = sums.assign(value=float(each.whole))
    over = sums["made"] - sums["value"]
    wrong = over.abs() > each.slack if each.exact else over > each.slack
    for row in rows_of(sums[wrong]):
        yield _problem(each, row, catalogue)


def _problem(each: Sum, row: Any, catalogue: Catalogue) -> Problem:
    area, period = catalogue.areas[row.area].name, row.period
    made, value = plain(row.made), plain(row.value)
    if any(catalogue[code].disclosive for code in each.parts):
        made = value = "a figure that is kept back"
    verb = "make" if each.exact else "exceed"
    whole = f"{each.whole}, {value}" if isinstance(each.whole, str) else value
    relation = f"make {made}, not" if verb == "make" else f"make {made}, more than"
    said = f"{' + '.join(each.parts)} {period} of {area} {relation} {whole}; check the parts and the total."
    return Problem(RULE, "warning", row.locator, "", said)
