"""How far the figures reach: for how many councils there is a number, and how many figures an edition has.

To know either takes reading every figure, so both are counted when figures change, in that transaction,
and only read afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, Integer, Select, cast, delete, func, insert, select

from indicators.areas import AreaKind
from indicators.store.schema import areas, council_counts, edition_counts, figure_versions
from indicators.store.views import figure_facts


class ReachRow(NamedTuple):
    """One indicator in one period; a period is counted once, whatever prices its figures are in."""

    indicator: str
    period: str
    period_kind: str
    councils: int


def councils_by_period(connection: Connection, codes: Iterable[str]) -> list[ReachRow]:
    """How many councils have a number, for some indicators in every period in which one has."""
    query = select(council_counts).where(council_counts.c.indicator_code.in_(list(codes)))
    return [ReachRow._make(row) for row in connection.execute(query)]


def counted_councils(connection: Connection, codes: Iterable[str]) -> list[ReachRow]:
    """For how many councils the counts behind a figure are known, where for any: each has an interval."""
    c = figure_facts.c
    query = _by_council().where(
        c.indicator_code.in_(list(codes)), c.lower_95.is_not(None), c.denominator.is_not(None)
    )
    return [ReachRow._make(row) for row in connection.execute(query)]


def recount(connection: Connection, codes: Iterable[str] | None = None) -> None:
    """Count anew, for some indicators or for all, within the caller's transaction.

    Comes after everything else that changes what is shown of them: their figures and their hidden cells.
    """
    wanted = None if codes is None else sorted(set(codes))
    for table, counted in ((edition_counts, _by_edition()), (council_counts, _by_council())):
        clear = delete(table)
        if wanted is not None:
            clear = clear.where(table.c.indicator_code.in_(wanted))
            counted = counted.where(counted.selected_columns.indicator_code.in_(wanted))
        connection.execute(clear)
        connection.execute(insert(table).from_select([column.name for column in table.columns], counted))


def _by_edition() -> Select[tuple[int, str, int, int, str, str]]:
    v = figure_versions.c
    shown_now = func.sum(cast(v.is_current, Integer))
    columns = (v.edition_id, v.indicator_code, func.count(), shown_now, func.min(v.period))
    return select(*columns, func.max(v.period)).group_by(v.edition_id, v.indicator_code)


def _by_council() -> Select[tuple[str, str, str, int]]:
    c = figure_facts.c
    councils = select(areas.c.code).where(areas.c.kind == AreaKind.COUNCIL.value)
    return (
        select(c.indicator_code, c.period, c.period_kind, func.count(c.area_code.distinct()))
        .where(c.value.is_not(None), c.area_code.in_(councils))
        .group_by(c.indicator_code, c.period, c.period_kind)
    )
