"""All checks together: where they stand in a load, how much they keep, and what they find in real files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pandas as pd
import pytest
from sqlalchemy import Engine

from etl.checks import CHECKS, MOST_OF_A_RULE, run
from etl.extract import extract
from etl.problems import Problem
from etl.readings import Asked
from etl.report import LoadReport, problem_lines
from etl.sources import reader_for
from etl.validate import validate
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from tests.documents import not_in
from tests.etl.checks.frames import NOTHING, frame
from tests.etl.conftest import query
from tests.etl.published_files import tidy_row, write_tidy

WORKBOOK, TABLE = "lgbf/lgbf_workbook_2022-01.xlsx", "lgbf/lgbf_data_table_real_2024-02.csv"
Load = Callable[..., LoadReport]


@pytest.fixture(scope="module")
def real_catalogue() -> Catalogue:
    return load_catalogue()


def figures(path: Path, catalogue: Catalogue) -> pd.DataFrame:
    extracted = extract(path)
    reading = reader_for(extracted).read(extracted, catalogue, Asked())
    return validate(reading, catalogue, extracted.name).frame


@pytest.fixture(scope="module")
def workbook(shared_data: Path, real_catalogue: Catalogue) -> pd.DataFrame:
    return figures(shared_data / WORKBOOK, real_catalogue)


@pytest.fixture(scope="module")
def table(shared_data: Path, real_catalogue: Catalogue) -> pd.DataFrame:
    return figures(shared_data / TABLE, real_catalogue)


def unbounded(rows: pd.DataFrame, catalogue: Catalogue) -> Counter[str]:
    return Counter({rule: len(list(check(rows, catalogue, NOTHING))) for rule, check in CHECKS})


def test_a_load_keeps_what_the_checks_find_and_the_figure_as_printed(
    tmp_path: Path, load: Load, engine: Engine
) -> None:
    report = load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(value=101, locator="Table 7")]))
    (problem,) = report.problems
    assert (problem.rule, problem.severity, problem.place) == ("out of range", "warning", "lgbf.csv, Table 7")
    assert problem.sentence.startswith("lgbf.csv, Table 7: CHN22 2019-20 of Dundee City is 101, above 100")
    assert query(engine, "SELECT rule, sentence FROM problems") == [("out of range", problem.sentence)]
    assert query(engine, "SELECT value, status FROM figures") == [(101.0, "published")]


def test_the_checks_see_what_an_earlier_load_has_brought(tmp_path: Path, load: Load) -> None:
    load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(period="2018-19", value=62)]))
    report = load(write_tidy(tmp_path / "lgbf.csv", [tidy_row(period="2019-20", value=0.62)]))
    assert [problem.rule for problem in report.problems] == ["unit jump"]


def test_at_most_200_problems_of_a_rule_are_kept_and_the_rest_is_counted(real_catalogue: Catalogue) -> None:
    years = [f"{year}-{year % 100 + 1}" for year in range(2012, 2019)]
    councils = real_catalogue.areas.councils[:30]
    rows = frame(*({"area": each.code, "period": year, "value": 101} for each in councils for year in years))
    found = [
        problem for problem in run(rows, real_catalogue, NOTHING, "x.csv") if problem.rule == "out of range"
    ]
    assert len(found) == MOST_OF_A_RULE + 1
    assert found[-1].sentence == "x.csv: 10 more of the rule 'out of range' are not listed."


def test_every_rule_is_heard_before_one_is_heard_twice() -> None:
    problems = [Problem("many", "warning", "", "", f"many {at}") for at in range(30)]
    problems += [Problem("rare", "warning", "", "", "rare 0"), Problem("bad", "error", "", "", "bad 0")]
    lines = list(problem_lines(tuple(problems)))
    assert lines[0] == "error: bad 0"
    assert "warning: rare 0" in lines
    assert lines[-1] == "and 12 more, kept with the load: many 12"


def test_the_loading_guide_names_every_check() -> None:
    assert not_in("docs/loading.md", *(f"| {rule} |" for rule, _ in CHECKS)) == []


def test_every_declared_total_is_of_indicators_of_the_catalogue(real_catalogue: Catalogue) -> None:
    for each in real_catalogue.totals.sums:
        wholes = [each.whole] if isinstance(each.whole, str) else []
        assert {*each.parts, *wholes} <= set(real_catalogue.indicators)


def test_what_the_checks_find_in_the_real_workbook(workbook: pd.DataFrame, real_catalogue: Catalogue) -> None:
    assert unbounded(workbook, real_catalogue) == {
        "unit jump": 4,
        "council missing": 0,
        "out of range": 57,
        "parts do not make the value": 48,
        "scotland not recomputed": 19,
        "possibly carried forward": 144,
        "sudden change": 600,
        "zero after non-zero": 1,
        "parts and total": 0,
        "base halved or doubled": 111,
        "target behind": 2,
    }


def test_what_the_checks_find_in_the_real_table(table: pd.DataFrame, real_catalogue: Catalogue) -> None:
    assert unbounded(table, real_catalogue) == {
        "unit jump": 4,
        "council missing": 183,
        "out of range": 95,
        "parts do not make the value": 938,
        "scotland not recomputed": 21,
        "possibly carried forward": 146,
        "sudden change": 199,
        "zero after non-zero": 5,
        "parts and total": 0,
        "base halved or doubled": 255,
        "target behind": 2,
    }


def test_true_findings_in_the_real_workbook(workbook: pd.DataFrame, real_catalogue: Catalogue) -> None:
    told = {problem.place: problem.sentence for problem in run(workbook, real_catalogue, NOTHING, "w.xlsx")}
    # The cost of collecting council tax per dwelling: 21,191 over 24,805 is printed beside 3.52.
    assert (
        "CORP04 2019-20 (cash) of Clackmannanshire is 3.52, but 21,191 over 24,805"
        in told["w.xlsx, Raw Data!VM6"]
    )
    assert "CORP03b 2016-17 of Dundee City has the base 207 after 415" in told["w.xlsx, Raw Data!TE8"]
    assert "CHN22 2017-18 of East Renfrewshire is 0 after 5 figures" in told["w.xlsx, Raw Data!QK12"]
    assert "SW01 2018-19 (cash) of Scotland is 24.7025, but the parts" in told["w.xlsx, Raw Data!ACD34"]


def test_true_findings_in_the_real_table(table: pd.DataFrame, real_catalogue: Catalogue) -> None:
    told = {problem.place: problem.sentence for problem in run(table, real_catalogue, NOTHING, "t.csv")}
    assert "ECON10 2022-23 of Dundee City is 3.5 after 79.7 in 2021-22" in told["t.csv, row 22074"]
    assert "no row for East Lothian, Eilean Siar, Moray, Orkney Islands" in told["t.csv, CHN07 2017-18"]


def test_all_checks_of_a_whole_workbook_take_about_half_a_second(
    workbook: pd.DataFrame, real_catalogue: Catalogue
) -> None:
    began = perf_counter()
    run(workbook, real_catalogue, NOTHING, "w.xlsx")
    assert perf_counter() - began < 5  # ten times what it takes: the machine may be busy with other tests
