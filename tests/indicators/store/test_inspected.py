"""Lists of inspected services: kept once, replaced whole, counted by the lowest grade of a service."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from indicators.store.inspected import (
    GoodServices,
    ServiceMark,
    good_by_council,
    grade_lists,
    keep_marks,
    services_of,
)


def mark(theme: str = "Setting", grade: int | None = 4, **changed: object) -> ServiceMark:
    """One theme of a care home of council A."""
    plain = ServiceMark(
        "A", "CS1", "Rowan House", theme, "Care Home", "private", "graded" if grade else "blank", grade,
        "2024-07-09", "2024-07-31", "row 2",
    )  # fmt: skip
    return plain._replace(**changed)


HOMES = (
    mark("Setting", 5),
    mark("Leadership", 3),
    mark("Setting", 4, number="CS2", sector="voluntary"),
    mark("Setting", None, number="CS3"),
    mark("Setting", 6, area="B", number="CS4", service_type="Support"),
    mark("Setting", 1, area="S92000003", number="CS5"),
)


@pytest.fixture(autouse=True)
def _kept(engine: Engine) -> None:
    with engine.begin() as connection:
        assert keep_marks(connection, 1, 1, HOMES) == len(HOMES)


def test_a_list_is_read_back_as_it_was_kept(engine: Engine) -> None:
    with engine.connect() as connection:
        assert set(services_of(connection, 1, "A")) == set(HOMES[:4])
        assert services_of(connection, 2, "A") == []


def test_the_same_list_again_changes_nothing_and_a_shorter_one_replaces_it(engine: Engine) -> None:
    with engine.begin() as connection:
        assert keep_marks(connection, 1, 2, HOMES) == 0
        assert keep_marks(connection, 1, 2, HOMES[:4]) == 2
        assert services_of(connection, 1, "B") == []


def test_the_lists_of_a_council_come_newest_first(engine: Engine) -> None:
    with engine.begin() as connection:
        keep_marks(connection, 2, 1, [mark(as_at="2025-01-31")])
        found = [(each.label, each.as_at) for each in grade_lists(connection, "A")]
        assert found == [("LGBF 2024", "2025-01-31"), ("LGBF 2022", "2024-07-31")]
        assert [each.edition_id for each in grade_lists(connection, "B")] == [1]


@pytest.mark.parametrize(
    ("types", "sectors", "wanted"),
    [
        ([], [], {GoodServices("A", 2, 1), GoodServices("B", 1, 1)}),
        (["Care Home"], [], {GoodServices("A", 2, 1)}),
        ([], ["voluntary"], {GoodServices("A", 1, 1)}),
        (["Support"], ["voluntary"], set()),
    ],
)
def test_the_lowest_grade_of_a_service_decides_and_only_councils_are_counted(
    engine: Engine, types: list[str], sectors: list[str], wanted: set[GoodServices]
) -> None:
    with engine.connect() as connection:
        assert set(good_by_council(connection, 1, types, sectors)) == wanted
