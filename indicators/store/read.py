"""One function per question a page asks. Every answer comes through the views, so nothing hidden leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, func, select

from indicators.areas import SCOTLAND
from indicators.periods import Period, PeriodKind
from indicators.store.once import once_a_release, release_mark
from indicators.store.roles import Role, facts_for
from indicators.store.rows import FIGURE_COLUMNS, BenchmarkRow, FigureRow, LoadRow, Release, RevisionRow
from indicators.store.schema import editions, figure_versions, indicators, loads
from indicators.store.views import benchmark_facts, figure_facts, revisions

_FIGURE = figure_facts.c
_BENCHMARK = benchmark_facts.c


def figures_of(
    connection: Connection,
    codes: Iterable[str],
    areas: Iterable[str],
    basis: str | None = None,
    role: Role = Role.READER,
) -> list[FigureRow]:
    """The current figures of some indicators and areas, oldest period first, on one basis or on all."""
    facts = facts_for(role)
    wanted: list[ColumnElement[bool]] = [
        facts.c.indicator_code.in_(list(codes)),
        facts.c.area_code.in_(list(areas)),
    ]
    if basis is not None:
        wanted.append(facts.c.basis == basis)
    return _figures(connection, facts, wanted)


def councils_in(
    connection: Connection, indicator: str, period: str, basis: str, role: Role = Role.READER
) -> list[FigureRow]:
    """The figures of every area for one indicator, period and basis."""
    facts = facts_for(role)
    c = facts.c
    return _figures(connection, facts, [c.indicator_code == indicator, c.period == period, c.basis == basis])


def benchmarks_of(connection: Connection, codes: Iterable[str], areas: Iterable[str]) -> list[BenchmarkRow]:
    """The benchmarks of some indicators for some councils, in every period."""
    query = _benchmark_query().where(
        and_(_BENCHMARK.indicator_code.in_(list(codes)), _BENCHMARK.area_code.in_(list(areas)))
    )
    return [BenchmarkRow(*row) for row in connection.execute(query)]


def revised_cells(connection: Connection, codes: Iterable[str], areas: Iterable[str]) -> set[tuple[str, ...]]:
    """The (indicator, area, period, basis) whose value has changed since a number was first published.

    A first number where earlier editions had none is no revision.
    """
    columns = revisions.c
    query = select(columns.indicator_code, columns.area_code, columns.period, columns.basis).where(
        columns.indicator_code.in_(list(codes)),
        columns.area_code.in_(list(areas)),
        columns.kind == "revision",
        columns.old_value.is_not(None),
    )
    return {tuple(row) for row in connection.execute(query)}


def revisions_of(
    connection: Connection, indicator: str, areas: Iterable[str], basis: str
) -> list[RevisionRow]:
    """What later editions changed of an indicator on one basis, oldest edition first.

    Rounding is left out, and so is a first number where earlier editions had none.
    """
    c = revisions.c
    query = (
        select(c.area_code, c.period, c.old_value, c.old_edition, c.new_value, c.new_edition, c.kind)
        .where(c.indicator_code == indicator, c.area_code.in_(list(areas)), c.basis == basis)
        .where(c.kind != "rounding", c.old_value.is_not(None))
        .order_by(c.period, c.published_on, c.load_id)
    )
    return [RevisionRow._make(row) for row in connection.execute(query)]


@once_a_release
def indicators_with_figures(connection: Connection) -> frozenset[str]:
    """The codes of the indicators that have at least one figure."""
    # One look-up in the key for each indicator (a DISTINCT would read every figure there is), and all
    # codes in one row: fetching five hundred rows would take longer than finding them.
    held = exists().where(figure_versions.c.indicator_code == indicators.c.code)
    codes = connection.execute(select(func.aggregate_strings(indicators.c.code, " ")).where(held)).scalar()
    return frozenset(str(codes).split()) if codes else frozenset()


def recent_loads(connection: Connection, limit: int = 100) -> list[LoadRow]:
    """The last runs of the ETL, newest first."""
    c = loads.c
    query = select(
        c.id, c.source_code, c.file_name, c.sha256, c.loaded_at, c.rows_read, c.rows_new, c.rows_unchanged,
        c.rows_revised, c.rows_rebased, c.rows_history, c.rows_rejected,
    ).order_by(c.id.desc()).limit(limit)  # fmt: skip
    return [LoadRow._make(row) for row in connection.execute(query)]


@once_a_release
def release(connection: Connection) -> Release:
    """What the store holds now; every page and download states it."""
    newest = connection.execute(
        select(editions.c.label)
        .where(editions.c.source_code == "lgbf")
        .order_by(editions.c.published_on.desc())
        .limit(1)
    ).scalar()
    return Release(*release_mark(connection), newest or "", _newest_period(connection))


def _newest_period(connection: Connection) -> str:
    """The newest year for which the benchmarking framework has a figure for Scotland."""
    query = select(func.max(_FIGURE.period)).where(
        _FIGURE.area_code == SCOTLAND,
        _FIGURE.source == "lgbf",
        _FIGURE.value.is_not(None),
        _FIGURE.period_kind.in_([PeriodKind.FINANCIAL_YEAR.value, PeriodKind.CARE_YEAR.value]),
    )
    return connection.execute(query).scalar() or ""


def _figures(connection: Connection, facts: Table, wanted: Sequence[ColumnElement[bool]]) -> list[FigureRow]:
    query = select(*(facts.c[column.name] for column in FIGURE_COLUMNS)).where(and_(*wanted))
    query = query.order_by(facts.c.indicator_code, facts.c.period_end, facts.c.period_start)
    known: dict[tuple[str, str], Period] = {}
    return [FigureRow.of(row, known) for row in connection.execute(query)]


def _benchmark_query() -> Select[Any]:
    c = _BENCHMARK
    return select(
        c.indicator_code, c.area_code, c.period, c.basis, c.value, c.scotland_value, c.scotland_kind,
        c.scotland_councils, c.family_group, c.family_mean, c.family_median, c.family_fourth, c.family_n,
        c.family_rank, c.rank, c.rank_n, c.quartile,
    )  # fmt: skip
