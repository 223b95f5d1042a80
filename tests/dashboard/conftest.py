"""What tests of the dashboard ask for again and again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from etl.pipeline import load_file
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.store.engine import upgrade, writer
from indicators.store.store import Store, open_store

DUNDEE, DUMFRIES = "S12000042", "S12000006"


@pytest.fixture
def connection(store: Store) -> Iterator[Connection]:
    """A connection for the questions of one test."""
    with store.connect() as opened:
        yield opened


@pytest.fixture(scope="session")
def catalogue(store: Store) -> Catalogue:
    """The catalogue of the product."""
    return store.catalogue


@pytest.fixture(scope="session")
def dundee(catalogue: Catalogue) -> Area:
    """Dundee City."""
    return catalogue.areas[DUNDEE]


@pytest.fixture(scope="session")
def dumfries(catalogue: Catalogue) -> Area:
    """Dumfries & Galloway."""
    return catalogue.areas[DUMFRIES]


@pytest.fixture(scope="session")
def months_store(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The real delayed discharges, by month."""
    url = f"sqlite:///{tmp_path_factory.mktemp('months') / 'months.db'}"
    engine = writer(url)
    upgrade(engine)
    file = shared_data / "delayed_discharges" / "bed_days_by_council_month.csv"
    load_file(file, engine, load_catalogue(), published="2025-10")
    engine.dispose()
    store = open_store(url)
    yield store
    store.engine.dispose()
