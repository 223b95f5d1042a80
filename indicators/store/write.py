"""The writes of a load. Every function works on a transaction the caller has begun, and ends none.

Rows of `figure_versions` are added, never changed but for `is_current`, which passes to the version of
the edition published last, and for the interval, which is worked out from the row's own numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Update, bindparam, insert, select, text, update

from indicators.store import schema
from indicators.store.bulk import bulk_insert

VERSION_COLUMNS = tuple(column.name for column in schema.figure_versions.columns)
BENCHMARK_COLUMNS = tuple(column.name for column in schema.benchmark_values.columns)
FigureKey = tuple[str, str, str, str]
KEY_COLUMNS = ("indicator_code", "area_code", "period", "basis")
INTERVAL_COLUMNS = ("lower_95", "upper_95", "interval_method")
StoredInterval = tuple[float, float, str]


class EditionConflictError(ValueError):
    """An edition is in the store with another date or price year; the sentence says which."""


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """An edition as the store has it."""

    id: int
    label: str
    published_on: str
    base_year: str


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """One run on one file, as `loads` keeps it: `counts` by new, unchanged, revised, ..., and read."""

    source: str
    file_name: str
    sha256: str
    loaded_at: str
    counts: Mapping[str, int]


def lock(connection: Connection) -> None:
    """Let no second load run beside this one; readers go on. SQLite's own transaction does that already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE loads IN EXCLUSIVE MODE"))


def keep_edition(
    connection: Connection, source: str, label: str, published_on: str, base_year: str
) -> KeptEdition:
    """Find or add an edition. A date less or more exact than the one kept is the same date.

    Raises EditionConflictError when the date or the price year contradicts what the store has.
    """
    table = schema.editions
    found = connection.execute(
        select(table).where(table.c.source_code == source, table.c.label == label)
    ).first()
    if found is None:
        values = {"source_code": source, "label": label, "published_on": published_on, "base_year": base_year}
        added = connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one()
        return KeptEdition(added, label, published_on, base_year)
    kept: str = found.published_on
    if not (kept.startswith(published_on) or published_on.startswith(kept)):
        raise EditionConflictError(f"the edition '{label}' is kept as published {kept}, not {published_on}")
    if base_year and found.base_year not in ("", base_year):
        raise EditionConflictError(
            f"the edition '{label}' is kept in prices of {found.base_year}, not {base_year}"
        )
    if base_year and not found.base_year:
        connection.execute(update(table).where(table.c.id == found.id).values(base_year=base_year))
    return KeptEdition(found.id, label, kept, base_year or found.base_year)


def start_load(connection: Connection, record: LoadRecord) -> int:
    """Add the load, so that figures can name it; returns its number."""
    values = {
        "source_code": record.source,
        "file_name": record.file_name,
        "sha256": record.sha256,
        "loaded_at": record.loaded_at,
    }
    table = schema.loads
    statement = insert(table).values({**values, **_count_columns(record.counts)}).returning(table.c.id)
    load_id: int = connection.execute(statement).scalar_one()
    return load_id


def finish_load(connection: Connection, load_id: int, counts: Mapping[str, int]) -> None:
    """Write the final counts of a load."""
    table = schema.loads
    connection.execute(update(table).where(table.c.id == load_id).values(**_count_columns(counts)))


def keep_problems(connection: Connection, load_id: int, rows: Sequence[Mapping[str, str]]) -> None:
    """Add the problems of a load: rule, severity, place, value and sentence each."""
    if rows:
        connection.execute(insert(schema.problems), [{"load_id": load_id, **row} for row in rows])


def retire(connection: Connection, figures: Sequence[FigureKey]) -> None:
    """Take `is_current` from the version of each figure that has it."""
    if not figures:
        return
    statement = _update_of_current().values(is_current=False)
    connection.execute(statement, [_keyed(key) for key in figures])


def intervals_of(connection: Connection, codes: Iterable[str]) -> dict[FigureKey, StoredInterval]:
    """The intervals that current figures of some indicators have: lower, upper and method."""
    v = schema.figure_versions.c
    query = select(*(v[name] for name in KEY_COLUMNS + INTERVAL_COLUMNS)).where(
        v.is_current, v.lower_95.is_not(None), v.indicator_code.in_(sorted(codes))
    )
    return {(row[0], row[1], row[2], row[3]): (row[4], row[5], row[6]) for row in connection.execute(query)}


def keep_intervals(connection: Connection, found: Mapping[FigureKey, StoredInterval | None]) -> None:
    """Write the intervals of current figures; None takes one away."""
    if not found:
        return
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in INTERVAL_COLUMNS}
    names = [f"new_{name}" for name in INTERVAL_COLUMNS]
    rows = [
        {**_keyed(key), **dict(zip(names, parts or (None, None, None), strict=True))}
        for key, parts in found.items()
    ]
    connection.execute(_update_of_current().values(values), rows)


def add_versions(connection: Connection, rows: Sequence[tuple[object, ...]]) -> None:
    """Add versions of figures, each a tuple in the order of VERSION_COLUMNS."""
    bulk_insert(connection, schema.figure_versions, rows)


def replace_benchmarks(
    connection: Connection, groups: Sequence[tuple[str, str, str]], rows: Sequence[tuple[object, ...]]
) -> None:
    """Replace all benchmarks of the groups (indicator, period, basis) by rows of BENCHMARK_COLUMNS."""
    b = schema.benchmark_values.c
    names = ("indicator_code", "period", "basis")
    wanted = [b[name] == bindparam(f"the_{name}") for name in names]
    if groups:
        keys = [{f"the_{name}": part for name, part in zip(names, group, strict=True)} for group in groups]
        connection.execute(schema.benchmark_values.delete().where(*wanted), keys)
    bulk_insert(connection, schema.benchmark_values, rows)


def _update_of_current() -> Update:
    """A change of the current version of a figure; `_keyed` says of which."""
    v = schema.figure_versions.c
    wanted = [v[name] == bindparam(f"the_{name}") for name in KEY_COLUMNS]
    return update(schema.figure_versions).where(*wanted, v.is_current)


def _keyed(key: FigureKey) -> dict[str, Any]:
    return {f"the_{name}": part for name, part in zip(KEY_COLUMNS, key, strict=True)}


def _count_columns(counts: Mapping[str, int]) -> dict[str, int]:
    names = ("read", "new", "unchanged", "revised", "rebased", "history", "rejected")
    return {f"rows_{name}": counts.get(name, 0) for name in names}
