from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.report import Counts, LoadReport
from etl.sources.phs_sds import FORMS, code_of
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from tests.etl.conftest import query
from tests.etl.published_files import write_csv, write_workbook

Load = Callable[..., LoadReport]
Refusal = Callable[..., str]
EDITION = {"published": "2021-09"}
REAL = "sds/phs_201920-202021_data_sds_{}.csv"
RATE = "financial_year,sending_location,implementation_rate,nclient,sdsclient,scotland_rate,scotland_nclient"
TREND = "financial_year,sending_location,option_type,nclient,rate"
OPTIONS = "financial_year,sending_location,age_group,option_type,nclient,rate"
COMMENTS = (
    *("Data Set", "Financial Year", "Financial Quarter"),
    *("Health and Social Care Partnership", "Data Completeness Comments"),
)

NOTED = (
    "(SELECT figures.*, note FROM figures JOIN figure_versions "
    "USING (indicator_code, area_code, period, basis) WHERE is_current) AS noted"
)


@pytest.fixture(scope="module")
def real_catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def catalogue(real_catalogue: Catalogue) -> Catalogue:
    """The catalogue as shipped: the codes are made of the words of the tables."""
    return real_catalogue


def rate(year: str, place: str, value: object, people: int, chose: int) -> list[object]:
    return [year, place, value, people, chose, 81.5, 121705]


def write_comments(path: Path, *missing: tuple[str, str], header: Sequence[str] = COMMENTS) -> Path:
    """A completeness workbook, with the stray spaces of the real one."""
    said = "Did not submit data for {0}. 2018/19 data was used in Scotland Trend file for {0}."
    rows = [["Self-directed Support", year, "All ", place, said.format(year)] for year, place in missing]
    return write_workbook(path, [header, *rows], sheet="Sheet1", deflators=None)


def figures(engine: Engine, columns: str, order: str = "1, 2") -> list[tuple[object, ...]]:
    return query(engine, f"SELECT {columns} FROM {NOTED} ORDER BY {order}")


def rules(report: LoadReport) -> Counter[str]:
    return Counter(problem.rule for problem in report.problems if ", row" not in problem.place)


# --- the tables


