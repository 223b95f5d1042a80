"""A line above every page whose address asks for a council that does not exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dash.development.base_component import Component

from dashboard.components.region import region
from dashboard.pages.choose import left_aside
from dashboard.shell import Page, Query
from dashboard.views.query import no_such_council
from indicators.catalogue import Catalogue


def said_of_council(page: Page, catalogue: Catalogue) -> Page:
    """The page, with a line at its top where the council in the address is not known.

    It is a live part that is there only then, so that choosing a council draws the page without it.
    """
    draw = page.layout

    def layout(query: Query) -> Component | Sequence[Component]:
        drawn = draw(query)
        said = left_aside(no_such_council(catalogue, query))
        if not said:
            return drawn
        parts = [drawn] if isinstance(drawn, Component) else drawn
        return [region("council", said), *parts]

    return replace(page, layout=layout)
