"""Reading: one function per question a page asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine

from indicators.areas import SCOTLAND
from indicators.figures import Figure, Status
from indicators.periods import PeriodKind
from indicators.printed_periods import parse
from indicators.store import read, schema
from tests.indicators.store.store_rows import Fill


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A connection to the small store."""
    with engine.connect() as made:
        yield made


@pytest.fixture
def three_years(fill: Fill) -> None:
    """Council A in three years, one of them missing; B and Scotland in one; one price twice."""
    fill(
        {"period": "2020-21", "value": 9.6, "note": "late"},
        {"period": "2018-19", "value": None, "status": "not_available"},
        {"value": 7.8, "numerator": 39.0, "denominator": 500.0, "edition_id": 2},
        {"area_code": "B", "value": 6.0},
        {"area_code": SCOTLAND, "value": 8.0},
        {"indicator_code": "COUNT", "basis": "cash", "value": 1.0},
        {"indicator_code": "COUNT", "basis": "real", "value": 2.0, "period_kind": "care_year"},
    )


@pytest.mark.usefixtures("three_years")
def test_figures_come_oldest_first_with_where_they_came_from(connection: Connection) -> None:
    found = read.figures_of(connection, ["PCT"], ["A"])
    assert [row.period.label for row in found] == ["2018-19", "2019-20", "2020-21"]
    assert [row.figure for row in found] == [
        Figure(None, Status.NOT_AVAILABLE),
        Figure(7.8, Status.PUBLISHED, 39.0, 500.0),
        Figure(9.6),
    ]
    latest = found[1]
    assert (latest.indicator, latest.area, latest.basis) == ("PCT", "A", "none")
    assert (latest.source, latest.edition, latest.locator, latest.file_name) == (
        "lgbf", "LGBF 2024", "B2", "1.csv",
    )  # fmt: skip
    assert (latest.loaded_at, latest.base_year, found[2].note) == ("2026-01-01T10:00:00", "", "late")


@pytest.mark.usefixtures("three_years")
def test_figures_are_of_the_indicators_areas_and_basis_asked_for(connection: Connection) -> None:
    both = read.figures_of(connection, ["PCT", "COUNT"], ["A", "B"])
    assert {(row.indicator, row.area) for row in both} == {("PCT", "A"), ("PCT", "B"), ("COUNT", "A")}
    (real,) = read.figures_of(connection, ["COUNT"], ["A"], "real")
    assert (real.figure.value, real.period) == (2.0, parse("2019-20", PeriodKind.CARE_YEAR))
    assert read.figures_of(connection, [], ["A"]) == []
    assert read.figures_of(connection, ["PCT"], []) == []


@pytest.mark.usefixtures("three_years")
def test_every_area_of_one_period_is_found(connection: Connection) -> None:
    found = read.councils_in(connection, "PCT", "2019-20", "none")
    assert {row.area: row.figure.value for row in found} == {"A": 7.8, "B": 6.0, SCOTLAND: 8.0}
    assert read.councils_in(connection, "PCT", "2019-20", "cash") == []


def test_benchmarks_come_with_the_figure_they_are_of(connection: Connection, fill: Fill) -> None:
    fill({})
    fill({}, {"area_code": "B", "rank": None}, table=schema.benchmark_values)
    found = {row.area: row for row in read.benchmarks_of(connection, ["PCT"], ["A", "B"])}
    assert (found["A"].value, found["A"].scotland, found["A"].scotland_kind) == (7.8, 8.0, "published")
    assert (found["A"].rank, found["A"].rank_n, found["A"].quartile) == (16, 31, 2)
    assert (found["A"].family_group, found["A"].family_mean, found["A"].family_median) == (
        "people-1",
        8.4,
        8.3,
    )
    assert (found["A"].family_fourth, found["A"].family_n, found["A"].family_rank) == (8.5, 8, 3)
    assert (found["B"].value, found["B"].rank, found["B"].scotland_councils) == (None, None, 0)
    assert read.benchmarks_of(connection, ["COUNT"], ["A"]) == []


def test_a_hidden_count_leaves_as_a_suppressed_figure(connection: Connection, fill: Fill) -> None:
    fill(
        {"indicator_code": "SMALL", "value": 3.0, "numerator": 3.0, "denominator": 50.0, "note": "3 children"}
    )
    fill({"indicator_code": "SMALL"}, table=schema.benchmark_values)
    (row,) = read.figures_of(connection, ["SMALL"], ["A"])
    assert (row.figure, row.note) == (Figure(None, Status.SUPPRESSED), "")
    (row,) = read.councils_in(connection, "SMALL", "2019-20", "none")
    assert row.figure == Figure(None, Status.SUPPRESSED)
    (compared,) = read.benchmarks_of(connection, ["SMALL"], ["A"])
    assert (compared.value, compared.rank, compared.family_rank, compared.quartile) == (None,) * 4


def test_revised_cells_are_those_whose_value_changed(connection: Connection, fill: Fill) -> None:
    fill({"value": 7.0, "is_current": False}, {"value": 7.8, "edition_id": 2, "load_id": 2})
    fill({"area_code": "B", "is_current": False}, {"area_code": "B", "edition_id": 2, "load_id": 2})
    assert read.revised_cells(connection, ["PCT"], ["A", "B"]) == {("PCT", "A", "2019-20", "none")}
    assert read.revised_cells(connection, ["PCT"], ["B"]) == set()


def test_a_first_number_after_none_is_no_revision(connection: Connection, fill: Fill) -> None:
    fill({"value": None, "status": "not_available", "is_current": False})
    fill({"value": 7.8, "edition_id": 2, "load_id": 2})
    assert read.revised_cells(connection, ["PCT"], ["A"]) == set()
    assert read.revisions_of(connection, "PCT", ["A"], "none") == []


@pytest.mark.usefixtures("three_years")
def test_the_indicators_that_have_figures(connection: Connection) -> None:
    assert read.indicators_with_figures(connection) == {"PCT", "COUNT"}


def test_loads_come_newest_first(connection: Connection) -> None:
    assert [(load.id, load.file_name, load.rejected) for load in read.recent_loads(connection)] == [
        (2, "2.csv", 0),
        (1, "1.csv", 0),
    ]
    assert len(read.recent_loads(connection, limit=1)) == 1


@pytest.mark.usefixtures("three_years")
def test_the_release_is_the_last_load_and_the_newest_lgbf_edition(connection: Connection) -> None:
    found = read.release(connection)
    assert (found.id, found.loaded_at, found.lgbf_edition) == (2, "2026-01-02T10:00:00", "LGBF 2024")
    assert found.newest_period == "2019-20"


def test_an_empty_store_has_an_empty_release(engine: Engine) -> None:
    with engine.begin() as connection:
        for table in (schema.loads, schema.editions):
            connection.execute(table.delete())
        assert tuple(read.release(connection)) == (0, "", "", "")
        assert read.recent_loads(connection) == []
