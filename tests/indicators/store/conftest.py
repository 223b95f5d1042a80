"""An empty store, and plain inserts into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Table, insert

from indicators.store import schema
from indicators.store.engine import upgrade, writer
from indicators.store.reach import recount
from tests.indicators.store.store_rows import BENCHMARK, FIGURE, Fill, keep_words
from tests.postgres import empty_schema


@pytest.fixture(params=["sqlite", "postgresql"])
def either_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty store, once on each of the two databases."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.db'}"
        return
    with empty_schema(request.getfixturevalue("postgres")) as address:
        yield address


@pytest.fixture
def either(either_url: str) -> Iterator[Engine]:
    """A store with its schema and nothing in it, once on each of the two databases."""
    made = writer(either_url)
    upgrade(made)
    yield made
    made.dispose()


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
        keep_words(connection)
    yield made
    made.dispose()


@pytest.fixture
def fill(engine: Engine) -> Fill:
    """Insert figures, or benchmarks, by what differs from the plain ones above, and count them."""

    def insert_rows(*changes: dict[str, Any], table: Table = schema.figure_versions) -> None:
        plain = FIGURE if table is schema.figure_versions else BENCHMARK
        with engine.begin() as connection:
            connection.execute(insert(table), [{**plain, **change} for change in changes])
            recount(connection)

    return insert_rows
