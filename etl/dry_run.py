"""A load that is worked out to the end and then taken back: what a file would do, and nothing done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, make_url

from etl.diff import Change, changes_as_dict, differences
from etl.hide import hide
from etl.keep import keep
from etl.lock import only_load
from etl.prepare import Progress, prepare
from etl.readings import Asked
from etl.releases import Member
from etl.report import LoadReport
from indicators.catalogue import Catalogue
from indicators.store import engine as store
from indicators.store import words, write


@dataclass(frozen=True, slots=True)
class Checking:
    """What loading a file would report, and the changes it would make."""

    report: LoadReport
    changes: tuple[Change, ...]

    def as_dict(self) -> dict[str, Any]:
        """The report without the number of a load, and the changes, as plain values for JSON."""
        report = {name: value for name, value in self.report.as_dict().items() if name != "load_id"}
        return {**report, "status": "checked", **changes_as_dict(self.changes)}


def check_file(
    path: Path | Member,
    engine: Engine,
    catalogue: Catalogue,
    edition: str | None,
    published: str | None,
    progress: Progress,
) -> Checking:
    """Load a file in a transaction that is rolled back. Raises LoadRefused as a load would."""
    prepared = prepare(path, catalogue, Asked(edition, published), progress)
    with engine.connect() as connection, connection.begin() as transaction:
        write.lock(connection)
        words.sync_catalogue(connection, catalogue)
        report, touched = keep(prepared, connection, progress)
        hide(connection, catalogue, {group[0] for group in touched})
        changes = differences(connection, report.load_id)
        transaction.rollback()
    return Checking(report, tuple(changes))


@contextmanager
def store_to_check(url: str) -> Iterator[Engine]:
    """The store to check against; an empty one in memory where there is no database yet.

    Raises StoreError when the schema is not ours, for bringing it up to date would change it, and
    AnotherLoadError when a load is running.
    """
    store.check_url(url)
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").is_file():
        engine = store.writer("sqlite://")
        try:
            store.upgrade(engine)
            yield engine
        finally:
            engine.dispose()
        return
    store.reader(url).dispose()
    with only_load(url):
        engine = store.writer(url)
        try:
            yield engine
        finally:
            engine.dispose()
