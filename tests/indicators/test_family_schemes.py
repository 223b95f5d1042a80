"""The family scheme of each framework indicator is the one its publisher uses in the data table.

The table names groups 1 and 4 of the scheme by deprivation `Least Deprived` and `Most Deprived`, those of
the scheme by density `Urban` and `Rural`, and gives the mean of each group beside the councils' values.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from indicators.areas import FamilyScheme
from indicators.benchmarks import benchmarks
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.figures import Figure
from indicators.printed_periods import parse_as_any

TABLE = "lgbf/lgbf_data_table_real_2024-02.csv"
SCHEMES = {
    "Urban": FamilyScheme.PLACE,
    "Rural": FamilyScheme.PLACE,
    "Least Deprived": FamilyScheme.PEOPLE,
    "Most Deprived": FamilyScheme.PEOPLE,
}
# The publisher's own means of these miss their members' values, by a later correction of a council.
NOT_THEIR_MEMBERS = {("SW08", "2022-23"), ("SW08", "2023-24"), ("CORP09", "2022-23"), ("CORP10", "2022-23")}
Row = dict[str, str]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real catalogue."""
    return load_catalogue()


@pytest.fixture(scope="module")
def rows(shared_data: Path) -> list[Row]:
    """The rows of councils in the publisher's table."""
    with (shared_data / TABLE).open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["Code"]]


def test_every_indicator_uses_the_scheme_of_its_publisher(catalogue: Catalogue, rows: list[Row]) -> None:
    printed = {row["Code"]: SCHEMES[row["FamilyGroup"]] for row in rows if row["FamilyGroup"] in SCHEMES}
    assert {code for code in printed if catalogue[code].family_scheme is not printed[code]} == set()
    assert (printed["SW02"], printed["SW01"], printed["CORP07"]) == (
        FamilyScheme.PLACE,
        FamilyScheme.PEOPLE,
        FamilyScheme.PEOPLE,
    )
    assert len(printed) > 90


def test_every_council_is_in_the_group_of_its_publisher(catalogue: Catalogue, rows: list[Row]) -> None:
    numbers = {"Urban": 4, "Most Deprived": 4, "Rural": 1, "Least Deprived": 1, "2": 2, "3": 3}
    together: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        scheme = catalogue[row["Code"]].family_scheme
        area = catalogue.areas.resolve(row["LocalAuthority"])
        group = catalogue.areas.family(scheme, area.code) if scheme else None
        assert group is not None
        together[scheme or "", row["FamilyGroup"]].add(group.code)
        assert numbers[row["FamilyGroup"]] == group.number
    assert {len(groups) for groups in together.values()} == {1}


@pytest.mark.parametrize("code", ["SW01", "SW02", "SW03a", "CHN01", "CORP07", "ENV03a", "ECON12a", "C&L01"])
def test_our_mean_of_a_family_is_the_one_its_publisher_prints(
    catalogue: Catalogue, rows: list[Row], code: str
) -> None:
    """In the publisher's numbers, where all eight have one; printed with four decimals or more."""
    years: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["Code"] == code and (code, row["Year"]) not in NOT_THEIR_MEMBERS:
            years[row["Year"]].append(row)
    compared = 0
    for year, printed in years.items():
        areas = {catalogue.areas.resolve(row["LocalAuthority"]).code: row for row in printed}
        councils = {
            area: Figure(float(row["LA_IndicatorReal"]))
            for area, row in areas.items()
            if row["LA_IndicatorReal"]
        }
        period = parse_as_any(year, catalogue[code].periods)
        found = benchmarks(catalogue[code], catalogue.areas, period, councils, None)
        for area, row in areas.items():
            family = found[area].family
            if family is not None and family.n == 8:
                assert family.mean == pytest.approx(float(row["FG_Avg_Indicator_Real"]), rel=1e-3, abs=1e-4)
                compared += 1
    assert compared >= 8 * 4
