"""After whatever happens to a store, its counts are those of counting its figures one by one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from etl.backup import backup, restore
from etl.derive import derive_all
from etl.pipeline import load_all, load_file
from etl.problems import LoadRefused
from indicators.catalogue import Catalogue
from indicators.indicator import Unit
from indicators.store import engine as store
from tests.catalogue_builder import COUNCILS, indicator, small_catalogue
from tests.etl.conftest import Rows, query
from tests.etl.published_files import tidy_row, write_tidy
from tests.postgres import empty_schema

COUNTED = indicator("COUNTED", Unit.COUNT, disclosive=True, source="returns")
EDITIONS = "SELECT edition_id, indicator_code, kept, shown_now, first_period, last_period FROM edition_counts"
EDITIONS_ONE_BY_ONE = """
SELECT edition_id, indicator_code, COUNT(*), SUM(CASE WHEN is_current THEN 1 ELSE 0 END), MIN(period),
       MAX(period)
FROM figure_versions GROUP BY edition_id, indicator_code"""
REACH = "SELECT indicator_code, period, councils FROM council_counts"
REACH_ONE_BY_ONE = """
SELECT indicator_code, period, COUNT(DISTINCT area_code) FROM figures
WHERE value IS NOT NULL AND area_code <> 'S92000003' GROUP BY indicator_code, period"""


@pytest.fixture
def catalogue() -> Catalogue:
    """The small catalogue with a count that could identify people."""
    return small_catalogue(COUNTED, *small_catalogue().indicators.values())


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty store, once on each of the two databases."""
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path / 'store.db'}"
        if request.param == "postgresql":
            url = stack.enter_context(empty_schema(request.getfixturevalue("postgres")))
        made = store.writer(url)
        store.upgrade(made)
        yield made
        made.dispose()


def counted(engine: Engine) -> tuple[Rows, Rows]:
    """The counts of editions and of councils, after comparing both with the figures themselves."""
    editions, reach = sorted(query(engine, EDITIONS)), sorted(query(engine, REACH))
    assert editions == sorted(query(engine, EDITIONS_ONE_BY_ONE))
    assert reach == sorted(query(engine, REACH_ONE_BY_ONE))
    return editions, reach


def lgbf(path: Path, published_on: str = "2024", *changes: dict[str, Any]) -> Path:
    """An edition of CHN22: Dundee in 2019-20, and rows that differ from it."""
    edition = {"edition": f"LGBF {published_on}", "published_on": published_on}
    return write_tidy(path, [tidy_row(**{**edition, **change}) for change in ({}, *changes)])


def counts(path: Path, dundee: float, published_on: str = "2021") -> Path:
    """A count of every council, Dundee's as told and the others 20 and more."""
    values = {
        name: dundee if name == "Dundee City" else 20.0 + at for at, name in enumerate(COUNCILS.values())
    }
    options = {"kind": "financial_year", "edition": published_on, "published_on": published_on}
    rows = [tidy_row("COUNTED", name, "2019-20", value, **options) for name, value in values.items()]  # type: ignore[arg-type]
    return write_tidy(path, rows)


def test_loads_revisions_and_older_editions_are_counted(
    engine: Engine, catalogue: Catalogue, tmp_path: Path
) -> None:
    load_file(lgbf(tmp_path / "1.csv", "2024", {"area": "Glasgow City"}), engine, catalogue)
    assert counted(engine) == ([(1, "CHN22", 2, 2, "2019-20", "2019-20")], [("CHN22", "2019-20", 2)])
    load_file(lgbf(tmp_path / "2.csv", "2025", {"value": 9.9, "period": "2020-21"}), engine, catalogue)
    load_file(lgbf(tmp_path / "3.csv", "2023", {"area": "Glasgow City", "value": 1}), engine, catalogue)
    editions, reach = counted(engine)
    assert [row[2:4] for row in editions] == [(2, 1), (2, 2), (2, 0)]
    assert reach == [("CHN22", "2019-20", 2), ("CHN22", "2020-21", 1)]


