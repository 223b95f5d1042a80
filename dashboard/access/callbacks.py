"""Callback requests are an API: anything not shaped like a request of our own page is refused with 400.

Dash answers 500 to a malformed body. Here the body is compared with the callback it names before Dash
sees it; the values inside are checked by whoever uses them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from dash import Dash
from flask import Flask, Response, request

CALLBACK_PATH: Final = "_dash-update-component"


def register(app: Dash) -> None:
    """Refuse malformed callback requests to this app."""
    server: Flask = app.server
    path = f"{app.config.routes_pathname_prefix}{CALLBACK_PATH}"

    @server.before_request
    def refuse_malformed() -> Response | None:
        if request.path != path or request.method != "POST":
            return None
        return None if well_formed(_body(), app.callback_map) else refusal()


def refusal() -> Response:
    """400 in a sentence."""
    return Response("This request does not match any part of the page.\n", status=400, mimetype="text/plain")


def well_formed(body: object, callbacks: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether a body names a callback that runs on the server and has its outputs, inputs and state."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    callback = callbacks.get(body["output"])
    if callback is None or "callback" not in callback:
        return False
    changed = body.get("changedPropIds", [])
    return (
        isinstance(changed, list)
        and all(isinstance(each, str) for each in changed)
        and _all_match(callback["inputs"], body.get("inputs", []))
        and _all_match(callback["state"], body.get("state", []))
        and _outputs_match(body["output"], body.get("outputs"))
    )


def _body() -> object:
    """The JSON of the request, or None."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def _outputs_match(named: str, given: object) -> bool:
    """The outputs given must be those in the callback's own name."""
    if not named.startswith(".."):
        return _matches(_split(named), given)
    wanted = [_split(each) for each in named[2:-2].split("...")]
    return isinstance(given, list) and _all_match(wanted, given)


def _split(named: str) -> dict[str, str]:
    component_id, property_name = named.rsplit(".", 1)
    return {"id": component_id.replace("\\.", "."), "property": property_name}


def _all_match(wanted: list[dict[str, Any]], given: object) -> bool:
    return (
        isinstance(given, list)
        and len(given) == len(wanted)
        and all(_matches(want, have) for want, have in zip(wanted, given, strict=True))
    )


def _matches(want: Mapping[str, Any], have: object) -> bool:
    """A single dependency: the same id and property; a wildcard: a list of ids with the same names."""
    component_id = want["id"]
    if isinstance(component_id, str) and component_id.startswith("{"):
        component_id = json.loads(component_id)
    if isinstance(component_id, dict) and _is_wildcard(component_id):
        names = set(component_id)
        return isinstance(have, list) and all(_is_like(names, want["property"], each) for each in have)
    return isinstance(have, dict) and have.get("id") == component_id and _same(want["property"], have)


def _is_wildcard(component_id: Mapping[str, Any]) -> bool:
    return any(value in (["ALL"], ["ALLSMALLER"], ["MATCH"]) for value in component_id.values())


def _is_like(names: set[str], property_name: str, have: object) -> bool:
    """A member of a wildcard: an id with these names and plain values."""
    if not isinstance(have, dict) or not isinstance(have.get("id"), dict):
        return False
    given = have["id"]
    plain = all(isinstance(value, str | int | float) for value in given.values())
    return set(given) == names and plain and _same(property_name, have)


def _same(property_name: str, have: Mapping[str, Any]) -> bool:
    """Duplicate outputs carry a hash after `@`, with or without which the browser may name them."""
    given = have.get("property")
    return isinstance(given, str) and given.split("@")[0] == property_name.split("@")[0]
