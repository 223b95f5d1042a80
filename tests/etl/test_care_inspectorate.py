"""The datastore of registered services: personal values go in, counts of services come out."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.pipeline import load_file
from etl.problems import LoadRefused
from etl.report import Counts, LoadReport
from indicators.catalogue_files import load_catalogue
from indicators.store.schema import metadata
from tests.etl.conftest import query

Row = dict[str, str]
Load = Callable[..., LoadReport]
NAME = "MDSF_data_31 July 2024.csv"
PERSONAL = (
    "Morag Planted-Name",
    "morag@planted.example",
    "01382 555 019",
    "7 Planted Wynd",
    "Planted Minder",
)
REAL = "care_inspectorate/ci_datastore_2026-05-31_deidentified_cp1252.csv"


def service(number: int, grade: str = "4", **changed: str) -> Row:
    """A care home for older people in Dundee with one grade, and personal values beside it."""
    manager, mail, telephone, address, _ = PERSONAL
    return {
        "CSNumber": f"CS{number}",
        "CareService": "Care Home Service",
        "Subtype": "Older People",
        "ServiceName": "Rowan House",
        "ServiceType": "Voluntary or Not for Profit",
        "Last_inspection_Date": "09/07/2024",
        "Manager_Name": manager,
        "Service_Email": mail,
        "Phone": telephone,
        "Address_line_1": address,
        "Council_Area_Name": "Dundee City",
        "DateReg": "01/04/2002",
        "MinGrade": grade,
        "KQ_Support_Wellbeing": grade,
        "KQ_Setting": "",
        "KQ_Wellbeing_change": "Same",
        "Complaints_upheld_2425": "",
        **changed,
    }


def written(folder: Path, *rows: Row, name: str = NAME, above: str = "", encoding: str = "cp1252") -> Path:
    path = folder / name
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(above)
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture(name="load_services")
def _load_services(engine: Engine) -> Load:
    catalogue = load_catalogue()
    return lambda path, **options: load_file(path, engine, catalogue, **options)


def homes(engine: Engine) -> list[tuple[object, ...]]:
    """Value, numerator and denominator of the count and the share of all services in Dundee."""
    wanted = "indicator_code LIKE 'CARE_SERVICES%' AND area_name = 'Dundee City'"
    columns = "indicator_code, value, numerator, denominator"
    found = query(engine, f"SELECT {columns} FROM figures WHERE {wanted} ORDER BY value")
    return [tuple(row[1:]) for row in sorted(found, key=lambda row: str(row[0]), reverse=True)]


def test_the_lowest_grade_of_a_service_decides_and_a_service_without_grades_is_not_counted(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    rows = [service(1, "5", KQ_Setting="3"), service(2, "4"), service(3, "6"), service(4, "")]
    report = load_services(written(tmp_path, *rows))
    assert report.counts == Counts(new=4)
    assert homes(engine) == [(3.0, None, None), (pytest.approx(200 / 3), 2.0, 3.0)]
    assert query(engine, "SELECT DISTINCT period, period_kind, source FROM figures") == [
        ("2024-07-31", "day", "care_inspectorate")
    ]


@pytest.mark.parametrize(
    ("printed", "good"),
    [("4", 1.0), ("4.0", 1.0), ("Very Good", 1.0), ("good", 1.0), ("3", 0.0), ("Adequate", 0.0)],
)
def test_a_grade_is_a_number_or_its_word(
    tmp_path: Path, load_services: Load, engine: Engine, printed: str, good: float
) -> None:
    load_services(written(tmp_path, service(1, printed)))
    assert homes(engine) == [(1.0, None, None), (good * 100, good, 1.0)]


@pytest.mark.parametrize("blank", ["", ".", "NA"])
def test_a_blank_in_any_of_its_spellings_is_no_grade(
    tmp_path: Path, load_services: Load, engine: Engine, blank: str
) -> None:
    load_services(written(tmp_path, service(1, blank), service(2, "5", KQ_Setting=blank)))
    assert homes(engine) == [(1.0, None, None), (100.0, 1.0, 1.0)]


def test_a_service_without_key_questions_has_the_grades_of_the_framework_before(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    old = {"Quality_of_Care_and_Support": "3", "Quality_of_Environment": "5"}
    rows = [service(1, "", **old), service(2, "5", **old)]
    load_services(written(tmp_path, *rows))
    assert homes(engine) == [(2.0, None, None), (50.0, 1.0, 2.0)]


def test_a_line_above_the_header_and_windows_characters_are_read(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    rows = [service(1, Phone="£ – ’"), service(2, "7")]
    path = written(tmp_path, *rows, above="Datastore as at 31 July 2017\r\n", name="MDSF Jul 2017 20v2.csv")
    report = load_services(path)
    assert (report.counts.new, report.counts.rejected) == (4, 1)
    assert report.problems[0].place == "MDSF Jul 2017 20v2.csv, row 4"


def test_the_same_file_in_utf_8_gives_the_same_figures(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    load_services(written(tmp_path, service(1, Phone="’")))
    again = load_services(written(tmp_path, service(1, Phone="’"), encoding="utf-8-sig"))
    assert again.counts == Counts(unchanged=4)


def test_no_personal_value_reaches_the_store_the_problems_or_a_refusal(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    rows = [service(1), service(2, PERSONAL[0]), service(3, KQ_Setting=PERSONAL[1]), minder(4)]
    report = load_services(written(tmp_path, *rows))
    assert report.counts.rejected == 2
    with pytest.raises(LoadRefused) as twice:
        load_services(written(tmp_path, service(1), service(1)))
    said = f"{report} {twice.value}"
    for table in metadata.tables:
        said += str(query(engine, f"SELECT * FROM {table}"))
    assert [text for text in PERSONAL if text in said] == []
    assert "CARE_SERVICES_GRADED" in said


def minder(number: int, **changed: str) -> Row:
    """A childminder, whose service has the name of a person."""
    return service(
        number, **{"CareService": "Child Minding", "Subtype": "", "ServiceName": PERSONAL[4], **changed}
    )


LISTED = "SELECT name, service_type, sector, theme, mark, grade, inspected_on, as_at FROM inspected_services"


def test_a_service_is_listed_with_each_theme_and_a_blank_one_as_blank(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    report = load_services(written(tmp_path, service(1, "5")))
    about = ("Rowan House", "Care Home Service (Older People)", "voluntary")
    assert query(engine, f"{LISTED} ORDER BY theme") == [
        (*about, "Setting", "blank", None, "2024-07-09", "2024-07-31"),
        (*about, "Support for wellbeing", "graded", 5, "2024-07-09", "2024-07-31"),
    ]
    assert report.grades == 2


@pytest.mark.parametrize(
    "kind", ["Child Minding", "Nurse Agency", "Child Care Agency", "Day Care of Children", "Something New"]
)
def test_only_kinds_of_service_known_to_be_no_person_are_listed(
    tmp_path: Path, load_services: Load, engine: Engine, kind: str
) -> None:
    load_services(written(tmp_path, service(1), minder(2, CareService=kind)))
    assert query(engine, "SELECT DISTINCT service_number FROM inspected_services") == [("CS1",)]


def test_a_service_with_a_grade_nobody_can_read_is_not_listed(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    load_services(written(tmp_path, service(1), service(2, "9")))
    assert query(engine, "SELECT DISTINCT service_number FROM inspected_services") == [("CS1",)]


def test_a_service_never_graded_is_listed_without_a_day_and_an_odd_day_is_none(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    load_services(written(tmp_path, service(1, "", Last_inspection_Date="soon")))
    assert query(engine, "SELECT DISTINCT mark, inspected_on FROM inspected_services") == [("blank", "")]


def test_a_file_without_names_and_days_still_lists_its_services(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    row = {
        k: v for k, v in service(1).items() if k not in ("ServiceName", "ServiceType", "Last_inspection_Date")
    }
    load_services(written(tmp_path, row))
    assert query(engine, "SELECT DISTINCT name, sector, inspected_on FROM inspected_services") == [
        ("", "not_stated", "")
    ]


def test_the_same_list_again_changes_nothing_and_another_replaces_it(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    load_services(written(tmp_path, service(1), service(2)))
    assert load_services(written(tmp_path, service(1), service(2))).grades == 0
    changed = load_services(written(tmp_path, service(1, "6"), service(2)))
    assert changed.grades == 2, "the grade that went and the one that came"
    assert query(engine, "SELECT DISTINCT grade FROM inspected_services ORDER BY 1") == [(None,), (4,), (6,)]


def test_the_real_file_lists_the_services_of_social_work_and_no_childminder(
    shared_data: Path, load_services: Load, engine: Engine
) -> None:
    assert load_services(shared_data / REAL).grades == 7392
    dundee = "FROM inspected_services WHERE area_code = 'S12000042'"
    assert query(engine, f"SELECT COUNT(DISTINCT service_number) {dundee}") == [(153,)]
    assert query(engine, f"SELECT DISTINCT mark {dundee} ORDER BY 1") == [("blank",), ("graded",)]
    home = f"SELECT theme, grade {dundee} AND name = 'Millview Cottage' AND grade IS NOT NULL ORDER BY 1"
    assert query(engine, home) == [
        ("Care and support planning", 2),
        ("Leadership", 2),
        ("Setting", 2),
        ("Staff team", 2),
        ("Support for wellbeing", 2),
    ]
    assert query(engine, "SELECT COUNT(*) FROM inspected_services WHERE name LIKE '%withheld%'") == [(0,)]


def test_what_is_outside_scotland_is_kept_apart_from_the_councils(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    load_services(written(tmp_path, service(1), service(2, Council_Area_Name="outside Scotland")))
    assert query(engine, "SELECT DISTINCT area_code FROM figures ORDER BY 1") == [
        ("S12000042",),
        ("UNKNOWN",),
    ]


def test_a_month_stands_for_its_last_day_and_a_year_alone_is_refused(
    tmp_path: Path, load_services: Load, engine: Engine
) -> None:
    path = written(tmp_path, service(1), name="datastore.csv")
    load_services(path, published="2024-02")
    assert query(engine, "SELECT DISTINCT period FROM figures") == [("2024-02-29",)]
    with pytest.raises(LoadRefused, match="the month it describes is needed"):
        load_services(path, published="2024")


def test_a_file_without_grades_is_refused(tmp_path: Path, load_services: Load) -> None:
    row = {name: text for name, text in service(1).items() if not name.startswith("KQ_")}
    with pytest.raises(LoadRefused, match="row 1: there is no column of grades"):
        load_services(written(tmp_path, row))


def counted_by_hand(path: Path, council: str, kind: str, subtype: str) -> tuple[int, int]:
    """Services of a council with grades, and with a lowest grade of 4 or more, in plain loops."""
    graded = good = 0
    with path.open(encoding="cp1252", newline="") as file:
        for row in csv.DictReader(file):
            if row["Council_Area_Name"] != council or kind not in ("", row["CareService"]):
                continue
            names = [name for name in row if name.startswith("KQ_") and not name.endswith("change")]
            grades = [float(row[name]) for name in names if row[name]]
            if grades and subtype in ("", row["Subtype"]):
                graded += 1
                good += min(grades) >= 4
    return graded, good


KINDS = {
    "CARE_SERVICES": ("", "", (271, 227)),
    "CARE_HOMES_OLDER_PEOPLE": ("Care Home Service", "Older People", (19, 12)),
    "CARE_HOMES_CHILDREN": ("Care Home Service", "Children & Young People", (7, 5)),
    "CARE_AT_HOME": ("Support Service", "Care at Home", (45, 34)),
    "HOUSING_SUPPORT": ("Housing Support Service", "", (44, 36)),
    "FOSTERING": ("Fostering Service", "", (3, 2)),
    "ADOPTION": ("Adoption Service", "", (1, 0)),
}


def test_the_real_file_counts_as_a_plain_loop_does(
    shared_data: Path, load_services: Load, engine: Engine
) -> None:
    assert load_services(shared_data / REAL).counts == Counts(new=130)
    shares = "SELECT area_name, indicator_code, value, numerator, denominator FROM figures"
    found = {(area, code): figure for area, code, *figure in query(engine, shares)}
    names = {"Dundee City": "Dundee City", "City of Edinburgh": "Edinburgh City", "Stirling": "Stirling"}
    for prefix, (kind, subtype, golden) in KINDS.items():
        assert counted_by_hand(shared_data / REAL, "Dundee City", kind, subtype) == golden
        for printed, ours in names.items():
            graded, good = counted_by_hand(shared_data / REAL, printed, kind, subtype)
            share = [pytest.approx(good / graded * 100), good, graded] if graded else None
            assert found.get((ours, f"{prefix}_GOOD_OR_BETTER_PCT")) == share
