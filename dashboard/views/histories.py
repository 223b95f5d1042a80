"""Series of one council (and of Scotland beside it), with their comparators, for any indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection

from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.figures import Basis
from indicators.indicator import Indicator
from indicators.periods import Period
from indicators.printed_periods import PeriodError, parse
from indicators.standing import Comparators, History, Standing
from indicators.store import read
from indicators.store.rows import BenchmarkRow, FigureRow

Row = TypeVar("Row", FigureRow, BenchmarkRow)


@dataclass(frozen=True)
class Series:
    """One indicator of one council: its history, Scotland's points, and the rows they were read from.

    `rows` are those shown (one basis, one kind of period); `all_rows` all there are.
    """

    history: History
    scotland: History
    basis: str
    rows: tuple[FigureRow, ...]
    all_rows: tuple[FigureRow, ...]

    @property
    def indicator(self) -> Indicator:
        """The indicator the series is of."""
        return self.history.indicator

    @cached_property
    def latest(self) -> Standing | None:
        """Where the council stands in its latest period; None when it has no figure at all."""
        period = self.history.latest
        return self.history.at(period) if period else None


def all_series(
    connection: Connection,
    catalogue: Catalogue,
    area: str,
    indicators: Sequence[Indicator],
    basis: Basis = Basis.CASH,
) -> dict[str, Series]:
    """The series of every indicator for one council, by code, from three indexed queries.

    Money at a price comes on `basis` where the council has it, else on the one it has.
    """
    codes = [indicator.code for indicator in indicators]
    figures = _by_indicator(read.figures_of(connection, codes, (area, SCOTLAND)))
    marks = _by_indicator(read.benchmarks_of(connection, codes, (area,)))
    return {
        indicator.code: _series(
            catalogue, area, indicator, figures.get(indicator.code, []), marks.get(indicator.code, []), basis
        )
        for indicator in indicators
    }


def history_of(catalogue: Catalogue, indicator: Indicator, area: str, rows: Iterable[FigureRow]) -> History:
    """The history of one area from its rows on one basis, without comparators."""
    found = [row for row in rows if row.area == area]
    return History(
        indicator,
        area,
        tuple((row.period, row.figure) for row in found),
        {},
        catalogue,
        {row.period.label: row.note for row in found if row.note},
        {row.period: row.interval for row in found if row.interval},
    )


def _series(
    catalogue: Catalogue,
    area: str,
    indicator: Indicator,
    rows: list[FigureRow],
    marks: list[BenchmarkRow],
    basis: Basis,
) -> Series:
    chosen = on_basis(rows, area, basis)
    kept = of_one_kind(indicator, [row for row in rows if row.basis == chosen], area)
    own = history_of(catalogue, indicator, area, kept)
    periods = {row.period.label: row.period for row in kept}
    comparators = {
        period: _comparators(mark)
        for mark in marks
        if mark.basis == chosen and (period := _period_of(mark.period, periods, indicator)) is not None
    }
    history = replace(own, comparators=comparators)
    scotland = history_of(catalogue, indicator, SCOTLAND, kept)
    return Series(history, scotland, chosen, tuple(kept), tuple(rows))


def on_basis(rows: Iterable[FigureRow], area: str, basis: Basis) -> str:
    """The basis to show: the one asked for if the area has it, else one that it has."""
    every = list(rows)
    held = {row.basis for row in every if row.area == area} or {row.basis for row in every}
    return basis if basis in held or not held else min(held)


def of_one_kind(indicator: Indicator, rows: list[FigureRow], area: str) -> list[FigureRow]:
    """The rows whose periods can be compared with the area's newest one; yearly before windows."""
    own = [row.period for row in rows if row.area == area] or [row.period for row in rows]
    if not own:
        return []
    order = {kind: place for place, kind in enumerate(indicator.periods)}
    newest = max(own, key=lambda period: (period.end, -order.get(period.kind, len(order)), -period.months))
    return [row for row in rows if row.period.comparable(newest)]


def _period_of(label: str, known: dict[str, Period], indicator: Indicator) -> Period | None:
    """The period of a benchmark's label; None for one of another kind than the series has."""
    if label in known:
        return known[label]
    try:
        period = parse(label, indicator.year_kind)
    except PeriodError:
        return None
    return period if all(period.comparable(other) for other in known.values()) else None


def _comparators(mark: BenchmarkRow) -> Comparators:
    """What a figure is compared with."""
    return Comparators(
        mark.scotland,
        mark.scotland_kind or "",
        mark.scotland_councils,
        mark.family_mean,
        mark.family_median,
        mark.family_fourth,
        mark.family_n or 0,
        mark.family_rank,
        mark.rank,
        mark.rank_n,
        mark.quartile,
    )


def _by_indicator(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.indicator, []).append(row)
    return found
