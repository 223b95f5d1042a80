"""Which addresses a file may be fetched from, and a way to ask that follows no other scheme."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class FetchError(RuntimeError):
    """A file could not be fetched; the sentence says why, and what was there before is as it was."""


def check_address(url: str) -> None:
    """Raise FetchError unless `url` is https, or http on this machine."""
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme != "http" or parts.hostname not in LOOPBACK:
        raise FetchError(f"the address {url} must begin with https://")


def file_name(url: str, endings: tuple[str, ...]) -> str:
    """The last part of the path of an address, as a plain file name.

    Raises FetchError when it has none of the endings.
    """
    last = unquote(urlsplit(url).path).replace("\\", "/").rpartition("/")[2]
    name = re.sub(r"[^\w. -]", "_", last).lstrip(".")
    if not name.lower().endswith(endings):
        raise FetchError(f"{url} does not end in the name of a file of a known kind ({', '.join(endings)})")
    return name


class _SameScheme(HTTPRedirectHandler):
    """Follow a redirect only to an address that could have been asked for with the same scheme."""

    def redirect_request(
        self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        """The next request; raises FetchError when the scheme changes."""
        check_address(newurl)
        if urlsplit(newurl).scheme != urlsplit(req.full_url).scheme:
            raise FetchError(f"{req.full_url} leads to {newurl}, by another scheme; it is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def opener(url: str) -> OpenerDirector:
    """Handlers for http and https only: no file://, no ftp://, no data:."""
    opener = OpenerDirector()
    proxies = [] if urlsplit(url).hostname in LOOPBACK else [ProxyHandler()]
    plain = [HTTPHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor(), _SameScheme()]
    for handler in (*proxies, *plain):
        opener.add_handler(handler)
    return opener
