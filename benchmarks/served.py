"""The dashboard as it is served to a council: gunicorn, two workers of four threads, on this machine only."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

PROJECT = Path(__file__).resolve().parent.parent
WORKERS, THREADS = 2, 4
LONGEST_START = 60.0
LOG_END = 20_000  # both workers say why, and the one that ends them says it again


class NotServedError(RuntimeError):
    """The dashboard did not start; the sentence holds the end of its log."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running dashboard: its address, its process, and how long it took to answer for the first time."""

    address: str
    process: psutil.Process
    start_milliseconds: float

    def megabytes(self) -> tuple[float, float]:
        """Resident memory of all its processes, and their share of it: shared pages counted once."""
        resident = shared = 0
        for each in (self.process, *self.process.children(recursive=True)):
            with suppress(psutil.Error):
                found = each.memory_full_info()
                resident, shared = resident + found.rss, shared + getattr(found, "pss", found.rss)
        return resident / 1e6, shared / 1e6


@contextmanager
def served(url: str, log: Path) -> Iterator[Served]:
    """Serve the store at `url` while the block runs; raises NotServedError when it does not start."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}/"
    command = [
        sys.executable, "-m", "gunicorn", "--no-control-socket", "--workers", str(WORKERS),
        "--threads", str(THREADS), "--graceful-timeout", "2", "--bind", f"127.0.0.1:{port}", "app:server",
    ]  # fmt: skip
    began = time.perf_counter()
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - a command of our own
            command, cwd=PROJECT, env={**os.environ, "DATABASE_URL": url}, stdout=output, stderr=output
        )
    try:
        _wait_for_answer(address, process, log)
        yield Served(address, psutil.Process(process.pid), (time.perf_counter() - began) * 1000)
    finally:
        _end(process)


def cold_start(url: str, log: Path, times: int = 3) -> float:
    """Milliseconds from nothing to the first page, the median of some starts."""
    found = []
    for _ in range(times):
        with served(url, log) as running:
            found.append(running.start_milliseconds)
    return median(found)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the server and its workers: politely, then not."""
    family = [*psutil.Process(process.pid).children(recursive=True)] if process.poll() is None else []
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
        return
    for each in (psutil.Process(process.pid), *family):
        with suppress(psutil.Error):
            each.kill()
    process.wait(10)


def _wait_for_answer(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    latest = time.monotonic() + LONGEST_START
    while time.monotonic() < latest and process.poll() is None:
        with suppress(urllib.error.URLError, ConnectionError), urllib.request.urlopen(address) as answer:  # noqa: S310
            if answer.status == 200:
                return
        time.sleep(0.02)
    raise NotServedError(f"The dashboard did not start: {log.read_text(encoding='utf-8')[-LOG_END:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
