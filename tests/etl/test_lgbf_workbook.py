from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.extract import extract
from etl.readings import Asked
from etl.report import Counts, LoadReport
from etl.sources.lgbf_workbook import READER
from indicators.catalogue import Catalogue
from tests.etl.conftest import query
from tests.etl.published_files import write_workbook

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]
NAME = "lgbf_workbook_2022-01.xlsx"
HEADER = [
    "Local Authority",
    "SW1 2020-21",
    " Total Homecare (£000)  2020-21",
    "Care Hrs per Yr 2020-21",
    "SW1 2020-21 Real",
    "CHN22 2019-20",
    "CHN10 2010-14",
    "",
    "CHN10 2010-11",
]
DUNDEE = ["Dundee City", 25.5, 7453.0, 292.0, 27.5, "*", "NA", "", 81.25]
INVERCLYDE = ["Inverclyde", "dna", 100.0, "dna", "dna", "!", 80.0, "", ""]
SCOTLAND = ["Scotland", 26.0, "!", "!", 28.0, 6.85, 84.0, "", "n/a"]


def test_the_real_quirks_of_the_workbook_are_understood(tmp_path: Path, load: Load, engine: Engine) -> None:
    report = load(write_workbook(tmp_path / NAME, [HEADER, DUNDEE, INVERCLYDE, SCOTLAND]))
    assert report.counts == Counts(new=15)
    assert report.problems == ()
    assert query(engine, "SELECT label, published_on, base_year FROM editions") == [
        ("LGBF, January 2022", "2022-01", "2020-21")
    ]
    assert query(
        engine,
        "SELECT indicator_code, period, period_kind, basis, value, status, numerator, denominator, locator "
        "FROM figure_versions WHERE area_code = 'S12000042' ORDER BY indicator_code, period, basis",
    ) == [
        ("CHN10", "2010-11", "survey_round", "none", 81.25, "published", None, None, "Raw Data!I2"),
        ("CHN10", "2010-14", "window", "none", None, "not_applicable", None, None, "Raw Data!G2"),
        ("CHN22", "2019-20", "care_year", "none", None, "suppressed", None, None, "Raw Data!F2"),
        ("SW01", "2020-21", "financial_year", "cash", 25.5, "published", 7453.0, 292.0, "Raw Data!B2"),
        ("SW01", "2020-21", "financial_year", "real", 27.5, "published", None, None, "Raw Data!E2"),
    ]


