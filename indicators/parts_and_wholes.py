"""Which figures add up to which: Scotland and its councils, totals and parts, years and quarters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from indicators.areas import SCOTLAND, AreaKind
from indicators.catalogue import Catalogue
from indicators.hiding import Cell
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse


class Sum(NamedTuple):
    """A total and its parts as cells; `whole` is True when no part is missing by its nature."""

    total: Cell
    parts: tuple[Cell, ...]
    whole: bool


def sums_of(catalogue: Catalogue, cells: Mapping[Cell, PeriodKind]) -> Iterator[Sum]:
    """Every sum whose total is among the cells, over those of its parts that are; never over none."""
    every = chain(
        _of_scotland(catalogue, cells),
        _of_localities(catalogue, cells),
        _of_parts(catalogue, cells),
        _of_periods(cells),
    )
    yield from (each for each in every if each.parts)


def _of_scotland(catalogue: Catalogue, cells: Mapping[Cell, PeriodKind]) -> Iterator[Sum]:
    parted = (AreaKind.COUNCIL, AreaKind.UNKNOWN)
    areas = [area for area in catalogue.areas.by_code.values() if area.kind in parted]
    for cell in cells:
        if cell[1] == SCOTLAND:
            beside = {area.code: (cell[0], area.code, *cell[2:]) for area in areas}
            whole = all(beside[area.code] in cells for area in catalogue.areas.councils)
            yield Sum(cell, tuple(part for part in beside.values() if part in cells), whole)


def _of_localities(catalogue: Catalogue, cells: Mapping[Cell, PeriodKind]) -> Iterator[Sum]:
    """Every council against its localities, which need not cover all of it."""
    localities: dict[str, list[str]] = defaultdict(list)
    for area in catalogue.areas.localities:
        localities[area.council].append(area.code)
    for cell in [cell for cell in cells if cell[1] in localities]:
        parts = [(cell[0], code, *cell[2:]) for code in localities[cell[1]]]
        yield Sum(cell, tuple(part for part in parts if part in cells), False)


def _of_parts(catalogue: Catalogue, cells: Mapping[Cell, PeriodKind]) -> Iterator[Sum]:
    for declared in catalogue.totals.sums:
        if not (declared.exact and isinstance(declared.whole, str)):
            continue
        for cell in [cell for cell in cells if cell[0] == declared.whole]:
            parts = [(code, *cell[1:]) for code in declared.parts]
            known = tuple(part for part in parts if part in cells)
            yield Sum(cell, known, len(known) == len(parts))


def _of_periods(cells: Mapping[Cell, PeriodKind]) -> Iterator[Sum]:
    """Every period against the shorter ones within it, where those do not overlap."""
    series: dict[tuple[str, str, str], list[tuple[Cell, Period]]] = defaultdict(list)
    for cell, kind in cells.items():
        series[cell[0], cell[1], cell[3]].append((cell, parse(cell[2], kind)))
    for known in series.values():
        if len({(period.kind, period.months) for _, period in known}) > 1:
            for cell, period in known:
                yield from _within(cell, period, known)


def _within(cell: Cell, period: Period, cells: Sequence[tuple[Cell, Period]]) -> Iterator[Sum]:
    """The sums of a period over the shorter ones within it: all of one length, or one that shares an end."""
    inside = [
        (other, each)
        for other, each in cells
        if each.kind is not PeriodKind.DAY and each.months < period.months
        and period.start <= each.start and each.end <= period.end
    ]  # fmt: skip
    lengths = {each.months for _, each in inside}
    for months in sorted(lengths):
        alike = [(other, each) for other, each in inside if each.months == months]
        starts = sorted(each.start for _, each in alike)
        if len(set(starts)) == len(starts) and months * len(alike) <= period.months:
            yield Sum(cell, tuple(other for other, _ in alike), months * len(alike) == period.months)
        else:
            edges = [other for other, each in alike if each.start == period.start or each.end == period.end]
            yield from (Sum(cell, (other,), False) for other in edges)
