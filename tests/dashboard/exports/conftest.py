"""Packs of the bundled figures, for tests of the files made of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from dashboard.views.pack import pack
from dashboard.views.pack_parts import Pack
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.store.store import Store
from tests.dashboard.views.packs import NO_COMMENTS, plan, protecting


@pytest.fixture(scope="session")
def store_connection(store: Store) -> Iterator[Connection]:
    """One connection for all packs."""
    with store.connect() as opened:
        yield opened


@pytest.fixture(scope="session", params=["dg-plan", "protecting-people"])
def real(request: pytest.FixtureRequest, store_connection: Connection, catalogue: Catalogue) -> Pack:
    """Both ready-made scorecards, each as a pack."""
    made, area = (plan, "S12000006") if request.param == "dg-plan" else (protecting, "S12000042")
    return made(store_connection, catalogue, catalogue.areas[area])


@pytest.fixture(scope="session")
def people(store_connection: Connection, catalogue: Catalogue, dundee: Area) -> Pack:
    """Protecting People of Dundee."""
    return protecting(store_connection, catalogue, dundee)


@pytest.fixture(scope="session")
def adults(store_connection: Connection, catalogue: Catalogue, dundee: Area) -> Pack:
    """The adults card of Dundee, which has four indicators off target."""
    return pack(store_connection, catalogue, catalogue.scorecards["adults"], dundee, NO_COMMENTS)


@pytest.fixture(scope="session")
def business(store_connection: Connection, catalogue: Catalogue) -> Pack:
    """The plan of Dumfries & Galloway, with commitments, projects and activities."""
    return plan(store_connection, catalogue, catalogue.areas["S12000006"])
