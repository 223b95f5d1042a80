"""A load killed at any moment, and readers beside loads: always one whole release, the old or the new."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from etl.derive import derive
from etl.keep import keep
from etl.pipeline import load_file
from etl.prepare import Prepared, prepare
from etl.readings import Asked
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.store import engine as store
from indicators.store import words
from tests.etl.conftest import query
from tests.etl.published_files import tidy_row, write_tidy

KILLS, READERS, LOADS = 50, 10, 20
# Between two questions of a reader, which else would leave the loads in this process no time to go on.
BREATH = 0.01
LONGEST_LOOK = 60.0
# Seconds between two looks at the clock of a child, which has one of the processors to itself that way.
BETWEEN_LOOKS = 0.0002
FIGURES = 8_000
COUNCILS = ("Dundee City", "Glasgow City", "Inverclyde", "North Ayrshire", "Scotland")


def silent(_: str) -> None:
    """No progress."""


def first_figures(prepared: Prepared) -> Prepared:
    """The first figures of a file, so that fifty loads of it take no minute."""
    frame = prepared.checked.frame.iloc[:FIGURES]
    reading = replace(prepared.reading, frame=frame, rejected=0)
    return replace(
        prepared, reading=reading, checked=replace(prepared.checked, frame=frame, rejected=0, repeated=0)
    )


def ended(child: int) -> bool:
    """Whether a child has ended; it stays to be waited for."""
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def worked(child: int) -> float:
    """The seconds of the processor that a child has used, as its own clock has them (clock_getcpuclockid)."""
    return time.clock_gettime((~child << 3) | 2)


def write_in_child(prepared: Prepared, url: str, catalogue: Catalogue, killed_after: float = 0) -> float:
    """Write a prepared file in a child of this process; returns the seconds of the processor it used.

    It gets SIGKILL after some seconds of its own work, which is the same moment of a load however busy the
    machine is; 0 is never.
    """
    child = os.fork()
    if child:
        while killed_after and not ended(child):
            if worked(child) >= killed_after:
                os.kill(child, signal.SIGKILL)
                break
            time.sleep(BETWEEN_LOOKS)
        used = os.wait4(child, 0)[2]
        return used.ru_utime + used.ru_stime
    try:
        engine = store.writer(url)
        with engine.begin() as connection:
            words.sync_catalogue(connection, catalogue)
            _, touched = keep(prepared, connection, silent)
            derive(connection, catalogue, touched)
        engine.dispose()
    finally:
        os._exit(0)


def begin_again(database: Path, old_release: Path) -> None:
    """The old release and nothing that a load left beside it."""
    for leftover in database.parent.glob(f"{database.name}*"):
        leftover.unlink()
    shutil.copyfile(old_release, database)


def sound_versions(path: Path) -> int:
    """How many versions of figures a database holds, after checking that it is sound."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM figures WHERE indicator_code = 'CHN22'").fetchone()
        return int(connection.execute("SELECT count(*) FROM figure_versions").fetchone()[0])


@pytest.fixture
def old_release(tmp_path: Path) -> Iterator[Path]:
    """A database with one figure in it, and a copy of it beside."""
    path = tmp_path / "old.db"
    engine = store.writer(f"sqlite:///{path}")
    store.upgrade(engine)
    load_file(write_tidy(tmp_path / "lgbf.csv", [tidy_row(edition="LGBF, 2020", published_on="2020")]),
              engine, load_catalogue())  # fmt: skip
    engine.dispose()
    yield path


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the clock of another process is Linux's")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_the_real_workbook_killed_fifty_times_leaves_the_old_release_or_the_new_one(
    tmp_path: Path, old_release: Path, shared_data: Path
) -> None:
    catalogue, database = load_catalogue(), tmp_path / "store.db"
    file = shared_data / "lgbf" / "lgbf_workbook_2022-01.xlsx"
    prepared = first_figures(prepare(file, catalogue, Asked(), silent))
    begin_again(database, old_release)
    whole_load = write_in_child(prepared, f"sqlite:///{database}", catalogue)
    new = sound_versions(database)
    assert new == FIGURES + 1
    seen, begun = [], 0
    for number in range(KILLS):
        begin_again(database, old_release)
        moment = whole_load * (number + random.Random(number).random()) / KILLS
        write_in_child(prepared, f"sqlite:///{database}", catalogue, killed_after=moment)
        begun += Path(f"{database}-wal").exists()
        seen.append(sound_versions(database))
    assert set(seen) <= {1, new}
    assert seen[0] == 1
    assert begun > KILLS // 2


def release(folder: Path, number: int) -> Path:
    """A file in which every figure of the edition of a year has the value of that year."""
    rows = [
        tidy_row(area=area, value=number, edition=f"LGBF, {number}", published_on=str(number))
        for area in COUNCILS
    ]
    return write_tidy(folder / f"lgbf_{number}.csv", rows)


def test_ten_readers_during_twenty_loads_see_no_error_and_no_two_releases_at_once(
    tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    load_file(release(tmp_path, 2000), engine, catalogue)
    reading = store.reader(str(engine.url))
    done, errors, seen, values = threading.Event(), [], set(), set()
    changed = threading.Condition()

    def read() -> None:
        while not done.is_set():
            try:
                with reading.connect() as connection:
                    figures = connection.execute(text("SELECT value, edition FROM figures")).all()
                    benchmarks = connection.execute(text("SELECT DISTINCT value FROM benchmarks")).all()
                with changed:
                    seen.add((len(figures), frozenset(map(tuple, figures)), tuple(map(tuple, benchmarks))))
                    values.update(value for value, _ in figures)
                    changed.notify_all()
            except Exception as error:
                errors.append(error)
            done.wait(BREATH)

    threads = [threading.Thread(target=read) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    for number in range(2001, 2001 + LOADS):
        load_file(release(tmp_path, number), engine, catalogue)
        with changed:  # on a busy machine loads would follow each other sooner than readers look
            changed.wait_for(lambda wanted=float(number): wanted in values or errors, LONGEST_LOOK)
    done.set()
    for thread in threads:
        thread.join()
    reading.dispose()
    assert errors == []
    assert len(seen) >= LOADS
    for rows, figures, _ in seen:
        assert rows == len(COUNCILS)
        assert len(figures) == 1
    assert query(engine, "SELECT DISTINCT value FROM figures") == [(2000.0 + LOADS,)]
