"""The schema: migrations build what the code declares, and the views are the documented contract."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, Table, insert, inspect, text
from sqlalchemy.exc import IntegrityError

from indicators.disclosure import DisclosureRule
from indicators.store import schema, views
from indicators.store.engine import PROJECT_FOLDER, StoreError, keep_rule, reader, upgrade, writer
from tests.indicators.store.store_rows import BENCHMARK, FIGURE, keep_words

FIGURES = (
    "indicator_code indicator_title service area_code area_name period period_kind period_start period_end "
    "basis value numerator denominator status unit lower_95 upper_95 source edition locator loaded_at"
)
BENCHMARKS = (
    "indicator_code area_code period basis value scotland_value scotland_kind family_group family_mean "
    "family_median family_fourth family_n family_rank rank rank_n quartile"
)


def _config(**attributes: object) -> Config:
    config = Config()
    config.set_main_option("script_location", str(PROJECT_FOLDER / "indicators" / "store" / "migrations"))
    config.attributes.update(attributes)
    return config


@contextmanager
def older(url: str, version: str) -> Iterator[Connection]:
    """A store as an earlier release left it, with its words, to be filled."""
    made = writer(url)
    with made.begin() as connection:
        command.upgrade(_config(connection=connection), version)
        keep_words(connection)
        yield connection
    made.dispose()


def upgraded(url: str, question: str) -> tuple[Any, ...]:
    """The one row a question finds when the store is brought up to date."""
    made = writer(url)
    upgrade(made)
    with made.connect() as connection:
        found = connection.execute(text(question)).one()
    made.dispose()
    return tuple(found)


def test_migrations_build_exactly_the_declared_tables(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        ours = [
            difference
            for difference in compare_metadata(context, schema.metadata)
            if getattr(difference[1], "name", "") != "alembic_version"
        ]
    assert ours == []
    assert set(inspect(engine).get_table_names()) == {*schema.metadata.tables, "alembic_version"}


@pytest.mark.parametrize("name", sorted(schema.metadata.tables))
def test_a_built_table_has_the_declared_columns_keys_and_indexes(engine: Engine, name: str) -> None:
    table, found = schema.metadata.tables[name], inspect(engine)
    built = {column["name"]: column["nullable"] for column in found.get_columns(name)}
    assert built == {column.name: column.nullable for column in table.columns}
    assert found.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key]
    assert {index["name"] for index in found.get_indexes(name)} == {index.name for index in table.indexes}
    assert len(found.get_foreign_keys(name)) == len(table.foreign_key_constraints)


@pytest.mark.parametrize(("name", "columns"), [("figures", FIGURES), ("benchmarks", BENCHMARKS)])
def test_the_views_for_others_have_exactly_the_documented_columns(
    engine: Engine, name: str, columns: str
) -> None:
    assert [column["name"] for column in inspect(engine).get_columns(name)] == columns.split()


@pytest.mark.parametrize(
    "view", [views.figure_facts, views.figure_facts_protected, views.benchmark_facts, views.revisions]
)
def test_the_views_the_dashboard_reads_have_the_columns_it_names(engine: Engine, view: Table) -> None:
    found = {column["name"] for column in inspect(engine).get_columns(view.name)}
    assert {column.name for column in view.columns} <= found


def test_the_views_are_exactly_those_declared(engine: Engine) -> None:
    assert set(inspect(engine).get_view_names()) == set(views.VIEWS)


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == ["0007"]


def test_the_schema_can_be_taken_down_again(url: str) -> None:
    made = writer(url)
    upgrade(made)
    with made.begin() as connection:
        command.downgrade(_config(connection=connection), "base")
    assert inspect(made).get_table_names() == ["alembic_version"]
    assert inspect(made).get_view_names() == []
    made.dispose()


def test_a_database_of_the_first_release_keeps_its_rows_when_it_is_brought_up_to_date(url: str) -> None:
    made = writer(url)
    with made.begin() as connection:
        command.upgrade(_config(connection=connection), "0001")
        # As the first release left it: views over a table without the newer column.
        connection.execute(text("CREATE VIEW figures AS SELECT value FROM figure_versions"))
        keep_words(connection)
        names, marks = ", ".join(FIGURE), ", ".join(f":{name}" for name in FIGURE)
        connection.execute(text(f"INSERT INTO figure_versions ({names}) VALUES ({marks})"), FIGURE)
    upgrade(made)
    with made.connect() as connection:
        kept = connection.execute(text("SELECT * FROM figure_versions")).mappings().one()
        shown = connection.execute(text("SELECT value, interval_method FROM figure_facts")).one()
    assert dict(kept) == {**FIGURE, "half_step": 0.0, "is_current": 1, "interval_method": None}
    assert tuple(shown) == (7.8, None)
    made.dispose()


@pytest.mark.parametrize(
    ("councils", "in_group", "kept"),
    [(2, 2, (None, None, None)), (7, 8, (None, None, 3)), (8, 7, (1, 1, None)), (32, 8, (1, 1, 3))],
)
def test_a_rank_among_fewer_than_eight_leaves_an_older_database(
    url: str, councils: int, in_group: int, kept: tuple[int | None, ...]
) -> None:
    with older(url, "0005") as connection:
        row = {**BENCHMARK, "rank_n": councils, "rank": 1, "quartile": 1, "family_n": in_group}
        connection.execute(insert(schema.benchmark_values), [row])
    assert upgraded(url, "SELECT rank, quartile, family_rank FROM benchmark_values") == kept


@pytest.mark.parametrize(
    ("kind", "councils", "in_group", "kept"),
    [
        ("published", 0, 1, (8.0, "published", 0, None, None, 1)),
        ("mean", 1, 2, (None, None, 0, 8.4, 8.3, 2)),
        ("computed", 1, None, (None, None, 0, None, None, None)),
        ("mean", 2, 8, (8.0, "mean", 2, 8.4, 8.3, 8)),
    ],
)
def test_a_mean_of_one_council_leaves_an_older_database(
    either_url: str, kind: str, councils: int, in_group: int | None, kept: tuple[object, ...]
) -> None:
    without = dict.fromkeys(name for name in BENCHMARK if name.startswith("family"))
    group = {"family_n": in_group} if in_group else without
    with older(either_url, "0006") as connection:
        row = {**BENCHMARK, "scotland_kind": kind, "scotland_councils": councils, **group}
        connection.execute(insert(schema.benchmark_values), [row])
    columns = "scotland_value, scotland_kind, scotland_councils, family_mean, family_median, family_n"
    assert upgraded(either_url, f"SELECT {columns} FROM benchmark_values") == kept


def test_a_store_whose_cells_to_hide_are_not_worked_out_yet_is_opened_by_no_reader(url: str) -> None:
    made = writer(url)
    with made.begin() as connection:
        command.upgrade(_config(connection=connection), "0001")
    upgrade(made)
    with pytest.raises(StoreError, match=r"or none yet. Bring it up to date with: python -m etl build"):
        reader(url)
    with made.begin() as connection:
        keep_rule(connection, DisclosureRule())
    made.dispose()
    reader(url).dispose()


@pytest.mark.parametrize(
    ("name", "text_set", "said"),
    [
        ("SMALLEST_SHOWN_COUNT", "10", "by another rule than the settings"),
        ("SHOW_ZERO_COUNTS", "no", "by another rule than the settings"),
        ("SMALLEST_SHOWN_COUNT", "five", "SMALLEST_SHOWN_COUNT is 'five'; write a whole number"),
    ],
)
def test_a_store_that_hides_by_another_rule_than_the_settings_is_not_opened(
    url: str, monkeypatch: pytest.MonkeyPatch, name: str, text_set: str, said: str
) -> None:
    made = writer(url)
    upgrade(made)
    made.dispose()
    monkeypatch.setenv(name, text_set)
    with pytest.raises(StoreError, match=said):
        reader(url)


def test_a_figure_of_an_unknown_indicator_area_or_period_cannot_be_kept(fill: object) -> None:
    for wrong in ({"indicator_code": "X"}, {"area_code": "X"}, {"period": "2030-31"}, {"edition_id": 9}):
        with pytest.raises(IntegrityError):
            fill(wrong)  # type: ignore[operator]


def test_one_edition_and_load_prints_a_figure_once(fill: object) -> None:
    with pytest.raises(IntegrityError):
        fill({}, {})  # type: ignore[operator]


@pytest.mark.parametrize(
    ("version", "advice"),
    [("0000", "older release. Bring it up to date with: python -m etl build"), ("9999", "newer release")],
)
def test_a_database_of_another_release_is_not_opened_but_explained(
    tmp_path: Path, version: str, advice: str
) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    made = writer(url)
    upgrade(made)
    with made.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    made.dispose()
    with pytest.raises(StoreError, match=advice):
        reader(url)


def test_the_newest_migration_is_the_version_the_product_asks_for() -> None:
    versions = PROJECT_FOLDER / "indicators" / "store" / "migrations" / "versions"
    newest = max(file.name[:4] for file in versions.glob("[0-9]*.py"))
    assert newest == schema.SCHEMA_VERSION
