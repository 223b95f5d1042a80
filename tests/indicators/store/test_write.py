from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from indicators.printed_periods import parse
from indicators.store import engine as store
from indicators.store import read, schema, versions, words, write
from tests.catalogue_builder import INDICATORS, small_catalogue

KEY = ("CHN22", "S12000042", "2019-20", "none")
COUNTS = {"read": 3, "new": 2, "rejected": 1}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A transaction on a store that knows the small catalogue and one period."""
    engine = store.writer(f"sqlite:///{tmp_path / 'store.db'}")
    store.upgrade(engine)
    with engine.begin() as begun:
        words.sync_catalogue(begun, small_catalogue())
        words.keep_periods(begun, [parse("2019-20")])
        yield begun
    engine.dispose()


def start(connection: Connection) -> int:
    return write.start_load(
        connection, write.LoadRecord("lgbf", "a.csv", "00", "2024-02-20T10:00:00", COUNTS)
    )


def add(connection: Connection, edition: int, load: int, value: float | None, current: bool) -> None:
    row = {
        **dict.fromkeys(write.VERSION_COLUMNS),
        **dict(zip(("indicator_code", "area_code", "period", "basis"), KEY, strict=True)),
        "edition_id": edition,
        "load_id": load,
        "period_kind": "financial_year",
        "value": value,
        "status": "published",
        "note": "",
        "locator": "A1",
        "half_step": 0.0,
        "is_current": current,
    }
    write.add_versions(connection, [tuple(row[name] for name in write.VERSION_COLUMNS)])


def test_words_follow_the_catalogue_and_nothing_is_removed(connection: Connection) -> None:
    table = schema.indicators.c
    titles = {row.code: row.title for row in connection.execute(select(table.code, table.title))}
    assert set(titles) == {item.code for item in INDICATORS}
    changed = small_catalogue(replace(INDICATORS[0], title="Registered again"))
    del changed.indicators["CHN14a"]
    words.sync_catalogue(connection, changed)
    titles = {row.code: row.title for row in connection.execute(select(table.code, table.title))}
    assert (titles["CHN22"], titles["CHN14a"]) == ("Registered again", "CHN14a")


def test_periods_are_added_once_with_their_days(connection: Connection) -> None:
    words.keep_periods(connection, [parse("2019-20"), parse("2017-20"), parse("2017-20")])
    rows = connection.execute(select(schema.periods).order_by(schema.periods.c.label)).all()
    assert [tuple(row) for row in rows] == [
        ("2017-20", "window", "2017-04-01", "2020-03-31"),
        ("2019-20", "financial_year", "2019-04-01", "2020-03-31"),
    ]


def test_an_edition_is_found_again_and_learns_its_price_year(connection: Connection) -> None:
    first = write.keep_edition(connection, "lgbf", "LGBF", "2024-02", "")
    assert write.keep_edition(connection, "lgbf", "LGBF", "2024", "2022-23") == replace(
        first, base_year="2022-23"
    )
    assert write.keep_edition(connection, "lgbf", "LGBF", "2024-02-20", "").base_year == "2022-23"
    assert write.keep_edition(connection, "returns", "LGBF", "2020", "").id != first.id


@pytest.mark.parametrize(("published", "base_year"), [("2023", "2022-23"), ("2024-02", "2020-21")])
def test_an_edition_that_contradicts_itself_is_an_error(
    connection: Connection, published: str, base_year: str
) -> None:
    write.keep_edition(connection, "lgbf", "LGBF", "2024-02", "2022-23")
    with pytest.raises(write.EditionConflictError, match="the edition 'LGBF' is kept"):
        write.keep_edition(connection, "lgbf", "LGBF", published, base_year)


def test_a_load_is_counted_when_it_ends_and_listed_latest_first(connection: Connection) -> None:
    first, second = start(connection), start(connection)
    write.finish_load(connection, second, {"read": 9, "history": 9})
    listed = read.recent_loads(connection)
    assert [row.id for row in listed] == [second, first]
    assert (listed[0].read, listed[0].new, listed[0].history) == (9, 0, 9)
    assert (listed[1].read, listed[1].new, listed[1].rejected) == (3, 2, 1)


def test_one_version_of_a_figure_is_current_and_the_latest_of_an_edition_is_known(
    connection: Connection,
) -> None:
    edition = write.keep_edition(connection, "lgbf", "LGBF", "2024-02", "")
    first, second = start(connection), start(connection)
    add(connection, edition.id, first, 7.8, True)
    write.retire(connection, [KEY])
    add(connection, edition.id, second, 8.7, True)
    stored = (*KEY, 8.7, None, None, "published", "2024-02", "", 0.0)
    assert versions.current_versions(connection, ["CHN22"]) == [stored]
    assert versions.versions_of_edition(connection, edition.id, ["CHN22", "SW01"]) == [stored]
    assert versions.versions_of_edition(connection, edition.id, ["SW01"]) == []
    assert versions.current_figures(connection, ["CHN22"]) == [
        ("CHN22", "2019-20", "none", "S12000042", 8.7, "published", None, None)
    ]


def test_nothing_to_write_writes_nothing(connection: Connection) -> None:
    write.retire(connection, [])
    write.add_versions(connection, [])
    write.keep_problems(connection, start(connection), [])
    write.replace_benchmarks(connection, [], [])
    write.keep_intervals(connection, {})
    assert connection.execute(select(schema.figure_versions)).all() == []


def test_benchmarks_of_a_group_are_replaced_and_others_stay(connection: Connection) -> None:
    def rows(period: str, rank: int) -> list[tuple[object, ...]]:
        values = dict.fromkeys(write.BENCHMARK_COLUMNS) | {"scotland_councils": 0, "rank_n": 32, "rank": rank}
        values |= {"indicator_code": "CHN22", "area_code": KEY[1], "period": period, "basis": "none"}
        return [tuple(values[name] for name in write.BENCHMARK_COLUMNS)]

    groups = [("CHN22", "2018-19", "none"), ("CHN22", "2019-20", "none")]
    write.replace_benchmarks(connection, groups, rows("2018-19", 5) + rows("2019-20", 6))
    write.replace_benchmarks(connection, groups[1:], rows("2019-20", 7))
    table = schema.benchmark_values.c
    found = connection.execute(select(table.period, table.rank).order_by(table.period)).all()
    assert [tuple(row) for row in found] == [("2018-19", 5), ("2019-20", 7)]
