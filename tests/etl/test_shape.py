"""A frame that is not tidy is a fault of its reader, and stops the load."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.readings import COLUMNS, NUMBERS, tidy_frame
from etl.shape import ReaderFaultError, check_shape

GOOD = {
    "indicator": ["CHN22"], "area": ["S12000042"], "period": ["2019-20"], "period_kind": ["care_year"],
    "basis": ["none"], "value": [7.8], "status": ["published"], "numerator": [float("nan")],
    "denominator": [float("nan")], "edition": ["LGBF"], "published_on": ["2024-02"], "note": [""],
    "locator": ["A1"],
}  # fmt: skip


def test_a_tidy_frame_passes_with_and_without_rows() -> None:
    frame = tidy_frame(GOOD)
    check_shape(frame, "a test")
    check_shape(frame.iloc[:0], "a test")
    assert tuple(frame.columns) == COLUMNS


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_a_fault(column: str) -> None:
    with pytest.raises(ReaderFaultError, match=column):
        check_shape(tidy_frame(GOOD).drop(columns=column), "a test")


def test_a_column_too_many_is_a_fault() -> None:
    with pytest.raises(ReaderFaultError, match="extra"):
        check_shape(tidy_frame(GOOD).assign(extra="x"), "a test")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("status", "hidden"),
        ("basis", "gold"),
        ("period_kind", "fortnight"),
        ("published_on", "last year"),
        ("indicator", ""),
        ("locator", ""),
        ("value", float("inf")),
        ("numerator", float("-inf")),
    ],
)
def test_a_word_or_number_that_cannot_be_is_a_fault(column: str, value: object) -> None:
    with pytest.raises(ReaderFaultError, match=f"a test broke the tidy shape.*{column}"):
        check_shape(tidy_frame({**GOOD, column: [value]}), "a test")


@pytest.mark.parametrize("column", NUMBERS)
def test_a_number_written_as_text_is_a_fault(column: str) -> None:
    frame = tidy_frame(GOOD)
    frame[column] = pd.Series(["7.8"], dtype="str")
    with pytest.raises(ReaderFaultError, match=column):
        check_shape(frame, "a test")
