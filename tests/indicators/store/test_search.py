"""Searching every figure: filters, order, pages and counts, on a small store of known figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, text

from indicators.areas import SCOTLAND
from indicators.figures import Status
from indicators.store import search
from indicators.store.search import Order, SortBy, Wanted
from tests.indicators.store.store_rows import Fill

EVERYTHING = Wanted(("COUNT", "PCT", "SMALL"), ("A", "B", SCOTLAND))
PLAIN = Order()


@pytest.fixture
def held(engine: Engine, fill: Fill) -> Iterator[Connection]:
    """Eight current figures, one of them a count too small to show, and one that was replaced."""
    fill(
        {"value": 7.8},
        {"value": 6.9, "period": "2018-19", "edition_id": 2, "load_id": 2},
        {"value": 8.1, "area_code": "B"},
        {"value": None, "area_code": "B", "period": "2018-19", "status": "awaited"},
        {"value": 9.4, "area_code": SCOTLAND, "status": "provisional"},
        {"value": 6.0, "area_code": SCOTLAND, "is_current": False, "edition_id": 2},
        {"indicator_code": "COUNT", "value": 1200.0, "basis": "cash"},
        {"indicator_code": "COUNT", "value": 1500.0, "basis": "real"},
        {"indicator_code": "SMALL", "value": 3.0, "locator": "C9"},
    )
    with engine.connect() as connection:
        yield connection


def found(connection: Connection, wanted: Wanted, order: Order = PLAIN) -> list[tuple[str, str, str, str]]:
    """What a search finds, as (indicator, area, period, basis)."""
    rows = search.matching(connection, wanted, order, 100)
    assert search.count_matching(connection, wanted) == len(rows)
    return [(row.indicator, row.area, row.period.label, row.basis) for row in rows]


def test_only_current_figures_are_found(held: Connection) -> None:
    assert len(found(held, EVERYTHING)) == 8
    assert found(held, Wanted(("PCT",), (SCOTLAND,))) == [("PCT", SCOTLAND, "2019-20", "none")]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"indicators": ("PCT",)}, 5),
        ({"areas": ("B",)}, 2),
        ({"begins_from": "2019-04-01"}, 6),
        ({"begins_to": "2019-03-31"}, 2),
        ({"begins_from": "2018-04-01", "begins_to": "2018-04-01"}, 2),
        ({"basis": "real"}, 1),
        ({"statuses": ("awaited", "provisional")}, 2),
        ({"statuses": ("suppressed",)}, 1),
        ({"source": "lgbf"}, 8),
        ({"source": "returns"}, 0),
        ({"edition": "LGBF 2024"}, 1),
        ({"indicators": ()}, 0),
        ({"areas": ()}, 0),
        ({"indicators": ("' OR 1=1--",)}, 0),
        ({"edition": "%"}, 0),
    ],
)
def test_each_filter_keeps_what_it_names(held: Connection, filters: dict[str, object], count: int) -> None:
    assert len(found(held, replace(EVERYTHING, **filters))) == count  # type: ignore[arg-type]


def test_a_small_count_leaves_without_its_number_and_cannot_be_found_as_published(held: Connection) -> None:
    small = Wanted(("SMALL",), ("A",))
    (row,) = search.matching(held, small, PLAIN, 10)
    assert (row.figure.value, row.figure.status, row.locator) == (None, Status.SUPPRESSED, "C9")
    assert found(held, replace(small, statuses=("published",))) == []


@pytest.mark.parametrize("by", SortBy)
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_lists_the_same_figures_each_once(held: Connection, by: SortBy, descending: bool) -> None:
    assert sorted(found(held, EVERYTHING, Order(by, descending))) == sorted(found(held, EVERYTHING))


@pytest.mark.parametrize(
    ("descending", "values"), [(False, [6.9, 7.8, 8.1, 9.4, None]), (True, [9.4, 8.1, 7.8, 6.9, None])]
)
def test_figures_without_a_number_come_last_whichever_way_values_are_sorted(
    held: Connection, descending: bool, values: list[float | None]
) -> None:
    rows = search.matching(held, Wanted(("PCT",), EVERYTHING.areas), Order(SortBy.VALUE, descending), 10)
    assert [row.figure.value for row in rows] == values


@pytest.mark.parametrize("by", SortBy)
def test_pages_neither_overlap_nor_leave_anything_out(held: Connection, by: SortBy) -> None:
    pages = [search.matching(held, EVERYTHING, Order(by), 3, start) for start in (0, 3, 6, 9)]
    assert [len(page) for page in pages] == [3, 3, 2, 0]
    assert [row for page in pages for row in page] == search.matching(held, EVERYTHING, Order(by), 100)


def test_reading_everything_in_turn_gives_what_the_pages_give(held: Connection) -> None:
    order = Order(SortBy.PERIOD, descending=True)
    assert list(search.every_match(held, EVERYTHING, order)) == search.matching(held, EVERYTHING, order, 100)


def test_editions_are_listed_by_source_the_newest_first(held: Connection) -> None:
    assert search.every_edition(held) == [
        ("lgbf", "LGBF 2024", "2024-02"),
        ("lgbf", "LGBF 2022", "2022"),
        ("returns", "Own", "2025"),
    ]


def test_the_editions_of_an_indicator_are_those_whose_figures_are_shown_now(held: Connection) -> None:
    shown_now = text(
        "SELECT DISTINCT e.label FROM figure_versions v JOIN editions e ON e.id = v.edition_id "
        "WHERE v.is_current AND v.indicator_code = :code"
    )
    for code in ("PCT", "COUNT", "SMALL"):
        labels = [row.label for row in search.editions_of(held, [code])]
        assert sorted(labels) == sorted(held.execute(shown_now, {"code": code}).scalars())
    assert search.editions_of(held, []) == []


def test_the_days_on_which_periods_begin_are_told_once_each(held: Connection) -> None:
    assert search.first_days(held) == ["2018-04-01", "2019-04-01", "2019-08-01", "2020-04-01"]
