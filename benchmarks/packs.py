"""How long the pack of a scorecard takes in each kind of file, beside the 3 seconds a meeting may wait.

`python -m benchmarks.packs` (or `make bench-packs`) builds a store of the bundled figures and makes packs of
two scorecards: the first 40 indicators of the ready-made cards for Dundee City, reds and charts among
them, and the 69 of the plan of Dumfries & Galloway. A time is the median of some packs, from the question to
the finished file; the first of each kind, which also reads the library that writes it, is printed by itself.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import Connection

from benchmarks import synthetic
from benchmarks.web import Line, machine
from dashboard.pages import links
from dashboard.pages.packs import maker_of
from dashboard.views.pack import pack
from dashboard.views.pack_parts import PackOrder
from indicators.catalogue import Catalogue
from indicators.store.store import open_store
from indicators.vocabulary import Scorecard, Section

MOST_MILLISECONDS = 3000.0
TIMES = 5
ROWS = 40
COUNCIL, PLAN, PLACE_OF_PLAN = "S12000042", "dg-plan", "S12000006"
_PRODUCT = "Social Work Indicators"


def main() -> int:
    """Measure and print each line as it is known; 1 when a budget is not kept."""
    print(machine(), flush=True)
    beyond = 0
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bundle.db'}"
        synthetic.bundled(url)
        store = open_store(url)
        with store.connect() as connection:
            for line in lines(connection, store.catalogue, TIMES):
                print(line, flush=True)
                beyond += not line.within
        store.engine.dispose()
    print(f"{machine()}; {'every budget kept' if not beyond else f'{beyond} beyond their budget'}")
    return 1 if beyond else 0


def lines(connection: Connection, catalogue: Catalogue, times: int) -> Iterator[Line]:
    """Both scorecards in every kind of file: the first pack, and the median of those after it."""
    cards = (
        (of_some(catalogue, ROWS), COUNCIL),
        (catalogue.scorecards[PLAN], PLACE_OF_PLAN),
    )
    for card, area in cards:
        rows = sum(len(section.indicators) for section in card.sections)
        for kind in links.PACK_KINDS:
            found = milliseconds(connection, catalogue, card, area, kind, times + 1)
            yield Line(f"{rows} rows, {kind}: the first", found[0], "ms", MOST_MILLISECONDS)
            yield Line(f"{rows} rows, {kind}: median of {times}", median(found[1:]), "ms", MOST_MILLISECONDS)


def of_some(catalogue: Catalogue, rows: int) -> Scorecard:
    """A card for any council of so many indicators of the ready-made ones, each once, in ten-row sections."""
    cards = (card for card in catalogue.scorecards.values() if not card.area)
    codes = list(dict.fromkeys(code for card in cards for part in card.sections for code in part.indicators))
    some = codes[:rows]
    parts = (some[at : at + 10] for at in range(0, len(some), 10))
    sections = tuple(Section(f"Section {at}", "", "", tuple(part)) for at, part in enumerate(parts, 1))
    return Scorecard("benchmark", "Benchmark", "", "", (), "", sections)


def milliseconds(
    connection: Connection, catalogue: Catalogue, card: Scorecard, area: str, kind: str, times: int
) -> Sequence[float]:
    """What each of some packs took, from reading the store to the file."""
    found = []
    for _ in range(times):
        began = perf_counter()
        made = pack(connection, catalogue, card, catalogue.areas[area], PackOrder())
        file = maker_of(kind)(made, _PRODUCT)
        if not isinstance(file, bytes):
            file.close()
        found.append((perf_counter() - began) * 1000)
    return found


if __name__ == "__main__":
    sys.exit(main())
