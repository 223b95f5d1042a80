"""How far the figures reach, counted when they change: always what counting them one by one comes to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, text, update

from indicators.areas import SCOTLAND
from indicators.store import schema
from indicators.store.history import editions_held
from indicators.store.reach import ReachRow, councils_by_period, recount
from tests.indicators.store.store_rows import FIGURE, keep_words

COUNCILS = ("A", "B")


@pytest.fixture
def connection(either: Engine) -> Iterator[Connection]:
    """A transaction on the small store, once on each of the two databases."""
    with either.begin() as made:
        keep_words(made)
        yield made


def keep(connection: Connection, *changes: dict[str, Any]) -> None:
    connection.execute(insert(schema.figure_versions), [{**FIGURE, **change} for change in changes])


def test_councils_are_counted_once_a_period_and_only_with_a_number_that_is_shown(
    connection: Connection,
) -> None:
    keep(
        connection,
        {"basis": "cash"},
        {"basis": "real"},
        {"area_code": "B"},
        {"area_code": SCOTLAND},
        {"period": "2018-19", "value": None, "status": "not_available"},
        {"indicator_code": "SMALL", "value": 3.0},
        {"indicator_code": "SMALL", "area_code": "B", "value": 7.0},
        {"indicator_code": "COUNT", "period": "2018-19", "is_current": False},
    )
    recount(connection)
    assert sorted(councils_by_period(connection, ["PCT", "SMALL", "COUNT"])) == [
        ReachRow("PCT", "2019-20", "financial_year", 2),
        ReachRow("SMALL", "2019-20", "financial_year", 1),
    ]
    assert councils_by_period(connection, []) == []


def test_a_cell_that_is_hidden_is_counted_no_more_and_again_once_it_is_shown(connection: Connection) -> None:
    keep(connection, {}, {"area_code": "B"})
    recount(connection)
    assert [row.councils for row in councils_by_period(connection, ["PCT"])] == [2]
    cell = {name: FIGURE[name] for name in ("indicator_code", "area_code", "period", "basis")}
    connection.execute(insert(schema.hidden_cells), [{**cell, "reason": "secondary"}])
    recount(connection, ["PCT"])
    assert [row.councils for row in councils_by_period(connection, ["PCT"])] == [1]
    connection.execute(schema.hidden_cells.delete())
    recount(connection, ["PCT"])
    assert [row.councils for row in councils_by_period(connection, ["PCT"])] == [2]


def test_only_the_indicators_named_are_counted_anew(connection: Connection) -> None:
    keep(connection, {}, {"indicator_code": "COUNT"})
    recount(connection)
    retired = update(schema.figure_versions).values(is_current=False)
    connection.execute(retired)
    recount(connection, ["COUNT"])
    rows = connection.execute(text("SELECT indicator_code, kept, shown_now FROM edition_counts ORDER BY 1"))
    assert [tuple(row) for row in rows] == [("COUNT", 1, 0), ("PCT", 1, 1)]
    assert [row.indicator for row in councils_by_period(connection, ["COUNT", "PCT"])] == ["PCT"]


@pytest.mark.parametrize("seed", range(6))
def test_the_counts_of_any_figures_equal_those_of_counting_them_one_by_one(
    connection: Connection, seed: int
) -> None:
    rows = any_figures(Random(seed))
    keep(connection, *rows)
    recount(connection)
    assert sorted(councils_by_period(connection, ["PCT", "COUNT"])) == reach_one_by_one(rows)
    held = {row.label: (row.kept, row.current, row.first_period, row.last_period) for row in
            editions_held(connection)}  # fmt: skip
    assert held == editions_one_by_one(rows)


def any_figures(random: Random) -> list[dict[str, Any]]:
    """Versions in any editions, of which at most one a figure is current."""
    rows = []
    for code in ("PCT", "COUNT"):
        for area in (*COUNCILS, SCOTLAND):
            for period in ("2018-19", "2019-20", "2020-21"):
                for basis in ("cash", "real"):
                    editions = random.sample((1, 2, 3), random.randint(0, 3))
                    for edition in editions:
                        value = random.choice((None, 7.8))
                        status = "not_available" if value is None else "published"
                        row = {"indicator_code": code, "area_code": area, "period": period, "basis": basis,
                               "edition_id": edition, "value": value, "status": status,
                               "is_current": edition == editions[0]}  # fmt: skip
                        rows.append({**FIGURE, **row})
    return rows


def reach_one_by_one(rows: list[dict[str, Any]]) -> list[ReachRow]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row["is_current"] and row["value"] is not None and row["area_code"] in COUNCILS:
            found[row["indicator_code"], row["period"]].add(row["area_code"])
    return sorted(ReachRow(*place, "financial_year", len(areas)) for place, areas in found.items())


def editions_one_by_one(rows: list[dict[str, Any]]) -> dict[str, tuple[int, int, str, str]]:
    names = {1: "LGBF 2022", 2: "LGBF 2024", 3: "Own"}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[names[row["edition_id"]]].append(row)
    return {
        label: (
            len(held),
            sum(row["is_current"] for row in held),
            min(row["period"] for row in held),
            max(row["period"] for row in held),
        )
        for label, held in found.items()
    }
