"""Compressed files: the first visitor does not wait for the best compression, everybody later has it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest

from dashboard.access.compressed import KEPT, LARGE, CompressedFiles

SMALL_FILE = b"body { color: #14181c }\n" * 100
LARGE_FILE = bytes(range(256)) * (LARGE // 200) + b"function () { return 1; }" * 2_000


class Later(Executor):
    """Runs nothing until it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Keep the work for later."""
        self.waiting.append(lambda: fn(*args, **kwargs))
        return Future()

    def run(self) -> None:
        """Do all the work there is."""
        while self.waiting:
            self.waiting.pop(0)()


@pytest.mark.parametrize(("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
@pytest.mark.parametrize("body", [SMALL_FILE, LARGE_FILE])
def test_what_is_sent_unpacks_to_the_file_at_first_and_later(
    coding: str, unpack: Callable[[bytes], bytes], body: bytes
) -> None:
    later = Later()
    files = CompressedFiles(later)
    assert unpack(files.get(body, coding)) == body
    later.run()
    assert unpack(files.get(body, coding)) == body


def test_a_large_file_is_sent_at_once_and_gets_smaller() -> None:
    later = Later()
    files = CompressedFiles(later)
    quick = files.get(LARGE_FILE, "br")
    assert len(later.waiting) == 1
    assert files.get(LARGE_FILE, "br") is quick
    later.run()
    assert len(files.get(LARGE_FILE, "br")) < len(quick)
    assert later.waiting == [], "it is made small once"


def test_a_small_file_is_compressed_well_at_once() -> None:
    later = Later()
    files = CompressedFiles(later)
    assert files.get(SMALL_FILE, "gzip") is files.get(SMALL_FILE, "gzip")
    assert later.waiting == []


def test_no_number_of_files_fills_the_memory() -> None:
    files = CompressedFiles(Later())
    first = files.get(b"0" * 600, "br")
    for number in range(1, KEPT + 1):
        files.get(str(number).encode() * 600, "br")
    assert files.get(b"0" * 600, "br") is not first
