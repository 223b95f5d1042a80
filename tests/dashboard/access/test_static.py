"""Third-party files from where they are installed, and compression."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from dash import Dash, html

from dashboard.access import static
from dashboard.factory import create_app
from dashboard.shell import Page
from tests.dashboard.shell_app import CONTEXT, make_app

PAGES = (Page("/", "Home", lambda _: html.Div()),)


@pytest.fixture(scope="module")
def app() -> Dash:
    """A site of one page."""
    return make_app(PAGES)


def test_bootstrap_comes_from_its_package_inside_a_layer(app: Dash) -> None:
    answer = app.server.test_client().get(f"/{static.styles_path()}")
    assert answer.text.startswith('@charset "UTF-8";@layer bootstrap{')
    assert "}}\n\n/* Plain elements" in answer.text
    assert ".form-select" in answer.text
    assert "sourceMappingURL" not in answer.text
    assert answer.mimetype == "text/css"


@pytest.mark.parametrize(("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_files_are_compressed_as_asked(app: Dash, coding: str, unpack: object) -> None:
    answer = app.server.test_client().get("/assets/layout.css", headers={"Accept-Encoding": coding})
    assert answer.headers["Content-Encoding"] == coding
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert callable(unpack)
    assert unpack(answer.data) == (static.ROOT / "assets" / "layout.css").read_bytes()


def test_without_compression_files_come_as_they_are(app: Dash) -> None:
    answer = app.server.test_client().get("/assets/layout.css", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in answer.headers
    assert answer.data == (static.ROOT / "assets" / "layout.css").read_bytes()


def bundle(folder: Path, version: str) -> Path:
    """A stand-in for the basic bundle."""
    path = folder / "plotly-basic.min.js"
    path.write_text(f"/**\n* plotly.js (basic - minified) v{version}\n*/\nwindow.Plotly = {{}};" + " " * 600)
    return path


def test_the_basic_bundle_serves_in_place_of_the_full_one(tmp_path: Path) -> None:
    app = create_app(PAGES, lambda: CONTEXT, basic_plotly=bundle(tmp_path, static.plotly_version()))
    client = app.server.test_client()
    answer = client.get(f"/{static.PLOTLY_PATH}")
    assert "window.Plotly = {}" in answer.text
    again = client.get(f"/{static.PLOTLY_PATH}", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_only_a_bundle_of_the_version_dash_asks_for_is_used(tmp_path: Path) -> None:
    assert static.usable_basic_plotly(bundle(tmp_path, static.plotly_version())) is not None
    assert static.usable_basic_plotly(bundle(tmp_path, "1.2.3")) is None
    assert static.usable_basic_plotly(tmp_path / "absent.js") is None


def test_the_plotly_served_is_past_its_known_fault() -> None:
    assert tuple(int(part) for part in static.plotly_version().split(".")) >= (2, 25, 2)


def test_without_the_basic_bundle_dashs_own_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(static, "usable_basic_plotly", lambda: None)
    client = create_app(PAGES, lambda: CONTEXT).server.test_client()
    client.get("/")
    answer = client.get(f"/{static.PLOTLY_PATH}", headers={"Accept-Encoding": "identity"})
    assert answer.status_code == 200
    assert len(answer.data) > 3_000_000
