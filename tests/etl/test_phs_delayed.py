from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.pipeline import load_file
from etl.report import Counts, LoadReport
from etl.sources.phs_delayed import code_of
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from tests.etl.conftest import query
from tests.etl.published_files import write_csv

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]
EDITION = {"published": "2025-10"}
REAL = "delayed_discharges/bed_days_by_council_month.csv"
RENAMED = "ltla_code,date,age_group,delay_reason,num_delayed_bed_days,average_daily_delayed_beds"
PUBLISHED = (
    "MonthOfDelay,CA,CAQF,AgeGroup,AgeGroupQF,ReasonForDelay,ReasonForDelayQF,NumberOfDelayedBedDays,"
    "AverageDailyNumberOfDelayedBeds"
)
ALL = "All Delay Reasons"


@pytest.fixture(scope="module")
def real_catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def catalogue(real_catalogue: Catalogue) -> Catalogue:
    """The catalogue as shipped: the codes are made of the words of the file."""
    return real_catalogue


def days(
    area: str, number: object, age: str = "18plus", reason: str = ALL, month: str = "2019-12-01"
) -> list[object]:
    """A row of the renamed form."""
    return [area, month, age, reason, number, 0]


def published(area: str, number: object, flag: str = "", month: str = "201912") -> list[object]:
    """A row of the published form."""
    return [month, area, flag, "18plus", "d", ALL, "d", number, 0]


def sums(report: LoadReport) -> list[str]:
    return [problem.sentence for problem in report.problems if problem.rule == "councils and Scotland"]


def loaded_days(tmp_path: Path, load: Load, rows: Sequence[Sequence[object]]) -> LoadReport:
    return load(write_csv(tmp_path / "days.csv", RENAMED, rows), **EDITION)


def test_totals_and_parts_are_different_indicators(tmp_path: Path, load: Load, engine: Engine) -> None:
    rows = [
        days("S12000042", 745),
        days("S12000042", 461, "75plus"),
        days("S12000042", 155, reason="Code 9 Non-AWI"),
        days("S12000042", 2, "75plus", "Patient and Family Related Reasons"),
    ]
    report = loaded_days(tmp_path, load, rows)
    assert (report.counts, report.editions) == (Counts(new=4), ("Delayed Discharges, October 2025",))
    columns = "indicator_code, area_name, period, period_kind, value, locator"
    assert query(engine, f"SELECT {columns} FROM figures ORDER BY locator") == [
        ("DELAYED_BED_DAYS", "Dundee City", "2019-12", "month", 745.0, "row 2"),
        ("DELAYED_BED_DAYS_75PLUS", "Dundee City", "2019-12", "month", 461.0, "row 3"),
        ("DELAYED_BED_DAYS_CODE_9_NON_AWI", "Dundee City", "2019-12", "month", 155.0, "row 4"),
        (
            *("DELAYED_BED_DAYS_75PLUS_PATIENT_AND_FAMILY_RELATED", "Dundee City"),
            *("2019-12", "month", 2.0, "row 5"),
        ),
    ]


@pytest.mark.parametrize("age", ["18plus", "18-74", "75plus"])
@pytest.mark.parametrize(
    ("reason", "shorter"),
    [
        (ALL, ALL),
        ("Health and Social Care Reasons", "Health and Social Care"),
        ("Patient and Family Related Reasons", "Patient and Family Related"),
        ("Code 9 Reasons", "Code 9"),
        ("Code 9 AWI", "Code 9 AWI"),
        ("Code 9 Non-AWI", "Code 9 Non-AWI"),
    ],
)
def test_every_age_and_reason_has_one_code_however_it_is_spelt(
    age: str, reason: str, shorter: str, real_catalogue: Catalogue
) -> None:
    assert code_of(age, reason) == code_of(age, shorter)
    assert real_catalogue[code_of(age, reason)].source == "delayed_discharges"


def test_the_published_form_reads_the_same_with_its_flags(tmp_path: Path, load: Load, engine: Engine) -> None:
    rows = [
        published("S12000042", 745),
        published("S92000003", 812, "d"),
        published("", 67, ":"),
        published("S12000042", "", ":", month="202001"),
        published("S12000042", "", month="202002"),
    ]
    path = write_csv(tmp_path / "2024-08_delayed-discharge-beddays-council-area.csv", PUBLISHED, rows)
    assert load(path).editions == ("Delayed Discharges, August 2024",)
    assert query(engine, "SELECT area_name, period, value, status FROM figures ORDER BY period, value") == [
        ("Unknown or outside Scotland", "2019-12", 67.0, "published"),
        ("Dundee City", "2019-12", 745.0, "published"),
        ("Scotland", "2019-12", 812.0, "published"),
        ("Dundee City", "2020-01", None, "not_available"),
        ("Dundee City", "2020-02", None, "missing"),
    ]


