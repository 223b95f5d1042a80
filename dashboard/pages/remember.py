"""A page drawn once for everybody: its tree follows from the address and what the store holds alone.

When a meeting opens one scorecard on twenty screens, the store is asked and the page decided once. A new load
is a new release, and what somebody writes counts as one too, so nothing old is ever shown.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import Final

from dash.development.base_component import Component

from dashboard.shell import Page, Query
from indicators.store import writings
from indicators.store.once import release_mark
from indicators.store.store import Store

KEPT: Final = 24
"""Pages kept in each process, of all kinds together; one takes a quarter of a megabyte or more."""

Drawn = Component | Sequence[Component]


class PageMemory:
    """What was drawn last over one store, the least used going first."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[tuple[object, ...], Drawn] = OrderedDict()
        self._lock = Lock()

    def remembered(self, page: Page) -> Page:
        """The page with a layout that draws an address once, until something is loaded or written."""
        draw = page.layout

        def layout(query: Query) -> Drawn:
            key = (page.path, *self._news(), *sorted(query.items()))
            kept = self._find(key)
            return kept if kept is not None else self._keep(key, draw(query))

        return replace(page, layout=layout)

    def _news(self) -> tuple[object, object]:
        with self._store.connect() as connection:
            return release_mark(connection), writings.mark(connection)

    def _find(self, key: tuple[object, ...]) -> Drawn | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: tuple[object, ...], drawn: Drawn) -> Drawn:
        with self._lock:
            self._kept[key] = drawn
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return drawn
