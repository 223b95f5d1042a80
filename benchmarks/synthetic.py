"""A store with as many figures as it takes: the bundled ones, and made-up ones that say so.

Every made-up edition, file, indicator and place is named SYNTHETIC, and while a store holds such an edition
the head of every page says so. They are figures of indicators that no page offers, in quarters of fifty years
for every council and Scotland: what a page shows stays the same, so that any growth of its time is that of
looking for its figures among more others. Once is as many figures as the largest file people load.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, insert, select

from etl.pipeline import load_all
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.periods import Period, PeriodKind
from indicators.printed_periods import parse
from indicators.store import engine, schema, words, write
from indicators.store.bulk import bulk_insert
from indicators.store.history import SYNTHETIC
from indicators.store.reach import recount

ONCE: Final = 70_000
"""Figures of a store of size 1: the benchmarking framework's own workbook has 68,442."""
FIRST_YEAR, YEARS = 1976, 50
PUBLISHED = Path(__file__).resolve().parent.parent / "data" / "published"
AT_ONCE: Final = 20
"""Indicators inserted together, some 130,000 figures."""
EDITIONS: Final = 4


def bundled(url: str) -> None:
    """Build a store of the bundled figures alone."""
    target = engine.writer(url)
    engine.upgrade(target)
    load_all(sorted(PUBLISHED.glob("*.csv")), target, load_catalogue())
    target.dispose()


def fill(url: str, figures: int) -> int:
    """Add made-up figures to a built store until it has at least so many; returns how many it has."""
    target = engine.writer(url)
    with target.begin() as connection:
        held = connection.execute(select(func.count()).select_from(schema.figure_versions)).scalar_one()
        added = _add(connection, load_catalogue(), max(figures - held, 0))
    target.dispose()
    return int(held + added)


def _add(connection: Connection, catalogue: Catalogue, wanted: int) -> int:
    """Add made-up figures and their benchmarks, whole indicators at a time; how many figures they are."""
    areas = sorted([SCOTLAND, *(council.code for council in catalogue.areas.councils)])
    periods = list(quarters())
    codes = [f"SYN{number:05d}" for number in range(-(-wanted // (len(areas) * len(periods))))]
    if not codes:
        return 0
    editions, load_id = _announce(connection, codes, periods)
    labels = sorted(period.label for period in periods)
    for first in range(0, len(codes), AT_ONCE):
        some = codes[first : first + AT_ONCE]
        write.add_versions(connection, versions(some, areas, labels, editions, load_id))
        bulk_insert(connection, schema.benchmark_values, benchmarks(some, areas, labels))
        recount(connection, some)
    added = len(codes) * len(areas) * len(labels)
    write.finish_load(connection, load_id, {"read": added, "new": added})
    return added


def quarters() -> Iterator[Period]:
    """Every quarter of fifty financial years."""
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        for quarter in range(1, 5):
            yield parse(f"{year}-{(year + 1) % 100:02d} Q{quarter}", PeriodKind.QUARTER)


def _announce(
    connection: Connection, codes: Sequence[str], periods: Sequence[Period]
) -> tuple[list[int], int]:
    """File what the figures belong to: their indicators, periods, editions and the load; old editions."""
    rows = [
        {"code": code, "title": f"{SYNTHETIC} {code}", "service": "children", "unit": "percent",
         "disclosive": False}
        for code in codes
    ]  # fmt: skip
    connection.execute(insert(schema.indicators), rows)
    words.keep_periods(connection, periods)
    editions = [
        write.keep_edition(connection, "lgbf", f"{SYNTHETIC} {number}", f"19{90 + number}", "").id
        for number in range(EDITIONS)
    ]
    record = write.LoadRecord("lgbf", f"{SYNTHETIC}.csv", SYNTHETIC, "2026-01-01T00:00:00+00:00", {})
    return editions, write.start_load(connection, record)


def versions(
    codes: Sequence[str], areas: Sequence[str], labels: Sequence[str], editions: Sequence[int], load_id: int
) -> list[tuple[object, ...]]:
    """Rows of VERSION_COLUMNS in the order of their key: one made-up percentage for each area and period."""
    chance = random.Random(codes[0])  # noqa: S311 - made-up figures, the same each time
    return [
        (code, area, label, "none", edition, load_id, "quarter", round(20 + 60 * chance.random(), 1), None,
         None, "published", "", None, None, SYNTHETIC, 0.05, True, None)
        for number, code in enumerate(codes)
        for edition in (editions[number % len(editions)],)
        for area in areas
        for label in labels
    ]  # fmt: skip


def benchmarks(codes: Sequence[str], areas: Sequence[str], labels: Sequence[str]) -> list[tuple[object, ...]]:
    """Rows of BENCHMARK_COLUMNS in the order of their key: for every council the same made-up comparators."""
    return [
        (code, area, label, "none", 8.0, "published", 0, "people-1", 8.4, 8.3, 8.5, 8, 3, 16, 32, 2)
        for code in codes
        for area in areas
        if area != SCOTLAND
        for label in labels
    ]
