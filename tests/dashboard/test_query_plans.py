"""No question a page asks may read a whole large table: each goes through an index."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, event

from dashboard.views import data_coverage, data_sources
from indicators.areas import SCOTLAND
from indicators.catalogue import Catalogue
from indicators.store import history, read, search
from indicators.store.once import release_mark
from indicators.store.reach import councils_by_period, counted_councils
from indicators.store.search import Order, SortBy, Wanted

COUNCILS = ["S12000042", "S12000006"]
WANTED = Wanted(("CHN22", "SW01"), (*COUNCILS, SCOTLAND))
SEARCHES = {
    "": WANTED,
    " in some years": Wanted(WANTED.indicators, WANTED.areas, "2015-04-01", "2020-03-31"),
    " with a status": Wanted(WANTED.indicators, WANTED.areas, statuses=("suppressed", "published")),
    " on one basis": Wanted(WANTED.indicators, WANTED.areas, basis="cash"),
    " of everything": Wanted(tuple(f"I{n}" for n in range(700)), tuple(f"A{n}" for n in range(40))),
    " of one edition": Wanted(WANTED.indicators, WANTED.areas, source="lgbf", edition="LGBF, February 2024"),
}
LARGE = ("figure_versions", "benchmark_values")

QUESTIONS: dict[str, Callable[[Connection], object]] = {
    "councils_by_period": lambda c: councils_by_period(c, ["CHN22", "SW01"]),
    "counted_councils": lambda c: counted_councils(c, ["SW06", "SDS_IMPLEMENTATION_PCT"]),
    "editions_held": history.editions_held,
    "loads_held": history.loads_held,
    "problems_held": lambda c: history.problems_held(c, 1, "range"),
    "figures_of": lambda c: read.figures_of(c, ["CHN22", "SW01"], [*COUNCILS, SCOTLAND]),
    "figures_of on one basis": lambda c: read.figures_of(c, ["SW01"], COUNCILS, "cash"),
    "councils_in": lambda c: read.councils_in(c, "CHN22", "2021-22", "none"),
    "benchmarks_of": lambda c: read.benchmarks_of(c, ["CHN22", "SW01"], COUNCILS),
    "revised_cells": lambda c: read.revised_cells(c, ["CHN22"], [*COUNCILS, SCOTLAND]),
    "revisions_of": lambda c: read.revisions_of(c, "CHN22", [*COUNCILS, SCOTLAND], "none"),
    "indicators_with_figures": read.indicators_with_figures,
    "recent_loads": read.recent_loads,
    "release_mark": release_mark,
    "release": read.release,
    **{
        f"count_matching{words}": lambda c, w=wanted: search.count_matching(c, w)
        for words, wanted in SEARCHES.items()
    },
    **{
        f"matching{words}": lambda c, w=wanted: search.matching(c, w, Order(), 100, 100)
        for words, wanted in SEARCHES.items()
    },
    **{
        f"matching by {by}": lambda c, by=by: search.matching(c, WANTED, Order(by, descending=True), 100)
        for by in SortBy
    },
    "every_match": lambda c: list(search.every_match(c, WANTED, Order())),
    "every_edition": search.every_edition,
    "editions_of": lambda c: search.editions_of(c, ["CHN22", "SW01"]),
    "first_days": search.first_days,
}


@contextmanager
def statements(connection: Connection) -> Iterator[list[tuple[str, Any]]]:
    """The SQL that is sent while the block runs, with its parameters."""
    sent: list[tuple[str, Any]] = []

    def note(_1: Any, _2: Any, statement: str, parameters: Any, _3: Any, _4: Any) -> None:
        sent.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(connection, "before_cursor_execute", note)


def whole_reads(connection: Connection, ask: Callable[[Connection], object]) -> list[str]:
    """The steps of a question's plan that go through a large table from end to end."""
    if connection.dialect.name != "sqlite":
        pytest.skip("plans are read from SQLite")
    with statements(connection) as sent:
        # An answer that is kept for a release would ask for nothing.
        getattr(ask, "__wrapped__", ask)(connection)
    assert sent
    name = "|".join([*LARGE, *aliases(connection)])
    steps = [
        str(row[-1])
        for statement, parameters in sent
        for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    ]
    # A search with no condition in brackets walks along the whole table as well.
    return [step for step in steps if re.match(rf"SCAN ({name})\b|SEARCH ({name})\b[^(]*$", step)]


def aliases(connection: Connection) -> set[str]:
    """The short names under which the views know the large tables."""
    views = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'view'").scalars()
    found = re.compile(rf"\b(?:FROM|JOIN) (?:{'|'.join(LARGE)}) (\w+)")
    return {name for sql in views for name in found.findall(sql)}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_of_a_page_reads_no_large_table_from_end_to_end(connection: Connection, name: str) -> None:
    assert whole_reads(connection, QUESTIONS[name]) == []


@pytest.mark.parametrize("asked", ["sum(value)", "max(value)", "count(*)"])
def test_a_question_that_reads_everything_would_be_noticed(connection: Connection, asked: str) -> None:
    def every_value(store: Connection) -> object:
        return store.exec_driver_sql(f"SELECT {asked} FROM figure_versions").scalar()

    assert whole_reads(connection, every_value)


def test_every_question_of_the_store_is_asked_here() -> None:
    public = {
        name
        for module in (read, search)
        for name, one in vars(module).items()
        if getattr(one, "__module__", "") == module.__name__ and name[0].islower()
    }
    assert public <= {name.split()[0] for name in QUESTIONS}


@pytest.mark.parametrize("screen", ["sources", "coverage", "editions"])
def test_the_data_screens_read_counts_and_no_figure(
    connection: Connection, catalogue: Catalogue, screen: str
) -> None:
    asked: dict[str, Callable[[], object]] = {
        "sources": lambda: data_sources.sources(connection, catalogue, date(2025, 3, 1)),
        "coverage": lambda: data_coverage.coverage(connection, catalogue, {"service": "adult_care"}),
        "editions": lambda: data_sources.editions_of(connection, catalogue.sources["lgbf"]),
    }
    with statements(connection) as sent:
        assert asked[screen]()
    read_from = " ".join(statement for statement, _ in sent)
    assert "edition_counts" in read_from or "council_counts" in read_from
    assert not re.search(r"\b(figure_versions|figure_facts|figures)\b", read_from)
