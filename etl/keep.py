"""Writing a prepared file, edition by edition, within the transaction of whoever asks for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime
from math import isnan

import pandas as pd
from sqlalchemy import Connection

from etl import checks
from etl.derive import Group
from etl.prepare import STAGES, Prepared, Progress
from etl.problems import Problem, refused
from etl.readings import KEY, NUMBERS, Reading
from etl.real_terms import already_printed
from etl.reconcile import reconcile, stored_frame
from etl.report import Counts, LoadReport
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.store import inspected, versions, words, write


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
    before = stored_frame(versions.current_versions(connection, set(frame["indicator"])))
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
    same_edition = stored_frame(versions.versions_of_edition(connection, edition.id, codes))
    known = already_printed(frame, same_edition)
    frame = frame[~known]
    found = reconcile(
        frame,
        stored_frame(versions.current_versions(connection, codes)),
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
