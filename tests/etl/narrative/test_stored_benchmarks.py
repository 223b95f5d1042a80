"""Benchmarks a report prints against those of the store."""

from __future__ import annotations

import pytest

from etl.narrative.stored_benchmarks import against_benchmarks, all_benchmarks
from etl.narrative.text import words
from indicators.store.rows import BenchmarkRow
from indicators.store.store import Store

NAMED = words("Child protection re-registrations within 18 months")
ABOUT = "Few child protection re-registrations are a good sign.\n"


def row(mean: float | None = 5.215, fourth: float | None = 5.74) -> BenchmarkRow:
    """The benchmarks of CHN22 in 2016-17, of which only those of the family group matter."""
    return BenchmarkRow(
        "CHN22", "S12000042", "2016-17", "", 1.39, 6.5, "published", 32, "people 4",
        mean, 5.4, fourth, 8, 1, 3, 32, 1,
    )  # fmt: skip


def told(text: str, *rows: BenchmarkRow) -> list[tuple[int, str, str]]:
    named = [(NAMED, each) for each in rows or (row(),)]
    return [(found.line, found.against, found.why) for found in against_benchmarks(text, named)]


def test_a_family_mean_that_is_not_of_the_group_of_its_fourth_place_is_told() -> None:
    text = ABOUT + "It is below the fourth place authority of 5.74% and the Family Group average of 5.78%."
    against = "CHN22 in 2016-17: fourth 5.74, mean 5.21"
    assert told(text) == [(2, against, "5.78% is not the mean of the 8 councils whose fourth is 5.74%")]


@pytest.mark.parametrize(
    "text",
    [
        ABOUT + "It is below the fourth place authority of 5.74% and the Family Group average of 5.2%.",
        ABOUT + "It is below the fourth place authority of 5.74% and the Family Group mean of 5.4%.",
        ABOUT + "It is below the fourth place authority of 6.11% and the Family Group average of 5.78%.",
        ABOUT + "It is below the fourth place authority of 5.74%.",
        "Exclusions are below the fourth place authority of 5.74% and the Family Group average of 5.78%.",
    ],
)
def test_a_mean_that_fits_a_fourth_of_nowhere_or_another_subject_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_an_indicator_without_a_fourth_place_is_left_alone() -> None:
    text = ABOUT + "It is below the fourth place authority of 5.74% and the Family Group average of 5.78%."
    assert told(text, row(fourth=None), row(mean=5.78)) == []


def test_the_benchmarks_of_an_area_come_with_the_words_of_their_indicator(store: Store) -> None:
    with store.engine.connect() as connection:
        found = all_benchmarks(connection, store.catalogue, "S12000042")
    (fourth,) = [
        each.family_fourth for _, each in found if (each.indicator, each.period) == ("CHN22", "2016-17")
    ]
    assert fourth == pytest.approx(5.74)
    assert all("protection" in named for named, each in found if each.indicator == "CHN22")
