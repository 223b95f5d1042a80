"""How long the rules take: every indicator of one council in every period, judged and compared.

`python -m benchmarks.rules [WORKBOOK]` (or `make bench-rules FILE=...`) builds a store from the bundled
figures, loads the workbook where one is named, and evaluates for each council alone what the screens need of
every figure: light, target, trends, comparisons, distance. Reading the store and the catalogue are not part
of it; reading is printed beside it. Target: the median council within 50 ms.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import Connection

from dashboard.views.histories import Series, all_series
from etl.pipeline import load_all, load_file
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.distance import distance
from indicators.store import engine as store

MOST_MILLISECONDS = 50.0
PUBLISHED = Path(__file__).resolve().parent.parent / "data" / "published"


def main(arguments: list[str]) -> int:
    """Measure, print, and answer 0 when the median council is within its time, else 1."""
    catalogue = load_catalogue()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        _filled(url, catalogue, arguments)
        with store.reader(url).connect() as connection:
            return report(connection, catalogue, [council.code for council in catalogue.areas.councils])


def report(connection: Connection, catalogue: Catalogue, councils: Sequence[str]) -> int:
    """Print the times of some councils over one store; 0 when the median is within its time."""
    times, reads, counts = [], [], []
    for council in councils:
        begun = perf_counter()
        series = all_series(connection, catalogue, council, list(catalogue.indicators.values()))
        reads.append(perf_counter() - begun)
        # Once only: a second time the series remember their changes, and that would flatter the rules.
        seconds, judged = evaluate(series)
        times.append(seconds * 1000)
        counts.append(judged)
    middle = median(times)
    print(f"councils: {len(times)}, with {min(counts):,} to {max(counts):,} figures each")
    print(f"reading    median {median(reads) * 1000:6.1f} ms")
    print(f"rules      median {middle:6.1f} ms, most {max(times):.1f} ms")
    within = middle <= MOST_MILLISECONDS
    print(f"{middle:.1f} ms a council, {'within' if within else 'beyond'} {MOST_MILLISECONDS:g}")
    return 0 if within else 1


def evaluate(series: Mapping[str, Series]) -> tuple[float, int]:
    """Seconds to judge and compare every figure of a council, and how many there were."""
    begun, judged = perf_counter(), 0
    for each in series.values():
        for period, _ in each.history.points:
            standing = each.history.at(period)
            _ = standing.against_scotland, standing.against_family
            distance(standing.indicator, standing.figure, standing.cut)
            judged += 1
    return perf_counter() - begun, judged


def _filled(url: str, catalogue: Catalogue, files: list[str]) -> None:
    """Fill a new store with the bundled figures and the files named."""
    engine = store.writer(url)
    store.upgrade(engine)
    load_all(sorted(PUBLISHED.glob("*.csv")), engine, catalogue)
    for name in files:
        load_file(Path(name), engine, catalogue)
    engine.dispose()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
