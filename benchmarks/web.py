"""How fast the screens are, beside what they may take.

`python -m benchmarks.web` (or `make bench-web`) builds a store of the bundled figures, serves it by gunicorn
(two workers of four threads) and measures Overview, Trends and Benchmarks in Chromium, then with ten clients
that send what the browser sent. `python -m benchmarks.web 10` (or `make bench-web SCALE=10`) asks the same
questions of SYNTHETIC stores of 70,000 figures and of 10 or 100 times as many, and prints how the slowest
twentieth of the answers grows. docs/speed.md says what each line means.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import growth, synthetic
from benchmarks.browsing import SCREENS, Screen, Seen, chromium, look_at
from benchmarks.clients import CLIENTS, Load, drive
from benchmarks.served import THREADS, WORKERS, cold_start, served

SECONDS = 8.0
SCALES = (10, 100)
MOST_GROWTH = 1.5
WIDTH = 46


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured, in a unit, beside its budget: the most it may be, or the least."""

    what: str
    found: float
    unit: str
    budget: float
    at_least: bool = False

    @property
    def within(self) -> bool:
        """True when the budget is kept."""
        return self.found >= self.budget if self.at_least else self.found <= self.budget

    def __str__(self) -> str:
        sign, verdict = ("≥" if self.at_least else "≤"), ("within" if self.within else "BEYOND")
        decimals = 2 if self.unit == "times" else 0
        shown = f"{self.what:<{WIDTH}}{self.found:>8,.{decimals}f}"
        return f"{shown}  {sign} {self.budget:>5,g} {self.unit:<6} {verdict}"


def main(arguments: Sequence[str]) -> int:
    """Measure and print each line as it is known; 1 when a budget is not kept, 2 for a scale that is none."""
    if not set(arguments) <= set(map(str, SCALES)):
        print(f"SCALE is {' or '.join(map(str, SCALES))}, or left out")
        return 2
    print(machine(), flush=True)
    beyond = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bundle = folder / "bundle.db"
        synthetic.bundled(f"sqlite:///{bundle}")
        scales = [scale for scale in SCALES if arguments and scale <= int(arguments[0])]
        for line in _growing(folder, bundle, scales) if scales else _screens(bundle, folder / "log"):
            print(line, flush=True)
            beyond += not line.within
    print(f"{machine()}; {'every budget kept' if not beyond else f'{beyond} beyond their budget'}")
    return 1 if beyond else 0


def machine() -> str:
    """How busy and how fast this machine is now: a fixed loop takes about 60 ms on an idle one."""
    began = time.perf_counter()
    sum(number * number for number in range(1_000_000))
    loop = (time.perf_counter() - began) * 1000
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return f"{os.cpu_count()} processors, load {load:.1f}, fixed loop {loop:.0f} ms"


def _screens(bundle: Path, log: Path) -> Iterator[Line]:
    """The figures of promises about one store: each screen in a browser, ten clients, memory and start."""
    url = f"sqlite:///{bundle}"
    yield Line("cold start to the first page", cold_start(url, log), "ms", 2000)
    with served(url, log) as running, chromium() as browser:
        for screen in SCREENS:
            seen = look_at(browser, running.address, screen)
            yield from seen_lines(screen, seen)
            load = drive(running.address, seen.requests, SECONDS)
            yield from load_lines(screen.name, load)
        resident, proportional = running.megabytes()
    # What processes share is in both of the resident sizes but only once in the machine.
    yield Line(f"memory, {WORKERS} workers of {THREADS} threads", proportional, "MB", 300)
    yield Line("memory, shared pages counted for each", resident, "MB", 300)


def seen_lines(screen: Screen, seen: Seen) -> Iterator[Line]:
    """What a person at the browser met."""
    name = screen.name
    yield Line(f"{name}: picture visible", seen.visible, "ms", 750)
    yield Line(f"{name}: change of {screen.filter}, median", seen.change, "ms", 150)
    yield Line(f"{name}: change of {screen.filter}, 95th percentile", seen.slow_change, "ms", 250)
    yield Line(f"{name}: first load", seen.kilobytes_of_load, "KB", screen.kilobytes)
    yield Line(f"{name}: other hosts asked", len(seen.hosts), "", 0)
    yield Line(f"{name}: errors of scripts", len(seen.faults), "", 0)


def load_lines(name: str, load: Load) -> Iterator[Line]:
    """What the clients met that sent the changes of a screen again."""
    yield Line(f"{name}: {CLIENTS} clients", load.each_second, "/s", 200, at_least=True)
    yield Line(f"{name}: {CLIENTS} clients, 95th percentile", load.p95, "ms", 100)
    yield Line(f"{name}: {CLIENTS} clients, errors", load.errors, "", 0)


def _growing(folder: Path, bundle: Path, scales: Sequence[int]) -> Iterator[Line]:
    """How each screen's update path grows from the store of size 1 to the others."""
    urls = growth.stores(folder, bundle, [1, *scales])
    for name, found in growth.measure(urls, folder / "log").items():
        print(
            f"{name}: {' '.join(f'{scale}x {load.p95:.0f} ms' for scale, load in found.items())}", flush=True
        )
        yield from growth_lines(name, found)


def growth_lines(name: str, found: Mapping[int, Load]) -> Iterator[Line]:
    """The 95th percentile of each larger store as a multiple of that of the store of size 1."""
    for scale, load in found.items():
        if scale > 1:
            yield Line(f"{name}: growth at {scale}x", load.p95 / found[1].p95, "times", MOST_GROWTH)
        yield Line(f"{name}: errors at {scale}x", load.errors, "", 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
