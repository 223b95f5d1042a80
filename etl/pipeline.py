"""From a file to figures in the store: extract, read, validate, reconcile, write, derive, report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from math import isnan
from pathlib import Path

import pandas as pd
from sqlalchemy import Connection, Engine

from etl import checks
from etl.derive import Group, derive
from etl.extract import Extracted, extract
from etl.problems import LoadRefused, Problem, refused
from etl.readings import KEY, NUMBERS, Asked, Reading
from etl.real_terms import already_printed
from etl.reconcile import reconcile, stored_frame
from etl.releases import Member
from etl.report import Counts, LoadReport
from etl.sources import reader_for
from etl.validate import Checked, validate
from indicators.catalogue import Catalogue
from indicators.periods import PeriodKind, parse
from indicators.store import inspected, words, write

Progress = Callable[[str], None]
STAGES = ("checking the file", "reading", "validating", "comparing and writing", "benchmarks")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read and validated and may now be written."""

    extracted: Extracted
    reading: Reading
    checked: Checked
    catalogue: Catalogue


def _silent(stage: str) -> None:
    """Tell nobody of progress."""
    del stage


def load_file(
    path: Path | Member,
    engine: Engine,
    catalogue: Catalogue,
    edition: str | None = None,
    published: str | None = None,
    progress: Progress = _silent,
) -> LoadReport:
    """Load one file, or one file of a release, in one transaction.

    `edition` and `published` (2024, 2024-02 or 2024-02-20) name the edition where the file does not.
    `progress` is called with each of STAGES as it begins. Raises LoadRefused, and changes nothing, when
    the file cannot be trusted.
    """
    prepared = prepare(path, catalogue, Asked(edition, published), progress)
    with engine.begin() as connection:
        write.lock(connection)
        words.sync_catalogue(connection, catalogue)
        report, touched = keep(prepared, connection, progress)
        progress(STAGES[4])
        derive(connection, catalogue, touched)
    return report


def load_all(
    paths: Iterable[Path], engine: Engine, catalogue: Catalogue, progress: Progress = _silent
) -> list[LoadReport]:
    """Load several files in one transaction: all of them, or none.

    A file that brings nothing new leaves no load behind. The benchmarks of everything in the store are
    worked out again, for the catalogue may have changed. Raises LoadRefused with the problems of every
    file that is refused.
    """
    problems: list[Problem] = []
    prepared = []
    for path in paths:
        try:
            prepared.append(prepare(path, catalogue, Asked(), progress))
        except LoadRefused as refusal:
            problems += refusal.problems
    if problems:
        raise LoadRefused(problems)
    with engine.begin() as connection:
        write.lock(connection)
        words.sync_catalogue(connection, catalogue)
        reports = [_keep_if_new(file, connection, progress) for file in prepared]
        progress(STAGES[4])
        derive(connection, catalogue, write.groups(connection))
    return reports


def _keep_if_new(prepared: Prepared, connection: Connection, progress: Progress) -> LoadReport:
    """Keep a file, and take the load back when every row was there before; its number is then 0."""
    savepoint = connection.begin_nested()
    report, _ = keep(prepared, connection, progress)
    if report.counts.unchanged == report.counts.read and not report.grades:
        savepoint.rollback()
        return replace(report, load_id=0)
    savepoint.commit()
    return report


def prepare(path: Path | Member, catalogue: Catalogue, asked: Asked, progress: Progress) -> Prepared:
    """Everything before the store is touched. Raises LoadRefused."""
    progress(STAGES[0])
    extracted = path.extract() if isinstance(path, Member) else extract(path)
    progress(STAGES[1])
    reading = reader_for(extracted).read(extracted, catalogue, asked)
    progress(STAGES[2])
    return Prepared(extracted, reading, validate(reading, catalogue, extracted.name), catalogue)


