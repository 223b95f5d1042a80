"""Static files as they travel: compressed fast for whoever asks first, and well for everybody after.

The best compression of the large bundles takes seconds. So the first visitor gets a quick one, and a thread
makes the small one meanwhile. Kept by content, so no address can fill the memory.
"""

from __future__ import annotations

import gzip
from collections import OrderedDict
from concurrent.futures import Executor, ThreadPoolExecutor
from hashlib import sha256
from threading import Lock
from typing import Final

import brotli  # type: ignore[import-untyped]

KEPT: Final = 128
QUICK: Final = {"br": 4, "gzip": 4}
SMALL: Final = {"br": 10, "gzip": 9}
LARGE: Final = 60_000
"""Bytes from which on the best compression would keep somebody waiting."""


class CompressedFiles:
    """The compressed form of files by content and coding, the quick one until the small one is made."""

    def __init__(self, worker: Executor | None = None) -> None:
        self._worker = worker or ThreadPoolExecutor(1, thread_name_prefix="compress")
        self._kept: OrderedDict[tuple[bytes, str], bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, body: bytes, coding: str) -> bytes:
        """A file's compressed form; `coding` is br or gzip."""
        key = (sha256(body).digest(), coding)
        with self._lock:
            if key in self._kept:
                return self._kept[key]
        if len(body) < LARGE:
            return self._keep(key, compress(body, coding, SMALL[coding]))
        quick = self._keep(key, compress(body, coding, QUICK[coding]))
        self._worker.submit(lambda: self._keep(key, compress(body, coding, SMALL[coding])))
        return quick

    def _keep(self, key: tuple[bytes, str], content: bytes) -> bytes:
        with self._lock:
            self._kept[key] = content
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return content


def compress(body: bytes, coding: str, level: int) -> bytes:
    """A file compressed by brotli (br) or gzip."""
    if coding == "br":
        made: bytes = brotli.compress(body, quality=level)
        return made
    return gzip.compress(body, compresslevel=level, mtime=0)
