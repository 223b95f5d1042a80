"""Tables of care grades: grades are read as printed, and a doubtful table is refused with its row."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.pipeline import load_all, load_file
from etl.problems import LoadRefused
from indicators.catalogue_files import load_catalogue
from tests.etl.conftest import query

Row = dict[str, str]
NAME = "dundee_cswo_report_grades.csv"


def row(theme: str = "Quality of Staffing", grade: str = "4", **changed: str) -> Row:
    """One theme of a council's day centre."""
    return {
        "service_number": "",
        "service": "Rowan Centre",
        "service_type": "Support Service",
        "area": "Dundee City",
        "sector": "LA",
        "theme": theme,
        "grade": grade,
        "inspected_on": "2019-07-31",
        "publisher": "Dundee City Council",
        "edition": "Report 2019-20",
        "published_on": "2020-12-15",
        "locator": "line 1",
        "note": "",
        **changed,
    }


def written(folder: Path, *rows: Row, name: str = NAME) -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def kept(engine: Engine) -> list[tuple[object, ...]]:
    return query(engine, "SELECT theme, mark, grade, sector FROM inspected_services ORDER BY theme")


def test_a_grade_a_theme_not_assessed_and_a_blank_are_three_different_things(
    tmp_path: Path, engine: Engine
) -> None:
    path = written(tmp_path, row("A", "5"), row("B", "n/a"), row("C", ""))
    report = load_file(path, engine, load_catalogue())
    assert kept(engine) == [
        ("A", "graded", 5, "local_authority"),
        ("B", "not_assessed", None, "local_authority"),
        ("C", "blank", None, "local_authority"),
    ]
    assert (report.grades, report.counts.read, report.editions) == (3, 0, ("Report 2019-20",))
    assert report.as_dict()["grades_changed"] == 3


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row(grade="7")], "row 2: '7' is not a grade"),
        ([row(inspected_on="31/07/19")], "row 2: '31/07/19' is not a day"),
        ([row(published_on="2020-12")], "row 2: '2020-12' is not a day"),
        ([row(service="")], "row 2: a service and a theme are needed"),
        ([row(), row()], "row 3: this theme of the service stands above already"),
        ([row(area="Dundea City")], "Dundee City"),
    ],
)
def test_a_row_that_cannot_be_trusted_refuses_the_file_and_names_itself(
    tmp_path: Path, engine: Engine, rows: list[Row], said: str
) -> None:
    with pytest.raises(LoadRefused, match=said):
        load_file(written(tmp_path, *rows), engine, load_catalogue())
    assert kept(engine) == []


@pytest.mark.parametrize("name", ["grades.csv", "nobody_grades.csv", "dundee_cswo_report.csv"])
def test_a_file_that_is_not_named_after_its_source_is_refused(
    tmp_path: Path, engine: Engine, name: str
) -> None:
    with pytest.raises(LoadRefused, match="name it after its source"):
        load_file(written(tmp_path, row(), name=name), engine, load_catalogue())


def test_an_edition_cannot_be_given_for_a_file_that_names_its_own(tmp_path: Path, engine: Engine) -> None:
    with pytest.raises(LoadRefused, match="leave --edition and --published out"):
        load_file(written(tmp_path, row()), engine, load_catalogue(), edition="Mine")


def test_a_build_keeps_a_table_of_grades_once_and_leaves_no_second_load(
    tmp_path: Path, engine: Engine
) -> None:
    """It holds no figures, so that nothing of it is new to the counts."""
    path, catalogue = written(tmp_path, row()), load_catalogue()
    assert [report.load_id for report in load_all([path], engine, catalogue)] == [1]
    assert [report.load_id for report in load_all([path], engine, catalogue)] == [0]
    assert query(engine, "SELECT COUNT(*) FROM loads") == [(1,)]
