"""What the store says of its sources, editions and loads."""

from __future__ import annotations

from sqlalchemy import text

from indicators.store.coverage import coverage
from indicators.store.store import Store


def test_every_edition_is_listed_with_its_load_and_its_counts(store: Store) -> None:
    with store.connect() as connection:
        rows = coverage(connection)
        kept = connection.execute(text("SELECT COUNT(*) FROM figure_versions")).scalar()
        current = connection.execute(text("SELECT COUNT(*) FROM figures")).scalar()
    assert sum(row.kept for row in rows) == kept
    assert sum(row.current for row in rows) == current
    assert len({(row.source, row.edition) for row in rows}) == len(rows) == 88
    assert all(
        row.read == row.new + row.unchanged + row.revised + row.rebased + row.history + row.rejected
        for row in rows
    )


def test_the_newest_edition_of_a_source_comes_first(store: Store) -> None:
    with store.connect() as connection:
        lgbf = [row for row in coverage(connection) if row.file_name == "lgbf.csv"]
    assert [row.edition for row in lgbf] == [
        "LGBF, February 2024",
        "LGBF, 2023 (data to 2021-22)",
        "LGBF, 2022 (data to 2020-21)",
    ]
    assert lgbf[0].kept == 6419
    assert (lgbf[0].first_period, lgbf[0].last_period) == ("2010-11", "2022-23")
