"""What follows from figures: benchmarks and intervals, after a load and after an edit of the catalogue."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from etl import cli
from etl.commands import common
from etl.derive import Derived, derive_all
from etl.pipeline import load_file
from etl.report import LoadReport
from indicators.catalogue import Catalogue
from indicators.indicator import IntervalKind, Unit
from indicators.intervals import Interval, Method
from indicators.store.read import figures_of
from indicators.store.rows import FigureRow
from tests.catalogue_builder import COUNCILS, indicator, small_catalogue
from tests.etl.conftest import Rows, query
from tests.etl.published_files import tidy_row, write_tidy

Load = Callable[..., LoadReport]
DUNDEE, GLASGOW = "S12000042", "S12000049"
STORED = (
    "SELECT area_code, period, lower_95, upper_95, interval_method, is_current FROM figure_versions "
    "WHERE lower_95 IS NOT NULL OR upper_95 IS NOT NULL OR interval_method IS NOT NULL ORDER BY 1, 2, 6"
)
SHARE = indicator("SHARE", Unit.PERCENT, interval=IntervalKind.PERCENTAGE)
RATE = indicator("RATE", Unit.RATE, per="per 1,000 people", interval=IntervalKind.RATE, scale=1000.0)
SMALL = indicator("SMALL", Unit.PERCENT, interval=IntervalKind.PERCENTAGE, disclosive=True)
BARE = indicator("SHARE", Unit.PERCENT)


@pytest.fixture
def catalogue() -> Catalogue:
    """The small catalogue with a percentage and a rate of counts, and one that could identify people."""
    return small_catalogue(SHARE, RATE, SMALL)


def share(area: str, cases: object, base: object, value: object, **changes: object) -> list[object]:
    """A percentage of its counts, for 2019-20."""
    parts = {"code": "SHARE", "numerator": cases, "denominator": base, "kind": "financial_year", **changes}
    code = str(parts.pop("code"))
    return tidy_row(code, area, value=value, **parts)  # type: ignore[arg-type]


def stored(engine: Engine) -> Rows:
    """Every interval of the store."""
    return query(engine, STORED)


def current(engine: Engine, code: str = "SHARE") -> dict[str, FigureRow]:
    """The figures of an indicator as pages read them, by council."""
    with engine.connect() as connection:
        rows = figures_of(connection, [code], [DUNDEE, GLASGOW])
    return {row.area: row for row in rows}


def test_a_load_keeps_the_interval_of_every_figure_that_has_one(
    load: Load, tmp_path: Path, engine: Engine
) -> None:
    """81 of 263 is Newcombe's worked value: 25.53 to 36.62."""
    rows = [share("Dundee City", 81, 263, 30.8), share("Glasgow City", "", "", 31.5)]
    load(write_tidy(tmp_path / "lgbf.csv", rows))
    found = current(engine)
    kept = found[DUNDEE].interval
    assert kept is not None
    assert (round(kept.lower, 2), round(kept.upper, 2), kept.method) == (25.53, 36.62, Method.WILSON)
    assert found[GLASGOW].interval is None
    assert [row[0] for row in stored(engine)] == [DUNDEE]


def test_a_rate_is_kept_on_its_scale_with_its_method(load: Load, tmp_path: Path, engine: Engine) -> None:
    rows = [
        share("Dundee City", 0, 2000, 0, code="RATE"),
        share("Glasgow City", 10, 500, 20, code="RATE"),
    ]
    load(write_tidy(tmp_path / "lgbf.csv", rows))
    found = current(engine, "RATE")
    few, enough = found[DUNDEE].interval, found[GLASGOW].interval
    assert few == Interval(0.0, pytest.approx(3.688879454113935 / 2), Method.EXACT_POISSON)  # type: ignore[arg-type]
    assert enough is not None
    assert enough.method is Method.BYAR


