"""The profile of a council, on the bundled figures, and the bar it is drawn on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from dashboard.views.profile import Profile, profile
from dashboard.views.profile_rows import Bar, ProfileRow
from dashboard.views.text import spoken
from indicators.areas import Area
from indicators.catalogue import Catalogue
from tests.builders import HIGHER, LOWER, NEITHER, RANGE

BARS = {
    "higher": Bar.of(HIGHER, [70, 90, 95], 80),
    "lower": Bar.of(LOWER, [0, 8, 28], 8),
    "neither": Bar.of(NEITHER, [100, 300], 150),
}


@pytest.fixture
def found(connection: Connection, catalogue: Catalogue, dundee: Area) -> Profile:
    """The headline indicators for children of Dundee City."""
    return profile(connection, catalogue, dundee, {"service": "children"})


def row(found: Profile, code: str) -> ProfileRow:
    """The row of one indicator."""
    return next(each for each in found.rows if each.code == code)


@pytest.mark.parametrize(
    ("bar", "value", "share"),
    [
        ("higher", 70, 0.0),
        ("higher", 75, 0.25),
        ("higher", 80, 0.5),
        ("higher", 87.5, 0.75),
        ("higher", 95, 1.0),
        ("lower", 28, 0.0),
        ("lower", 18, 0.25),
        ("lower", 0, 1.0),
        ("lower", 99, 0.0),
        ("neither", 100, 0.0),
        ("neither", 300, 1.0),
        ("neither", 150, 0.5),
    ],
)
def test_worst_is_left_and_best_right_whatever_the_polarity(bar: str, value: float, share: float) -> None:
    assert BARS[bar].share(value) == pytest.approx(share)


values = st.lists(st.floats(0, 1000), min_size=2, max_size=32)


@given(st.sampled_from([HIGHER, LOWER, NEITHER, RANGE]), values, st.floats(0, 1000), st.floats(0, 1000))
def test_a_better_value_never_lies_further_left(
    polarity: object, every: list[float], a: float, b: float
) -> None:
    bar = Bar.of(polarity, every, 400.0)  # type: ignore[arg-type]
    better, worse = sorted((a, b), key=bar.polarity.badness)
    assert 0 <= bar.share(worse) <= bar.share(better) <= 1


def test_scotland_beyond_every_council_keeps_all_of_them_on_one_side() -> None:
    bar = Bar.of(HIGHER, [70, 80], 90)
    assert [bar.share(value) for value in (70, 80, 90)] == [0.0, 0.25, 0.5]


def test_the_sentence_counts_sides_and_quarters(found: Profile) -> None:
    assert spoken(found.lead) == (
        "Dundee City is on the better side of Scotland for four of seven judged indicators, in the worst "
        "quarter of councils for two and in the best for none."
    )


def test_a_row_says_in_words_what_its_bar_shows(found: Profile) -> None:
    placements = row(found, "CHN23")
    assert (placements.value, placements.scotland, placements.worst, placements.best) == (
        "28.0%",
        "15.9%",
        "32.2%",
        "6.2%",
    )
    assert (placements.rank, placements.quarter) == ("31 of 32", "worst quarter")
    assert placements.side == "on the worse side of Scotland"
    assert placements.ours == pytest.approx(0.129, abs=0.002)
    assert placements.before == pytest.approx(0.431, abs=0.002)
    assert (placements.quarter_low, placements.quarter_high) == pytest.approx((0.353, 0.604), abs=0.002)


def test_rows_go_from_furthest_behind_to_furthest_ahead_and_those_without_judgement_last(
    found: Profile,
) -> None:
    judged = [each.ours for each in found.rows if each.judged]
    assert judged == sorted(judged, key=lambda share: share or 0.0)
    assert [each.judged for each in found.rows] == [True] * 7 + [False] * 2
    assert found.rows[0].code == "CHN23"


def test_the_order_of_the_service_can_be_asked_for(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = profile(connection, catalogue, dundee, {"service": "children", "sort": "service"})
    codes = [each.code for each in found.rows]
    in_catalogue = [indicator.code for indicator in catalogue.of_service("children")]
    assert codes == [code for code in in_catalogue if code in codes]


def test_a_tested_row_says_better_or_worse_outright(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = profile(connection, catalogue, dundee, {"service": "adult_care"})
    assert row(found, "SW06").side == "worse than Scotland"


def test_costs_are_not_judged(found: Profile) -> None:
    cost = row(found, "CHN08a")
    assert (cost.judged, cost.better_side, cost.rank) == (False, False, "20 of 32")
    assert cost.side == "below Scotland, neither way is better"


def test_a_figure_that_is_missing_has_no_place_but_its_reason(
    connection: Connection, catalogue: Catalogue, dumfries: Area
) -> None:
    found = profile(connection, catalogue, dumfries, {"service": "children", "show": "all"})
    assert all(each.ours is None for each in found.rows if not each.rank)


def test_indicators_whose_councils_may_not_be_compared_are_left_out_and_counted(found: Profile) -> None:
    assert found.notes == (
        "Three indicators are left out: their publisher says that councils must not be compared on them.",
    )


def test_adult_protection_has_no_profile_and_says_why(
    connection: Connection, catalogue: Catalogue, dundee: Area
) -> None:
    found = profile(connection, catalogue, dundee, {"service": "adult_protection"})
    assert found.rows == ()
    assert "There is no profile of this service" in spoken(found.lead)
    assert "must not be compared" in found.notes[0]
