"""The headers of every response, errors included: what a browser may load, keep and tell others."""

from __future__ import annotations

from typing import Final

from dash import Dash
from flask import Flask, Response, request

_FIXED: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Server": "dashboard",
}
YEAR: Final = "public, max-age=31536000, immutable"


def register(app: Dash) -> None:
    """Set the headers on every response of this app's server."""
    server: Flask = app.server

    @server.after_request
    def add_headers(response: Response) -> Response:
        for name, value in _FIXED.items():
            response.headers.setdefault(name, value)
        response.headers["Content-Security-Policy"] = content_policy(app)
        response.headers["Cache-Control"] = caching(response)
        return response


def content_policy(app: Dash) -> str:
    """The Content-Security-Policy. Hashes are asked for each time: callbacks added later change them."""
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *app.csp_hashes())),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "object-src 'none'",
        )
    )


def caching(response: Response) -> str:
    """A year for files whose address changes with their content, asking again for other files, else nothing.

    Data is never stored by the browser: it may be for signed-in readers only.
    """
    if response.status_code not in (200, 304) or not is_static(request.path):
        return "no-store"
    return YEAR if _has_fingerprint() else "no-cache"


def is_static(path: str) -> bool:
    """Whether a path leads to a file that is the same for everyone."""
    return any(part in path for part in ("/_dash-component-suites/", "/assets/", "/_styles/"))


def _has_fingerprint() -> bool:
    """Dash puts version and time into a component's file name, and the time of an asset into `m`."""
    name = request.path.rsplit("/", 1)[-1]
    return bool(request.args.get("m")) or ".v" in name or request.path.startswith("/_styles/")