def test_a_revision_has_an_interval_of_its_own_and_the_earlier_edition_keeps_its(
    load: Load, tmp_path: Path, engine: Engine
) -> None:
    for published, cases in (("2024-02", 20), ("2025-02", 40)):
        row = share("Dundee City", cases, 100, cases, edition=published, published_on=published)
        load(write_tidy(tmp_path / "lgbf.csv", [row]))
    earlier, now = stored(engine)
    assert (earlier[5], now[5]) == (False, True)
    assert earlier[2] < 20 < earlier[3]
    assert now[2] < 40 < now[3]
    shown = current(engine)[DUNDEE].interval
    assert shown == Interval(now[2], now[3], Method.WILSON)


def test_a_load_leaves_the_intervals_of_other_periods_alone(
    load: Load, tmp_path: Path, engine: Engine
) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [share("Dundee City", 20, 100, 20)]))
    before = stored(engine)
    load(write_tidy(tmp_path / "lgbf.csv", [share("Dundee City", 30, 100, 30, period="2020-21")]))
    assert [row for row in stored(engine) if row[1] == "2019-20"] == before
    assert len(stored(engine)) == 2


def test_a_hidden_count_leaves_no_interval_in_the_view(load: Load, tmp_path: Path, engine: Engine) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [share("Dundee City", 3, 100, 3, code="SMALL")]))
    row = current(engine, "SMALL")[DUNDEE]
    assert (row.interval, row.figure.numerator, row.figure.status) == (None, None, "suppressed")
    seen = query(engine, "SELECT lower_95, upper_95, interval_method FROM figure_facts")
    assert seen == [(None, None, None)]


def test_after_an_edit_of_the_catalogue_everything_is_worked_out_again(
    load: Load, tmp_path: Path, engine: Engine
) -> None:
    rows = [share("Dundee City", 20, 100, 20), share("Glasgow City", 40, 100, 40)]
    others = [name for code, name in COUNCILS.items() if code not in (DUNDEE, GLASGOW)][:6]
    rows += [tidy_row("SHARE", name, value=30, kind="financial_year") for name in others]
    load(write_tidy(tmp_path / "lgbf.csv", rows))
    before, ranks = stored(engine), "SELECT area_code, rank FROM benchmarks WHERE rank IN (1, 8) ORDER BY 1"
    assert query(engine, ranks) == [(DUNDEE, 1), (GLASGOW, 8)]
    assert derive_all(engine, small_catalogue(BARE)) == Derived(9, 0)
    assert stored(engine) == []
    higher = indicator("SHARE", Unit.PERCENT, polarity=small_catalogue().indicators["CHN10"].polarity)
    derive_all(engine, small_catalogue(higher))
    assert query(engine, ranks) == [(DUNDEE, 8), (GLASGOW, 1)]
    assert derive_all(engine, small_catalogue(SHARE)) == Derived(9, 2)
    assert stored(engine) == before


def test_figures_of_an_indicator_taken_from_the_catalogue_are_left_as_they_are(
    load: Load, tmp_path: Path, engine: Engine
) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [share("Dundee City", 20, 100, 20)]))
    before = stored(engine)
    assert derive_all(engine, small_catalogue()) == Derived(0, 0)
    assert stored(engine) == before


def test_the_command_says_what_it_worked_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "load_catalogue", lambda: small_catalogue(SHARE))
    url = f"sqlite:///{tmp_path / 'told.db'}"
    engine = common.store.writer(url)
    common.store.upgrade(engine)
    path = write_tidy(tmp_path / "lgbf.csv", [share("Dundee City", 20, 100, 20)])
    load_file(path, engine, small_catalogue(SHARE))
    engine.dispose()
    said = CliRunner().invoke(cli.app, ["derive", "--database", url])
    assert (said.exit_code, said.stdout.strip()) == (
        0,
        f"Worked out again: 9 rows of benchmarks, intervals: 1\nDatabase: {url}",
    )
    answer = json.loads(CliRunner().invoke(cli.app, ["derive", "--json", "--database", url]).stdout)
    assert answer == {"status": "derived", "benchmarks": 9, "intervals": 1}
