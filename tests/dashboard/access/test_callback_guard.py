"""Callback requests that are not shaped like ours are refused with 400, never answered with 500."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from dash import ALL, MATCH, Dash, Input, Output, State, html
from dash.development.base_component import Component
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.access.callbacks import well_formed
from dashboard.shell import Page, Query
from tests.dashboard.shell_app import callback_body, make_app, post

SHOW = "..page.children...page-state.data.."


def layout(_: Query) -> Component:
    """A page with a live part."""
    return html.H1("Home", id={"region": "head"})


def register(app: Dash) -> None:
    """Callbacks with a wildcard, and with a single output."""

    @app.callback(Output("one", "children"), Input({"row": ALL}, "value"), State("two", "data"))
    def one(values: list[str], _: object) -> str:
        return ",".join(map(str, values))

    @app.callback(Output({"cell": MATCH}, "children"), Input({"row": MATCH}, "value"))
    def two(value: str) -> str:
        return value


@pytest.fixture(scope="module")
def app() -> Dash:
    """A site with callbacks of each kind."""
    return make_app((Page("/", "Home", layout, register),))


@pytest.fixture
def body(app: Dash) -> dict[str, Any]:
    """A request as the browser makes it."""
    return callback_body(app, SHOW, {"url.pathname": "/", "url.search": ""})


def test_a_request_of_our_own_page_is_answered(app: Dash, body: dict[str, Any]) -> None:
    assert post(app, body).status_code == 200


@pytest.mark.parametrize(
    "wrong", [None, [], 3, "text", {}, {"output": None}, {"output": 5}, {"output": "no.such"}]
)
def test_a_body_that_names_no_callback_is_refused(app: Dash, wrong: object) -> None:
    assert post(app, wrong).status_code == 400


@pytest.mark.parametrize("name", ["inputs", "state", "outputs"])
@pytest.mark.parametrize(
    "wrong", [None, [], {}, "x", 3, [None], [{}], [{"id": "url"}], [[{"id": "url", "property": "pathname"}]]]
)
def test_parts_that_do_not_match_the_callback_are_refused(
    app: Dash, body: dict[str, Any], name: str, wrong: object
) -> None:
    assert post(app, {**body, name: wrong}).status_code == 400


@pytest.mark.parametrize("wrong", [None, "url.pathname", [3], [None], {"a": 1}])
def test_a_strange_list_of_changes_is_refused(app: Dash, body: dict[str, Any], wrong: object) -> None:
    assert post(app, {**body, "changedPropIds": wrong}).status_code == 400


def test_an_input_relabelled_as_another_is_refused(app: Dash, body: dict[str, Any]) -> None:
    forged = copy.deepcopy(body)
    forged["inputs"][0]["id"] = "secret"
    assert post(app, forged).status_code == 400


def test_callbacks_that_run_in_the_browser_have_no_answer_here(app: Dash) -> None:
    assert post(app, callback_body(app, "announced.children", {})).status_code == 400


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"output": NaN}'])
def test_what_is_not_json_is_refused(app: Dash, content: bytes) -> None:
    client = app.server.test_client()
    answer = client.post("/_dash-update-component", data=content, content_type="application/json")
    assert answer.status_code == 400


def test_a_form_is_refused(app: Dash) -> None:
    assert app.server.test_client().post("/_dash-update-component", data={"output": SHOW}).status_code == 400


def test_a_body_over_a_megabyte_is_refused(app: Dash, body: dict[str, Any]) -> None:
    assert post(app, {**body, "more": "x" * 1_100_000}).status_code == 413


def wildcard(ids: list[Any], output: Any = None) -> dict[str, Any]:
    """A request of the wildcard callback with these inputs."""
    return {
        "output": "one.children",
        "outputs": output or {"id": "one", "property": "children"},
        "inputs": [[{"id": each, "property": "value", "value": 1} for each in ids]],
        "state": [{"id": "two", "property": "data"}],
    }


def test_wildcard_inputs_may_be_many_or_none(app: Dash) -> None:
    assert post(app, wildcard([{"row": 1}, {"row": "b"}])).status_code == 200
    assert post(app, wildcard([])).status_code == 200


@pytest.mark.parametrize(
    "wrong", ["row", {"other": 1}, {"row": 1, "more": 2}, {"row": [1]}, {"row": {"x": 1}}, None]
)
def test_wildcard_inputs_must_be_named_alike(app: Dash, wrong: object) -> None:
    assert post(app, wildcard([wrong])).status_code == 400


def test_duplicate_outputs_may_be_named_with_or_without_their_hash(app: Dash) -> None:
    (output,) = [name for name in app.callback_map if "page-update" in name]
    full = callback_body(app, output, {})
    bare = copy.deepcopy(full)
    for each in bare["outputs"]:
        each["property"] = each["property"].split("@")[0]
    assert well_formed(full, app.callback_map)
    assert well_formed(bare, app.callback_map)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "property", "value", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(
    name=st.sampled_from(["output", "outputs", "inputs", "state", "changedPropIds", "other"]), value=anything
)
def test_no_body_makes_the_server_fail(app: Dash, body: dict[str, Any], name: str, value: object) -> None:
    assert post(app, {**body, name: value}).status_code in (200, 204, 400)
