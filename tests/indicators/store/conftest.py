"""An empty store, and plain inserts into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table, insert

from indicators.areas import SCOTLAND
from indicators.periods import PeriodKind, parse
from indicators.store import schema, words
from indicators.store.engine import upgrade, writer

FIGURE = {
    "indicator_code": "PCT", "area_code": "A", "period": "2019-20", "basis": "none", "edition_id": 1,
    "load_id": 1, "period_kind": "financial_year", "value": 7.8, "numerator": None, "denominator": None,
    "status": "published", "note": "", "lower_95": None, "upper_95": None, "locator": "B2",
    "is_current": True,
}  # fmt: skip
BENCHMARK = {
    "indicator_code": "PCT", "area_code": "A", "period": "2019-20", "basis": "none", "scotland_value": 8.0,
    "scotland_kind": "published", "scotland_councils": 0, "family_group": "people-1", "family_mean": 8.4,
    "family_median": 8.3, "family_fourth": 8.5, "family_n": 8, "family_rank": 3, "rank": 16, "rank_n": 31,
    "quartile": 2,
}  # fmt: skip
LOAD = {"source_code": "lgbf", "sha256": "00", **{f"rows_{n}": 0 for n in (
    "read", "new", "unchanged", "revised", "rebased", "history", "rejected")}}  # fmt: skip
Fill = Callable[..., None]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a store that is not there yet."""
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A store with its schema, two councils and Scotland, four indicators, two editions and two loads."""
    made = writer(url)
    upgrade(made)
    with made.begin() as connection:
        _known_words(connection)
    yield made
    made.dispose()


@pytest.fixture
def fill(engine: Engine) -> Fill:
    """Insert figures, or benchmarks, by what differs from the plain ones above."""

    def insert_rows(*changes: dict[str, Any], table: Table = schema.figure_versions) -> None:
        plain = FIGURE if table is schema.figure_versions else BENCHMARK
        with engine.begin() as connection:
            connection.execute(insert(table), [{**plain, **change} for change in changes])

    return insert_rows


def _known_words(connection: Connection) -> None:
    text = dict.fromkeys(("title", "publisher", "licence", "address", "attribution"), "")
    connection.execute(insert(schema.sources), [{"code": code, **text} for code in ("lgbf", "returns")])
    kinds = [("PCT", "percent", False), ("COUNT", "count", False), ("SMALL", "count", True), ("SHARE", "percent", True)]
    connection.execute(
        insert(schema.indicators),
        [
            {"code": code, "title": f"Title of {code}", "service": "children", "unit": unit, "disclosive": small}
            for code, unit, small in kinds
        ],
    )
    areas = [("A", "Council A", "council"), ("B", "Council B", "council"), (SCOTLAND, "Scotland", "country")]
    connection.execute(insert(schema.areas), [dict(zip(("code", "name", "kind"), a, strict=True)) for a in areas])
    years = [parse(label) for label in ("2018-19", "2019-20", "2020-21")]
    words.keep_periods(connection, [*years, parse("2019-20", PeriodKind.CARE_YEAR)])
    editions = [(1, "lgbf", "LGBF 2022", "2022"), (2, "lgbf", "LGBF 2024", "2024-02"), (3, "returns", "Own", "2025")]
    columns = ("id", "source_code", "label", "published_on")
    connection.execute(insert(schema.editions), [dict(zip(columns, e, strict=True)) for e in editions])
    connection.execute(
        insert(schema.loads),
        [
            {**LOAD, "id": n, "file_name": f"{n}.csv", "loaded_at": f"2026-01-0{n}T10:00:00"}
            for n in (1, 2)
        ],
    )
