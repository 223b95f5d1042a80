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

KEPT: Final = 32
"""Pages kept in each process; one takes about a quarter of a megabyte."""

Drawn = Component | Sequence[Component]


def remembered(store: Store, page: Page) -> Page:
    """The page with a layout that keeps what it drew for the present release, the least used going first."""
    kept: OrderedDict[tuple[object, ...], Drawn] = OrderedDict()
    lock = Lock()
    draw = page.layout

    def layout(query: Query) -> Drawn:
        with store.connect() as connection:
            key = (release_mark(connection), writings.mark(connection), *sorted(query.items()))
        with lock:
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
        drawn = draw(query)
        with lock:
            kept[key] = drawn
            while len(kept) > KEPT:
                kept.popitem(last=False)
        return drawn

    return replace(page, layout=layout)
