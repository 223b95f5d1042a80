"""The cells a load hides: they leave every benchmark, and a load of other figures hides nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from etl.derive import derive_all
from etl.report import LoadReport
from indicators.catalogue import Catalogue
from indicators.indicator import Unit
from indicators.store.as_at import figures_as_at
from indicators.store.engine import rule_of
from tests.catalogue_builder import COUNCILS, indicator, small_catalogue
from tests.etl.conftest import query
from tests.etl.published_files import tidy_row, write_tidy

COUNTED = indicator("COUNTED", Unit.COUNT, disclosive=True, source="returns")
DUNDEE, AYRSHIRE, *OTHERS = COUNCILS.values()
HIDDEN = "SELECT area_code, period, reason FROM hidden_cells ORDER BY 1, 2"
SHOWN = "SELECT area_name, value FROM figures WHERE value IS NOT NULL"


@pytest.fixture
def catalogue() -> Catalogue:
    """Nine councils with an indicator that could identify people and may be compared."""
    return small_catalogue(COUNTED)


def counts(path: Path, first: float, second: float, published_on: str = "2021") -> Path:
    """A file with a count for every council and for Scotland."""
    values = {DUNDEE: first, AYRSHIRE: second} | {name: 20.0 + at for at, name in enumerate(OTHERS)}
    values["Scotland"] = sum(values.values())
    options: dict[str, Any] = {
        "kind": "financial_year",
        "edition": published_on,
        "published_on": published_on,
    }
    path.mkdir(exist_ok=True)
    rows = [tidy_row("COUNTED", name, "2019-20", value, **options) for name, value in values.items()]
    return write_tidy(path / "returns.csv", rows)


Load = Callable[..., LoadReport]


def test_a_small_count_and_the_next_smallest_are_hidden_everywhere(
    load: Load, engine: Engine, tmp_path: Path
) -> None:
    load(counts(tmp_path / "1", 3, 8))
    assert query(engine, HIDDEN) == [
        ("S12000008", "2019-20", "secondary"),
        ("S12000042", "2019-20", "primary"),
    ]
    shown = dict(query(engine, SHOWN))
    assert shown.keys() == {*OTHERS, "Scotland"}


def test_a_hidden_figure_enters_no_mean_sum_or_rank(load: Load, engine: Engine, tmp_path: Path) -> None:
    load(counts(tmp_path / "1", 3, 8))
    rows = query(
        engine,
        "SELECT area_code, family_mean, family_n, rank, rank_n FROM benchmark_values ORDER BY area_code",
    )
    assert {n for _, _, _, _, n in rows} == {len(OTHERS)} == {7}, "too few for a rank"
    assert {rank for _, _, _, rank, _ in rows} == {None}
    family = [20.0 + at for at, name in enumerate(OTHERS) if name != "Dumfries & Galloway"]
    assert {(mean, n) for _, mean, n, _, _ in rows if mean} == {(sum(family) / len(family), len(family))}


def test_a_later_edition_gives_nothing_of_the_earlier_one_away(
    load: Load, engine: Engine, tmp_path: Path
) -> None:
    load(counts(tmp_path / "1", 30, 31))
    assert query(engine, HIDDEN) == []
    load(counts(tmp_path / "2", 3, 31, "2022"))
    assert len(query(engine, HIDDEN)) == 2
    with engine.connect() as connection:
        for moment in ({"load_id": 1}, {"load_id": 2}, {"published": "2021"}, {}):
            stood = figures_as_at(connection, **moment)
            assert {each.status for each in stood if each.area == "S12000042"} == {"suppressed"}
    # Once in an edition, always hidden: the third prints no small count any more.
    load(counts(tmp_path / "3", 30, 31, "2023"))
    assert ("S12000042", "2019-20", "primary") in query(engine, HIDDEN)
    assert query(engine, "SELECT * FROM revisions") == []


def test_figures_that_could_identify_nobody_are_hidden_by_nothing(
    load: Load, engine: Engine, tmp_path: Path
) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=3.0)]))
    assert query(engine, HIDDEN) == []


def test_another_threshold_is_taken_up_by_working_everything_out_again(
    load: Load, engine: Engine, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(counts(tmp_path / "1", 7, 31))
    assert query(engine, HIDDEN) == []
    monkeypatch.setenv("SMALLEST_SHOWN_COUNT", "10")
    derive_all(engine, catalogue)
    assert [area for area, _, _ in query(engine, HIDDEN)] == ["S12000013", "S12000042"]
    assert DUNDEE not in dict(query(engine, SHOWN))
    with engine.connect() as connection:
        assert rule_of(connection).smallest_shown == 10  # type: ignore[union-attr]
