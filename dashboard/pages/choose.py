"""What most pages begin with: a service and an indicator of it, and what could not be shown."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.filters import Option, joined, select
from dashboard.views.choices import Choice, Chosen


def options(choices: Sequence[Choice]) -> list[Option]:
    """Choices of a view as options of a control."""
    return [Option(choice.value, choice.label) for choice in choices]


def service_and_indicator(chosen: Chosen, clears: Sequence[str]) -> list[Component]:
    """Both drop-downs; a new choice forgets the other, and what `clears` names of the rest."""
    return [
        select("service", "Service", options(chosen.services), chosen.service, ("indicator", *clears)),
        select(
            "indicator",
            "Indicator",
            options(chosen.indicators),
            chosen.indicator.code,
            ("service", *clears),
            grow=True,
        ),
    ]


def axis(shown: str) -> Component:
    """Whether the axis of a picture begins at zero, or fits the values."""
    return joined("axis", "Axis", (Option("zero", "From zero"), Option("fit", "Fitted")), shown)


def left_aside(said: str) -> list[Component]:
    """What an address asks for and is not shown, above everything else; nothing where all of it is."""
    return [html.P(said, className="caution left-aside")] if said else []
