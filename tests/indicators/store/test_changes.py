"""What a load changed, as the store stood when it was made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, insert, update

from etl.pipeline import load_all
from indicators.catalogue_files import load_catalogue
from indicators.store import history, schema
from indicators.store.changes import changes_of_load
from indicators.store.engine import upgrade, writer
from indicators.store.store import Store
from tests.indicators.store.store_rows import LOAD, Fill


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A connection to the small store."""
    with engine.connect() as made:
        yield made


FIRST = {"edition_id": 1, "load_id": 1, "is_current": False, "half_step": 0.0}
SECOND = {"edition_id": 2, "load_id": 2, "is_current": True, "half_step": 0.0}


def test_another_value_is_a_revision_with_both_editions(connection: Connection, fill: Fill) -> None:
    fill({**FIRST, "value": 7.8}, {**SECOND, "value": 8.1})
    total, (row,) = changes_of_load(connection, 2)
    assert total == 1
    assert row == (
        "PCT", "A", "2019-20", "none", "revision",
        7.8, "published", "LGBF 2022", 8.1, "published", "LGBF 2024",
    )  # fmt: skip


def test_another_status_is_a_revision_without_a_number(connection: Connection, fill: Fill) -> None:
    fill({**FIRST, "value": 7.8}, {**SECOND, "value": None, "status": "withdrawn"})
    _, (row,) = changes_of_load(connection, 2)
    assert (row.old_value, row.new_value, row.new_status) == (7.8, None, "withdrawn")


def test_what_is_equal_rounded_or_new_is_no_change(connection: Connection, fill: Fill) -> None:
    fill(
        {**FIRST, "value": 7.8},
        {**SECOND, "value": 7.8},
        {**FIRST, "area_code": "B", "value": 7.8123},
        {**SECOND, "area_code": "B", "value": 7.8, "half_step": 0.05},
        {**SECOND, "period": "2020-21"},
    )
    assert changes_of_load(connection, 2) == (0, [])


def test_other_prices_make_a_rebase_unless_the_number_is_only_rounded(engine: Engine, fill: Fill) -> None:
    with engine.begin() as writing:
        for number, year in ((1, "2020-21"), (2, "2022-23")):
            writing.execute(
                update(schema.editions).where(schema.editions.c.id == number).values(base_year=year)
            )
    real = {"basis": "real"}
    fill(
        {**FIRST, **real, "value": 100.0},
        {**SECOND, **real, "value": 104.0},
        {**FIRST, **real, "area_code": "B", "value": 100.04},
        {**SECOND, **real, "area_code": "B", "value": 100.0, "half_step": 0.05},
        {**FIRST, "basis": "cash", "value": 90.0},
        {**SECOND, "basis": "cash", "value": 91.0},
    )
    with engine.connect() as connection:
        total, rows = changes_of_load(connection, 2)
    assert (total, [(row.kind, row.basis) for row in rows]) == (2, [("revision", "cash"), ("rebase", "real")])


def test_an_older_edition_loaded_later_changes_nothing(connection: Connection, fill: Fill) -> None:
    fill(
        {"edition_id": 2, "load_id": 1, "value": 8.1},
        {"edition_id": 1, "load_id": 2, "value": 7.8, "is_current": False},
    )
    assert changes_of_load(connection, 2) == (0, [])
    assert changes_of_load(connection, 1) == (0, []), "what was loaded later is not known to an earlier load"


def test_the_editions_of_one_file_are_changes_of_that_load(connection: Connection, fill: Fill) -> None:
    fill({**FIRST, "load_id": 2, "value": 7.8}, {**SECOND, "value": 8.1})
    assert changes_of_load(connection, 2)[0] == 1


@pytest.mark.parametrize("code", ["SMALL", "SHARE"])
def test_an_indicator_that_could_identify_people_is_left_out(
    connection: Connection, fill: Fill, code: str
) -> None:
    small = {"indicator_code": code}
    fill({**FIRST, **small, "value": 31337.0}, {**SECOND, **small, "value": 3.0})
    assert changes_of_load(connection, 2) == (0, [])


def test_changes_come_in_parts(engine: Engine, fill: Fill) -> None:
    with engine.begin() as writing:
        new = {**LOAD, "id": 3, "file_name": "3.csv", "loaded_at": "2026-01-03T10:00:00"}
        writing.execute(insert(schema.loads), [new])
    for area in ("A", "B"):
        for period in ("2018-19", "2019-20", "2020-21"):
            here = {"area_code": area, "period": period}
            fill({**FIRST, **here, "value": 1.0}, {**SECOND, **here, "load_id": 3, "value": 2.0})
    with engine.connect() as connection:
        total, rows = changes_of_load(connection, 3, first=2, most=3)
        assert total == 6
        assert [(row.period, row.area) for row in rows] == [
            ("2019-20", "A"), ("2019-20", "B"), ("2018-19", "A"),
        ]  # fmt: skip
        assert changes_of_load(connection, 3, first=6) == (0, [])


def test_the_changes_of_the_bundle_are_those_its_loads_counted(store: Store) -> None:
    """Loads with disclosive figures count changes that are not listed; the rest agree."""
    with store.connect() as connection:
        _, loads = history.loads_held(connection)
        listed = {load.file_name: (changes_of_load(connection, load.id)[0], load) for load in loads}
    assert listed["lgbf.csv"][0] == 53
    for name, (found, load) in listed.items():
        assert found <= load.revised + load.rebased, name
    whole = ("lgbf.csv", "adult_social_care_statistics.csv", "dundee_cswo_report.csv")
    assert all(listed[name][0] == listed[name][1].revised + listed[name][1].rebased for name in whole)


def test_an_old_workbook_over_the_bundle_rebases_what_its_load_counted(
    shared_data: Path, tmp_path: Path
) -> None:
    engine = writer(f"sqlite:///{tmp_path / 'both.db'}")
    upgrade(engine)
    bundle = Path(__file__).parents[3] / "data" / "published" / "lgbf.csv"
    load_all([bundle], engine, load_catalogue())
    workbook = shared_data / "lgbf" / "lgbf_workbook_2022-01.xlsx"
    (report,) = load_all([workbook], engine, load_catalogue())
    with engine.connect() as connection:
        total, rows = changes_of_load(connection, report.load_id)
    engine.dispose()
    assert (report.counts.revised, report.counts.rebased) == (0, 6)
    assert (total, {row.kind for row in rows}, {row.basis for row in rows}) == (6, {"rebase"}, {"real"})
