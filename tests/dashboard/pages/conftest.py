"""A site to write in, shared by the tests of one file unless it makes its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from indicators.store.store import Store
from tests.dashboard.writing_site import Site, site_on


@pytest.fixture(scope="module")
def site(
    request: pytest.FixtureRequest, store: Store, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A site over the bundled figures and plans; each test writes about something of its own."""
    with site_on(request, store, tmp_path_factory.mktemp("site")) as made:
        yield made
