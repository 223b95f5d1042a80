"""Clients that ask as fast as they are answered, each over a connection it keeps."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from statistics import median
from urllib.parse import urlsplit

CLIENTS = 10
ANSWERED = (200, 204)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the browser made it; only what the server reads of its headers is kept."""

    method: str
    path: str
    body: bytes | None
    content_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Load:
    """What some clients met: seconds of the whole, milliseconds of each answer, and how many failed."""

    seconds: float
    milliseconds: tuple[float, ...]
    errors: int

    @property
    def each_second(self) -> float:
        """Answers in a second."""
        return len(self.milliseconds) / self.seconds

    @property
    def middle(self) -> float:
        """The median answer in milliseconds."""
        return median(self.milliseconds)

    @property
    def p95(self) -> float:
        """The 95th percentile in milliseconds."""
        return percentile(self.milliseconds, 0.95)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies, without interpolation."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def drive(address: str, requests: Sequence[Asked], seconds: float, clients: int = CLIENTS) -> Load:
    """Send the requests in turn, each client beginning at another one, for some seconds."""
    until = time.perf_counter() + seconds
    times: list[float] = []
    failures: list[int] = []

    def client(number: int) -> None:
        own, failed = _ask_until(until, address, [*requests[number:], *requests[:number]])
        times.extend(own)
        failures.append(failed)

    began = time.perf_counter()
    threads = [
        threading.Thread(target=client, args=(number * len(requests) // clients,))
        for number in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Load(time.perf_counter() - began, tuple(times), sum(failures))


def _ask_until(until: float, address: str, requests: Sequence[Asked]) -> tuple[list[float], int]:
    """What one client meets: milliseconds of each answer, and how many were none."""
    to = urlsplit(address)
    connection = HTTPConnection(to.hostname or "", to.port, timeout=60)
    times: list[float] = []
    failed = place = 0
    while time.perf_counter() < until:
        asked = requests[place % len(requests)]
        place += 1
        began = time.perf_counter()
        try:
            failed += _ask(connection, asked) not in ANSWERED
        except (OSError, HTTPException):
            failed += 1
            connection.close()
        times.append((time.perf_counter() - began) * 1000)
    connection.close()
    return times, failed


def _ask(connection: HTTPConnection, asked: Asked) -> int:
    headers = {"Content-Type": asked.content_type, "Accept": "application/json", "Accept-Encoding": "gzip"}
    connection.request(asked.method, asked.path, asked.body, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status
