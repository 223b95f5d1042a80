"""Controls that write the address: each is named {"filter": <name>}, and has a visible label of its own.

`assets/state.js` copies what a person chooses into the query of the address; `dashboard.routing` sets value
and options again from the page's layout. Choosing clears the parameters named in `clears` (another service
makes the indicator chosen before meaningless).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria, data

LONG = 40
"""More ticks than this scroll in a box of their own."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the value in the address, and its words; one that is `fixed` stays as it is."""

    value: str
    words: str
    fixed: bool = False


def filter_bar(controls: Sequence[Component], label: str = "What is shown") -> Component:
    """The controls of a page in one bar."""
    return html.Div(list(controls), className="filters", role="group", **aria(label=label))


def select(
    name: str,
    label: str,
    options: Sequence[Option],
    value: str,
    clears: Sequence[str] = (),
    grow: bool = False,
) -> Component:
    """A native drop-down under its label; `grow` takes the room that is left in the bar."""
    return html.Div(
        [
            html.Label(label, htmlFor=dom_id(name)),
            dbc.Select(id={"filter": name}, options=choices(options), value=value),
        ],
        className="filter grow" if grow else "filter",
        **_clearing(clears),
    )


def joined(
    name: str, label: str, options: Sequence[Option], value: str, clears: Sequence[str] = ()
) -> Component:
    """A few choices side by side: radio buttons that look joined, with arrow keys, under a legend."""
    return html.Fieldset(
        [
            html.Legend(label),
            dbc.RadioItems(id={"filter": name}, options=choices(options), value=value, className="joined"),
        ],
        className="filter whole",
        **_clearing(clears),
    )


def ticks(
    name: str, label: str, options: Sequence[Option], values: Sequence[str], clears: Sequence[str] = ()
) -> Component:
    """Several may be chosen: tick boxes under a legend; the address holds them joined by commas."""
    return html.Fieldset(
        [
            html.Legend(label),
            dbc.Checklist(
                id={"filter": name},
                options=choices(options),
                value=list(values),
                className="ticks long" if len(options) > LONG else "ticks",
            ),
        ],
        className="filter whole",
        **_clearing(clears),
    )


def day(name: str, label: str, value: str) -> Component:
    """A date, as 2019-07-23, under its label."""
    return html.Div(
        [
            html.Label(label, htmlFor=dom_id(name)),
            dbc.Input(id={"filter": name}, type="date", value=value, debounce=True),
        ],
        className="filter",
    )


def amount(name: str, label: str, value: str) -> Component:
    """A number, typed, under its label."""
    return html.Div(
        [
            html.Label(label, htmlFor=dom_id(name)),
            dbc.Input(id={"filter": name}, type="number", step="any", value=value, debounce=True),
        ],
        className="filter",
    )


def choices(options: Sequence[Option]) -> list[dict[str, Any]]:
    """Options as the components want them."""
    return [
        {"label": option.words, "value": option.value, **({"disabled": True} if option.fixed else {})}
        for option in options
    ]


def dom_id(name: str) -> str:
    """The id a filter has in the browser, for the label that belongs to it."""
    return json.dumps({"filter": name}, separators=(",", ":"))


def _clearing(clears: Sequence[str]) -> dict[str, Any]:
    return data(clears=" ".join(clears)) if clears else {}
