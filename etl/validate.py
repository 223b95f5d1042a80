"""Is what was read possible? Statuses and numbers, known printing errors, and keys printed twice."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.checks.findings import rows_of, subject
from etl.problems import LoadRefused, Problem
from etl.readings import KEY, NUMBERS, Reading
from etl.shape import check_shape
from indicators.catalogue import Catalogue
from indicators.figures import Status
from indicators.vocabulary import KnownError

_WITH_NUMBER = [status.value for status in Status if status.may_have_number]


@dataclass(frozen=True, slots=True)
class Checked:
    """Figures that may be kept, with all problems so far, rows rejected, and rows printed twice alike."""

    frame: pd.DataFrame
    problems: tuple[Problem, ...]
    rejected: int
    repeated: int


def validate(reading: Reading, catalogue: Catalogue, file: str) -> Checked:
    """Check a reading against the catalogue.

    A number beside a status that has none, or none beside one that needs it, rejects its row. A value
    the catalogue declares as printed in error gets its true status. The same figure twice in one edition
    is kept once. Raises LoadRefused when the two are different, and ReaderFaultError when the frame is
    not tidy, which is a fault of ours.
    """
    check_shape(reading.frame, reading.source)
    possible, impossible = _possible(reading.frame, catalogue, file)
    corrected, warnings = _without_known_errors(possible, catalogue, file)
    frame, repeats = _once(corrected, catalogue, file)
    return Checked(
        frame,
        (*reading.problems, *impossible, *warnings, *repeats),
        reading.rejected + len(impossible),
        len(corrected) - len(frame),
    )


def _possible(frame: pd.DataFrame, catalogue: Catalogue, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    fits = frame["status"].isin(_WITH_NUMBER) == frame["value"].notna()
    problems = []
    for row in rows_of(frame[~fits]):
        place = f"{file}, {row.locator}"
        held = "no number" if pd.isna(row.value) else "a number"
        sentence = f"{place}: {subject(row, catalogue)} is {row.status} but has {held}; correct one of them."
        value = "" if row.indicator in catalogue.guarded else str(row.value)
        problems.append(Problem("status and number", "error", place, value, sentence))
    return frame[fits].reset_index(drop=True), problems


def _without_known_errors(
    frame: pd.DataFrame, catalogue: Catalogue, file: str
) -> tuple[pd.DataFrame, list[Problem]]:
    frame = frame.copy()
    problems = []
    declared = [item for code in frame["indicator"].unique() for item in _declared(catalogue, str(code))]
    for code, error in declared:
        met = frame[
            (frame["indicator"] == code)
            & (frame["area"] == error.area)
            & frame["period"].isin(error.periods)
            & (frame["value"] == error.printed)
        ]
        for row in rows_of(met):
            frame.loc[row.Index, NUMBERS] = float("nan")
            frame.loc[row.Index, ["status", "note"]] = [error.status.value, error.reason]
            place = f"{file}, {row.locator}"
            meant = error.status.words.lower()
            sentence = f"{place}: {subject(row, catalogue)} is {error.reason}; taken as {meant}."
            problems.append(Problem("known error", "warning", place, f"{error.printed:g}", sentence))
    return frame, problems


def _declared(catalogue: Catalogue, code: str) -> list[tuple[str, KnownError]]:
    return [(code, error) for error in catalogue[code].known_errors]


def _once(frame: pd.DataFrame, catalogue: Catalogue, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The frame with each figure once per edition, and a warning for each that was there again."""
    key = [*KEY, "edition"]
    again = frame.duplicated(key)
    if not again.any():
        return frame, []
    twice = frame[frame.duplicated(key, keep=False)]
    different = ~twice.duplicated([*key, *NUMBERS, "status"], keep=False)
    conflicts, repeats = [], []
    for _, group in twice.groupby(key, sort=True):
        places = f"{file}, {' and '.join(group['locator'])}"
        what = subject(next(rows_of(group)), catalogue)
        if different[group.index].any():
            sentence = f"{places}: two different values for {what}; remove the wrong one."
            conflicts.append(Problem("duplicate figure", "error", places, "", sentence))
        else:
            sentence = f"{places}: {what} is there more than once with the same value; kept once."
            repeats.append(Problem("repeated figure", "warning", places, "", sentence))
    if conflicts:
        raise LoadRefused(conflicts)
    return frame[~again].reset_index(drop=True), repeats
