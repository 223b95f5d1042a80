"""Two areas or two years beside each other, on the bundled figures and on made-up intervals."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Connection

from dashboard.views.compare import Compare, compare
from dashboard.views.compare_rows import Pair, compare_row
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from indicators.figures import Figure
from indicators.intervals import Interval, Method
from indicators.store import read
from indicators.store.rows import FigureRow

ANGUS = "S12000041"
NAMES = ("Dundee City", "Angus")


def view(connection: Connection, catalogue: Catalogue, area: Area, **query: str) -> Compare:
    """The comparison over the children's indicators."""
    return compare(connection, catalogue, area, {"service": "children", **query})


@pytest.fixture
def row(connection: Connection) -> FigureRow:
    """A real row to take apart: re-registrations of Dundee City in 2021-22."""
    return read.figures_of(connection, ["CHN22"], ["S12000042"])[-1]


def beside(row: FigureRow, value: float, low: float | None = None, high: float | None = None) -> FigureRow:
    """The row with another value, and an interval where its ends are given."""
    known = None if low is None or high is None else Interval(low, high, Method.WILSON)
    return row._replace(figure=Figure(value), interval=known)


def test_another_council_is_compared_in_the_latest_year_both_have(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = view(connection, catalogue, dundee, **{"with": ANGUS})
    chosen = next(each for each in found.rows if each.code == "CHN22")
    assert (chosen.first, chosen.second, chosen.difference, chosen.periods) == (
        "7.8%",
        "2.1%",
        "5.7 points higher",
        "2021-22",
    )
    assert (chosen.verdict, chosen.better, chosen.tested) == (
        "Angus on the better side, not tested",
        "second",
        False,
    )


def test_the_sentence_counts_the_sides_and_says_that_nothing_is_tested(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    assert spoken(view(connection, catalogue, dundee, **{"with": ANGUS}).lead) == (
        "Compared with Angus, Dundee City is on the better side for five of seven judged indicators and on "
        "the worse side for two; none of the differences could be tested."
    )


@pytest.mark.parametrize("asked", ["", "S12000042", "nowhere", "<b>", "none"])
def test_without_another_council_it_is_scotland(
    connection: Connection, catalogue: Catalogue, dundee: Area, asked: str
) -> None:
    found = view(connection, catalogue, dundee, **{"with": asked})
    assert found.names == ("Dundee City", "Scotland")


def test_costs_have_a_difference_but_no_better_side(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = view(connection, catalogue, dundee, **{"with": ANGUS})
    cost = next(each for each in found.rows if each.code == "CHN08a")
    assert (cost.difference, cost.verdict) == ("£732 higher", "neither way is better; not tested")


def test_two_years_of_one_council_stand_beside_each_other(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = view(connection, catalogue, dundee, with_period="2018-19")
    chosen = next(each for each in found.rows if each.code == "CHN22")
    assert (found.with_area, found.with_period, found.heading) == (
        "",
        "2018-19",
        "Dundee City now and in 2018-19",
    )
    assert (chosen.first, chosen.second, chosen.periods) == ("7.8%", "4.2%", "2021-22 against 2018-19")
    assert chosen.verdict == "2018-19 on the better side, not tested"


def test_indicators_that_may_not_be_compared_are_left_out_between_areas_only(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    areas = compare(connection, catalogue, dundee, {"service": "adult_protection", "with": ANGUS})
    assert areas.rows == ()
    assert "their publisher says that councils must not be compared" in areas.notes[0]
    years = compare(connection, catalogue, dundee, {"service": "adult_protection", "with_period": "2018-19"})
    assert not any("must not be compared" in note for note in years.notes)


@pytest.mark.parametrize(
    ("first", "second", "verdict", "tested"),
    [
        ((8.0, 7.0, 9.0), (4.0, 3.0, 5.0), "Angus is better (tested)", True),
        ((4.0, 3.0, 5.0), (8.0, 7.0, 9.0), "Dundee City is better (tested)", True),
        ((8.0, 4.5, 11.0), (4.0, 3.0, 5.0), "similar: the intervals overlap", True),
        ((8.0, 7.0, 9.0), (4.0, None, None), "Angus on the better side, not tested", False),
        ((4.04, None, None), (4.01, None, None), "level; not tested", False),
    ],
)
def test_only_intervals_that_do_not_overlap_make_a_tested_difference(
    catalogue: Catalogue,
    row: FigureRow,
    first: tuple[float, float | None, float | None],
    second: tuple[float, float | None, float | None],
    verdict: str,
    tested: bool,
) -> None:
    made = compare_row(Pair(catalogue["CHN22"], beside(row, *first), beside(row, *second)), NAMES)
    assert (made.verdict, made.tested) == (verdict, tested)


def test_no_better_side_is_named_across_a_break(catalogue: Catalogue, row: FigureRow) -> None:
    pair = Pair(catalogue["CHN22"], beside(row, 8, 7, 9), beside(row, 4, 3, 5), crossed="[b] a break")
    made = compare_row(pair, NAMES)
    assert (made.verdict, made.better, made.tested) == ("[b] a break", "", False)


def test_in_a_best_range_neither_side_is_better(catalogue: Catalogue, row: FigureRow) -> None:
    from tests.builders import RANGE

    indicator = replace(catalogue["CHN22"], polarity=RANGE)
    middle = (RANGE.low + RANGE.high) / 2
    made = compare_row(Pair(indicator, beside(row, middle), beside(row, RANGE.high)), NAMES)
    assert (made.better, made.verdict) == ("neither", "level; not tested")
