"""Forms people write in: labelled fields, which `assets/writing.js` sends to `dashboard.access.writing`.

Whatever is refused is told beside the button, and every text stays where it was typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import data
from dashboard.components.filters import Option, choices

READ_ONLY: Final = (
    "Nothing can be written here: until there is sign-in, forms are shown only where the dashboard was "
    "started with python app.py, to the people at that machine."
)


def write_form(
    name: str, kind: str, fields: Sequence[Component], button: str, keeps: Mapping[str, str]
) -> Component:
    """A form called `name` that writes a `kind`; `keeps` are sent along unseen, such as the version."""
    unseen = [
        dbc.Input(type="hidden", name=each, value=value, id=f"{name}-{each}") for each, value in keeps.items()
    ]
    author = text_field(name, "author", "Your name", "", helped="It is kept with what you write.")
    return html.Form(
        [
            *fields,
            author,
            *unseen,
            html.Div(className="problems", role="alert"),
            html.Div(html.Button(button, type="submit", className="button"), className="actions"),
        ],
        id=name,
        action=f"/write/{kind}",
        method="post",
        className="write",
        **data(write=""),
    )


def read_only() -> Component:
    """Instead of a form, where nobody can be told apart: why there is none."""
    return html.P(READ_ONLY, className="note")


def text_field(
    form: str,
    name: str,
    label: str,
    value: str,
    *,
    kind: str = "text",
    helped: str = "",
    required: bool = False,
) -> Component:
    """One line under its label: a text, a date (`kind="date"`) or a number."""
    field = dbc.Input(type=kind, name=name, id=f"{form}-{name}", value=value)
    return _labelled(form, name, label, field, helped, required)


def long_field(
    form: str, name: str, label: str, value: str, *, helped: str = "", required: bool = False, rows: int = 3
) -> Component:
    """Several lines under their label."""
    field = dbc.Textarea(name=name, id=f"{form}-{name}", value=value, rows=rows)
    return _labelled(form, name, label, field, helped, required)


def choice_field(
    form: str, name: str, label: str, options: Sequence[Option], value: str, helped: str = ""
) -> Component:
    """A native drop-down under its label."""
    field = dbc.Select(name=name, id=f"{form}-{name}", options=choices(options), value=value)
    return _labelled(form, name, label, field, helped, required=False)


def _labelled(form: str, name: str, label: str, field: Component, helped: str, required: bool) -> Component:
    """A field under its label; the help is a part of the label, as these fields take no description."""
    marked: list[str | Component] = [label]
    if required:
        marked.append(html.Span(" (needed)", className="needed"))
    if helped:
        marked.append(html.Span([" ", helped], className="help"))
    return html.Div([html.Label(marked, htmlFor=f"{form}-{name}"), field], className="field")
