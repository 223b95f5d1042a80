"""A small catalogue, an empty store in a file, and a way to load into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from etl.pipeline import load_file
from etl.problems import LoadRefused
from etl.report import LoadReport
from indicators.catalogue import Catalogue
from indicators.store import engine as store
from tests.catalogue_builder import small_catalogue

Rows = list[tuple[Any, ...]]
DUMP = (
    "SELECT indicator_code, area_code, period, basis, edition_id, load_id, period_kind, value, numerator, "
    "denominator, status, note, locator, is_current FROM figure_versions ORDER BY 1, 2, 3, 4, 5, 6"
)


@pytest.fixture
def catalogue() -> Catalogue:
    """Nine councils and six indicators."""
    return small_catalogue()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty store."""
    made = store.writer(f"sqlite:///{tmp_path / 'store.db'}")
    store.upgrade(made)
    yield made
    made.dispose()


@pytest.fixture
def load(engine: Engine, catalogue: Catalogue) -> Callable[..., LoadReport]:
    """Load a file into the store."""
    return lambda path, **options: load_file(path, engine, catalogue, **options)


@pytest.fixture
def refusal(load: Callable[..., LoadReport], engine: Engine) -> Callable[..., str]:
    """The sentences of a refused load; fails if anything in the store changed."""

    def sentences(path: Path, **options: Any) -> str:
        before = everything(engine)
        with pytest.raises(LoadRefused) as caught:
            load(path, **options)
        assert everything(engine) == before
        return str(caught.value)

    return sentences


def query(engine: Engine, statement: str, **values: object) -> Rows:
    """The rows of a statement."""
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement), values)]


def dump(engine: Engine) -> Rows:
    """Every version of every figure."""
    return query(engine, DUMP)


def everything(engine: Engine) -> dict[str, Rows]:
    """The rows of every table a load writes."""
    tables = "loads problems editions periods figure_versions benchmark_values edition_counts council_counts"
    return {table: query(engine, f"SELECT * FROM {table}") for table in tables.split()}
