"""The two sites requirements are tried on: the bundled figures, and a few made-up ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from indicators.store.store import Store
from tests.requirements.made_up import made_up_store
from tests.requirements.screen import Site, site_over


@pytest.fixture(scope="session")
def bundle(store: Store) -> Site:
    """The dashboard over the bundled figures."""
    return site_over(store)


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The dashboard over figures that are made up, and say so in their titles."""
    store = made_up_store(tmp_path_factory.mktemp("made-up"))
    yield site_over(store)
    store.engine.dispose()
