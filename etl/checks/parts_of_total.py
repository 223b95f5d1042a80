"""Parts that exceed their total, or do not add up to it, for the totals of data/catalogue/totals.toml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from etl.checks.findings import KEPT_BACK, plain, rows_of
from etl.checks.series import newest_editions
from etl.problems import Problem
from etl.readings import KEY, NUMBERS
from indicators.catalogue import Catalogue
from indicators.totals import Total

RULE = "parts and total"


def check(frame: pd.DataFrame, catalogue: Catalogue, before: pd.DataFrame) -> Iterator[Problem]:
    """Areas and periods of the file in which all parts and the total are known and do not fit.

    A part that is suppressed or missing says nothing about the sum: such a case is left out.
    """
    totals = catalogue.totals
    held = set(frame["indicator"])
    met = [each for each in (*totals.sums, *totals.people) if not held.isdisjoint(each.parts)]
    if not met:
        return
    known = pd.concat([newest_editions(frame), before.assign(locator="")]).drop_duplicates(KEY)
    behind = known.assign(value=_people(known, catalogue))
    for each in met:
        of_people = each in totals.people
        rows = behind if of_people else known
        yield from _misfits(each, rows[rows["value"].notna()], catalogue, "the people of " * of_people)


def _people(known: pd.DataFrame, catalogue: Catalogue) -> pd.Series[float]:
    """How many people are behind each figure: its numerator, or its value where it counts; NaN if unknown."""
    counts = {code: catalogue[code].is_total for code in known["indicator"].unique()}
    counted = known["value"].where(known["indicator"].map(counts).astype(bool))
    return known["numerator"].fillna(counted)


def _misfits(each: Total, known: pd.DataFrame, catalogue: Catalogue, what: str) -> Iterator[Problem]:
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
        yield _problem(each, row, catalogue, what)


def _problem(each: Total, row: Any, catalogue: Catalogue, what: str) -> Problem:
    area, period = catalogue.areas[row.area].name, row.period
    made, value = plain(row.made), plain(row.value)
    if not catalogue.guarded.isdisjoint((*each.parts, each.whole)):
        made = value = KEPT_BACK
    verb = "make" if each.exact else "exceed"
    whole = f"{each.whole}, {value}" if isinstance(each.whole, str) else value
    relation = f"make {made}, not" if verb == "make" else f"make {made}, more than"
    parts = f"{what}{' + '.join(each.parts)} {period} of {area}"
    said = f"{parts} {relation} {whole}; check the parts and the total."
    return Problem(RULE, "warning", row.locator, "", said)
