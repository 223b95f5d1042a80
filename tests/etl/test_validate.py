from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.report import Counts, LoadReport
from tests.etl.conftest import query
from tests.etl.published_files import tidy_row, write_tidy

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]


def false_zero(period: str, value: object) -> list[object]:
    return tidy_row(area="Dumfries & Galloway", period=period, value=value, numerator=0, denominator=60)


def test_a_declared_false_zero_becomes_its_true_status_and_is_said(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [false_zero("2020-21", "0"), false_zero("2019-20", "0"), tidy_row(period="2020-21", value="0")]
    report = load(write_tidy(tmp_path / "lgbf.csv", rows))
    assert report.counts == Counts(new=3)
    assert [(problem.severity, problem.sentence) for problem in report.problems] == [
        (
            "warning",
            "lgbf.csv, Table 1: CHN22 2020-21 of Dumfries & Galloway is printed as 0; "
            "taken as not available.",
        )
    ]
    assert query(
        engine,
        "SELECT period, value, status, numerator, note FROM figure_versions "
        "WHERE area_code = 'S12000006' ORDER BY 1",
    ) == [
        ("2019-20", 0.0, "published", 0.0, ""),
        ("2020-21", None, "not_available", None, "printed as 0"),
    ]


def test_another_value_where_an_error_is_declared_is_a_figure(tmp_path: Path, load: Load) -> None:
    report = load(write_tidy(tmp_path / "lgbf.csv", [false_zero("2020-21", "4.76")]))
    assert report.problems == ()


def test_the_same_figure_printed_twice_alike_is_kept_once(tmp_path: Path, load: Load, engine: Engine) -> None:
    rows = [tidy_row(locator="Table 1"), tidy_row(locator="Table 2"), tidy_row(locator="Table 3")]
    report = load(write_tidy(tmp_path / "lgbf.csv", rows))
    assert report.counts == Counts(new=1, unchanged=2)
    assert [problem.sentence for problem in report.problems] == [
        "lgbf.csv, Table 1 and Table 2 and Table 3: CHN22 2019-20 of Dundee City is there more than once "
        "with the same value; kept once."
    ]
    assert query(engine, "SELECT locator FROM figures") == [("Table 1",)]


@pytest.mark.parametrize(
    "other",
    [
        {"value": 7.9},
        {"value": "", "status": "suppressed"},
        {"status": "provisional"},
        {"numerator": 5},
    ],
)
def test_the_same_figure_printed_twice_differently_refuses_the_file(
    tmp_path: Path, refusal: Refusal, other: dict[str, object]
) -> None:
    rows = [tidy_row(), tidy_row(**{"locator": "Table 2", **other})]  # type: ignore[arg-type]
    assert refusal(write_tidy(tmp_path / "lgbf.csv", rows)) == (
        "lgbf.csv, Table 1 and Table 2: two different values for CHN22 2019-20 of Dundee City; "
        "remove the wrong one."
    )


def test_one_figure_on_two_bases_or_in_two_editions_is_no_duplicate(tmp_path: Path, load: Load) -> None:
    rows = [
        tidy_row("SW01", kind="financial_year", basis="cash", value=25),
        tidy_row("SW01", kind="financial_year", basis="real", value=27),
        tidy_row("SW01", kind="financial_year", basis="real", value=26, edition="Old", published_on="2020"),
    ]
    assert load(write_tidy(tmp_path / "lgbf.csv", rows)).counts == Counts(new=2, revised=1)
