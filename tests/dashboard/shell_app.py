"""A small site to test the shell with, and requests as the browser makes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import Dash
from werkzeug.test import TestResponse

from dashboard.components.filters import Option
from dashboard.factory import create_app
from dashboard.shell import Page, ShellContext

CONTEXT = ShellContext(
    product="Indicators",
    councils=(Option("S1", "Angus"), Option("S2", "Dundee City")),
    home="S2",
    period="2022-23",
    edition="LGBF February 2024",
    data_as_at="20 November 2026",
    release="1",
    attribution="Open Government Licence v3.0",
    indicators=(Option("CHN22", "Re-registrations"),),
)


def make_app(pages: Sequence[Page], testing: bool = True, prefix: str = "/") -> Dash:
    """An app whose first request was made, so that all callbacks are in place."""
    app = create_app(pages, lambda: CONTEXT, prefix=prefix)
    app.server.testing = testing
    app.server.test_client().get(f"{prefix}_dash-dependencies")
    return app


def callback_body(app: Dash, output: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The body the browser would send for a callback: its own inputs and state, with these values."""
    callback = app.callback_map[output]
    named = output[2:-2].split("...") if output.startswith("..") else [output]
    outputs = [{"id": each.rsplit(".", 1)[0], "property": each.rsplit(".", 1)[1]} for each in named]

    def filled(parts: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [{**part, "value": values.get(f"{part['id']}.{part['property']}")} for part in parts]

    return {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": filled(callback["inputs"]),
        "state": filled(callback["state"]),
        "changedPropIds": [f"{part['id']}.{part['property']}" for part in callback["inputs"]][:1],
    }


def post(app: Dash, body: object, **more: Any) -> TestResponse:
    """A callback request."""
    path = f"{app.config.routes_pathname_prefix}_dash-update-component"
    return app.server.test_client().post(path, json=body, **more)
