"""The header row of the LGBF workbook: which column is which series, numerator or denominator.

An indicator's header is its code and a period (`SW1 2019-20`), with ` Real` at the end for real terms.
The two columns after it, where they are titles, are its numerator and denominator: only their place
says so. After a blank header comes a block of single survey years of codes printed as windows before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from etl.problems import Problem
from etl.readings import basis_of, resolve_codes, translate
from indicators.catalogue import Catalogue, UnknownIndicatorError
from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.printed_periods import parse

_SERIES = re.compile(r"([A-Z][A-Z&]*(?:-[A-Z]+)? ?\d+[A-Z]?) +(\S.*?)( Real)?", re.IGNORECASE)
# Titles are free text; only what is written like a code is held to be one.
_STRICT = re.compile(r"[A-Z][A-Z&]*(?:-[A-Z]+)? ?\d+[a-z]?")


@dataclass(frozen=True, slots=True)
class Series:
    """One column of values, with the columns of its numerator and denominator where it has them."""

    column: int
    indicator: Indicator
    period: Period
    basis: str
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True, slots=True)
class Headers:
    """The series of a sheet, and the columns that belong to none."""

    series: tuple[Series, ...]
    stray: tuple[int, ...]


def is_series(header: str) -> bool:
    """True for a header written like a code and a period, whatever the catalogue knows."""
    found = _SERIES.fullmatch(header.strip())
    return found is not None and _STRICT.fullmatch(found[1]) is not None


def read_headers(headers: Sequence[str], catalogue: Catalogue, place: Callable[[int], str]) -> Headers:
    """Understand every header after the first; `place` says where that of a column stands.

    Raises LoadRefused for an unknown code or period.
    """
    parts = {
        column: found
        for column, header in enumerate(headers)
        if column and (found := _series_header(header, catalogue))
    }
    places = {column: place(column) for column in parts}
    first = {parts[column][1]: places[column] for column in reversed(parts)}
    indicators = resolve_codes(catalogue, first)
    periods = _periods(parts, indicators, places)
    series, stray = [], []
    for column, following in _runs(headers, set(parts)):
        pair = following if len(following) == 2 else []
        stray += [] if pair else following
        if column:
            indicator = indicators[parts[column][1]]
            basis = basis_of(indicator, parts[column][3] is not None)
            series.append(Series(column, indicator, periods[column], basis, *pair))
    return Headers(tuple(series), tuple(stray))


def stray_column(header: str, cells: str, count: int, file: str) -> Problem:
    """The problem of a column with figures that belongs to no series."""
    place = f"{file}, {cells}"
    return Problem(
        "unknown column",
        "error",
        place,
        header,
        f"{place}: '{header}' is neither an indicator nor one of the two columns after it, so its {count} "
        "cells are left out.",
    )


def _series_header(header: str, catalogue: Catalogue) -> re.Match[str] | None:
    """The parts of a header that begins with a code; None for a title."""
    found = _SERIES.fullmatch(header.strip())
    if found is None or is_series(header):
        return found
    try:
        catalogue.resolve(found[1])
    except UnknownIndicatorError:
        return None
    return found


def _periods(
    parts: dict[int, re.Match[str]], indicators: dict[str, Indicator], places: dict[int, str]
) -> dict[int, Period]:
    def period(column: int) -> Period:
        code, label = parts[column][1], parts[column][2]
        found = parse(label)
        return parse(label, indicators[code].year_kind) if found.months == 12 else found

    return translate(places, period, "unknown period", "Correct the header.", lambda column: parts[column][2])


def _runs(headers: Sequence[str], coded: set[int]) -> list[tuple[int, list[int]]]:
    """Each series column (0 for none) with the titled columns after it; a blank header ends a run."""
    runs: list[tuple[int, list[int]]] = [(0, [])]
    for column in range(1, len(headers)):
        if column in coded:
            runs.append((column, []))
        elif str(headers[column]).strip() == "":
            runs.append((0, [column]))
        else:
            runs[-1][1].append(column)
    return runs
