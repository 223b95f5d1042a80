"""What changed between loads, and what stood at one of them or on a date."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from etl import cli
from etl.commands import common
from etl.diff import Change, UnknownLoadError, counts_of, differences
from etl.report import LoadReport
from indicators.catalogue import Catalogue
from indicators.store.as_at import figures_as_at, last_day
from tests.catalogue_builder import small_catalogue
from tests.etl.conftest import everything, query
from tests.etl.published_files import DEFLATORS, tidy_row, write_tidy, write_workbook

OLD = {"edition": "LGBF, February 2023", "published_on": "2023-02"}
NEW = {"edition": "LGBF, February 2024", "published_on": "2024-02-20"}
Load = Callable[..., LoadReport]


@pytest.fixture(autouse=True)
def _small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "load_catalogue", small_catalogue)


def changes(engine: Engine, first: int, second: int | None = None) -> list[Change]:
    with engine.connect() as connection:
        return differences(connection, first, second)


def kinds(engine: Engine, first: int, second: int | None = None) -> dict[str, int]:
    counts = counts_of(changes(engine, first, second))
    return {kind: number for kind, number in counts.items() if number}


def run(engine: Engine, *words: object) -> Result:
    return CliRunner().invoke(cli.app, [*map(str, words), "--database", str(engine.url)])


@pytest.fixture
def two_editions(tmp_path: Path, load: Load) -> None:
    """Load 1 prints five years of Dundee; load 2 revises, rounds, withdraws, leaves out and adds one."""
    old = [tidy_row(period=f"20{year}-{year + 1}", value=year + 0.25, **OLD) for year in range(15, 20)]
    new = [
        tidy_row(period="2015-16", value=15.25, **NEW),
        tidy_row(period="2016-17", value=17.5, **NEW),
        tidy_row(period="2017-18", value=17.2501, **NEW),
        tidy_row(period="2018-19", value="", status="withdrawn", **NEW),
        tidy_row(period="2020-21", value=20, **NEW),
    ]
    load(write_tidy(tmp_path / "lgbf.csv", old))
    load(write_tidy(tmp_path / "lgbf.csv", new))


@pytest.mark.usefixtures("two_editions")
def test_what_vanished_before_is_not_told_again_by_the_next_edition(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    later = {"edition": "LGBF, May 2024", "published_on": "2024-05"}
    kept = [("2015-16", 15.25), ("2016-17", 17.5), ("2017-18", 17.2501), ("2020-21", 20)]
    rows = [tidy_row(period=year, value=value, **later) for year, value in kept]
    load(write_tidy(tmp_path / "lgbf.csv", rows))
    vanished = [change.period for change in changes(engine, 3) if change.kind == "vanished"]
    assert vanished == ["2018-19"]


@pytest.mark.usefixtures("two_editions")
def test_every_kind_of_change_is_told_with_its_size(engine: Engine) -> None:
    found = {change.kind: change for change in changes(engine, 2)}
    assert {kind: change.period for kind, change in found.items()} == {
        "revised": "2016-17",
        "withdrawn": "2018-19",
        "vanished": "2019-20",
        "rounding": "2017-18",
        "new": "2020-21",
    }
    revised = found["revised"]
    assert (revised.old_value, revised.new_value, revised.change, revised.unit) == (
        16.25,
        17.5,
        1.25,
        "percent",
    )
    assert (revised.old_edition, revised.new_edition) == (OLD["edition"], NEW["edition"])
    assert (found["withdrawn"].old_value, found["withdrawn"].new_status) == (18.25, "withdrawn")
    assert (found["vanished"].new_edition, found["vanished"].new_status) == (NEW["edition"], "")
    assert len(changes(engine, 2)) == 5


@pytest.mark.usefixtures("two_editions")
def test_two_loads_are_compared_by_what_stood_after_each_in_whatever_order_they_are_named(
    engine: Engine,
) -> None:
    assert changes(engine, 1, 2) == changes(engine, 2) == changes(engine, 2, 1)
    assert kinds(engine, 1) == {"new": 5}
    assert changes(engine, 2, 2) == []


def test_an_older_edition_loaded_later_changes_nothing_but_adds_what_was_never_seen(
    tmp_path: Path, engine: Engine, load: Load
) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=2, **NEW)]))
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=1, **OLD), tidy_row(period="2010-11", **OLD)]))
    assert kinds(engine, 2) == {"new": 1}


def test_a_new_price_year_is_a_rebase_as_the_report_of_the_load_counts_it(
    tmp_path: Path, engine: Engine, load: Load
) -> None:
    rows = [["Local Authority", "SW1 2019-20 Real"], ["Dundee City", 20.5]]
    load(write_workbook(tmp_path / "lgbf_2022-01.xlsx", rows))
    newer = [[*DEFLATORS[0]], ["2020-21", 95.0], ["2021-22", 100]]
    rows = [["Local Authority", "SW1 2019-20 Real"], ["Dundee City", 21.5]]
    report = load(write_workbook(tmp_path / "lgbf_2023-01.xlsx", rows, deflators=newer))
    assert report.counts.rebased == 1
    assert kinds(engine, 2) == {"rebased": 1}


def test_numbers_of_people_who_could_be_known_are_kept_back(
    tmp_path: Path, engine: Engine, load: Load
) -> None:
    for value, edition in ((37, OLD), (43, NEW)):
        row = tidy_row("LOCAL1", kind="financial_year", value=value, **edition)
        load(write_tidy(tmp_path / "returns.csv", [row]))
    (change,) = changes(engine, 2)
    assert (change.kind, change.kept_back) == ("revised", True)
    assert (change.old_value, change.new_value, change.change) == (None, None, None)
    shown = run(engine, "diff", 2).stdout + run(engine, "diff", 2, "--json").stdout
    assert "kept back" in shown
    assert not {"37", "43"} & set(shown.replace(",", " ").replace(".", " ").split())


@pytest.mark.usefixtures("two_editions")
def test_diff_prints_counts_and_then_what_matters_most_first(engine: Engine) -> None:
    lines = run(engine, "diff", 2).stdout.splitlines()
    assert lines[0] == "1 revised, 1 withdrawn, 1 vanished, 0 rebased, 1 rounding, 1 new"
    assert lines[1] == (
        "revised: CHN22 S12000042 2016-17 (none) 16.25 -> 17.5 (+1.25 percent), LGBF, February 2024"
    )
    assert "18.25 -> withdrawn" in lines[2]
    assert "19.25 -> not printed" in lines[3]
    found = json.loads(run(engine, "diff", 1, 2, "--json").stdout)
    assert found["loads"] == [1, 2]
    assert found["counts"]["revised"] == 1
    assert len(found["changes"]) == 5


def test_a_load_that_is_not_there_is_said(engine: Engine) -> None:
    with pytest.raises(UnknownLoadError, match="there is no load 7"):
        changes(engine, 7)
    result = run(engine, "diff", 7)
    assert result.exit_code == 1
    assert "there is no load 7; python -m etl loads lists them." in result.stderr


def stood(engine: Engine, **when: Any) -> dict[str, float | None]:
    with engine.connect() as connection:
        return {figure.period: figure.value for figure in figures_as_at(connection, **when)}


@pytest.mark.usefixtures("two_editions")
def test_figures_stand_as_they_did_after_a_load_and_now_as_in_the_view(engine: Engine) -> None:
    first = {f"20{year}-{year + 1}": year + 0.25 for year in range(15, 20)}
    assert stood(engine, load_id=1) == first
    assert (
        stood(engine, load_id=2) == stood(engine) == dict(query(engine, "SELECT period, value FROM figures"))
    )


@pytest.mark.usefixtures("two_editions")
@pytest.mark.parametrize(
    ("published", "value"),
    [("2023-01", None), ("2023-02", 16.25), ("2024-02-19", 16.25), ("2024-02-20", 17.5), ("2024-02", 17.5),
     ("2023", 16.25), ("2024", 17.5)],
)  # fmt: skip
def test_figures_stand_as_published_by_a_date(engine: Engine, published: str, value: float | None) -> None:
    assert stood(engine, published=published).get("2016-17") == value


@pytest.mark.usefixtures("two_editions")
def test_a_date_and_a_load_hold_together_and_areas_and_codes_choose(engine: Engine) -> None:
    assert stood(engine, published="2024", load_id=1)["2016-17"] == 16.25
    assert stood(engine, codes=["SW01"]) == stood(engine, areas=["S92000003"]) == {}


def test_the_last_day_of_a_date_sorts_after_every_day_in_it() -> None:
    assert "2024-02-29" < last_day("2024-02") < "2024-03"
    assert "2024-12-31" <= last_day("2024") < "2025"
    assert last_day("2024-02-20") == "2024-02-20"


@pytest.mark.parametrize("value", [0, 1, 4, 5])
def test_small_counts_are_hidden_as_at_any_time_as_they_are_in_the_view(
    value: int, tmp_path: Path, engine: Engine, load: Load
) -> None:
    load(write_tidy(tmp_path / "returns.csv", [tidy_row("LOCAL1", kind="financial_year", value=value)]))
    with engine.connect() as connection:
        (figure,) = figures_as_at(connection)
    assert [(figure.value, figure.status)] == query(engine, "SELECT value, status FROM figures")
    assert (figure.value is None) == (value in (1, 4))


@pytest.mark.usefixtures("two_editions")
def test_as_at_prints_figures_in_lines_and_as_json(engine: Engine) -> None:
    lines = run(engine, "as-at", "chn22", "--load", 1, "--area", "Dundee City").stdout.splitlines()
    assert lines[1] == "CHN22 S12000042 2016-17 (none) 16.25, LGBF, February 2023, load 1"
    found = json.loads(run(engine, "as-at", "CHN22", "--on", "2024", "--json").stdout)
    assert [figure["value"] for figure in found] == [15.25, 17.5, 17.2501, None, 19.25, 20.0]
    assert run(engine, "as-at", "CHN22", "--on", "2001").stdout == "No figure stood then.\n"
    assert run(engine, "as-at", "CHN22", "--on", "May").exit_code == 2
    assert "is not an indicator" in run(engine, "as-at", "NONE1").stderr


@pytest.mark.usefixtures("two_editions")
def test_as_at_a_load_that_never_was_is_refused_as_diff_refuses_it(engine: Engine) -> None:
    result = run(engine, "as-at", "CHN22", "--load", 77)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "there is no load 77; python -m etl loads lists them.\n"


@pytest.mark.usefixtures("two_editions")
def test_check_tells_what_a_load_would_do_and_does_nothing(
    tmp_path: Path, engine: Engine, catalogue: Catalogue
) -> None:
    newest = {"edition": "LGBF, 2025", "published_on": "2025"}
    good = write_tidy(tmp_path / "lgbf.csv", [tidy_row(period="2016-17", value=30, **newest)])
    bad = write_tidy(tmp_path / "bad.csv", [tidy_row(area="Atlantis")])
    before = everything(engine)
    result = run(engine, "check", good, bad, "--json")
    assert everything(engine) == before
    assert result.exit_code == 1
    checked, refused = json.loads(result.stdout)["files"]
    assert (checked["status"], refused["status"]) == ("checked", "refused")
    assert "load_id" not in checked
    assert checked["rows"]["revised"] == checked["counts"]["revised"] == 1
    assert checked["changes"][0]["change"] == 12.5
    shown = run(engine, "check", good)
    assert shown.exit_code == 0
    assert "lgbf.csv was only checked; nothing was changed." in shown.stdout
    assert "revised: CHN22 S12000042 2016-17 (none) 17.5 -> 30 (+12.5 percent), LGBF, 2025" in shown.stdout
    assert everything(engine) == before
    assert run(engine, "load", good).exit_code == 0
    assert kinds(engine, 3) == {kind: number for kind, number in checked["counts"].items() if number}


def test_check_without_a_database_makes_none(tmp_path: Path) -> None:
    path, url = write_tidy(tmp_path / "lgbf.csv", [tidy_row()]), f"sqlite:///{tmp_path / 'new' / 'store.db'}"
    result = CliRunner().invoke(cli.app, ["check", str(path), "--database", url])
    assert result.exit_code == 0
    assert "1 new" in result.stdout
    assert not (tmp_path / "new").exists()
