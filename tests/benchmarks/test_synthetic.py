"""The store for load tests: as large as asked, in good order, and never to be taken for real figures."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from benchmarks import synthetic
from dashboard.factory import create_app
from dashboard.pages import every
from indicators.store import schema
from indicators.store.store import Store, open_store

WANTED = 20_000


@pytest.fixture(scope="module")
def filled(bundle_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, int]]:
    """The bundle with made-up figures beside it, and how many it was said to hold."""
    path = tmp_path_factory.mktemp("synthetic") / "store.db"
    shutil.copyfile(bundle_url.removeprefix("sqlite:///"), path)
    count = synthetic.fill(f"sqlite:///{path}", WANTED)
    store = open_store(f"sqlite:///{path}")
    yield store, count
    store.engine.dispose()


def ask(store: Store, statement: str) -> list[tuple[object, ...]]:
    """The rows of a statement."""
    with store.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def test_the_store_has_as_many_figures_as_asked_up_to_one_whole_indicator(filled: tuple[Store, int]) -> None:
    store, count = filled
    assert ask(store, "SELECT count(*) FROM figure_versions") == [(count,)]
    assert WANTED <= count < WANTED + 33 * 200


def test_everything_made_up_says_so(filled: tuple[Store, int], store: Store) -> None:
    larger, _ = filled
    made_up = "indicator_code LIKE 'SYN%'"
    named = ask(larger, f"SELECT DISTINCT substr(edition, 1, 9), locator FROM figures WHERE {made_up}")
    assert named == [("SYNTHETIC", "SYNTHETIC")]
    assert ask(larger, "SELECT file_name FROM loads ORDER BY id DESC LIMIT 1") == [("SYNTHETIC.csv",)]
    titles = ask(larger, f"SELECT DISTINCT substr(indicator_title, 1, 9) FROM figures WHERE {made_up}")
    assert titles == [("SYNTHETIC",)]
    real = "SELECT * FROM figures WHERE indicator_code NOT LIKE 'SYN%' ORDER BY 1, 4, 6, 10"
    assert ask(larger, real) == ask(store, real)


def test_made_up_figures_are_filed_as_real_ones_are(filled: tuple[Store, int]) -> None:
    store, _ = filled
    assert ask(store, "PRAGMA foreign_key_check") == []
    (figures,) = ask(store, "SELECT count(*) FROM figures WHERE indicator_code LIKE 'SYN%'")[0]
    (compared,) = ask(store, "SELECT count(*) FROM benchmarks WHERE indicator_code LIKE 'SYN%'")[0]
    assert (figures % 33, compared) == (0, figures // 33 * 32)  # Scotland is compared with nothing
    read = ask(store, "SELECT rows_read, rows_new FROM loads ORDER BY id DESC LIMIT 1")
    assert read == [(figures, figures)]
    assert ask(store, "SELECT sum(kept) FROM edition_counts WHERE indicator_code LIKE 'SYN%'") == [(figures,)]


def test_rows_have_a_value_for_every_column_in_the_order_of_their_key() -> None:
    codes, areas, labels = ["SYN1", "SYN2"], ["A", "B", "S92000003"], ["2019-20 Q1", "2019-20 Q2"]
    rows = synthetic.versions(codes, areas, labels, [1, 2], 1)
    compared = synthetic.benchmarks(codes, areas, labels)
    assert {len(row) for row in rows} == {len(schema.figure_versions.columns)}
    assert {len(row) for row in compared} == {len(schema.benchmark_values.columns)}
    assert [row[:3] for row in rows] == sorted(row[:3] for row in rows)
    assert (len(rows), len(compared)) == (12, 8)


def test_the_head_of_every_page_warns_of_made_up_figures_and_never_of_the_bundle(
    filled: tuple[Store, int], store: Store
) -> None:
    larger, _ = filled
    warning = "Synthetic figures for load tests"
    layouts = []
    for each in (larger, store):
        app = create_app(every.every_page(each), lambda each=each: every.context(each))  # type: ignore[misc]
        layouts.append(json.dumps(app.layout(), default=lambda part: part.to_plotly_json()))
    assert [warning in layout for layout in layouts] == [True, False]
