"""A publisher's file over the network into `data/incoming`: whole, checked, and only when it is new.

Only https is spoken, but with this machine itself; a redirect may change neither that nor the scheme.
What the publisher says about the version of a file (ETag, Last-Modified) is kept beside it and sent
with the next request, so that an unchanged file is not sent again.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import Any, Literal
from urllib.error import HTTPError, URLError
from urllib.request import Request

from etl.addresses import FetchError, check_address, opener
from etl.extract import LARGEST_FILE_BYTES

TRIES = 4
SECONDS_OF_SILENCE = 20.0
SECONDS_IN_ALL = 300.0
_PIECE = 1 << 16
_AGENT = "social-work-performance-dashboard (python -m etl fetch)"


class _PassingError(FetchError):
    """A fault that may be gone at the next try."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of a request: the file, its address, size and SHA-256, and the one before it."""

    status: Literal["new", "changed", "unchanged"]
    file: str
    url: str
    bytes: int
    sha256: str
    before: str
    etag: str
    last_modified: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait, how much to take, and how long to rest between tries, in seconds and bytes."""

    silence: float = SECONDS_OF_SILENCE
    in_all: float = SECONDS_IN_ALL
    largest: int = LARGEST_FILE_BYTES
    tries: int = TRIES
    rest: Callable[[float], None] = time.sleep


def fetch(
    url: str,
    target: Path,
    progress: Callable[[str], None] = lambda _: None,
    limits: Limits | None = None,
) -> Fetched:
    """Fetch what an address holds into a file. Raises FetchError, and leaves what was there before."""
    limits = limits or Limits()
    check_address(url)
    folder = target.parent
    folder.mkdir(parents=True, exist_ok=True)
    for attempt in range(1, limits.tries + 1):
        try:
            return _once(url, target, progress, limits)
        except _PassingError as error:
            if attempt == limits.tries:
                raise FetchError(f"{error}; tried {attempt} times") from None
            progress(f"{error}; trying again")
            limits.rest(2.0 ** (attempt - 1))
    raise FetchError(f"{url} was not asked for")


def _once(url: str, target: Path, progress: Callable[[str], None], limits: Limits) -> Fetched:
    known = _known(url, target)
    request = Request(url, headers=_headers(known))  # noqa: S310 - its scheme was checked
    try:
        with opener(url).open(request, timeout=limits.silence) as answer:
            return _keep(url, target, answer, progress, limits)
    except HTTPError as error:
        error.close()
        return _without_content(url, target, known, error)
    except (URLError, TimeoutError, ConnectionError, HTTPException) as error:
        cause = error.reason if isinstance(error, URLError) else error
        raise _PassingError(f"{url} cannot be reached ({cause or type(error).__name__})") from None


def _headers(known: dict[str, str]) -> dict[str, str]:
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "identity"}
    if known.get("etag"):
        headers["If-None-Match"] = known["etag"]
    if known.get("last_modified"):
        headers["If-Modified-Since"] = known["last_modified"]
    return headers


def _without_content(url: str, target: Path, known: dict[str, str], error: HTTPError) -> Fetched:
    if error.code == 304 and known:
        size, sha256 = target.stat().st_size, known["sha256"]
        tags = known["etag"], known["last_modified"]
        return Fetched("unchanged", target.name, url, size, sha256, sha256, *tags)
    if error.code >= 500 or error.code in (408, 429):
        raise _PassingError(f"{url} answers {error.code} ({error.reason})")
    if 300 <= error.code < 400:
        raise FetchError(f"{url} leads to {error.headers.get('Location', 'nowhere')}; it is not followed")
    raise FetchError(f"{url} answers {error.code} ({error.reason}); look for its new address")


def _keep(
    url: str,
    target: Path,
    answer: Any,
    progress: Callable[[str], None],
    limits: Limits,
) -> Fetched:
    """Write the answer beside `target`, and put it in its place when it is whole and no web page."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            sha256 = _receive(url, answer, file.write, progress, limits)
            file.flush()
            os.fsync(file.fileno())
        _check_kind(url, Path(name), answer.headers)
        before = _sha256(target) if target.exists() else ""
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
    tags = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
    status: Literal["new", "changed", "unchanged"] = "changed" if before else "new"
    if before == sha256:
        status = "unchanged"
    fetched = Fetched(status, target.name, url, target.stat().st_size, sha256, before, *tags)
    _notes(target).write_text(json.dumps(asdict(fetched), indent=2), encoding="utf-8")
    return fetched


def _receive(
    url: str,
    answer: Any,
    write: Callable[[bytes], object],
    progress: Callable[[str], None],
    limits: Limits,
) -> str:
    """Take the content in pieces; returns its SHA-256."""
    declared = answer.headers.get("Content-Length", "")
    size, digest, end = 0, hashlib.sha256(), time.monotonic() + limits.in_all
    while piece := answer.read1(_PIECE):
        size += len(piece)
        if size > limits.largest:
            raise FetchError(f"{url} sends more than {limits.largest // 1024 // 1024} MB; it is not kept")
        if time.monotonic() > end:
            raise _PassingError(f"{url} sends too slowly")
        digest.update(piece)
        write(piece)
        progress(f"{size:,} bytes")
    if declared.isdigit() and int(declared) != size:
        raise _PassingError(f"{url} sent {size:,} of {int(declared):,} bytes")
    if not size:
        raise _PassingError(f"{url} sent nothing")
    return digest.hexdigest()


def _check_kind(url: str, file: Path, headers: Message) -> None:
    """Refuse a web page, which is what publishers send in place of a file that has moved."""
    with file.open("rb") as opened:
        start = opened.read(200).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    page = headers.get_content_type() in ("text/html", "application/xhtml+xml")
    if page or start.startswith((b"<!doctype", b"<html")):
        raise FetchError(f"{url} sends a web page in place of the file; look for its new address")


def _notes(target: Path) -> Path:
    return target.with_name(f"{target.name}.fetch.json")


def _known(url: str, target: Path) -> dict[str, str]:
    """What the last fetch noted, if the file is still the one it fetched from the same address."""
    try:
        noted: dict[str, str] = json.loads(_notes(target).read_text(encoding="utf-8"))
        return noted if noted["url"] == url and noted["sha256"] == _sha256(target) else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
