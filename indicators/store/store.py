"""The store as an application holds it: an engine that cannot write, and the catalogue beside it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.store.engine import reader


@dataclass(frozen=True, slots=True)
class Store:
    """Where pages ask: what the figures are, and what the indicators mean."""

    engine: Engine
    catalogue: Catalogue

    def connect(self) -> Connection:
        """A connection for the questions of one page; use it as a context."""
        return self.engine.connect()


def open_store(url: str, catalogue: Catalogue | None = None) -> Store:
    """Open the store at `url` for reading.

    Raises StoreError when it was never built and CatalogueError when the catalogue has a mistake.
    """
    return Store(reader(url), catalogue or load_catalogue())