def test_markers_and_blanks_become_statuses_and_never_zero(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    load(write_workbook(tmp_path / NAME, [HEADER, DUNDEE, INVERCLYDE, SCOTLAND]))
    assert query(
        engine,
        "SELECT locator, status, note FROM figure_versions WHERE value IS NULL OR note <> '' ORDER BY 1",
    ) == [
        ("Raw Data!B3", "not_available", ""),
        ("Raw Data!B4", "published", "numerator printed as !, denominator printed as !"),
        ("Raw Data!E3", "not_available", ""),
        ("Raw Data!F2", "suppressed", ""),
        ("Raw Data!F3", "not_available", "printed as !"),
        ("Raw Data!G2", "not_applicable", ""),
        ("Raw Data!I3", "missing", ""),
        ("Raw Data!I4", "not_applicable", ""),
    ]


def test_every_filled_cell_is_accounted_for(tmp_path: Path, catalogue: Catalogue) -> None:
    path = write_workbook(tmp_path / NAME, [HEADER, DUNDEE, INVERCLYDE, SCOTLAND])
    reading = READER.read(extract(path), catalogue, Asked())
    assert reading.cells == {
        "header": 8,
        "area": 3,
        "value": 14,
        "numerator": 3,
        "denominator": 3,
        "stray": 0,
        "note": 0,
    }


def test_an_unreadable_value_is_rejected_with_its_cell_and_the_load_goes_on(
    tmp_path: Path, load: Load
) -> None:
    rows = [HEADER, ["Dundee City", "25p", "lots", 292.0, 27.5, 1.9, 80.0, "", 81.25], SCOTLAND]
    report = load(write_workbook(tmp_path / NAME, rows))
    assert report.counts == Counts(new=9, rejected=1)
    assert [problem.sentence for problem in report.problems] == [
        f"{NAME}, Raw Data!B2: the value '25p' is neither a number nor a known marker; "
        "the figure is left out.",
        f"{NAME}, Raw Data!C2: the numerator 'lots' is neither a number nor a known marker; "
        "the figure is kept without it.",
    ]


def test_figures_in_a_column_that_belongs_to_nothing_are_rejected_and_counted(
    tmp_path: Path, load: Load
) -> None:
    header = ["Local Authority", "CHN22 2019-20", "A single title 2019-20", "", "CHN14a 2019-20"]
    rows = [header, ["Dundee City", 1.9, 5, "", 2.0], ["Inverclyde", 1.8, 6, 7, 3.0]]
    report = load(write_workbook(tmp_path / NAME, rows))
    assert report.counts == Counts(new=4, rejected=3)
    assert [problem.place for problem in report.problems] == [
        f"{NAME}, Raw Data!C2:C3",
        f"{NAME}, Raw Data!D3:D3",
    ]
    assert (
        "'A single title 2019-20' is neither an indicator nor one of the two" in report.problems[0].sentence
    )


def test_a_code_in_small_letters_is_still_a_code_and_not_a_numerator(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    header = ["Local Authority", "CHN22 2019-20", "chn14a 2019-20", "sw 1 2019-20"]
    load(write_workbook(tmp_path / NAME, [header, ["Dundee City", 1.9, 2.0, 3.0]]))
    found = query(engine, "SELECT indicator_code, numerator FROM figures WHERE basis <> 'real' ORDER BY 1")
    assert found == [("CHN14a", None), ("CHN22", None), ("SW01", None)]


def test_rows_without_anything_are_passed_over(tmp_path: Path, load: Load) -> None:
    rows = [["Local Authority", "CHN22 2019-20"], ["Dundee City", 1.9], [], ["Scotland", 6.85]]
    assert load(write_workbook(tmp_path / NAME, rows)).counts == Counts(new=2)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [["Local Authority", "CHN99z 2019-20"], ["Dundee City", 1]],
            "Raw Data!B1: 'CHN99z' is not an indicator of the catalogue",
        ),
        (
            [["Local Authority", "CHN22 2019-20", "CHN22 last year"], ["Dundee City", 1, 2]],
            "Raw Data!C1: 'last year' is not a period",
        ),
        (
            [["Local Authority", "CHN22 2019-20"], ["Dundee", 1]],
            "Raw Data!A2: 'Dundee' is not a known area; did you mean 'Dundee City'? Correct the name",
        ),
        (
            [["Local Authority", "CHN22 2019-20"], ["", 1]],
            "Raw Data!A2: '' is not a known area",
        ),
        (
            [["Council", "CHN22 2019-20"], ["Dundee City", 1]],
            "Raw Data!A1: the first header is 'Council' and must be 'Local Authority'; restore it.",
        ),
        (
            [["Local Authority", "CHN22 2019-20", "CHN22 2019/20"], ["Dundee City", 1, 2]],
            "Raw Data!B2 and Raw Data!C2: two different values for CHN22 2019-20 of Dundee City",
        ),
    ],
)
def test_what_cannot_be_understood_refuses_the_workbook(
    tmp_path: Path, refusal: Refusal, rows: list[list[object]], sentence: str
) -> None:
    assert sentence in refusal(write_workbook(tmp_path / NAME, rows))


def test_a_header_without_rows_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    path = write_workbook(tmp_path / NAME, [HEADER])
    assert refusal(path) == f"{NAME}: the sheet 'Raw Data' has a header and no rows; fetch it again."


@pytest.mark.parametrize("deflators", [None, [["Year", "Deflator"], ["2019-20", 93.7]]])
def test_real_figures_without_a_price_year_are_refused(
    tmp_path: Path, refusal: Refusal, deflators: list[list[object]] | None
) -> None:
    path = write_workbook(tmp_path / NAME, [HEADER, DUNDEE], deflators=deflators)
    assert "a sheet 'Deflators' with a deflator of 100 must say which year's prices" in refusal(path)


def test_a_workbook_without_real_figures_needs_no_deflators(tmp_path: Path, load: Load) -> None:
    rows = [["Local Authority", "CHN22 2019-20"], ["Dundee City", 1.9]]
    assert load(write_workbook(tmp_path / NAME, rows, deflators=None)).counts == Counts(new=1)
