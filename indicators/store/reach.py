"""How far the figures reach: for how many councils each indicator has a number that may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from indicators.store.views import figure_facts


class ReachRow(NamedTuple):
    """One indicator in one period; a period is counted once, whatever prices its figures are in."""

    indicator: str
    period: str
    period_kind: str
    councils: int


def councils_by_period(
    connection: Connection, codes: Iterable[str], councils: Iterable[str]
) -> list[ReachRow]:
    """How many of the councils have a number, for some indicators in every period in which one has."""
    c = figure_facts.c
    query = (
        select(c.indicator_code, c.period, c.period_kind, func.count(c.area_code.distinct()))
        .where(c.indicator_code.in_(list(codes)), c.area_code.in_(list(councils)), c.value.is_not(None))
        .group_by(c.indicator_code, c.period, c.period_kind)
    )
    return [ReachRow._make(row) for row in connection.execute(query)]
