"""From a file to figures in the store: extract, read, validate, reconcile, write, derive, report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, Engine

from etl.derive import derive
from etl.keep import keep
from etl.prepare import STAGES, Prepared, Progress, prepare
from etl.problems import LoadRefused, Problem
from etl.readings import Asked
from etl.releases import Member
from etl.report import LoadReport
from indicators.catalogue import Catalogue
from indicators.store import versions, words, write


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
        derive(connection, catalogue, touched, set(prepared.checked.frame["indicator"]))
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
        derive(connection, catalogue, versions.groups(connection))
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
