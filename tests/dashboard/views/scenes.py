"""A trends screen's scene from a few numbers, without a store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dashboard.views.histories import Series
from dashboard.views.trend_scene import Scene
from indicators.areas import SCOTLAND
from indicators.indicator import Indicator
from indicators.intervals import interval
from indicators.standing import History
from indicators.targets import Target
from indicators.trends import Point
from tests.builders import make_catalogue, make_indicator


def make_scene(
    points: Iterable[Point],
    indicator: Indicator | None = None,
    targets: Iterable[Target] = (),
    **changes: Any,
) -> Scene:
    """Council A over these points, every one of them in view, beside nobody."""
    indicator, points = indicator or make_indicator(), tuple(points)
    catalogue = make_catalogue([indicator], targets)
    known = {period: interval(indicator, figure) for period, figure in points}
    own = History(
        indicator, "A", points, {}, catalogue, {}, {period: each for period, each in known.items() if each}
    )
    series = Series(own, History(indicator, SCOTLAND, (), {}, catalogue), "", (), ())
    periods = tuple(period for period, _ in points)
    plain: dict[str, Any] = {
        "catalogue": catalogue,
        "area": catalogue.areas["A"],
        "series": series,
        "every": periods,
        "periods": periods,
        "standings": {period: own.at(period) for period in periods},
        "others": {},
        "other_rows": (),
        "family": None,
        "peers": (),
        "compare": "alone",
        "revised": frozenset(),
    }
    return Scene(**{**plain, **changes})
