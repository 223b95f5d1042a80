"""What tests of the dashboard ask for again and again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store.store import Store

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
