"""Headers on every response, errors included, and what browsers may keep."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from dash import Dash, html
from werkzeug.test import TestResponse

from dashboard.access.headers import is_static
from dashboard.shell import Page
from tests.dashboard.shell_app import callback_body, make_app, post


def fails(app: Dash) -> None:
    """Routes that fail, and that set a header of their own."""

    @app.server.get("/fails")
    def fails_view() -> str:
        raise RuntimeError("secret detail")


@pytest.fixture(scope="module")
def app() -> Dash:
    """A site of one page, as in production: faults are answered, not raised."""
    return make_app((Page("/", "Home", lambda _: html.Div(), fails),), testing=False)


def get(app: Dash, path: str, **headers: str) -> TestResponse:
    """A GET request."""
    return app.server.test_client().get(path, headers=headers)


ADDRESSES = [
    ("/", 200), ("/nowhere", 404), ("/_dash-layout", 200), ("/_dash-dependencies", 200), ("/healthz", 200),
    ("/assets/tokens.css", 200), ("/assets/none.css", 404), ("/_dash-component-suites/os/path.js", 404),
    ("/_dash-component-suites/dash/../../etc/passwd", 404), ("/_dash-update-component", 404), ("/fails", 500),
    ("/_mcp", 404),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status"), ADDRESSES)
def test_every_response_carries_the_headers(app: Dash, path: str, status: int) -> None:
    answer = get(app, path)
    assert answer.status_code == status
    policy = answer.headers["Content-Security-Policy"]
    for part in (
        "default-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'",
    ):
        assert part in policy.split("; ")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert "Werkzeug" not in answer.headers.get("Server", "")


def test_refused_callbacks_carry_them_too(app: Dash) -> None:
    answer = post(app, {})
    assert answer.status_code == 400
    assert "Content-Security-Policy" in answer.headers


def test_every_inline_script_of_the_page_is_allowed_and_nothing_else(app: Dash) -> None:
    answer = get(app, "/")
    policy = answer.headers["Content-Security-Policy"]
    (scripts,) = [part for part in policy.split("; ") if part.startswith("script-src")]
    assert "unsafe" not in scripts
    inline = re.findall(
        r"<script(?![^>]*src=)(?![^>]*application/json)[^>]*>(.*?)</script>", answer.text, re.DOTALL
    )
    assert inline
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in scripts


def test_a_fault_tells_nothing_about_itself(app: Dash) -> None:
    answer = get(app, "/fails")
    assert "secret detail" not in answer.text
    assert "Traceback" not in answer.text


def test_data_is_not_kept_by_the_browser(app: Dash) -> None:
    for path in ("/", "/_dash-layout", "/nowhere", "/fails"):
        assert get(app, path).headers["Cache-Control"] == "no-store"
    body = callback_body(app, "..page.children...page-state.data..", {"url.pathname": "/"})
    assert post(app, body).headers["Cache-Control"] == "no-store"


def test_files_named_by_their_content_are_kept_for_a_year(app: Dash) -> None:
    page = get(app, "/").text
    for address in re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css)[^"]*)"', page):
        kept = get(app, address).headers["Cache-Control"]
        assert kept == "public, max-age=31536000, immutable", address


def test_files_without_a_fingerprint_are_asked_for_again(app: Dash) -> None:
    assert get(app, "/assets/tokens.css").headers["Cache-Control"] == "no-cache"


def test_nothing_on_the_page_comes_from_elsewhere(app: Dash) -> None:
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', get(app, "/").text)


@pytest.mark.parametrize(
    ("path", "static"), [("/assets/x.css", True), ("/_dash-layout", False), ("/x/assets/y", True)]
)
def test_static_files_are_known_by_their_path(path: str, static: bool) -> None:
    assert is_static(path) is static
