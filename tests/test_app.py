"""The app as a WSGI server gets it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import app
from tests.documents import PROJECT


def test_the_scripts_are_known_before_anybody_asks(monkeypatch: pytest.MonkeyPatch, bundle_url: str) -> None:
    """Dash lists them in its first request: a script asked for beside it would not be found."""
    monkeypatch.setenv("DATABASE_URL", bundle_url)
    assert {"dash", "dash_bootstrap_components"} <= set(app.build().registered_paths)


def test_a_worker_holds_no_library_it_may_never_need(bundle_url: str) -> None:
    """pandas is for loading, the others for packs: read when the first pack is asked for."""
    program = (
        "import sys, app; app.build()\n"
        "print([name for name in ('pandas', 'docx', 'pptx', 'typst', 'lxml') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "DATABASE_URL": bundle_url},
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
    )
    assert found.stdout.strip() == "[]"


def test_a_wsgi_server_takes_no_forms_and_the_own_machine_does(
    monkeypatch: pytest.MonkeyPatch, bundle_url: str
) -> None:
    """Until there is sign-in nobody may write where others can reach the dashboard."""
    monkeypatch.setenv("DATABASE_URL", bundle_url)

    def answer(writing: bool) -> int:
        client = app.build(writing=writing).server.test_client()
        return client.post("/write/comment", headers={"Origin": "http://localhost"}).status_code

    assert (answer(False), answer(True)) == (405, 422)
