"""The totals declared of delayed discharges and self-directed support, against the real files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from etl.checks import parts_of_total
from etl.extract import extract
from etl.problems import Problem
from etl.readings import Asked
from etl.sources import reader_for
from indicators.catalogue_files import load_catalogue
from tests.etl.checks.frames import DUNDEE, NOTHING, frame

CATALOGUE = load_catalogue()
DELAYED = "delayed_discharges/bed_days_by_council_month.csv"
SDS = "sds/phs_201920-202021_data_sds_{}.csv"
DAYS = "DELAYED_BED_DAYS"


def figures(path: Path) -> pd.DataFrame:
    extracted = extract(path)
    return reader_for(extracted).read(extracted, CATALOGUE, Asked(published="2022-01")).frame


def misfits(rows: pd.DataFrame) -> list[Problem]:
    return list(parts_of_total.check(rows, CATALOGUE, NOTHING))


def spoilt(rows: pd.DataFrame, code: str, column: str, period: str) -> pd.DataFrame:
    """The rows with 1,000 too many in one figure of Dundee."""
    there = (rows["indicator"] == code) & (rows["area"] == DUNDEE) & (rows["period"] == period)
    assert there.sum() == 1
    return rows.assign(**{column: rows[column].mask(there, rows[column] + 1000)})


def test_bed_days_add_up_by_reason_and_by_age_in_every_month_of_the_real_file(shared_data: Path) -> None:
    rows = figures(shared_data / DELAYED)
    assert len(rows) == 56_100
    assert misfits(rows) == []
    found = misfits(spoilt(rows, f"{DAYS}_75PLUS_CODE_9_AWI", "value", "2019-07"))
    assert len(found) == 2
    assert any(f"{DAYS}_18_74_CODE_9_AWI + {DAYS}_75PLUS_CODE_9_AWI 2019-07" in p.sentence for p in found)


@pytest.mark.parametrize("table", ["client_group", "type_of_organisation", "trend"])
def test_people_of_all_ages_are_those_of_each_age_in_the_real_tables(shared_data: Path, table: str) -> None:
    assert misfits(figures(shared_data / SDS.format(table))) == []


def test_in_the_real_options_only_scotland_of_2017_18_is_told(shared_data: Path) -> None:
    """Printed: 89,425 people of all ages and 85,745 in the age groups; those of Glasgow are without age."""
    found = [problem.sentence for problem in misfits(figures(shared_data / SDS.format("options_chosen")))]
    assert len(found) == 4
    assert all("2017-18 of Scotland make" in sentence for sentence in found)
    assert "make 85,745, not SDS_ANY_OPTION_ALL_AGES_RATE, 89,425" in found[0]


def test_an_age_that_has_too_many_people_is_told_as_people(shared_data: Path) -> None:
    code = "SDS_CLIENT_GROUP_DEMENTIA_AGES_85_RATE"
    rows = spoilt(figures(shared_data / SDS.format("client_group")), code, "numerator", "2018-19")
    (problem,) = misfits(rows)
    assert problem.sentence.startswith("the people of SDS_CLIENT_GROUP_DEMENTIA_AGES_0_17_RATE + ")
    assert "2018-19 of Dundee City make" in problem.sentence


@pytest.mark.parametrize(("people", "found"), [(100, 0), (105, 0), (106, 1)])
def test_one_option_has_no_more_people_than_any_of_them_but_for_rounding(people: int, found: int) -> None:
    row = {"period_kind": "financial_year", "value": 1.5}
    total = {**row, "indicator": "SDS_RATE", "numerator": 100}
    assert len(misfits(frame(total, {**row, "indicator": "SDS_OPTION_3_RATE", "numerator": people}))) == found