def test_the_implementation_rate_has_its_counts_and_an_estimated_scotland(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [
        rate("2018/19", "Scotland (Estimated)", 81.3, 126530, 102905),
        rate("2018/19", "Comhairle nan Eilean Siar", "99.5", 210, 209),
        rate("2018/19", "Argyll and Bute", "NA", 0, 0),
    ]
    report = load(write_csv(tmp_path / "rate.csv", RATE, rows), **EDITION)
    assert (report.counts, report.editions) == (Counts(new=3), ("Insights in Social Care, September 2021",))
    columns = "area_name, period, value, status, numerator, denominator, note, locator"
    assert figures(engine, columns) == [
        (
            *("Argyll & Bute", "2018-19", None, "not_available", None, None),
            *("no rate was worked out", "row 4"),
        ),
        ("Eilean Siar", "2018-19", 99.5, "published", 209.0, 210.0, "", "row 3"),
        ("Scotland", "2018-19", 81.3, "estimated", 102905.0, 126530.0, "", "row 2"),
    ]


def test_the_trend_gives_rates_by_option_and_the_people_of_any_option(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [
        ["2019/20", "Scotland (Estimated)", "Any SDS", 99245, 18.2],
        ["2019/20", "Dundee City", "Option 1", 130, 0.9],
        ["2019/20", "Dundee City", "Any SDS", 3100, 20.8],
    ]
    assert load(write_csv(tmp_path / "trend.csv", TREND, rows), **EDITION).counts == Counts(new=5)
    assert figures(engine, "indicator_code, area_name, value, numerator, status") == [
        ("SDS_OPTION_1_RATE", "Dundee City", 0.9, 130.0, "published"),
        ("SDS_PEOPLE", "Dundee City", 3100.0, None, "published"),
        ("SDS_PEOPLE", "Scotland", 99245.0, None, "estimated"),
        ("SDS_RATE", "Dundee City", 20.8, 3100.0, "published"),
        ("SDS_RATE", "Scotland", 18.2, 99245.0, "estimated"),
    ]


def test_options_by_age_are_series_of_their_own_and_people_of_unknown_age_a_count(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    rows = [
        ["2017/18", "Scotland (All Areas Submitted)", "All Ages", "Any SDS", 89425, 17.32035638194848],
        ["2017/18", "Scotland (All Areas Submitted)", "Unknown", "Any SDS", 35, "NA"],
        ["2017/18", "Dundee City", "85+ years", "Option 4", 5, 0.5],
    ]
    load(write_csv(tmp_path / "options.csv", OPTIONS, rows), **EDITION)
    assert figures(engine, "indicator_code, value, status, numerator, note", "1") == [
        ("SDS_ANY_OPTION_AGES_UNKNOWN_PEOPLE", 35.0, "published", None, "councils that sent a return"),
        (
            *("SDS_ANY_OPTION_ALL_AGES_RATE", 17.32035638194848, "published", 89425.0),
            "councils that sent a return",
        ),
        ("SDS_OPTION_4_AGES_85_RATE", 0.5, "published", 5.0, ""),
    ]


@pytest.mark.parametrize(
    ("form", "category", "age", "code"),
    [
        (1, "Elderly / Frail", "85+ years", "SDS_CLIENT_GROUP_ELDERLY_FRAIL_AGES_85_RATE"),
        (2, "Not Known", "All Ages", "SDS_ORGANISATION_NOT_KNOWN_ALL_AGES_RATE"),
        (3, "Option 2", "0-17 years", "SDS_OPTION_2_AGES_0_17_RATE"),
        (3, "Any SDS", "Unknown", "SDS_ANY_OPTION_AGES_UNKNOWN_PEOPLE"),
        (1, "Dementia", "Unknown", "SDS_CLIENT_GROUP_DEMENTIA_AGES_UNKNOWN_RATE"),
        (4, "Any SDS", "", "SDS_RATE"),
        (5, "Option 1 Only", "All Ages", "SDS_OPTION_1_ONLY_PCT"),
    ],
)
def test_a_category_and_an_age_make_a_code_of_the_catalogue(
    form: int, category: str, age: str, code: str, real_catalogue: Catalogue
) -> None:
    assert code_of(FORMS[form], category, age) == code
    assert real_catalogue[code].source == "self_directed_support_statistics"


def test_a_category_without_an_indicator_is_counted_and_told_once(tmp_path: Path, load: Load) -> None:
    header = "financial_year,sending_location,sds_option,nclients,percentage"
    rows = [
        ["2019/20", "Dundee City", "Option 1 Only", 100, 3.2],
        ["2019/20", "Dundee City", "Options 1 and 2", 5, 0.2],
        ["2019/20", "Angus", "Options 1 and 2", 10, 0.9],
        ["2019/20", "Angus", "Option 1 Only", "many", 0.9],
    ]
    report = load(write_csv(tmp_path / "proportion.csv", header, rows), **EDITION)
    assert report.counts == Counts(new=1, rejected=3)
    first, second = report.problems[:2]
    assert (first.rule, first.severity, first.value) == (
        *("dimension not in the catalogue", "error"),
        "SDS_OPTIONS_1_AND_2_PCT",
    )
    assert first.sentence == (
        "proportion.csv, row 3: 2 rows would be SDS_OPTIONS_1_AND_2_PCT, a dimension not in the catalogue, "
        "and are left out; add it to data/catalogue/indicators."
    )
    assert (second.rule, second.place) == ("unreadable number", "proportion.csv, row 5")


def test_a_table_loaded_twice_is_unchanged(tmp_path: Path, load: Load) -> None:
    rows = [["2019/20", "Dundee City", "Any SDS", 3100, 20.8]]
    path = write_csv(tmp_path / "trend.csv", TREND, rows)
    load(path, **EDITION)
    assert load(path, **EDITION).counts == Counts(unchanged=2)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (["2019/20", "Dundee Cit", "Option 1", 5, 1], "row 2: 'Dundee Cit' is not a known area"),
        (["2019/40", "Dundee City", "Option 1", 5, 1], "row 2: '2019/40' is not a period"),
    ],
)
def test_an_unknown_word_refuses_the_table(
    tmp_path: Path, refusal: Refusal, row: list[object], sentence: str
) -> None:
    assert sentence in refusal(write_csv(tmp_path / "trend.csv", TREND, [row]), **EDITION)


def test_a_table_whose_name_has_no_date_needs_one(tmp_path: Path, refusal: Refusal) -> None:
    path = write_csv(tmp_path / "phs_201920-202021.csv", TREND, [["2019/20", "Angus", "Option 1", 5, 1]])
    assert "give the date" in refusal(path)


def test_the_files_without_figures_say_what_they_are(tmp_path: Path, refusal: Refusal) -> None:
    header = "financial_year,sending_location,option_type,age_group,denom,nclient,rate,dupe_count,data_set"
    duplicates = write_csv(tmp_path / "duplicates.csv", header, [])
    assert "lists duplicate records, not figures" in refusal(duplicates, **EDITION)
    quality = ("Data Set", "Financial Year", "Health and Social Care Partnership", "Data Quality Comments")
    workbook = write_comments(tmp_path / "quality.xlsx", header=quality)
    assert "holds comments on the completeness and quality" in refusal(workbook, **EDITION)


# --- returns that were never sent

ABERDEEN = [
    rate("2018/19", "Aberdeen City", 36.2, 2845, 1030),
    rate("2019/20", "Aberdeen City", 36.2, 2845, 1030),
    rate("2020/21", "Aberdeen City", 36.2, 2845, 1030),
]
STATES = "period, status, note"
CARRIED = "no return was sent; that of 2018-19 was used"


def test_the_completeness_workbook_beside_a_table_marks_its_repeated_returns(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    missing = [("2019/20", "Aberdeen City"), ("2020/21", "Aberdeen City "), ("All", "Angus")]
    write_comments(tmp_path / "a_completeness_table.xlsx", *missing)
    report = load(write_csv(tmp_path / "rate.csv", RATE, ABERDEEN), **EDITION)
    assert figures(engine, STATES) == [
        ("2018-19", "published", ""),
        ("2019-20", "carried_forward", CARRIED),
        ("2020-21", "carried_forward", CARRIED),
    ]
    assert rules(report) == {"carried forward": 2}
    assert report.problems[0].sentence == (
        "rate.csv, Aberdeen City, 2019-20: no return was sent; that of 2018-19 was used."
    )


def test_a_council_left_out_of_the_options_chosen_marks_its_repeated_return_too(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    sent = [["2018/19", "Aberdeen City"], ["2018/19", "Angus"], ["2019/20", "Angus"]]
    rows = [[*each, "All Ages", "Option 1", 5, 1.0] for each in sent]
    write_csv(tmp_path / "options_chosen.csv", OPTIONS, rows)
    load(write_csv(tmp_path / "rate.csv", RATE, ABERDEEN), **EDITION)
    assert [status for _, status, _ in figures(engine, STATES)] == [
        *("published", "carried_forward"),
        "published",  # the options chosen do not cover 2020-21
    ]


def test_a_repeated_return_with_nothing_beside_it_is_only_asked_about(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    report = load(write_csv(tmp_path / "rate.csv", RATE, ABERDEEN), **EDITION)
    assert {status for _, status, _ in figures(engine, STATES)} == {"published"}
    assert rules(report) == {"return repeated": 2}


def test_a_missing_return_with_new_figures_keeps_them_and_is_asked_about(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    write_comments(tmp_path / "completeness.xlsx", ("2019/20", "Aberdeen City"))
    rows = [ABERDEEN[0], rate("2019/20", "Aberdeen City", 40.0, 2500, 1000)]
    report = load(write_csv(tmp_path / "rate.csv", RATE, rows), **EDITION)
    assert figures(engine, STATES)[1] == ("2019-20", "published", "")
    assert rules(report) == {"return not sent": 1}


def test_a_damaged_workbook_beside_a_table_refuses_it_by_name(tmp_path: Path, refusal: Refusal) -> None:
    (tmp_path / "a_completeness_table.xlsx").write_bytes(b"PK\x03\x04 and no more")
    assert "a_completeness_table.xlsx is damaged" in refusal(
        write_csv(tmp_path / "rate.csv", RATE, ABERDEEN), **EDITION
    )


def test_a_return_is_repeated_only_if_every_option_is(tmp_path: Path, load: Load, engine: Engine) -> None:
    write_comments(tmp_path / "completeness.xlsx", ("2019/20", "Angus"), ("2019/20", "Moray"))
    rows: list[Sequence[object]] = [
        *([year, "Angus", "Option 1", 60, 0.5] for year in ("2018/19", "2019/20")),
        *([year, "Angus", "Option 2", people, 1.4] for year, people in (("2018/19", 160), ("2019/20", 165))),
        *([year, "Moray", "Option 1", 50, one] for year, one in (("2018/19", 0.5), ("2019/20", 0.6))),
    ]
    load(write_csv(tmp_path / "trend.csv", TREND, rows), **EDITION)
    assert query(engine, "SELECT area_name, value FROM figures WHERE status = 'carried_forward'") == [
        ("Moray", 0.6)  # the same people among a smaller population
    ]


def test_a_council_at_100_per_cent_in_every_year_is_asked_about(tmp_path: Path, load: Load) -> None:
    years = [("2017/18", 2515), ("2018/19", 2490), ("2019/20", 2540)]
    always = [rate(year, "Inverclyde", 100, people, people) for year, people in years]
    twice = [rate(year, "Angus", 100, people, people) for year, people in years[:2]]
    report = load(write_csv(tmp_path / "rate.csv", RATE, [*always, *twice]), **EDITION)
    assert [problem.place for problem in report.problems if problem.rule == "always 100"] == [
        "rate.csv, Inverclyde"
    ]


# --- the real tables


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("implementation_rate", 132),
        ("trend", 1056 + 132),
        ("options_chosen", 4220),
        ("client_group", 5082),
        ("type_of_organisation", 5082),
    ],
)
def test_every_row_of_a_real_table_is_a_figure_as_printed(
    shared_data: Path, load: Load, engine: Engine, table: str, rows: int
) -> None:
    path = shared_data / REAL.format(table)
    assert load(path, **EDITION).counts == Counts(new=rows)
    with path.open(encoding="utf-8", newline="") as lines:
        printed = list(csv.DictReader(lines))
    column = "implementation_rate" if table == "implementation_rate" else "rate"
    kept = query(engine, "SELECT locator, value FROM figures WHERE indicator_code <> 'SDS_PEOPLE'")
    expected = {
        f"row {at}": row["nclient" if "option_type" in row and row.get("age_group") == "Unknown" else column]
        for at, row in enumerate(printed, 2)
    }
    assert {at: "NA" if value is None else value for at, value in kept} == {
        at: "NA" if text == "NA" else float(text) for at, text in expected.items()
    }


def test_golden_cells_of_the_real_implementation_rate(shared_data: Path, load: Load, engine: Engine) -> None:
    report = load(shared_data / REAL.format("implementation_rate"), **EDITION)
    cells = f"SELECT value, status, note FROM {NOTED} WHERE area_name = '{{}}' ORDER BY period"
    assert query(engine, cells.format("Aberdeen City")) == [
        (31.7, "published", ""),
        (36.2, "published", ""),
        (36.2, "carried_forward", CARRIED),
        (36.2, "carried_forward", CARRIED),
    ]
    assert query(engine, cells.format("Scotland"))[3] == (84.4, "estimated", "")
    assert query(engine, cells.format("Dundee City"))[2:] == [
        (90.8, "published", ""),
        (95.9, "published", ""),
    ]
    carried = "SELECT area_name FROM figures WHERE status = 'carried_forward' AND period = '{}' ORDER BY 1"
    assert query(engine, carried.format("2018-19")) == [("Orkney Islands",)]
    assert query(engine, carried.format("2019-20")) == [("Aberdeen City",), ("South Ayrshire",)]
    assert [name for (name,) in query(engine, carried.format("2020-21"))] == [
        *("Aberdeen City", "Aberdeenshire", "East Lothian", "Inverclyde", "Orkney Islands", "South Ayrshire")
    ]
    sentences = " ".join(problem.sentence for problem in report.problems)
    assert "2019-20 of Dundee City has the base 3,415 after 9,725 in 2018-19" in sentences
    assert "Inverclyde, 100% in every year" in sentences


def test_golden_cells_of_the_real_tables_by_category(shared_data: Path, load: Load, engine: Engine) -> None:
    for table in ("trend", "options_chosen", "client_group", "type_of_organisation"):
        load(shared_data / REAL.format(table), **EDITION)
    cell = "SELECT value, numerator FROM figures WHERE indicator_code = '{}' AND area_name = '{}' "
    cell += "AND period = '{}'"
    for code, area, period, value, people in (
        ("SDS_OPTION_3_RATE", "Scotland", "2020-21", 17.0, 92795.0),
        ("SDS_OPTION_1_RATE", "Angus", "2016-17", 0.5, 60.0),
        ("SDS_ANY_OPTION_ALL_AGES_RATE", "Dundee City", "2020-21", 21.368095686063704, 3180.0),
        ("SDS_CLIENT_GROUP_DEMENTIA_ALL_AGES_RATE", "Scotland", "2017-18", 74.92311993290467, 6700.0),
        ("SDS_ORGANISATION_LOCAL_AUTHORITY_ALL_AGES_RATE", "Scotland", "2017-18", 369.5834498182835, 33050.0),
    ):
        assert query(engine, cell.format(code, area, period)) == [(value, people)]
    aberdeenshire = f"SELECT status, note FROM {NOTED} WHERE area_name = 'Aberdeenshire' AND {{}}"
    trend = "period = '2017-18' AND indicator_code = 'SDS_OPTION_3_RATE'"
    assert query(engine, aberdeenshire.format(trend)) == [
        ("carried_forward", "no return was sent; that of 2016-17 was used")
    ]
