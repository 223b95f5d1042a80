"""Scenes of a few invented figures: say only what the test is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard.views.histories import Series
from dashboard.views.services.scene import Scene
from indicators.areas import Area, AreaKind
from indicators.figures import Figure
from indicators.indicator import Indicator, Unit
from indicators.printed_periods import parse
from indicators.service_pages import PartKind, ServicePart
from tests.builders import NEITHER, make_history, make_indicator

COUNCIL = Area("A", "Council A", AreaKind.COUNCIL)
Values = Mapping[str, float | Figure | None]


def counted(code: str, **changes: Any) -> Indicator:
    """A count that nobody judges."""
    plain = {"unit": Unit.COUNT, "decimals": 0, "polarity": NEITHER, "family_scheme": None}
    return make_indicator(code=code, title=f"{code} in full", short_title=code, **{**plain, **changes})


def series(indicator: Indicator, values: Values, notes: Mapping[str, str] | None = None) -> Series:
    """A series of council A by period; a number stands for a published figure."""
    points = tuple(
        (parse(label), value if isinstance(value, Figure) else Figure(value))
        for label, value in values.items()
    )
    history = make_history(points, indicator=indicator, notes=notes) if points else _empty(indicator)
    return Series(history, history, "none", (), ())


def _empty(indicator: Indicator) -> Any:
    return replace(make_history(indicator=indicator), points=())


def scene(kind: PartKind, *found: Series, every: bool = False, **part: Any) -> Scene:
    """A part over some series, in their order unless `indicators` says otherwise."""
    by_code = {each.indicator.code: each for each in found}
    shaped = {"title": "A part", "filled_by": "Load it.", "indicators": tuple(by_code), **part}
    return Scene(ServicePart(kind=kind, **shaped), COUNCIL, by_code, every)