def keep(prepared: Prepared, connection: Connection, progress: Progress) -> tuple[LoadReport, set[Group]]:
    """Write a prepared file within the caller's transaction, editions oldest first.

    Returns the report, and the groups whose benchmarks have to be worked out. Raises LoadRefused when an
    edition contradicts the one the store has; the caller's transaction must then be undone.
    """
    progress(STAGES[3])
    extracted, reading, checked = prepared.extracted, prepared.reading, prepared.checked
    problems = (*checked.problems, *_implausible(prepared, connection))
    pairs = checked.frame[["period", "period_kind"]].drop_duplicates().itertuples(index=False)
    words.keep_periods(connection, (parse(label, PeriodKind(kind)) for label, kind in pairs))
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    record = write.LoadRecord(reading.source, extracted.name, extracted.sha256, moment, {})
    load_id = write.start_load(connection, record)
    editions = list(checked.frame.groupby(["published_on", "edition"], sort=True))
    counted: Counter[str] = Counter(rejected=checked.rejected, unchanged=checked.repeated)
    touched: set[Group] = set()
    for (published_on, label), frame in editions:
        edition = _edition(connection, prepared, str(label), str(published_on))
        counted.update(_keep_edition(connection, frame, edition, load_id, touched))
    counts = Counts(**counted)
    _check_sum(counts, prepared)
    write.finish_load(connection, load_id, counts.as_dict())
    write.keep_problems(connection, load_id, [asdict(problem) for problem in problems])
    grades = _keep_services(connection, prepared, load_id)
    labels = tuple(dict.fromkeys([*(str(label) for (_, label), _ in editions), *_labels(reading)]))
    report = LoadReport(
        load_id, extracted.name, extracted.sha256, reading.source, labels, counts, problems, grades
    )
    return report, touched


def _labels(reading: Reading) -> list[str]:
    return [label for _, label in sorted(reading.services)]


def _keep_services(connection: Connection, prepared: Prepared, load_id: int) -> int:
    """Keep the lists of inspected services, editions oldest first; returns how many rows changed."""
    changed = 0
    for (published_on, label), marks in sorted(prepared.reading.services.items()):
        edition = _edition(connection, prepared, label, published_on)
        changed += inspected.keep_marks(connection, edition.id, load_id, marks)
    return changed


def _implausible(prepared: Prepared, connection: Connection) -> tuple[Problem, ...]:
    """What the checks find in the figures, beside those the store has of the same indicators."""
    frame = prepared.checked.frame
    before = stored_frame(write.current_versions(connection, set(frame["indicator"])))
    return checks.run(frame, prepared.catalogue, before, prepared.extracted.name)


def _edition(connection: Connection, prepared: Prepared, label: str, published_on: str) -> write.KeptEdition:
    reading, file = prepared.reading, prepared.extracted.name
    try:
        base_year = reading.base_years.get(label, "")
        return write.keep_edition(connection, reading.source, label, published_on, base_year)
    except write.EditionConflictError as error:
        raise refused(
            "edition", file, f"{file}: {error}; check the file or give --edition another name."
        ) from None


def _keep_edition(
    connection: Connection,
    frame: pd.DataFrame,
    edition: write.KeptEdition,
    load_id: int,
    touched: set[Group],
) -> dict[str, int]:
    """Reconcile and write the rows of one edition; returns the counts and adds to the touched groups."""
    codes = set(frame["indicator"])
    same_edition = stored_frame(write.versions_of_edition(connection, edition.id, codes))
    known = already_printed(frame, same_edition)
    frame = frame[~known]
    found = reconcile(
        frame,
        stored_frame(write.current_versions(connection, codes)),
        same_edition,
        edition,
    )
    added = found.frame[found.frame["append"]]
    current = added[added["is_current"]]
    replaced = current[current["outcome"] != "new"]
    write.retire(connection, list(replaced[KEY].itertuples(index=False, name=None)))
    write.add_versions(connection, _version_rows(added, edition.id, load_id))
    touched.update(
        current[["indicator", "period", "basis"]].drop_duplicates().itertuples(index=False, name=None)
    )
    counts = found.counts()
    return counts | {"unchanged": counts["unchanged"] + int(known.sum())}


def _version_rows(frame: pd.DataFrame, edition_id: int, load_id: int) -> list[tuple[object, ...]]:
    """Rows in the order of the columns of `figure_versions`; a missing number is None."""
    renamed = frame.rename(columns={"indicator": "indicator_code", "area": "area_code"})
    constants: dict[str, int | None] = {"edition_id": edition_id, "load_id": load_id}
    constants |= dict.fromkeys(("lower_95", "upper_95", "interval_method"))
    columns: list[list[object]] = []
    for name in write.VERSION_COLUMNS:
        if name in constants:
            columns.append([constants[name]] * len(frame))
        elif name in NUMBERS:
            columns.append([None if isnan(number) else number for number in renamed[name].tolist()])
        else:
            columns.append(renamed[name].tolist())
    return list(zip(*columns, strict=True))


def _check_sum(counts: Counts, prepared: Prepared) -> None:
    """Every row read must have one outcome; anything else is a fault of this program."""
    read = len(prepared.reading.frame) + prepared.reading.rejected
    if counts.read != read:
        raise RuntimeError(
            f"{prepared.extracted.name}: {read} rows were read and {counts.read} accounted for"
        )
