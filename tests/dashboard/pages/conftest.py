"""A site to write in, a new one for each test: no test sees what another wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indicators.store.store import Store
from tests.dashboard.writing_site import Site, site_on


@pytest.fixture
def site(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[Site]:
    """A site over the bundled figures and plans, for one test."""
    with site_on(request, store, tmp_path) as made:
        yield made
