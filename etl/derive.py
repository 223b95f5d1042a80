"""What follows from figures: benchmarks and intervals of each indicator, period and basis a load touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, Engine

from etl.hide import hide
from indicators.areas import SCOTLAND, AreaKind
from indicators.benchmarks import Benchmark, benchmarks
from indicators.catalogue import Catalogue
from indicators.figures import Figure, Status
from indicators.hiding import Cell
from indicators.indicator import IntervalKind
from indicators.intervals import interval
from indicators.printed_periods import parse_as_any
from indicators.store import versions, words, write
from indicators.store.reach import recount

Group = tuple[str, str, str]
Figures = dict[Group, dict[str, Figure]]


class Derived(NamedTuple):
    """How many benchmarks were worked out, and how many figures have an interval."""

    benchmarks: int
    intervals: int


def derive_all(engine: Engine, catalogue: Catalogue) -> Derived:
    """Work everything out again, in one transaction, as after an edit of the catalogue.

    Figures of indicators the catalogue no longer has are left as they are.
    """
    with engine.begin() as connection:
        write.lock(connection)
        words.sync_catalogue(connection, catalogue)
        known = {group for group in versions.groups(connection) if group[0] in catalogue.indicators}
        return derive(connection, catalogue, known)


def derive(
    connection: Connection, catalogue: Catalogue, touched: Iterable[Group], brought: Iterable[str] = ()
) -> Derived:
    """Replace benchmarks and intervals of the touched groups (indicator, period, basis), and count anew.

    So are the benchmarks of groups in which a cell has to be hidden now, or no longer: a hidden figure
    enters no mean, sum or rank. `brought` are indicators of which only earlier editions came: their
    figures are counted, and nothing else of them changed.
    """
    groups = set(touched)
    hidden, changed = hide(connection, catalogue, {group[0] for group in groups})
    groups |= {(code, period, basis) for code, _, period, basis in changed}
    figures = _current_figures(connection, groups)
    intervals = _intervals(catalogue, figures)
    _keep_intervals(connection, groups, intervals)
    shown = _without(figures, hidden)
    rows = [row for group in sorted(groups) for row in _rows(catalogue, group, shown.get(group, {}))]
    write.replace_benchmarks(connection, sorted(groups), rows)
    recount(connection, {group[0] for group in groups} | set(brought))
    return Derived(len(rows), len(intervals))


def _current_figures(connection: Connection, groups: set[Group]) -> dict[Group, dict[str, Figure]]:
    figures: dict[Group, dict[str, Figure]] = {}
    statuses = {status.value: status for status in Status}
    for code, period, basis, area, value, status, above, below in versions.current_figures(
        connection, {group[0] for group in groups}
    ):
        group = (code, period, basis)
        if group in groups:
            figures.setdefault(group, {})[area] = Figure(value, statuses[status], above, below)
    return figures


def _without(figures: Figures, hidden: set[Cell]) -> Figures:
    """The figures as a reader sees them: a hidden one is suppressed."""
    for code, area, period, basis in hidden:
        group = figures.get((code, period, basis), {})
        if area in group:
            group[area] = Figure(None, Status.SUPPRESSED)
    return figures


def _intervals(
    catalogue: Catalogue, figures: Mapping[Group, Mapping[str, Figure]]
) -> dict[write.FigureKey, write.StoredInterval]:
    """The interval of every figure that has one, by the key of the figure."""
    found: dict[write.FigureKey, write.StoredInterval] = {}
    for (code, period, basis), by_area in figures.items():
        indicator = catalogue[code]
        if indicator.interval is IntervalKind.NONE:
            continue
        for area, figure in by_area.items():
            known = interval(indicator, figure)
            if known is not None:
                found[code, area, period, basis] = (known.lower, known.upper, known.method.value)
    return found


def _keep_intervals(
    connection: Connection, groups: set[Group], found: Mapping[write.FigureKey, write.StoredInterval]
) -> None:
    """Write what differs from the store; an interval that no longer follows is taken away."""
    stored = {
        key: parts
        for key, parts in write.intervals_of(connection, {group[0] for group in groups}).items()
        if (key[0], key[2], key[3]) in groups
    }
    keys = sorted(key for key in found.keys() | stored.keys() if found.get(key) != stored.get(key))
    write.keep_intervals(connection, {key: found.get(key) for key in keys})


def _rows(catalogue: Catalogue, group: Group, figures: dict[str, Figure]) -> Iterator[tuple[object, ...]]:
    code, period, basis = group
    kinds = catalogue.areas.by_code
    councils = {area: figure for area, figure in figures.items() if kinds[area].kind is AreaKind.COUNCIL}
    indicator = catalogue[code]
    when = parse_as_any(period, indicator.periods)
    found = benchmarks(indicator, catalogue.areas, when, councils, figures.get(SCOTLAND))
    for area, benchmark in found.items():
        yield (code, area, period, basis, *_columns(benchmark))


def _columns(benchmark: Benchmark) -> tuple[object, ...]:
    """A benchmark in the order of the columns after the key of `benchmark_values`."""
    country, family = benchmark.scotland, benchmark.family
    return (
        country and country.value,
        country and country.kind.value,
        country.councils if country else 0,
        family and family.group,
        family and family.mean,
        family and family.median,
        family and family.fourth,
        family and family.n,
        benchmark.family_rank,
        benchmark.rank,
        benchmark.rank_n,
        benchmark.quartile,
    )
