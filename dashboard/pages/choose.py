"""The two filters most pages begin with: a service, and an indicator of it."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.components.filters import Option, select
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
