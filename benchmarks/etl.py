"""How long a load takes, stage by stage, beside the least it could take.

`python -m benchmarks.etl [WORKBOOK]` (or `make bench-etl FILE=...`) loads an LGBF workbook into a new SQLite
store. Without a workbook it writes one of the same size itself, and says so. The floor is measured in the
same run: calamine reading the sheet alone, and `sqlite3` inserting the same rows by `executemany` into a
table with the same key and index. Targets: the whole load within 3 s, the insert within twice its floor.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from etl import checks, keep, pipeline, prepare
from etl.report import LoadReport
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.indicator import Unit
from indicators.periods import PeriodKind
from indicators.store import engine as store
from indicators.store import write
from indicators.store.schema import figure_versions

SHEET = "Raw Data"
MOST_SECONDS, MOST_TIMES_FLOOR = 3.0, 2.0
STAGES = ("read", "validate", "check", "reconcile", "insert", "derive")
PLACES: tuple[tuple[Any, str, str], ...] = (
    (prepare, "reader_for", "read"),
    (prepare, "validate", "validate"),
    (checks, "run", "check"),
    (keep, "reconcile", "reconcile"),
    (write, "add_versions", "insert"),
    (pipeline, "derive", "derive"),
)


@contextmanager
def stopwatch() -> Iterator[tuple[dict[str, float], list[tuple[object, ...]]]]:
    """Seconds by stage, and the rows inserted, of every load within the block."""
    seconds: dict[str, float] = defaultdict(float)
    rows: list[tuple[object, ...]] = []
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in PLACES]
    for (owner, name, stage), (_, _, call) in zip(PLACES, kept, strict=True):
        setattr(owner, name, _timed(call, stage, seconds, rows))
    try:
        yield seconds, rows
    finally:
        for owner, name, call in kept:
            setattr(owner, name, call)


def _timed(
    call: Callable[..., Any], stage: str, seconds: dict[str, float], rows: list[tuple[object, ...]]
) -> Callable[..., Any]:
    def measured(*arguments: Any, **named: Any) -> Any:
        began = perf_counter()
        try:
            return call(*arguments, **named)
        finally:
            seconds[stage] += perf_counter() - began
            if stage == "insert":
                rows.extend(arguments[1])

    def found(*arguments: Any) -> Any:
        reader = measured(*arguments)
        return replace(reader, read=_timed(reader.read, "reading", seconds, rows))

    return found if stage == "read" else measured


def timed_load(
    path: Path, folder: Path, catalogue: Catalogue
) -> tuple[LoadReport, dict[str, float], list[Any]]:
    """Load a workbook into a new store; `whole` is all of it, `other` what no stage has."""
    engine = store.writer(f"sqlite:///{folder / 'store.db'}")
    store.upgrade(engine)
    with stopwatch() as (seconds, rows):
        began = perf_counter()
        report = pipeline.load_file(path, engine, catalogue, published="2022-01")
        whole = perf_counter() - began
    seconds["read"] += seconds.pop("reading")
    engine.dispose()
    return report, {**seconds, "other": whole - sum(seconds.values()), "whole": whole}, rows


def floor_of_reading(path: Path) -> float:
    """Seconds calamine needs for the sheet alone."""
    began = perf_counter()
    CalamineWorkbook.from_path(path).get_sheet_by_name(SHEET).to_python(skip_empty_area=False)
    return perf_counter() - began


def floor_of_inserting(rows: Sequence[tuple[object, ...]], folder: Path) -> float:
    """Seconds `sqlite3` alone needs for the same rows, key and index, without foreign keys."""
    names = [column.name for column in figure_versions.columns]
    key = ", ".join(column.name for column in figure_versions.primary_key)
    connection = sqlite3.connect(folder / "floor.db")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"CREATE TABLE t ({', '.join(names)}, PRIMARY KEY ({key})) WITHOUT ROWID")
    connection.execute("CREATE INDEX by_area ON t (area_code, indicator_code) WHERE is_current")
    began = perf_counter()
    with connection:
        marks = ", ".join("?" * len(names))
        connection.executemany(f"INSERT INTO t VALUES ({marks})", rows)  # noqa: S608 - only question marks
    taken = perf_counter() - began
    connection.close()
    return taken


def synthetic_workbook(path: Path, catalogue: Catalogue) -> Path:
    """A workbook of made-up percentages with their parts, as large as the real one: some 43,000 figures."""
    codes = [
        item.code
        for item in catalogue.indicators.values()
        if item.source == "lgbf" and item.unit is Unit.PERCENT and PeriodKind.WINDOW not in item.periods
    ]
    years = [f"{year}-{(year + 1) % 100:02d}" for year in range(1980, 2020)]
    columns = [(code, year) for code in codes for year in years][:1291]
    names = [*(area.name for area in catalogue.areas.councils), "Scotland"]
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Deflators").write_row(0, 0, ["Year", "Deflator", "", "", 100])
        book.get_worksheet_by_name("Deflators").write_row(1, 0, [years[-1], 100])
        sheet = book.add_worksheet(SHEET)
        headers = [[f"{code} {year}", f"Part {year}", f"Whole {year}"] for code, year in columns]
        sheet.write_row(0, 0, ["Local Authority", *(header for group in headers for header in group)])
        for row, name in enumerate(names, 1):
            parts = [(200 + (row * 37 + at * 11) % 500, 1000 + row) for at in range(len(columns))]
            cells = [cell for part, whole in parts for cell in (part / whole * 100, part, whole)]
            sheet.write_row(row, 0, [name, *cells])
    return path


def peak_megabytes() -> float | None:
    """The most memory this process has had, where the system tells."""
    with suppress(ImportError):
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return None


def lines(
    rows: int, seconds: dict[str, float], floors: dict[str, float], peak: float | None
) -> Iterator[str]:
    """The table of stages, and whether each target is met."""
    yield f"{'stage':<12}{'seconds':>9}{'floor':>9}{'times':>7}"
    for stage in (*STAGES, "other", "whole"):
        floor = floors.get(stage)
        beside = f"{floor:>9.3f}{seconds.get(stage, 0.0) / floor:>7.1f}" if floor else ""
        yield f"{stage:<12}{seconds.get(stage, 0.0):>9.3f}{beside}"
    yield f"peak memory {peak:,.0f} MB" if peak else "peak memory is not told by this system"
    times = seconds["insert"] / floors["insert"]
    yield f"{rows:,} figures; whole load {_verdict(seconds['whole'], MOST_SECONDS)} {MOST_SECONDS:g} s"
    yield f"insert {times:.1f} times its floor, {_verdict(times, MOST_TIMES_FLOOR)} {MOST_TIMES_FLOOR:g}"


def _verdict(found: float, most: float) -> str:
    return "within" if found <= most else "NOT within"


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark; 1 when a target is missed."""
    catalogue = load_catalogue()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments:
            path = Path(arguments[0])
            print(f"the workbook {path.name}")
        else:
            path = synthetic_workbook(folder / "synthetic_2022-01.xlsx", catalogue)
            print("a SYNTHETIC workbook of the size of the real one: no workbook was named")
        report, seconds, rows = timed_load(path, folder, catalogue)
        peak = peak_megabytes()
        floors = {"read": floor_of_reading(path), "insert": floor_of_inserting(rows, folder)}
    for line in lines(report.counts.read, seconds, floors, peak):
        print(line)
    met = seconds["whole"] <= MOST_SECONDS and seconds["insert"] <= MOST_TIMES_FLOOR * floors["insert"]
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
