"""Inspections: the printed table of Dundee to the cell, and the datastore against counts by hand."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from dashboard.views.inspection_councils import councils
from dashboard.views.inspections import inspections
from etl.pipeline import load_file
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.store.engine import upgrade, writer
from indicators.store.inspected import GoodServices
from indicators.store.store import open_store

REAL = "care_inspectorate/ci_datastore_2026-05-31_deidentified_cp1252.csv"
HOMES = "Care Home Service (Older People)"


@pytest.fixture(scope="module")
def datastore(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A store that holds the datastore of ten areas and nothing else."""
    url = f"sqlite:///{tmp_path_factory.mktemp('datastore') / 'store.db'}"
    engine = writer(url)
    upgrade(engine)
    load_file(shared_data / REAL, engine, load_catalogue())
    engine.dispose()
    store = open_store(url)
    with store.connect() as connection:
        yield connection
    store.engine.dispose()


def test_the_printed_table_has_22_services_and_110_cells_as_counted_by_hand(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    """51 graded, 37 printed n/a, 22 left blank (000:1103-1128)."""
    found = inspections(connection, catalogue, dundee, {})
    cells = Counter("graded" if cell.level else cell.words for row in found.rows for cell in row.cells)
    assert len(found.rows) == 22
    assert cells == {"graded": 51, "not assessed": 37, "blank": 22}
    assert found.chosen == "2020-12-15"


@pytest.mark.parametrize(
    ("name", "inspected", "age", "grades"),
    [
        ("White Top Centre", "31 July 2019", "1 year 4 months", {"6 excellent", "5 very good"}),
        ("Gillburn Road", "11 November 2019", "1 year 1 month", {"3 adequate", "4 good"}),
        ("Wellgate Day Support Service", "25 February 2016", "4 years 9 months", set()),
    ],
)
def test_a_service_has_its_grades_as_number_and_word_with_the_day_and_age(
    connection: Connection, catalogue: Catalogue, dundee: Area, name: str, inspected: str, age: str,
    grades: set[str],
) -> None:  # fmt: skip
    rows = {row.name: row for row in inspections(connection, catalogue, dundee, {}).rows}
    row = rows[name]
    assert (row.inspected, row.age) == (inspected, age)
    assert {f"{cell.sign} {cell.words}" for cell in row.cells if cell.level} == grades


def test_the_lowest_grades_come_first_and_services_without_one_last(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    rows = inspections(connection, catalogue, dundee, {}).rows
    assert [row.name for row in rows[:4]] == [
        "Drummond and Forester House",
        "Gillburn Road",
        "Millview Cottage",
        "Through-care & Aftercare Service",
    ]
    assert (rows[-1].name, rows[-1].lowest) == ("Wellgate Day Support Service", "no grade")
    lowest = [int(row.lowest[0]) for row in rows[:-1]]
    assert lowest == sorted(lowest)


def test_the_worst_theme_comes_first_with_its_share(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = inspections(connection, catalogue, dundee, {})
    assert [(line.theme, line.good, line.below, line.lowest) for line in found.themes] == [
        ("Quality of Staffing", "7 of 9 (78%)", "2", "3 adequate"),
        ("Quality of Management & Leadership", "11 of 14 (79%)", "3", "3 adequate"),
        ("Quality of Care and Support", "19 of 21 (90%)", "2", "3 adequate"),
        ("People's Wellbeing", "4 of 4 (100%)", "0", "4 good"),
        ("Quality of Environment", "3 of 3 (100%)", "0", "4 good"),
    ]


def test_the_inspections_longest_ago_are_listed_oldest_first(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = inspections(connection, catalogue, dundee, {})
    assert [row.name for row in found.oldest[:3]] == [
        "Wellgate Day Support Service",
        "Through-care & Aftercare Service",
        "Oakland Centre",
    ]
    assert (len(found.oldest), found.never) == (10, 0)


def test_a_list_of_one_council_is_compared_with_nobody_and_scotland_is_the_published_one(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = inspections(connection, catalogue, dundee, {})
    assert found.councils == ()
    assert found.national.startswith("The benchmarking framework (SW07) has 75.0% of care services")
    assert found.national.endswith("Dundee City in 2022-23, and 75.0% for Scotland.")


@pytest.mark.parametrize(("listed", "by_share"), [(2, False), (7, False), (8, True)])
def test_below_eight_councils_they_go_by_name_and_the_sum_of_them_comes_last(
    catalogue: Catalogue, dundee: Area, listed: int, by_share: bool
) -> None:
    """The last by name has the lowest share."""
    codes = [area.code for area in sorted(catalogue.areas.councils, key=lambda area: area.name)][:listed]
    lines = councils(catalogue, dundee, [GoodServices(code, 20, 20 - at) for at, code in enumerate(codes)])
    names = [line.name for line in lines if not line.scotland]
    assert names == sorted(names, reverse=by_share)
    assert lines[-1].scotland is not by_share


def test_a_council_without_a_list_is_told_so(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = inspections(connection, catalogue, dumfries, {})
    assert (found.rows, found.lists) == ((), ())


@pytest.mark.parametrize(
    "query", [{"type": "Nothing"}, {"sector": "<b>"}, {"list": "1"}, {"page": "99"}, {"page": "-1"}]
)
def test_what_the_list_does_not_have_is_not_asked_of_it(
    connection: Connection, catalogue: Catalogue, dundee: Area, query: dict[str, str]
) -> None:
    assert len(inspections(connection, catalogue, dundee, query).rows) == 22


def test_type_and_sector_filter_every_part(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = inspections(connection, catalogue, dundee, {"type": "Care Home", "sector": "local_authority"})
    assert {row.about for row in found.rows} == {"Care Home, local authority"}
    assert (len(found.rows), found.themes[0].theme) == (8, "Quality of Management & Leadership")


def by_hand(path: Path, council: str, kind: str, sector: str) -> tuple[int, int]:
    """Graded care homes for older people of a council and sector, and those without a grade below 4."""
    graded = good = 0
    with path.open(encoding="cp1252", newline="") as file:
        for row in csv.DictReader(file):
            names = [name for name in row if name.startswith("KQ_") and not name.endswith("change")]
            grades = [float(row[name]) for name in names if row[name]]
            mine = row["Council_Area_Name"] == council and row["ServiceType"] in (
                sector,
                sector or row["ServiceType"],
            )
            if grades and mine and f"{row['CareService']} ({row['Subtype']})" == kind:
                graded, good = graded + 1, good + (min(grades) >= 4)
    return graded, good


@pytest.mark.parametrize(
    ("sector", "printed", "golden"),
    [("all", "", "12 of 19 (63%)"), ("private", "Private", "9 of 16 (56%)")],
)
def test_the_share_of_each_council_is_that_of_a_plain_loop_over_the_file(
    datastore: Connection, catalogue: Catalogue, dundee: Area, shared_data: Path, sector: str, printed: str,
    golden: str,
) -> None:  # fmt: skip
    found = inspections(datastore, catalogue, dundee, {"type": HOMES, "sector": sector})
    shares = {line.name: line.share for line in found.councils}
    assert shares["Dundee City"] == golden
    for ours, theirs in (
        ("Dundee City", "Dundee City"),
        ("Stirling", "Stirling"),
        ("Edinburgh City", "City of Edinburgh"),
    ):
        graded, good = by_hand(shared_data / REAL, theirs, HOMES, printed)
        assert shares[ours].startswith(f"{good} of {graded} (")


def test_the_councils_of_the_list_together_stand_among_them_and_what_is_outside_scotland_does_not(
    datastore: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = inspections(datastore, catalogue, dundee, {})
    names = [line.name for line in found.councils]
    assert "The 9 councils of this list together" in names
    assert len(names) == 10
    assert [line.percent for line in found.councils] == sorted(line.percent for line in found.councils)
    (ours,) = [line for line in found.councils if line.ours]
    assert (ours.share, ours.interval) == ("107 of 139 (77%)", "69% to 83%")


def test_a_long_list_comes_in_parts_that_are_all_of_it(
    datastore: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    parts = [inspections(datastore, catalogue, dundee, {"page": str(page)}) for page in (1, 2, 3, 4)]
    assert [len(part.rows) for part in parts] == [50, 50, 50, 3]
    assert parts[0].paging.words == "1 to 50 of 153"
    assert parts[0].never == 14
