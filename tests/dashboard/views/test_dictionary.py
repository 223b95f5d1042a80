"""What stands in a workbook beside its figures."""

from __future__ import annotations

import pytest

from dashboard.views.benchmark_list import BENCHMARK_HEADER
from dashboard.views.dictionary import (
    AS_AT_HEADER,
    COLUMNS,
    DICTIONARY_HEADER,
    SIGNS,
    SOURCES_HEADER,
    TABLE_COLUMNS,
    Seen,
    as_at,
    dictionary,
    of_table,
    sources,
)
from dashboard.views.exception_rows import EXCEPTIONS_HEADER
from dashboard.views.explore_list import EXPLORE_HEADER
from dashboard.views.figure_list import HEADER
from indicators.catalogue import Catalogue
from indicators.figures import Status
from indicators.store.rows import Release
from indicators.store.search import EditionRow

PLAIN = ("indicator_code", "value", "edition")
EDITIONS = [EditionRow("lgbf", "LGBF, February 2024", "2024-02"), EditionRow("lgbf", "LGBF 2022", "2022")]


def seen(*rows: tuple[str, float, str]) -> Seen:
    """What is noted of some rows on their way."""
    noted = Seen(PLAIN)
    assert list(noted.passing(rows)) == list(rows)
    return noted


@pytest.mark.parametrize("header", [HEADER, EXPLORE_HEADER, BENCHMARK_HEADER, EXCEPTIONS_HEADER])
def test_every_column_of_every_download_is_explained(header: tuple[str, ...]) -> None:
    assert set(header) <= set(COLUMNS)
    assert {"indicator_code", "edition"} <= set(header)


def test_no_column_is_explained_that_no_download_has() -> None:
    assert set(COLUMNS) <= {*HEADER, *EXPLORE_HEADER, *BENCHMARK_HEADER, *EXCEPTIONS_HEADER}


def test_the_dictionary_has_the_columns_and_the_indicators_of_the_sheet_only(catalogue: Catalogue) -> None:
    rows = list(dictionary(catalogue, seen(("CHN22", 7.8, "LGBF 2022"))))
    assert [row[:2] for row in rows] == [*(("column", name) for name in PLAIN), ("indicator", "CHN22")]
    indicator = dict(zip(DICTIONARY_HEADER, rows[-1], strict=True))
    assert (indicator["better"], indicator["source"]) == ("lower", "lgbf")


def test_the_sources_are_those_of_the_editions_in_the_sheet(catalogue: Catalogue) -> None:
    rows = list(sources(catalogue, EDITIONS, seen(("CHN22", 7.8, "LGBF 2022"))))
    (about,) = (dict(zip(SOURCES_HEADER, row, strict=True)) for row in rows)
    assert about["edition"] == "LGBF 2022"
    assert about["attribution"] == catalogue.sources["lgbf"].attribution
    assert about["licence"]


def test_as_at_says_release_moment_question_and_what_is_hidden() -> None:
    rows = as_at("Indicators", Release(7, "2026-11-20T12:00:00", "", ""), "every service", "/explore?page=2")
    told = {str(what): value for what, value in rows}
    assert len(AS_AT_HEADER) == 2
    assert (told["Release"], told["Figures as at"]) == (7, "2026-11-20T12:00:00")
    assert (told["Listed"], told["Address"]) == ("every service", "/explore?page=2")
    assert "1 to 4" in str(told["Small counts"])


def test_only_the_signs_that_stand_in_the_sheet_are_explained(catalogue: Catalogue) -> None:
    noted = Seen(("indicator_code", "signs", "value"))
    for row in (("CHN22", "[r] [p]", 7.8), ("CHN22", "", 8.0), ("CHN22", "[q]", None)):
        assert noted.reading(row) == row
    signs = [row[1:3] for row in dictionary(catalogue, noted) if row[0] == "sign"]
    assert signs == [("[p]", "Provisional"), ("[r]", "Revised since the number was first published")]


@pytest.mark.parametrize("status", [status for status in Status if status.shorthand])
def test_every_sign_a_status_has_is_explained(status: Status) -> None:
    assert SIGNS[status.shorthand] == status.words


def test_the_columns_of_a_table_are_explained_by_how_their_headings_end(catalogue: Catalogue) -> None:
    header = ("indicator_code", "2019-20", "2019-20, as shown", "Latest, small print")
    rows = list(of_table(catalogue, Seen(header, {"CHN22", "gone"})))
    assert [row[:2] for row in rows] == [*(("column", name) for name in header), ("indicator", "CHN22")]
    assert [row[2] for row in rows[:4]] == [
        COLUMNS["indicator_code"],
        TABLE_COLUMNS[""],
        TABLE_COLUMNS[", as shown"],
        TABLE_COLUMNS[", small print"],
    ]
