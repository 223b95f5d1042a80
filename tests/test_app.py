"""The app as a WSGI server gets it."""

from __future__ import annotations

import pytest

import app


def test_the_scripts_are_known_before_anybody_asks(monkeypatch: pytest.MonkeyPatch, bundle_url: str) -> None:
    """Dash lists them in its first request: a script asked for beside it would not be found."""
    monkeypatch.setenv("DATABASE_URL", bundle_url)
    assert {"dash", "dash_bootstrap_components"} <= set(app.build().registered_paths)
