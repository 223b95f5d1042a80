"""What can be chosen on the trends screen, and what is: the address in, the state of its controls out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views import choices
from dashboard.views.choices import Choice, Chosen
from dashboard.views.query import Query, one_of, several_of
from dashboard.views.scale import axis_named
from dashboard.views.trend_scene import Scene
from indicators.figures import Basis

COMPARISONS = ("family", "scotland", "alone")
BASES = (Basis.CASH, Basis.REAL)
LINES, MULTIPLES, TABLE, LIMITS = VIEWS = ("lines", "multiples", "table", "limits")


@dataclass(frozen=True, slots=True)
class TrendFilters:
    """What is chosen beside the service and the indicator, and what could be.

    `beside` are the comparisons to choose from: only lines that there are, none where there is but our own.
    """

    chosen: Chosen
    further: tuple[Choice, ...]
    shown: tuple[str, ...]
    councils: tuple[Choice, ...]
    beside: tuple[Choice, ...]
    compare: str
    peers: tuple[str, ...]
    periods: tuple[Choice, ...]
    first: str
    last: str
    bases: tuple[Choice, ...]
    basis: str
    axis: str


def view_of(query: Query) -> str:
    """The view asked for, else lines."""
    return one_of(query, "view", VIEWS, LINES)


def filters(scenes: Sequence[Scene], picked: Chosen, query: Query) -> TrendFilters:
    """The state of the controls over these scenes; dates and prices are those of the first."""
    scene = scenes[0]
    held = {row.basis for row in scene.series.all_rows if row.area == scene.area.code}
    shown = tuple(each.indicator.code for each in scenes)
    asked = several_of(query, "peers", scene.peers)
    beside = comparisons(scene)
    return TrendFilters(
        chosen=picked,
        further=choices.further(picked, shown, scene.catalogue),
        shown=shown,
        councils=choices.councils(scene.catalogue, scene.area),
        beside=beside,
        compare=one_of({"compare": scene.compare}, "compare", [c.value for c in beside], _first(beside)),
        peers=asked,
        periods=choices.periods(scene.every),
        first=scene.periods[0].label if scene.periods else "",
        last=scene.periods[-1].label if scene.periods else "",
        bases=choices.bases(picked.indicator, held),
        basis=one_of(query, "basis", BASES, BASES[0]),
        axis=axis_named(scene.from_zero),
    )


def comparisons(scene: Scene) -> tuple[Choice, ...]:
    """What our line can be seen beside in the periods in view; nothing where it stands alone anyway."""
    known = dict(scene.series.scotland.points)
    scotland = any(known[p].number is not None for p in scene.periods if p in known)
    found = [scene.series.history.comparators.get(p) for p in scene.periods]
    family = scene.family is not None and any(f is not None and f.family_mean is not None for f in found)
    choices = [
        *([Choice("family", "Scotland and family" if scotland else "Family")] if family else []),
        *([Choice("scotland", "Scotland")] if scotland else []),
    ]
    return (*choices, Choice("alone", "Alone")) if choices else ()


def _first(beside: Sequence[Choice]) -> str:
    return beside[0].value if beside else COMPARISONS[-1]
