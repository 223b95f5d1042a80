"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from etl.pipeline import load_all
from etl.plans import keep_published
from indicators.catalogue_files import CATALOGUE_FOLDER, load_catalogue
from indicators.store.engine import upgrade, writer
from indicators.store.store import Store, open_store
from indicators.written.plan_files import read_plans
from tests.built_once import built_once
from tests.postgres import NoServer, database, filled, server

PROJECT = Path(__file__).resolve().parent.parent

# A busy machine is no fault of an example: neither a test nor what makes its examples is held to a time.
# Where CI is set, hypothesis itself tries the same examples each time.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real published files beside the project, which is not part of it."""
    folder = PROJECT.parent / "shared" / "data"
    if not folder.is_dir():
        reason = f"the real published files are not at {folder}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def bundle_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database holding the bundled figures and plans."""
    return f"sqlite:///{built_once(tmp_path_factory, 'bundle.db', build_bundle)}"


def build_bundle(path: Path) -> None:
    """Load every bundled file into a new store."""
    engine = writer(f"sqlite:///{path}")
    upgrade(engine)
    catalogue = load_catalogue()
    load_all(sorted((PROJECT / "data" / "published").glob("*.csv")), engine, catalogue)
    with engine.begin() as connection:
        keep_published(connection, read_plans(CATALOGUE_FOLDER, catalogue))
    engine.dispose()


@pytest.fixture(scope="session")
def store(bundle_url: str) -> Iterator[Store]:
    """The bundled figures, as the dashboard opens them."""
    opened = open_store(bundle_url)
    yield opened
    opened.engine.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server; skipped with the reason where there is none, which fails in CI."""
    with ExitStack() as stack:
        try:
            address = stack.enter_context(server())
        except NoServer as reason:
            if os.environ.get("CI"):
                pytest.fail(str(reason))
            pytest.skip(str(reason))
        yield address


@pytest.fixture(scope="session")
def bundle_on_postgres(postgres: str, bundle_url: str) -> Iterator[str]:
    """The bundled figures and plans in a database of PostgreSQL, to make others like it."""
    with database(postgres) as address:
        filled(address, bundle_url)
        yield address
