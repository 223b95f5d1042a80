"""How the update path grows with the store: the same questions over stores of different sizes, in turns."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

from benchmarks import synthetic
from benchmarks.browsing import SCREENS, Screen, template_and_choices
from benchmarks.clients import Asked, Load, drive
from benchmarks.served import served

ROUNDS, SECONDS = 6, 2.0
Times = dict[int, list[Load]]


def stores(folder: Path, bundle: Path, scales: Sequence[int]) -> dict[int, str]:
    """A SYNTHETIC store for each scale, by its address; the bundle is copied, not loaded again."""
    found = {}
    for scale in scales:
        path = folder / f"synthetic-{scale}.db"
        shutil.copyfile(bundle, path)
        found[scale] = f"sqlite:///{path}"
        figures = synthetic.fill(found[scale], synthetic.ONCE * scale)
        print(f"SYNTHETIC store of {figures:,} figures, {path.stat().st_size / 1e6:,.0f} MB", flush=True)
    return found


def measure(urls: Mapping[int, str], log: Path) -> dict[str, dict[int, Load]]:
    """What ten clients met on each screen, store by store, in the quietest of some rounds.

    The rounds of all stores alternate, so that whatever else the machine does meets all of them.
    """
    with ExitStack() as stack:
        addresses = {scale: stack.enter_context(served(url, log)).address for scale, url in urls.items()}
        return {screen.name: _measure(screen, addresses) for screen in SCREENS}


def _measure(screen: Screen, addresses: Mapping[int, str]) -> dict[int, Load]:
    asked = every_address(*template_and_choices(next(iter(addresses.values())), screen))
    found: Times = {scale: [] for scale in addresses}
    for number in range(ROUNDS + 1):
        for scale, address in addresses.items():
            load = drive(address, asked, SECONDS)
            if number:  # the first round warms the server and the files it reads
                found[scale].append(load)
    return {scale: min(loads, key=lambda load: load.p95) for scale, loads in found.items()}


def every_address(template: Asked, choices: Mapping[str, Sequence[str]]) -> list[Asked]:
    """The request of a change for every combination of two filters, each address another one.

    There must be more of them than a worker remembers pages, or the store would not be asked.
    """
    (first, values), (second, others) = choices.items()
    body = json.loads(template.body or b"{}")
    found = []
    for value in values:
        for other in others:
            search = f"?{urlencode({first: value, second: other})}"
            inputs = [{**each, "value": search} for each in body["inputs"]]
            found.append(replace(template, body=json.dumps({**body, "inputs": inputs}).encode()))
    return found
