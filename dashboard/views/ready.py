"""Views of Explore that are worth a link: an address is a saved view, and these are saved already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.views.explore_query import Asked
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Ready:
    """A ready-made view: its words, and the query it stands for."""

    words: str
    query: Mapping[str, str]


_READY = (
    Ready("Re-registrations of every council, year by year",
          {"indicator": "CHN22", "where": "all", "view": "area-period"}),
    Ready("Home care costs of every council, year by year",
          {"indicator": "SW01", "where": "all", "view": "area-period"}),
    Ready("Children's services in one table",
          {"service": "children", "source": "lgbf", "from": "2012-13", "view": "indicator-period"}),
    Ready("Adult protection in Scotland",
          {"service": "adult_protection", "areas": SCOTLAND, "view": "indicator-period"}),
    Ready("Home care costs in cash and real terms",
          {"indicator": "SW01", "where": "scotland", "view": "indicator-period"}),
    Ready("Figures to check", {"status": "doubtful", "where": "all"}),
    Ready("Suppressed figures", {"status": "suppressed", "where": "all"}),
    Ready("Figures that are awaited", {"status": "awaited", "where": "all"}),
)  # fmt: skip


def ready_made(catalogue: Catalogue, wanted: Asked) -> tuple[Ready, ...]:
    """Those whose indicators and services hold figures, for the council in view."""
    offered = {name: {choice.value for choice in each.choices} for name, each in wanted.filters.items()}

    def stands(ready: Ready) -> bool:
        code = ready.query.get("indicator", "")
        return (not code or code in catalogue.indicators) and ready.query.get("service", "all") in offered[
            "service"
        ]

    return tuple(
        Ready(each.words, {"area": wanted.area.code, **each.query}) for each in _READY if stands(each)
    )