def test_a_number_that_is_withdrawn_by_a_later_edition_is_counted_no_more(
    engine: Engine, catalogue: Catalogue, tmp_path: Path
) -> None:
    load_file(lgbf(tmp_path / "1.csv"), engine, catalogue)
    gone = [tidy_row(value="", status="not_available", edition="LGBF 2025", published_on="2025")]
    load_file(write_tidy(tmp_path / "2.csv", gone), engine, catalogue)
    editions, reach = counted(engine)
    assert [row[2:4] for row in editions] == [(1, 0), (1, 1)]
    assert reach == []


def test_a_refused_file_and_refused_rows_are_counted_nowhere(
    engine: Engine, catalogue: Catalogue, tmp_path: Path
) -> None:
    load_file(lgbf(tmp_path / "1.csv"), engine, catalogue)
    before = counted(engine)
    (tmp_path / "2.csv").write_text("nothing,that,is,known\n1,2,3,4\n", encoding="utf-8")
    with pytest.raises(LoadRefused):
        load_file(tmp_path / "2.csv", engine, catalogue)
    assert counted(engine) == before
    report = load_file(lgbf(tmp_path / "3.csv", "2025", {"value": "lots", "area": "Glasgow City"}), engine,
                       catalogue)  # fmt: skip
    assert report.counts.rejected == 1
    assert counted(engine)[1] == [("CHN22", "2019-20", 1)]


def test_what_has_to_be_hidden_leaves_the_counts(
    engine: Engine, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = len(COUNCILS)
    load_file(counts(tmp_path / "1.csv", 15), engine, catalogue)
    assert counted(engine)[1] == [("COUNTED", "2019-20", every)]
    load_file(counts(tmp_path / "2.csv", 3, "2022"), engine, catalogue)
    hidden = len(query(engine, "SELECT * FROM hidden_cells"))
    assert hidden
    assert counted(engine)[1] == [("COUNTED", "2019-20", every - hidden)]
    monkeypatch.setenv("SMALLEST_SHOWN_COUNT", "25")
    derive_all(engine, catalogue)
    assert counted(engine)[1][0][2] < every - hidden


def test_files_that_are_loaded_together_are_counted_once(
    engine: Engine, catalogue: Catalogue, tmp_path: Path
) -> None:
    files = [lgbf(tmp_path / "1.csv"), counts(tmp_path / "2.csv", 30), lgbf(tmp_path / "3.csv", "2023")]
    load_all(files, engine, catalogue)
    assert [row[2] for row in counted(engine)[0]] == [1, len(COUNCILS), 1]


def test_a_store_without_counts_gets_them_by_the_migration(
    engine: Engine, catalogue: Catalogue, tmp_path: Path
) -> None:
    load_all([lgbf(tmp_path / "1.csv"), counts(tmp_path / "2.csv", 3)], engine, catalogue)
    before = counted(engine)
    one_release_back(engine)
    store.upgrade(engine)
    assert counted(engine) == before


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("older", [False, True])
def test_a_restored_store_has_the_counts_of_its_own_figures(
    engine: Engine, catalogue: Catalogue, tmp_path: Path, older: bool
) -> None:
    load_file(lgbf(tmp_path / "1.csv"), engine, catalogue)
    before = counted(engine)
    if older:
        one_release_back(engine)
    backup(str(engine.url), tmp_path / "kept.db", keep=0)
    store.upgrade(engine)
    load_file(counts(tmp_path / "2.csv", 30), engine, catalogue)
    restore(str(engine.url), tmp_path / "kept.db")
    assert counted(engine) == before


def one_release_back(engine: Engine) -> None:
    """The store as the release before left it: without counts."""
    folder = store.PROJECT_FOLDER / "indicators" / "store" / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0004")


def test_the_counts_are_part_of_the_transaction_of_the_load(
    engine: Engine, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_file(lgbf(tmp_path / "1.csv"), engine, catalogue)
    before = counted(engine)
    monkeypatch.setattr("etl.derive.recount", _fails)
    with pytest.raises(ArithmeticError):
        load_file(lgbf(tmp_path / "2.csv", "2025", {"area": "Glasgow City"}), engine, catalogue)
    assert counted(engine) == before


def _fails(*_: object) -> None:
    raise ArithmeticError
