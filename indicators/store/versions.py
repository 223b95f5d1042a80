"""The stored versions of figures, as a load asks for them before it writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, select

from indicators.store import schema


def current_versions(connection: Connection, codes: Iterable[str]) -> list[tuple[object, ...]]:
    """The current version of every figure of some indicators, with its edition's date and price year."""
    return _versions(connection, _version_query(codes).where(schema.figure_versions.c.is_current))


def versions_of_edition(
    connection: Connection, edition_id: int, codes: Iterable[str]
) -> list[tuple[object, ...]]:
    """The latest version of every figure of some indicators that an edition has."""
    versions = schema.figure_versions.c
    query = _version_query(codes).where(versions.edition_id == edition_id).order_by(versions.load_id)
    latest = {row[:4]: row for row in _versions(connection, query)}
    return list(latest.values())


def current_figures(connection: Connection, codes: Iterable[str]) -> list[tuple[Any, ...]]:
    """(indicator, period, basis, area, value, status, numerator, denominator) of current figures."""
    v = schema.figure_versions.c
    query = select(
        v.indicator_code, v.period, v.basis, v.area_code, v.value, v.status, v.numerator, v.denominator
    ).where(v.is_current, v.indicator_code.in_(sorted(codes)))
    return [tuple(row) for row in connection.execute(query)]


def groups(connection: Connection) -> set[tuple[str, str, str]]:
    """Every (indicator, period, basis) that has a current figure."""
    v = schema.figure_versions.c
    query = select(v.indicator_code, v.period, v.basis).where(v.is_current).distinct()
    return {(code, period, basis) for code, period, basis in connection.execute(query)}


def _version_query(codes: Iterable[str]) -> Select[tuple[object, ...]]:
    """Versions of some indicators: key, numbers, status, the edition's date and prices, its half step."""
    v, e = schema.figure_versions.c, schema.editions.c
    columns = (
        v.indicator_code,
        v.area_code,
        v.period,
        v.basis,
        v.value,
        v.numerator,
        v.denominator,
        v.status,
    )
    query = select(*columns, e.published_on, e.base_year, v.half_step).join(
        schema.editions, e.id == v.edition_id
    )
    return query.where(v.indicator_code.in_(sorted(codes)))


def _versions(connection: Connection, query: Select[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(query)]
