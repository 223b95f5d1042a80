"""What follows from figures: the benchmarks of every indicator, period and basis a load has touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from indicators.areas import SCOTLAND, AreaKind
from indicators.benchmarks import Benchmark, benchmarks
from indicators.catalogue import Catalogue
from indicators.figures import Figure, Status
from indicators.periods import parse_as_any
from indicators.store import write

Group = tuple[str, str, str]


def derive(connection: Connection, catalogue: Catalogue, touched: Iterable[Group]) -> int:
    """Replace the benchmarks of the touched groups (indicator, period, basis); returns how many rows."""
    groups = set(touched)
    figures = _current_figures(connection, groups)
    rows = [row for group in sorted(groups) for row in _rows(catalogue, group, figures.get(group, {}))]
    write.replace_benchmarks(connection, sorted(groups), rows)
    return len(rows)


def _current_figures(connection: Connection, groups: set[Group]) -> dict[Group, dict[str, Figure]]:
    figures: dict[Group, dict[str, Figure]] = {}
    statuses = {status.value: status for status in Status}
    for code, period, basis, area, value, status, above, below in write.current_figures(
        connection, {group[0] for group in groups}
    ):
        group = (code, period, basis)
        if group in groups:
            figures.setdefault(group, {})[area] = Figure(value, statuses[status], above, below)
    return figures


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
