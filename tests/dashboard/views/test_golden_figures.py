"""Figures of every bundled source as a screen shows them, copied by hand from the files they stand in."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from dashboard.views.benchmark_list import BENCHMARK_HEADER, of_stage
from dashboard.views.benchmarks import stage_of
from dashboard.views.explore_list import EXPLORE_HEADER, of_figures
from dashboard.views.figure_list import HEADER
from dashboard.views.histories import Series, all_series
from dashboard.views.trends import trend_figures
from dashboard.views.words import badge, shown_value
from indicators.catalogue import Catalogue
from indicators.figures import Basis
from indicators.store import read


def series(
    connection: Connection, catalogue: Catalogue, code: str, area: str, basis: Basis = Basis.CASH
) -> Series:
    """The series of one indicator of an area."""
    place = catalogue.areas.resolve(area).code
    return all_series(connection, catalogue, place, [catalogue[code]], basis)[code]


@pytest.mark.parametrize(
    ("code", "area", "period", "value", "shown"),
    [
        ("CHN22", "Dundee City", "2021-22", 7.84, "7.8%"),  # lgbf.csv, line 2649
        ("CHN22", "Scotland", "2021-22", 8.01, "8.0%"),  # lgbf.csv, line 2851
        ("CHN22", "Orkney Islands", "2021-22", 0.0, "0.0%"),  # lgbf.csv, line 2809: a true nought
        ("CHN22", "Dumfries & Galloway", "2021-22", None, "[x]"),  # lgbf.csv, line 2629: printed as 0
        ("CHN23", "Dundee City", "2021-22", 28.0, "28.0%"),  # lgbf.csv, line 3029
        ("CHN09", "Glasgow City", "2021-22", 93.01, "93.0%"),  # lgbf.csv, line 1105
        ("CHN09", "Shetland Islands", "2021-22", 77.78, "77.8%"),  # lgbf.csv, line 1261
        ("CHN11", "Stirling", "2021-22", 96.1471103, "96.1%"),  # lgbf.csv, line 1695
        ("CHN17", "Angus", "2021-22", 83.69, "83.7%"),  # lgbf.csv, line 1810
        ("SW01", "Dundee City", "2022-23", 33.81, "£33.81"),  # lgbf.csv, line 3749
        ("SW01", "Scotland", "2022-23", 31.85, "£31.85"),  # lgbf.csv, line 4019
        ("SW03a", "Moray", "2022-23", 59.7849462, "59.8%"),  # lgbf.csv, line 4859
        ("SW04b", "Highland", "2021-22", 84.31, "84.3%"),  # lgbf.csv, line 5135
        ("SW05", "Eilean Siar", "2022-23", 998.3806, "£998"),  # lgbf.csv, line 5953
        ("SW06", "Dundee City", "2022-23", 140.1072125, "140"),  # lgbf.csv, line 6351
        ("SW07", "Dundee City", "2021-22", 74.025974, "74.0%"),  # lgbf.csv, line 6807
        ("SDS_RATE", "Scotland", "2021-22", 18.9, "18.9"),  # self_directed_support_statistics.csv, last line
        ("MEALS_0_64", "Dumfries & Galloway", "2012-03", None, "[c]"),  # adult_social_care_statistics.csv, 13
        ("MEALS_65_74", "East Renfrewshire", "2012-03", 0.0, "0"),  # adult_social_care_statistics.csv
        ("TELECARE_CENSUS", "East Lothian", "2012-03", 144.0, "144"),  # adult_social_care_statistics.csv, 589
        (
            "OLDER_PEOPLE_ALONE",
            "Dumfries & Galloway",
            "2039",
            11300.0,
            "11,300",
        ),  # dumfries_galloway_plan.csv, 171
        (
            "ASP_CASE_CONFERENCES",
            "Scotland",
            "2021-22",
            4011.0,
            "4,011",
        ),  # adult_support_protection.csv, line 2
        ("DTTO_COMMENCED", "Scotland", "2017-18", 577.0, "577"),  # justice_social_work_statistics.csv, 390
        ("DG23", "Dumfries & Galloway", "2018-19", 98.0, "98%"),  # dumfries_galloway_plan.csv
        ("SDS_OPTION_2_PEOPLE", "Dundee City", "2019-20", 161.0, "161"),  # dundee_cswo_report.csv
        (
            "SCRA_REPORTS_20_DAYS",
            "North Lanarkshire",
            "2018-19",
            88.2,
            "88.2%",
        ),  # north_lanarkshire, last line
        ("CP_REGISTER_BOYS", "Scotland", "2023-07-31", 983.0, "983"),  # child_protection_statistics.csv
        (
            "COMPULSORY_TREATMENT_EPISODES",
            "Scotland",
            "2015-16",
            5008.0,
            "5,008",
        ),  # mental_welfare_commission, 2
    ],
)
def test_a_figure_is_shown_as_it_was_printed(
    connection: Connection,
    catalogue: Catalogue,
    code: str,
    area: str,
    period: str,
    value: float | None,
    shown: str,
) -> None:
    found = series(connection, catalogue, code, area)
    (at,) = [each for each, _ in found.history.points if each.label == period]
    standing = found.history.at(at)
    assert (standing.figure.value, shown_value(standing)) == (value, shown)
    assert (badge(standing).kind == "none") or standing.light.judged


def test_a_council_without_real_terms_keeps_its_cash_and_never_mixes_them(
    connection: Connection, catalogue: Catalogue
) -> None:
    """SW01 of Dundee City is printed in cash alone: £33.81 in 2022-23 (lgbf.csv, line 3749)."""
    asked = series(connection, catalogue, "SW01", "Dundee City", Basis.REAL)
    assert asked.basis == Basis.CASH
    assert {row.basis for row in asked.rows} == {Basis.CASH}
    assert asked.latest is not None
    assert asked.latest.figure.value == 33.81


def test_the_file_of_a_trend_has_the_printed_figure_its_target_and_its_cell(
    connection: Connection, catalogue: Catalogue
) -> None:
    """lgbf.csv, lines 2649 and 2851; the fourth of the family group in 2020-21 is the target of 2021-22."""
    dundee = catalogue.areas.resolve("Dundee City")
    rows = [
        dict(zip(HEADER, row, strict=True))
        for row in trend_figures(connection, catalogue, dundee, {"indicator": "CHN22"})
    ]
    (ours,) = [row for row in rows if row["area"] == "Dundee City" and row["period"] == "2021-22"]
    told = ("value", "shown", "unit", "status", "signs", "target_shown", "light")
    assert {name: ours[name] for name in told} == {
        "value": 7.84, "shown": "7.8%", "unit": "percent", "status": "published", "signs": "",
        "target_shown": "8.4%", "light": "On target",
    }  # fmt: skip
    assert (ours["scotland"], ours["rank"], ours["rank_of"]) == (8.01, 16, 31)
    assert ours["locator"] == "LGBF_Data_Table: CHN22 / Dundee City / 2021-22"
    assert (ours["edition"], ours["file"]) == ("LGBF, February 2024", "lgbf.csv")


def test_the_ranking_begins_with_the_true_noughts_and_ends_with_the_false_one(
    connection: Connection, catalogue: Catalogue
) -> None:
    """lgbf.csv: 0 of Orkney Islands (line 2809) is published; that of Dumfries & Galloway (2629) is none."""
    dundee = catalogue.areas.resolve("Dundee City")
    stage = stage_of(connection, catalogue, dundee, {"indicator": "CHN22", "period": "2021-22"})
    assert stage is not None
    rows = [dict(zip(BENCHMARK_HEADER, row, strict=True)) for row in of_stage(stage, "all")]
    assert [(row["area"], row["value"], row["rank"]) for row in rows[:3]] == [
        ("East Renfrewshire", 0.0, 1), ("Eilean Siar", 0.0, 1), ("Orkney Islands", 0.0, 1),
    ]  # fmt: skip
    last = rows[-1]
    assert (last["area"], last["value"], last["shown"], last["rank"], last["signs"]) == (
        "Dumfries & Galloway", None, "Not available", None, "[x]",
    )  # fmt: skip


def test_a_list_of_figures_has_the_counts_behind_a_rate(connection: Connection, catalogue: Catalogue) -> None:
    """lgbf.csv, line 6351: 2,875 readmissions of 20,520 discharges are 140.1 in a thousand."""
    found = read.figures_of(connection, ["SW06"], ["S12000042"])
    rows = [dict(zip(EXPLORE_HEADER, row, strict=True)) for row in of_figures(catalogue, found)]
    (row,) = [row for row in rows if row["period"] == "2022-23"]
    assert (row["value"], row["numerator"], row["denominator"]) == (140.1072125, 2875, 20520)
    assert pytest.approx(140.1072125) == 2875 / 20520 * 1000
    assert isinstance(row["lower_95"], float) and isinstance(row["upper_95"], float)
    assert row["lower_95"] < 140.1072125 < row["upper_95"]
    assert (row["period_start"], row["period_end"]) == ("2022-04-01", "2023-03-31")
