"""Editions, loads and problems as the store kept them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, insert, text

from indicators.store import history, schema
from indicators.store.store import Store
from tests.indicators.store.store_rows import LOAD, Fill

PROBLEM = {"load_id": 1, "rule": "range", "severity": "warning", "place": "1.csv, row 2", "value": "3"}


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A connection to the small store."""
    with engine.connect() as made:
        yield made


@pytest.fixture
def noticed(engine: Engine) -> None:
    """Three warnings of two rules in the first load, one error and one warning in the second."""
    rows = [
        {"sentence": "1.csv, row 2: a"},
        {"sentence": "b"},
        {"rule": "jump", "sentence": "c"},
        {"load_id": 2, "rule": "number", "severity": "error", "sentence": "d"},
        {"load_id": 2, "sentence": "e"},
    ]
    with engine.begin() as connection:
        connection.execute(insert(schema.problems), [{**PROBLEM, **row} for row in rows])


def test_editions_come_with_the_figures_kept_and_shown_now(connection: Connection, fill: Fill) -> None:
    fill(
        {"edition_id": 1, "is_current": False},
        {"edition_id": 2},
        {"edition_id": 1, "period": "2018-19"},
        {"edition_id": 3, "indicator_code": "COUNT"},
    )
    assert history.editions_held(connection) == [
        history.EditionRow("lgbf", "LGBF 2024", "2024-02", "", 1, 1, "2019-20", "2019-20"),
        history.EditionRow("lgbf", "LGBF 2022", "2022", "", 2, 1, "2018-19", "2019-20"),
        history.EditionRow("returns", "Own", "2025", "", 1, 1, "2019-20", "2019-20"),
    ]


def test_the_editions_of_the_bundle_hold_every_figure_once(store: Store) -> None:
    with store.connect() as connection:
        held = history.editions_held(connection)
        kept = connection.execute(text("SELECT COUNT(*) FROM figure_versions")).scalar()
        current = connection.execute(text("SELECT COUNT(*) FROM figures")).scalar()
    assert (sum(row.kept for row in held), sum(row.current for row in held)) == (kept, current)
    lgbf = [row for row in held if row.source == "lgbf"]
    assert [row.label for row in lgbf] == [
        "LGBF, February 2024",
        "LGBF, 2023 (data to 2021-22)",
        "LGBF, 2022 (data to 2020-21)",
    ]
    assert (lgbf[0].kept, lgbf[0].first_period, lgbf[0].last_period) == (6419, "2010-11", "2022-23")


def test_loads_come_newest_first_in_parts_and_of_one_source(engine: Engine) -> None:
    with engine.begin() as writing:
        more = [
            {**LOAD, "id": n, "source_code": "returns", "file_name": f"{n}.csv", "loaded_at": "2026"}
            for n in (3, 4)
        ]
        writing.execute(insert(schema.loads), more)
    with engine.connect() as connection:
        total, rows = history.loads_held(connection, first=1, most=2)
        assert (total, [row.id for row in rows]) == (4, [3, 2])
        total, rows = history.loads_held(connection, "returns")
        assert (total, [row.id for row in rows]) == (2, [4, 3])
        assert history.loads_held(connection, first=9) == (4, [])


def test_a_load_is_found_by_its_number(connection: Connection) -> None:
    found = history.load_by_number(connection, 2)
    assert found is not None
    assert (found.id, found.file_name, found.loaded_at) == (2, "2.csv", "2026-01-02T10:00:00")
    assert history.load_by_number(connection, 3) is None


def test_the_last_load_of_each_source_is_known(connection: Connection) -> None:
    assert history.last_loads(connection) == {"lgbf": "2026-01-02T10:00:00"}


@pytest.mark.usefixtures("noticed")
def test_rules_are_counted_errors_first_then_the_most_frequent(connection: Connection) -> None:
    assert history.rules_broken(connection) == [
        ("error", "number", 1),
        ("warning", "range", 3),
        ("warning", "jump", 1),
    ]
    assert history.rules_broken(connection, 2) == [("error", "number", 1), ("warning", "range", 1)]


@pytest.mark.usefixtures("noticed")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["d", "e", "1.csv, row 2: a", "b", "c"]),
        ({"load_id": 1}, ["1.csv, row 2: a", "b", "c"]),
        ({"rule": "range"}, ["e", "1.csv, row 2: a", "b"]),
        ({"severity": "error"}, ["d"]),
        ({"load_id": 2, "rule": "jump"}, []),
    ],
)
def test_problems_are_of_the_load_rule_and_severity_asked_for(
    connection: Connection, asked: dict[str, object], found: list[str]
) -> None:
    total, rows = history.problems_held(connection, **asked)  # type: ignore[arg-type]
    assert (total, [row.sentence for row in rows]) == (len(found), found)


@pytest.mark.usefixtures("noticed")
def test_a_problem_is_read_without_the_text_that_was_printed(connection: Connection) -> None:
    _, rows = history.problems_held(connection, most=1)
    assert rows[0]._asdict() == {
        "load_id": 2, "severity": "error", "rule": "number", "place": "1.csv, row 2", "sentence": "d",
    }  # fmt: skip


def test_made_up_figures_are_known_by_the_name_of_their_edition(engine: Engine) -> None:
    with engine.connect() as connection:
        assert not history.holds_synthetic(connection)
    with engine.begin() as connection:
        row = {"source_code": "lgbf", "label": "SYNTHETIC 1", "published_on": "1990"}
        connection.execute(insert(schema.editions), [row])
        assert history.holds_synthetic(connection)