def test_the_unknown_area_is_kept_and_completes_scotland(tmp_path: Path, load: Load, engine: Engine) -> None:
    rows = [days("S12000042", 745), days("NA", 67), days("S92000003", 812)]
    assert sums(loaded_days(tmp_path, load, rows)) == []
    assert query(engine, "SELECT value FROM figures WHERE area_code = 'UNKNOWN'") == [(67.0,)]
    assert query(engine, "SELECT count(*) FROM benchmark_values WHERE area_code = 'UNKNOWN'") == [(0,)]


def test_councils_that_do_not_make_scotland_are_told_for_their_month_and_series(
    tmp_path: Path, load: Load
) -> None:
    rows = [
        *(days("S12000042", 745), days("S92000003", 812)),
        *(days("S12000042", 461, "75plus"), days("S92000003", 461, "75plus")),
    ]
    report = loaded_days(tmp_path, load, rows)
    assert report.counts == Counts(new=4)
    assert sums(report) == [
        "days.csv, row 3: DELAYED_BED_DAYS 2019-12 of Scotland is 812, and of the councils with the unknown "
        "area 745; see whether a council is missing."
    ]


def test_nothing_is_said_of_a_sum_that_nobody_knows(tmp_path: Path, load: Load) -> None:
    rows = [days("S12000042", 745), days("S12000041", ":"), days("S92000003", 812)]
    assert sums(loaded_days(tmp_path, load, rows)) == []


def test_a_number_nobody_can_read_rejects_its_row(tmp_path: Path, load: Load) -> None:
    report = loaded_days(tmp_path, load, [days("S12000042", "745 days"), days("S12000041", 0)])
    assert report.counts == Counts(new=1, rejected=1)
    assert (report.problems[0].rule, report.problems[0].place) == ("unreadable number", "days.csv, row 2")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (days("S12000099", 1), "row 2: 'S12000099' is not a known area"),
        (days("S12000042", 1, "65plus"), "row 2: 'DELAYED_BED_DAYS_65PLUS' is not an indicator"),
        (days("S12000042", 1, month="2019-12-02"), "row 2: '2019-12-02' is not a period"),
    ],
)
def test_an_unknown_word_refuses_the_file(
    tmp_path: Path, refusal: Refusal, row: list[object], sentence: str
) -> None:
    assert sentence in refusal(write_csv(tmp_path / "days.csv", RENAMED, [row]), **EDITION)


def test_the_real_file_is_read_whole_and_its_councils_make_scotland(
    shared_data: Path, load: Load, engine: Engine
) -> None:
    report = load(shared_data / REAL, **EDITION)
    assert (report.counts, sums(report)) == (Counts(new=56100), [])
    cell = "SELECT value FROM figures WHERE indicator_code = '{}' AND area_code = '{}' AND period = '2019-12'"
    for code, area, value in (
        ("DELAYED_BED_DAYS", "S12000042", 745.0),
        ("DELAYED_BED_DAYS_18_74_CODE_9_NON_AWI", "S12000042", 155.0),
        ("DELAYED_BED_DAYS_75PLUS", "S12000042", 461.0),
        ("DELAYED_BED_DAYS", "UNKNOWN", 67.0),
    ):
        assert query(engine, cell.format(code, area)) == [(value,)]
    year = (
        "area_code = '{}' AND indicator_code = 'DELAYED_BED_DAYS' AND period BETWEEN '2019-04' AND '2020-03'"
    )
    totals = {
        area: query(engine, f"SELECT sum(value), count(*) FROM figures WHERE {year.format(area)}")[0]
        for area in ("S92000003", "UNKNOWN")
    }
    assert totals == {"S92000003": (542204.0, 12), "UNKNOWN": (642.0, 12)}


@pytest.mark.parametrize(
    "other", ["lgbf/lgbf_workbook_2022-01.xlsx", "lgbf/sw08_and_missing_real_2024-02.csv"]
)
def test_twelve_months_of_dundee_are_the_numerator_of_the_yearly_indicator(
    shared_data: Path, load: Load, engine: Engine, catalogue: Catalogue, other: str
) -> None:
    load(shared_data / REAL, **EDITION)
    load_file(shared_data / other, engine, catalogue)
    months = (
        "SELECT sum(value), count(*) FROM figures WHERE indicator_code = 'DELAYED_BED_DAYS_75PLUS' "
        "AND area_code = 'S12000042' AND period BETWEEN '2019-04' AND '2020-03'"
    )
    year = (
        "SELECT numerator FROM figures WHERE indicator_code = 'SW08' AND area_code = 'S12000042' "
        "AND period = '2019-20'"
    )
    assert query(engine, months) == [(5438.0, 12)]
    assert query(engine, year) == [(5438.0,)]
