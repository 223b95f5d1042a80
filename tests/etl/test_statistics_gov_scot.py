"""Justice cubes of statistics.gov.scot in the two forms they come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.pipeline import load_file
from etl.problems import LoadRefused
from etl.report import Counts, LoadReport
from etl.sources.statistics_gov_scot import CUBES
from indicators.catalogue_files import load_catalogue
from tests.etl.conftest import query
from tests.etl.published_files import write_csv

Load = Callable[..., LoadReport]
QUERY = "refArea,refPeriod,measureType,orderType,value"
UPLOAD = "GeographyCode,DateCode,Measurement,Units,Value,Order Type"
OUTCOMES = f"{UPLOAD},Social Work Order Outcome"
SITE = "http://statistics.gov.scot"
FIGURES = "SELECT indicator_code, area_code, period, value, status FROM figures ORDER BY 1, 2, 3"


@pytest.fixture(name="load_cube")
def _load_cube(engine: Engine, tmp_path: Path) -> Load:
    catalogue = load_catalogue()

    def load(header: str, *rows: list[object]) -> LoadReport:
        path = write_csv(tmp_path / "orders_2025-03.csv", header, rows)
        return load_file(path, engine, catalogue)

    return load


def observation(
    value: str = "472", area: str = "S12000042", order: str = "community-payback-orders"
) -> list[object]:
    """An answer of the query service, all of its words addresses."""
    return [
        f"{SITE}/id/statistical-geography/{area}",
        "http://reference.data.gov.uk/id/government-year/2015-2016",
        f"{SITE}/def/measure-properties/count",
        f"{SITE}/def/concept/order-type/{order}",
        value,
    ]


def uploaded(
    order: str = "Community payback orders", value: str = "472", period: str = "2015/2016"
) -> list[object]:
    return ["S12000042", period, "Count", "Orders", value, order]


def test_addresses_and_exponents_are_read_and_an_old_code_is_its_council_of_today(
    load_cube: Load, engine: Engine
) -> None:
    rows = [observation(), observation("2.29E2", "S12000015"), observation("16470", "S92000003")]
    assert load_cube(QUERY, *rows).counts == Counts(new=3)
    assert query(engine, FIGURES) == [
        ("COMMUNITY_PAYBACK_COMMENCED", "S12000042", "2015-16", 472.0, "published"),
        ("COMMUNITY_PAYBACK_COMMENCED", "S12000047", "2015-16", 229.0, "published"),
        ("COMMUNITY_PAYBACK_COMMENCED", "S92000003", "2015-16", 16470.0, "published"),
    ]


def test_the_upload_form_is_the_same_figures(load_cube: Load, engine: Engine) -> None:
    load_cube(QUERY, observation())
    assert load_cube(UPLOAD, uploaded()).counts == Counts(unchanged=1)
    assert query(engine, "SELECT label, published_on, source_code FROM editions") == [
        ("statistics.gov.scot, March 2025", "2025-03", "justice_social_work_statistics")
    ]


def test_orders_that_ended_are_told_by_their_outcome(load_cube: Load, engine: Engine) -> None:
    rows = [
        [*uploaded("Probation orders", "60"), "Orders completed/discharged"],
        [*uploaded("Probation orders", "100"), "Total orders terminated"],
    ]
    load_cube(OUTCOMES, *rows)
    assert query(engine, "SELECT indicator_code, value FROM figures ORDER BY 1") == [
        ("PROBATION_ORDERS_COMPLETED", 60.0),
        ("PROBATION_ORDERS_ENDED", 100.0),
    ]


def test_what_the_catalogue_has_no_indicator_for_is_left_out_and_counted(load_cube: Load) -> None:
    rate = ["S12000042", "2015/2016", "Ratio", "Per 10,000", "31.5", "Community payback orders"]
    report = load_cube(UPLOAD, uploaded(), uploaded("Curfews"), uploaded("Curfews", period="2016/2017"), rate)
    assert report.counts == Counts(new=1, rejected=3)
    found = [(problem.rule, problem.value) for problem in report.problems]
    assert found == [
        ("no indicator", "community-payback-orders (Ratio)"),
        ("no indicator", "curfews (Count)"),
    ]
    assert (
        "row 3: the catalogue has no indicator for curfews (Count); its 2 rows" in report.problems[1].sentence
    )


def test_marks_have_their_statuses_a_nil_is_nought_and_a_riddle_is_rejected(
    load_cube: Load, engine: Engine
) -> None:
    values = {"2010/2011": "..", "2011/2012": "*", "2012/2013": "0", "2013/2014": "", "2014/2015": "about 4"}
    report = load_cube(UPLOAD, *(uploaded(value=value, period=year) for year, value in values.items()))
    assert report.counts == Counts(new=4, rejected=1)
    assert query(engine, "SELECT period, value, status FROM figures ORDER BY 1") == [
        ("2010-11", None, "not_available"),
        ("2011-12", None, "suppressed"),
        ("2012-13", 0.0, "published"),
        ("2013-14", None, "missing"),
    ]


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        (f"{UPLOAD},Gender", [*uploaded(), "All"], "the cube has the dimensions 'gender', 'ordertype'"),
        (UPLOAD, ["S08000030", *uploaded()[1:]], "row 2: 'S08000030' is not a known area"),
        (UPLOAD, uploaded(period="2015 to 2016"), "row 2: '2015 to 2016' is not a period"),
    ],
)
def test_another_cube_or_an_unknown_word_refuses_the_file(
    load_cube: Load, header: str, row: list[object], said: str
) -> None:
    with pytest.raises(LoadRefused, match=said):
        load_cube(header, row)


def test_every_code_a_cube_is_mapped_to_is_in_the_catalogue() -> None:
    catalogue = load_catalogue()
    codes = [code for cube in CUBES for code in cube.codes.values()]
    assert [code for code in codes if code not in catalogue.indicators] == []
    assert len(codes) == len(set(codes)) == 15
